"""Concepts in a text: the noun that a number counts, the event that a duration measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from isnad.claim.values.line import Line
from isnad.lang.concepts import load_concepts
from isnad.text.fold import fold_key

_SPLIT = re.compile(r"\w+")
_HEAD = 3


def _grouped(affixes: str, letter: int) -> dict[str, tuple[str, ...]]:
    """Affixes, in order, by their first or last letter, so that few are tried on a word."""
    found: dict[str, tuple[str, ...]] = {}
    for affix in affixes.split():
        found[affix[letter]] = (*found.get(affix[letter], ()), affix)
    return found


_AR_PREFIXES = _grouped("وال بال فال كال ولل لل ال و ب ل ف ك", 0)
_AR_SUFFIXES = _grouped("يين يون هما هم ها هن نا ات ون ين ان تين تان وا ه ا ت ي كم", -1)
_FA_SUFFIXES = _grouped("هايشان هايش هايي هاي ها يان گان ان ات اي ي ش شان م مان", -1)
_LONGEST = 3


class Thing(msgspec.Struct, frozen=True, gc=False):
    """A concept found in a line: the words it covers."""

    id: str
    type: str
    event: str | None
    start: int
    end: int


Found = tuple[str, str, str | None]


class _Lemmas(NamedTuple):
    """The lemmas of one language, folded: their concepts (spaces dropped), the words that begin a lemma of several, and
    the letters that the stem of a lemma begins with (`_HEAD` of them)."""

    concepts: dict[str, Found]
    firsts: frozenset[str]
    heads: frozenset[str]


@cache
def _lemmas(language: str) -> _Lemmas:
    named = [(lemma, concept) for concept in load_concepts() for lemma in concept.lemmas[language]]
    # One text is folded far faster than its words one by one.
    lines = fold_key("\n".join([lemma for lemma, _ in named])).split("\n")
    concepts: dict[str, Found] = {}
    firsts = set()
    for line, (_, concept) in zip(lines, named, strict=True):
        cut = _SPLIT.findall(line)
        concepts.setdefault("".join(cut), (concept.id, concept.type, concept.event))
        if len(cut) > 1:
            firsts.add(cut[0])
    heads = {lemma[:_HEAD] for lemma in concepts}
    # Before an ending the ه of a stem of three letters is written ت.
    heads.update([lemma[:-1] + "ت" for lemma in concepts if len(lemma) == _HEAD and lemma[-1] == "ه"])
    return _Lemmas(concepts, frozenset(firsts), frozenset(heads))


def _persian(word: str) -> list[str]:
    """What is left when affixes are taken off, most likely first; so in the other languages."""
    return [
        word[: -len(suffix)]
        for suffix in _FA_SUFFIXES.get(word[-1], ())
        if word.endswith(suffix) and len(word) - len(suffix) >= 2
    ]


def _english(word: str) -> list[str]:
    if word[-1] not in "sngd":
        return []
    base = word.removesuffix("'s").removesuffix("’s")
    found = [base]
    if base.endswith("ies"):
        found.append(base[:-3] + "y")
    if base.endswith("es"):
        found.append(base[:-2])
    if base.endswith("s") and not base.endswith("ss"):
        found.append(base[:-1])
    if base.endswith("men"):
        found.append(base[:-3] + "man")
    for ending in ("ing", "ed"):
        if base.endswith(ending) and len(base) > len(ending) + 2:
            stem = base[: -len(ending)]
            found += (stem, stem + "e")
            if stem[-1:] == stem[-2:-1]:
                found.append(stem[:-1])
    return found


def _arabic(word: str) -> list[str]:
    heads = _lemmas("ar").heads
    bare = [word]
    for prefix in _AR_PREFIXES.get(word[0], ()):
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            form = word[len(prefix) :]
            bare += (form, "ال" + form) if prefix == "لل" else (form,)
    found = [form for form in bare if form[:_HEAD] in heads]
    for form in found.copy():
        # Between a letter written to it and an ending a stem of three letters is chance more often than not.
        least = 4 if len(word) - len(form) == 1 and word[0] != "و" else 3
        for suffix in _AR_SUFFIXES.get(form[-1], ()):
            if form.endswith(suffix) and len(form) - len(suffix) >= least:
                stem = form[: -len(suffix)]
                if suffix == "ا" and stem.endswith("ه") and stem not in _own_ha():
                    continue  # the pronoun ها
                found.append(stem)
                if suffix in ("ات", "تين", "تان", "ت"):
                    found.append(stem + "ه")
                # Before a pronoun ة is written ت: «عمرتها» is a pilgrimage, «عمرها» her age.
                if stem.endswith("ت") and suffix in ("ات", "تين", "تان", "هم", "ها", "هن", "نا", "هما", "ت", "ه"):
                    found.append(stem[:-1] + "ه")
    return found


_STEMS = {"ar": _arabic, "fa": _persian, "en": _english}


class _Known(dict[str, "tuple[Found | None, bool]"]):
    """Words of one language that were looked up before: the concept, and whether a longer name may begin here."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._lemmas, self._stems = _lemmas(language), _STEMS[language]
        self._clitics = language == "ar"

    def __missing__(self, word: str) -> tuple[Found | None, bool]:
        if len(self) > _MOST_KNOWN:
            self.clear()
        concepts, firsts, _ = self._lemmas
        concept = concepts.get(word)
        if concept is None and word:
            for form in self._stems(word):
                if form in concepts:
                    concept = concepts[form]
                    break
        begins = word in firsts or (self._clitics and _is_behind_prefix(word, firsts))
        found = self[word] = (concept, begins) if begins or concept else UNKNOWN
        return found


