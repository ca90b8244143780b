"""A name taken apart: its parts without particles, titles and the article, ready to be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from isnad.claim.entities.sounds import is_arabic
from isnad.claim.entities.words import given_names, marks, particles, title_keys
from isnad.text.fold import fold_key

_WORD = re.compile(r"[^\W\d_][\w\u200c'’ʿʾ`‘]*\.?")
_APOSTROPHES = re.compile("['’ʿʾ`‘]")
_ARTICLE = re.compile(r"^ال(?=.{3})")
_ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ال"))
_SERVANT = re.compile(r"^(?:abd|abdi)(?:[aeiou]?([a-z])(?=\1)|[aeou]l(?=[a-z]{3})|(?=[a-z]{3,}$))")
_SERVANT_ARABIC = re.compile(r"^عبد(?:ال)?(?=.{2})")
_FAITH = re.compile(r"(?:(?:al|el|ad|ed|ud|od)[- ]?)?d[ie]{1,2}ne?$")
_FAITH_ARABIC = re.compile(r"^(?:ال)?د[يی]ن$")
_GLUED_GOD = re.compile(r"(?<=\w{2})الله$")
_GLUED_FAITH = re.compile(r"^(.{2,})الد[يی]ن$")
_GOD = re.compile(r"^(?:[aou]?l+ah|[aou]llah)$")
_GLUED_FATHER = re.compile(r"^(?:ابو|ابي|ابا)(?=\w{3})|^ab(?:o[ou]?|u)l?(?=[a-z]{3})")
_LINK = re.compile(r"^(\w{3,})[ou]{1,2}([lrszdtn])$")
"""A first word that has swallowed the next one's article ("Ziaur Rahman", "Anwarul Haq")."""
_GOD_ARABIC = re.compile(r"^(?:الله|اله|لله)$")


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    """The key of one word: a case has few different ones."""
    return fold_key(word)


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
    fathers: frozenset[int] = frozenset()
    """Numbers of the parts that stand behind a "son of"."""
    mother: bool = False
    """Whether the kunya is a mother's (Umm)."""
    house: bool = False
    """Whether the family is called a house («آل سعيد»)."""

    @property
    def full(self) -> bool:
        """Whether the name has two parts or more, initials and kunya counted."""
        return len(self.parts) > 1 or (len(self.parts) == 1 and bool(self.initials or self.kunya))

    @property
    def joined(self) -> str:
        """All parts as one word."""
        return "".join(self.parts)

    @property
    def glued(self) -> Name:
        """The name with its last "son of" taken for a part of the family name: Ben Yahia as Benyahia."""
        if not self.patronymic:
            return self
        last = self.parts[-1]
        family = ("بن" if is_arabic(last) else "ben") + last
        rest = self.fathers - {len(self.parts) - 1}
        return self._replace(parts=(*self.parts[:-1], family), patronymic=False, fathers=rest)


@lru_cache(maxsize=20_000)
def parse(name: str) -> Name:
    """The parts of a name in any script, titles left out; "Family, Given" is read as "Given Family"."""
    words = _without_titles(_words(_turned(name)))
    reader = _Reader(len(words) == 1)
    for i, word in enumerate(words):
        reader.take(word, words[i + 1] if i + 1 < len(words) else "")
    return reader.name()


def _turned(name: str) -> str:
    family, comma, given = name.replace("،", ",").partition(",")
    return f"{given} {family}" if comma and given.strip() and "," not in given else name


