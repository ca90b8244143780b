"""Which documents of two languages may be translations of each other: those that share rare keys, never all pairs.

Two ways lead to a pair: whole documents that are alike (cosine of their bags), and two single sentences that share
several rare keys, for a paragraph that was taken over into a long report of something else.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from isnad.compare.translated_bags import F64, Bags
from isnad.lang import LANGUAGES
from isnad.text.tokens import I64

BUDGET = 30
"""Pairs of documents joined for each key of a document. Keys are joined from the rarest up until it is spent."""
BUDGET_OF_SENTENCES = 6
"""The same for sentences, where only rare keys are wanted."""
NEAREST = 6
"""Documents of each other language that are aligned with one document for their likeness."""
LEAST_COSINE = 0.1
SEED, SEED_KEYS = 1.8, 3
"""Weight and number of rare keys that two sentences share for their documents to be aligned."""


class Likeness(NamedTuple):
    """Pairs of sides of different languages and documents that share a rare key, with the cosine of their bags."""

    a: I64
    b: I64
    cosine: F64


class _Owners(NamedTuple):
    """For what is compared (sides or sentences): language and document of each."""

    language: I64
    document: I64


def _owners(bags: Bags) -> _Owners:
    languages = np.array([LANGUAGES.index(side.language) for side in bags.sides], dtype=np.int64)
    return _Owners(languages, np.array([side.document for side in bags.sides], dtype=np.int64))


def _side_of_sentence(bags: Bags) -> I64:
    return np.repeat(np.arange(len(bags.sides)), [side.last - side.first for side in bags.sides])


def likeness(bags: Bags) -> Likeness:
    """The likeness of all sides that share a key rare enough to be joined."""
    if not bags.sides:
        return Likeness(bags.keys, bags.keys, np.empty(0))
    side_of, keys, weights = _documents(bags)
    norms = np.sqrt(np.bincount(side_of, weights=weights**2, minlength=len(bags.sides)))
    left, right = _joined(side_of, keys, _owners(bags), BUDGET)
    pairs, inverse = np.unique(side_of[left] * len(bags.sides) + side_of[right], return_inverse=True)
    product = np.bincount(inverse, weights=weights[left] * weights[right], minlength=len(pairs))
    a, b = pairs // len(bags.sides), pairs % len(bags.sides)
    return Likeness(a, b, product / np.maximum(norms[a] * norms[b], 1e-9))


def _documents(bags: Bags) -> tuple[I64, I64, F64]:
    """The bags of whole sides: side, key and weight of each entry, ordered by key."""
    counts = np.array([bags.bounds[side.last] - bags.bounds[side.first] for side in bags.sides], dtype=np.int64)
    sides = np.repeat(np.arange(len(bags.sides)), counts)
    size = len(bags.sides)
    packed, inverse = np.unique(bags.keys * size + sides, return_inverse=True)
    times = np.maximum(1, np.bincount(inverse, minlength=len(packed)))
    heaviest = np.zeros(len(packed))
    np.maximum.at(heaviest, inverse, bags.weights)
    told = heaviest > 0
    return (packed % size)[told], (packed // size)[told], (heaviest * (1 + np.log(times)))[told]


def _joined(owner: I64, keys: I64, of: _Owners, budget: int) -> tuple[I64, I64]:
    """Pairs of entries with one key in documents of two languages, rarest keys first until the budget is spent.

    ``keys`` are ordered.
    """
    borders = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1], [True]))) if len(keys) else np.zeros(1, int)
    sizes = np.diff(borders)
    spent = 0
    lefts: list[I64] = [np.empty(0, dtype=np.int64)]
    rights: list[I64] = [np.empty(0, dtype=np.int64)]
    for size in np.unique(sizes):
        first = borders[:-1][sizes == size]
        spent += len(first) * int(size) * (int(size) - 1) // 2
        if spent > budget * len(keys):
            break
        group = first[:, None] + np.arange(size)
        for distance in range(1, int(size)):
            left, right = group[:, :-distance].ravel(), group[:, distance:].ravel()
            a, b = owner[left], owner[right]
            apart = (of.language[a] != of.language[b]) & (of.document[a] != of.document[b])
            lefts.append(left[apart])
            rights.append(right[apart])
    return np.concatenate(lefts), np.concatenate(rights)


def candidates(bags: Bags) -> list[tuple[int, int]]:
    """The pairs of sides to align, in order."""
    if not bags.sides:
        return []
    size = len(bags.sides)
    return [(code // size, code % size) for code in sorted({*_nearest(bags), *_seeded(bags)})]


def _nearest(bags: Bags) -> list[int]:
    """For each side its nearest of every other language, each pair as one number."""
    like = likeness(bags)
    languages = _owners(bags).language
    kept = np.zeros(len(like.a), dtype=np.bool_)
    for own, other in ((like.a, like.b), (like.b, like.a)):
        group = own * len(LANGUAGES) + languages[other]
        order = np.lexsort((other, -like.cosine, group))
        ordered = group[order]
        begins = np.flatnonzero(np.concatenate((np.ones(min(1, len(order)), dtype=bool), ordered[1:] != ordered[:-1])))
        rank = np.arange(len(order)) - np.repeat(begins, np.diff(np.concatenate((begins, [len(order)]))))
        kept[order[rank < NEAREST]] = True
    kept &= like.cosine >= LEAST_COSINE
    found: list[int] = (like.a[kept] * len(bags.sides) + like.b[kept]).tolist()
    return found


def _seeded(bags: Bags) -> list[int]:
    """The pairs of sides of which two sentences share several rare keys, each pair as one number."""
    side_of = _side_of_sentence(bags)
    sides = _owners(bags)
    sentence = np.repeat(np.arange(len(bags.sentences)), np.diff(bags.bounds))
    order = np.argsort(bags.keys, kind="stable")
    order = order[bags.weights[order] > 0]
    sentence, keys, weights = sentence[order], bags.keys[order], bags.weights[order]
    of = _Owners(sides.language[side_of], sides.document[side_of])
    left, right = _joined(sentence, keys, of, BUDGET_OF_SENTENCES)
    total = len(bags.sentences)
    a, b = np.minimum(sentence[left], sentence[right]), np.maximum(sentence[left], sentence[right])
    pairs, inverse, counts = np.unique(a * total + b, return_inverse=True, return_counts=True)
    shared = np.bincount(inverse, weights=np.minimum(weights[left], weights[right]), minlength=len(pairs))
    pairs = pairs[(shared >= SEED) & (counts >= SEED_KEYS)]
    found: list[int] = np.unique(side_of[pairs // total] * len(bags.sides) + side_of[pairs % total]).tolist()
    return found