def _is_behind_prefix(word: str, wanted: frozenset[str]) -> bool:
    """Whether an Arabic word is one of these with letters written to it."""
    return any(word[len(p) :] in wanted for p in _AR_PREFIXES.get(word[:1], ()) if word.startswith(p))


_MOST_KNOWN = 200_000
UNKNOWN: tuple[Found | None, bool] = (None, False)
"""What is known of words that are no concept and begin none."""


@cache
def known(language: str) -> dict[str, tuple[Found | None, bool]]:
    """Word → its concept, through its inflection, and whether the name of another may begin with it; every folded word
    is a key."""
    return _Known(language)


def concept_of(word: str, language: str) -> Found | None:
    """The concept of a folded word, through its inflection."""
    return known(language)[word][0]


def thing_at(line: Line, i: int) -> Thing | None:
    """The concept whose name begins at word ``i`` of a line, the longest one; asked for by every value around it."""
    if i not in line.things:
        line.things[i] = _thing_at(line, i) if 0 <= i < line.n else None
    found: Thing | None = line.things[i]
    return found


def _thing_at(line: Line, i: int) -> Thing | None:
    text, language = line.texts[i], line.language
    if known(language)[text] is UNKNOWN or not text[0].isalpha():
        return None
    found = thing_in(line.texts, i, line.n, language)
    if found is None or language != "ar" or found.end > i + 1:
        return found
    if may_end_in_pronoun(text) and is_pronoun(line.original(i)):
        own = concept_of(text[:-1], "ar")
        return Thing(*own, i, i + 1) if own else None
    return found


_VOWEL_SIGNS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


@lru_cache(maxsize=200_000)
def may_end_in_pronoun(word: str) -> bool:
    """Whether the ه that an Arabic key ends in may be the pronoun: not with the article, where it is ة, however
    written, and not where it is a letter of the word («مياه»)."""
    if not word.endswith("ه") or word.startswith(("ال", "وال", "بال", "لل", "فال", "كال", "ولل")):
        return False
    own = _own_ha()
    return word not in own and not _is_behind_prefix(word, own)


def is_pronoun(written: str) -> bool:
    """Whether such a word ends in the pronoun, by how the text writes it: «عمره» is his age and «عمرة» a pilgrimage."""
    return written.rstrip(_VOWEL_SIGNS).endswith("ه")


@cache
def _own_ha() -> frozenset[str]:
    """Folded Arabic lemmas whose last letter is a ه of their own."""
    lemmas = [lemma for concept in load_concepts() for lemma in concept.lemmas["ar"]]
    return frozenset(fold_key(lemma) for lemma in lemmas if lemma.endswith("ه") and " " not in lemma)


def thing_in(texts: Sequence[str], i: int, stop: int, language: str) -> Thing | None:
    """The concept whose name begins at ``texts[i]`` and ends before ``stop``, the longest one."""
    word = texts[i]
    found, longer_names = known(language)[word]
    if longer_names:
        joined = word
        best: Thing | None = None
        for end in range(i + 1, min(i + _LONGEST, stop)):
            text = texts[end]
            if text == "-":
                continue
            if not text[0].isalpha():
                break
            joined += text
            longer = concept_of(joined, language)
            if longer:
                best = Thing(*longer, i, end + 1)
        if best:
            return best
    return Thing(*found, i, i + 1) if found else None


def longest_over(line: Line, j: int, *begins: bool) -> Thing | None:
    """The concept that ends with the word at ``j``, where names may begin with the words before it: «نسبة المشاركة»
    rather than «المشاركة»."""
    for k, may in enumerate(begins, j - len(begins)):
        longer = thing_at(line, k) if may else None
        if longer and longer.end == j + 1:
            return longer
    return thing_at(line, j)