class _Reader:
    """Reads the words of one name from left to right."""

    def __init__(self, alone: bool) -> None:
        self._alone = alone
        self._parts: list[str] = []
        self._initials: list[str] = []
        self._fathers: set[int] = set()
        self._kunya: str | None = None
        self._mother = self._house = False
        self._before = ""
        """The use of the particle before the next word: son, servant, prefix, father or mother."""
        self._prefix = ""

    def take(self, word: str, following: str) -> None:
        """Read one word."""
        key = _folded(word)
        use = particles().get(key)
        glued = _GLUED_FATHER.match(key) if use is None else None
        if use in ("father", "mother", "servant", "prefix"):
            self._prefix = word if use == "prefix" else self._prefix
            self._before = f"{self._before} servant".strip() if use == "servant" else use
        elif (use in ("son", "family", "article") and not self._alone) or key in _ARTICLES:
            self._before = "son" if use == "son" else "" if use == "family" else self._before
            self._house = self._house or use == "family"
        elif self._before.endswith("servant"):
            word = ("عبد" if is_arabic(word) else "abd") + word.removeprefix("ال")
            self._before = self._before.removesuffix("servant").strip()
            (self._bear if self._before in ("father", "mother") else self._push)(word)
        elif self._before in ("father", "mother") or glued:
            self._bear(word[glued.end() :] if glued and self._before not in ("father", "mother") else word)
        elif self._before == "prefix":
            self._push(self._prefix + word)
        elif len(word) == 1 and not is_arabic(word):
            self._initials.append(word)
        elif _follows(self._parts, word):
            self._parts[-1] += _tail(word)
        else:
            self._push(_whole(word, following))

    def _push(self, part: str) -> None:
        if self._before.startswith("son"):
            self._fathers.add(len(self._parts))
        self._parts.append(part)
        self._before = ""

    def _bear(self, child: str) -> None:
        child = _ARTICLE.sub("", child) if is_arabic(child) else child
        if self._parts:  # «أحمد أبو الغيط»: a family name, not a kunya of his own
            self._push(("ابو" if is_arabic(child) else "abu") + child)
        else:
            self._kunya, self._mother = child, self._before == "mother"
            self._before = ""

    def name(self) -> Name:
        """What was read."""
        last = len(self._parts) - 1
        bare = last == 0 and not self._initials and self._kunya is None
        patronymic = last > 0 and last in self._fathers
        fathers = frozenset(self._fathers)
        return Name(
            tuple(self._parts), self._kunya, tuple(self._initials), bare, patronymic, fathers, self._mother, self._house
        )


def _words(name: str) -> list[str]:
    found = []
    plain = unicodedata.normalize("NFKC", name.replace("İ", "I"))
    plain = "".join(char for char in plain if char != "ـ" and not unicodedata.combining(char))
    for match in _WORD.finditer(plain.replace("-", " ").replace("\u200cال", " ال")):
        word = _APOSTROPHES.sub("", match.group()).rstrip(".")
        word = word if is_arabic(word) else word.lower()
        if word and word != "s":
            found.append(word)
    return found


def _follows(parts: list[str], word: str) -> bool:
    """Whether a word belongs to the part before it: «الله» and «الدين»."""
    if is_arabic(word):
        folded = _folded(word)
        return bool(parts) and bool(_FAITH_ARABIC.match(folded) or _GOD_ARABIC.match(folded))
    return bool(parts) and bool(_FAITH.fullmatch(word) or _GOD.match(word))


def _tail(word: str) -> str:
    if is_arabic(word):
        return "دين" if _FAITH_ARABIC.match(_folded(word)) else "اله"
    return "din" if _FAITH.fullmatch(word) else "ala"


def _whole(word: str, following: str) -> str:
    """One spelling of a word: عبدال… as عبد ال…, no article, no title that is glued to a first name."""
    if not is_arabic(word):
        link = _LINK.match(word)
        if link and (following.startswith(link[2]) or link[2] == "l") and following in marks("linked"):
            word = link[1]
        return _SERVANT.sub("abd", _untitled(word, "en"))
    if _SERVANT_ARABIC.match(word):
        return _SERVANT_ARABIC.sub("عبد", word)
    word = _GLUED_GOD.sub("اله", word)
    return _GLUED_FAITH.sub(r"\1دين", _ARTICLE.sub("", _untitled(word, "fa")))


def _untitled(word: str, language: str) -> str:
    """«سیدمهدی», "Seyedmehdi": what is left behind a title that is written together with a first name."""
    key = _folded(word)
    for title in marks("glued_title", language):
        if key.startswith(title) and key[len(title) :].strip("\u200c") in given_names(language):
            return key[len(title) :].strip("\u200c")
    return word


@cache
def _titles() -> tuple[frozenset[tuple[str, ...]], int]:
    keys = frozenset(tuple(key.split()) for key in title_keys())
    return keys, max(map(len, keys))


def _without_titles(words: list[str]) -> list[str]:
    """The words after all titles at the beginning; a name that is all title keeps its last word."""
    titles, longest = _titles()
    at = 0
    keys = [_folded(word) for word in words]
    while at < len(words) - 1 and particles().get(keys[at + 1]) != "son":
        for size in range(min(longest, len(words) - 1 - at), 0, -1):
            if tuple(keys[at : at + size]) in titles or (at and size == 1 and keys[at] in marks("rank_word")):
                at += size
                break
        else:
            break
    return words[at:]
