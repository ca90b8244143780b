"""Bodies of one kind in several countries: where a case names two countries' foreign ministries, "the foreign ministry"
is nobody's in particular, in no language and in no two documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from isnad.claim.entities.meaning import Signature, signatures
from isnad.claim.entities.places import find_place, gazetteer
from isnad.claim.entities.words import stops
from isnad.text.bridge import bridge_words
from isnad.text.fold import fold, fold_key

_SMALL = frozenset({"of", "the", "in", "for", "s", "في", "ل", "در"})
_ARTICLE = "ال"


class Split(NamedTuple):
    """A body's name without the words that say whose it is, and those words in a form that languages share."""

    base: str
    owners: frozenset[str]


@lru_cache(maxsize=20_000)
def split_name(name: str, language: str) -> Split:
    """The base of a body's name and its countries, cities and nationalities: «وزارة الصحة العراقية» is the health
    ministry, Iraqi.  Its first word is never an owner in Arabic and Persian."""
    base: list[str] = []
    owners: set[str] = set()
    for i, word in enumerate(fold_key(name).replace("'", " ").split()):
        if word in _SMALL:
            continue
        if (i or language == "en") and _says_whose(word, language):
            owners.add(_shared(word, language))
        else:
            base.append(word)
    return Split(" ".join(base), frozenset(owners))


def _says_whose(word: str, language: str) -> bool:
    nationalities = _nationalities(language)
    return word in nationalities or word.removeprefix(_ARTICLE) in nationalities or _is_place(word, language)


def _is_place(word: str, language: str) -> bool:
    """Whether a word is a place's name by itself: doubtful ones («دور») say nothing here."""
    names = gazetteer(language).names
    found = names.get((word,)) or names.get((word.removeprefix(_ARTICLE),))
    return found is not None and found.needs == ""


@lru_cache(maxsize=3)
def _nationalities(language: str) -> frozenset[str]:
    return frozenset(word for word, kind in stops(language).items() if kind == "adjective")


def _shared(word: str, language: str) -> str:
    """One form of an owner for all languages: its place, its meaning, else the word."""
    place = find_place(word)
    if place is not None:
        return place.country or place.id
    folded = fold(word)
    keys = [key for found in bridge_words(folded, 0, len(folded.key), language) for key in found.keys]
    return min(keys, default=word)


class Contested:
    """The kinds of bodies that several countries of a case have."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """``names`` are all bodies' names of the case with their languages."""
        owners: dict[str, set[str]] = defaultdict(set)
        meant: dict[Signature, set[str]] = defaultdict(set)
        self._bases: set[str] = set()
        splits = [(split_name(name, language), language) for name, language in dict.fromkeys(names)]
        for split, language in splits:
            if split.owners:
                owners[split.base] |= split.owners
                for signature in signatures(split.base, language):
                    meant[signature] |= split.owners
        self._bases = {base for base, found in owners.items() if len(found) > 1}
        self._meant = {signature for signature, found in meant.items() if len(found) > 1}

    def open(self, name: str, language: str) -> bool:
        """Whether a name leaves open which country's body it is, and the case has several."""
        split = split_name(name, language)
        if split.owners:
            return False
        return split.base in self._bases or not self._meant.isdisjoint(signatures(split.base, language))
