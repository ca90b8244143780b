"""Names of bodies, places and documents that mean the same in two languages: «وزارة الموانئ», "Ministry of Ports".

A name's words are read as bridge keys (`isnad.text.bridge`): a noun by its meaning, a proper name by its consonants.
Two names are one when every word of the one has a key in common with a word of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations, product
from math import prod

from isnad.text.bridge import bridge_words
from isnad.text.fold import fold

FEWEST_WORDS = 2
"""A single word ("the ministry", «الوكالة») means something else in every report."""
MOST_READINGS = 16
_LEAST_CONSONANTS = 5
"""Length of a key made of consonants (with its mark ``k:``) below which it may be chance."""

Signature = tuple[str, ...]


def signatures(name: str, language: str) -> frozenset[Signature]:
    """Every way to read the words of ``name``, each as its keys in order of the alphabet; none for a name of one word
    or of words that tell too little."""
    folded = fold(name)
    found = bridge_words(folded, 0, len(folded.key), language)
    words = [[key for key in word.keys if not key.startswith("k:") or len(key) >= _LEAST_CONSONANTS] for word in found]
    if len(words) < FEWEST_WORDS or not all(words) or prod(map(len, words)) > MOST_READINGS:
        return frozenset()
    return frozenset(tuple(sorted(reading)) for reading in product(*words))


def same_meaning(names: Mapping[int, tuple[str, str]]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs of ``names`` (number → name and language) of two languages that mean the same: those that are surely one,
    and those where one language has several names of that meaning, so that a person must say which is meant."""
    alike: dict[Signature, list[int]] = defaultdict(list)
    for number, (name, language) in names.items():
        for signature in signatures(name, language):
            alike[signature].append(number)
    sure: dict[tuple[int, int], None] = {}
    open_: dict[tuple[int, int], None] = {}
    for members in alike.values():
        spoken = [names[number][1] for number in members]
        for a, b in combinations(members, 2):
            left, right = names[a][1], names[b][1]
            if left == right:
                continue
            clear = spoken.count(left) == spoken.count(right) == 1
            (sure if clear else open_).setdefault((min(a, b), max(a, b)))
    return list(sure), [pair for pair in open_ if pair not in sure]
