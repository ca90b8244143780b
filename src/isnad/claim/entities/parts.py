"""A name taken apart: its parts without particles, titles and the article, ready to be compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from isnad.claim.entities.sounds import is_arabic
from isnad.claim.entities.words import particles, title_keys
from isnad.text.fold import fold_key

_WORD = re.compile(r"[^\W\d_][\w\u200c'’ʿʾ`‘]*\.?")
_APOSTROPHES = re.compile("['’ʿʾ`‘]")
_ARTICLE = re.compile(r"^ال(?=.{3})")
_ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ال"))
_SERVANT = re.compile(r"^(?:abd|abdi)(?:[aeiou]?([a-z])(?=\1)|[aeou]l(?=[a-z]{3})|(?=[a-z]{3,}$))")
_SERVANT_ARABIC = re.compile(r"^عبد(?:ال)?(?=.{2})")
_FAITH = re.compile(r"(?:(?:al|el|ad|ed|ud|od)[- ]?)?d[ie]{1,2}n$")
_FAITH_ARABIC = re.compile(r"^(?:ال)?د[يی]ن$")
_GLUED_FAITH = re.compile(r"^(.{2,})الد[يی]ن$")
_GOD = re.compile(r"^(?:[aou]?l+ah|[aou]llah)$")
_GLUED_FATHER = re.compile(r"^(?:ابو|ابي|ابا)(?=\w{3})|^abu(?=[a-z]{3})")
_GOD_ARABIC = re.compile(r"^(?:الله|اله|لله)$")


class Name(NamedTuple):
    """``parts`` in order, given name first; ``kunya`` when the first part is what follows Abu or Umm (``father``
    says which); ``initials`` are first parts of one letter."""

    parts: tuple[str, ...]
    kunya: str | None = None
    initials: tuple[str, ...] = ()
    bare: bool = False
    """Whether it is one word only."""
    patronymic: bool = False
    """Whether the last part is a father's name («محمد بن سلمان»), not a family's."""

    @property
    def joined(self) -> str:
        """All parts as one word."""
        return "".join(self.parts)


@lru_cache(maxsize=20_000)
def parse(name: str) -> Name:
    """The parts of a name in any script, titles left out."""
    words = _without_titles(_words(name))
    parts: list[str] = []
    initials: list[str] = []
    kunya: str | None = None
    fathers = 0
    father = servant = son = False
    for word in words:
        use = particles().get(fold_key(word))
        glued = _GLUED_FATHER.match(fold_key(word)) if use is None else None
        if use == "father":
            father = True
        elif use == "servant":
            servant = True
        elif (use in ("son", "family", "article") and len(words) > 1) or fold_key(word) in _ARTICLES:
            son = son or use == "son"
            continue
        elif servant:
            parts.append(("عبد" if is_arabic(word) else "abd") + word.removeprefix("ال"))
            fathers = len(parts) - 1 if son else fathers
            servant = son = False
        elif father or glued:
            word = word[glued.end() :] if glued else word
            kunya, father = (_ARTICLE.sub("", word) if is_arabic(word) else word), False
            if parts:  # «أحمد أبو الغيط»: a family name, not a kunya of his own
                parts.append(("ابو" if is_arabic(word) else "abu") + kunya)
                kunya = None
        elif len(word) == 1 and not is_arabic(word):
            initials.append(word)
        else:
            before = len(parts)
            _add(parts, word)
            fathers = len(parts) - 1 if son else fathers
            son = son and len(parts) == before
    bare = len(parts) == 1 and not initials and kunya is None
    return Name(tuple(parts), kunya, tuple(initials), bare, 0 < fathers == len(parts) - 1)


def _words(name: str) -> list[str]:
    found = []
    for match in _WORD.finditer(name.replace("-", " ").replace("\u200cال", " ال")):
        word = _APOSTROPHES.sub("", match.group()).rstrip(".")
        word = word if is_arabic(word) else word.lower()
        if word and word != "s":
            found.append(word)
    return found


def _add(parts: list[str], word: str) -> None:
    """Add a part; «الله» and «الدين» belong to the part before them, عبدال… is one spelling of عبد ال…."""
    if is_arabic(word):
        folded = fold_key(word)
        if parts and (_FAITH_ARABIC.match(folded) or _GOD_ARABIC.match(folded)):
            parts[-1] += "دين" if _FAITH_ARABIC.match(folded) else "اله"
            return
        bare = _GLUED_FAITH.sub(r"\1دين", _ARTICLE.sub("", word))
        parts.append(_SERVANT_ARABIC.sub("عبد", word) if _SERVANT_ARABIC.match(word) else bare)
        return
    if parts and (_FAITH.fullmatch(word) or _GOD.match(word)):
        parts[-1] += "din" if _FAITH.fullmatch(word) else "ala"
        return
    parts.append(_SERVANT.sub("abd", word))


@cache
def _titles() -> tuple[frozenset[tuple[str, ...]], int]:
    keys = frozenset(tuple(key.split()) for key in title_keys())
    return keys, max(map(len, keys))


def _without_titles(words: list[str]) -> list[str]:
    """The words after all titles at the beginning; a name that is all title keeps its last word."""
    titles, longest = _titles()
    at = 0
    keys = [fold_key(word) for word in words]
    while at < len(words) - 1 and particles().get(keys[at + 1]) != "son":
        for size in range(min(longest, len(words) - 1 - at), 0, -1):
            if tuple(keys[at : at + size]) in titles:
                at += size
                break
        else:
            break
    return words[at:]
