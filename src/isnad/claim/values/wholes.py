"""The whole of which a number tells a part: "three of the nine suspects", «۲۱ نفر از ۴۸ مسافر»."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from isnad.claim.values.line import Line
from isnad.claim.values.numbers import read_number
from isnad.claim.values.things import Thing, thing_at
from isnad.lang.concepts import load_concepts
from isnad.text.fold import fold_key

_WORDS = ("اصل", "بين", "مجموع", "ميان", "total", "of", "all", "ال")
_SOME = frozenset({"person", "thing"})


def whole_behind(line: Line, i: int) -> Thing | None:
    """The noun that the number at ``i`` counts, where such a whole stands there; the words of it are another value's.

    «پنج نفر از ۱۰ کشور» come from ten countries: outside English only people and things make a whole.
    """
    at = i
    while line.texts[at] in _WORDS:
        at += 1
    if not (line.digits(at) or line.has(at, "num")):
        return None
    number = read_number(line, at)
    thing = thing_at(line, number.end) if number and not number.fraction else None
    if thing and line.language == "en":  # "the 60 trapped miners"
        thing = thing_at(line, thing.end) or thing
    return thing if thing and (line.language == "en" or thing.type in _SOME) else None


def of_residents(line: Line, thing: Thing | None) -> Thing | None:
    """A population is counted in residents, but for that of a prison."""
    if thing is None or thing.id != "population" or thing_at(line, thing.start - 1):
        return thing
    return replace(thing, id="resident", type="person")


def is_plural(noun: str) -> bool:
    """Whether a folded Arabic noun with its article is a plural: by its ending, or the second lemma of a concept."""
    return noun.endswith(("ات", "ين", "ون")) or noun.removeprefix("ال") in _lemmas(1)


def is_singular(noun: str) -> bool:
    """Whether a folded Arabic noun with its article is the first lemma of a concept."""
    return noun.removeprefix("ال") in _lemmas(0)


@cache
def _lemmas(at: int) -> frozenset[str]:
    lemmas = [
        concept.lemmas["ar"][at]
        for concept in load_concepts()
        if len(concept.lemmas["ar"]) > 1 and concept.type in ("person", "thing", "place")
    ]
    return frozenset(fold_key("\n".join(lemmas)).split("\n"))
