"""Which documents of two languages may be translations of each other: those that share rare keys, never all pairs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from isnad.compare.translated_bags import F64, Bags
from isnad.lang import LANGUAGES
from isnad.text.tokens import I64

BUDGET = 30
"""Pairs of documents joined for each key of a document. Keys are joined from the rarest up until it is spent."""
NEAREST = 6
"""Documents of each other language that are looked at for one document, by likeness and again by what is shared."""


class Likeness(NamedTuple):
    """How like two sides are: cosine of their bags, and the weight of what they share."""

    a: I64
    b: I64
    cosine: F64
    shared: F64


def likeness(bags: Bags) -> Likeness:
    """The likeness of all sides of different languages and documents that share a rare key."""
    side_of, keys, weights = _documents(bags)
    norms = np.sqrt(np.bincount(side_of, weights=weights**2, minlength=len(bags.sides)))
    left, right = _joined(side_of, keys, bags)
    if not len(left):
        return Likeness(left, right, np.empty(0), np.empty(0))
    a, b = side_of[left], side_of[right]
    pairs, inverse = np.unique(a * len(bags.sides) + b, return_inverse=True)
    product = np.bincount(inverse, weights=weights[left] * weights[right])
    shared = np.bincount(inverse, weights=np.minimum(weights[left], weights[right]))
    a, b = pairs // len(bags.sides), pairs % len(bags.sides)
    return Likeness(a, b, product / np.maximum(norms[a] * norms[b], 1e-9), shared)


def _documents(bags: Bags) -> tuple[I64, I64, F64]:
    """The bags of whole sides: side, key and weight of each entry, ordered by key."""
    counts = np.array([bags.bounds[side.last] - bags.bounds[side.first] for side in bags.sides], dtype=np.int64)
    sides = np.repeat(np.arange(len(bags.sides)), counts)
    size = max(1, len(bags.sides))
    packed, inverse = np.unique(bags.keys * size + sides, return_inverse=True)
    if not len(packed):
        return packed, packed, np.empty(0)
    times = np.bincount(inverse)
    heaviest = np.zeros(len(packed))
    np.maximum.at(heaviest, inverse, bags.weights)
    told = heaviest > 0
    return (packed % size)[told], (packed // size)[told], (heaviest * (1 + np.log(times)))[told]


def _joined(side_of: I64, keys: I64, bags: Bags) -> tuple[I64, I64]:
    """Pairs of entries with one key in documents of two languages, rarest keys first until the budget is spent."""
    languages = np.array([LANGUAGES.index(side.language) for side in bags.sides], dtype=np.int64)
    documents = np.array([side.document for side in bags.sides], dtype=np.int64)
    borders = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1], [True]))) if len(keys) else np.zeros(1, int)
    sizes = np.diff(borders)
    spent = 0
    lefts: list[I64] = [np.empty(0, dtype=np.int64)]
    rights: list[I64] = [np.empty(0, dtype=np.int64)]
    for size in np.unique(sizes):
        first = borders[:-1][sizes == size]
        spent += len(first) * int(size) * (int(size) - 1) // 2
        if spent > BUDGET * len(keys):
            break
        group = first[:, None] + np.arange(size)
        for distance in range(1, int(size)):
            left, right = group[:, :-distance].ravel(), group[:, distance:].ravel()
            a, b = side_of[left], side_of[right]
            apart = (languages[a] != languages[b]) & (documents[a] != documents[b])
            lefts.append(left[apart])
            rights.append(right[apart])
    return np.concatenate(lefts), np.concatenate(rights)


def candidates(bags: Bags, like: Likeness) -> list[tuple[int, int]]:
    """The pairs of sides to align: for each side its nearest of every other language, by both measures."""
    if not len(like.a):
        return []
    languages = np.array([LANGUAGES.index(side.language) for side in bags.sides], dtype=np.int64)
    kept = np.zeros(len(like.a), dtype=np.bool_)
    for own, other in ((like.a, like.b), (like.b, like.a)):
        group = own * len(LANGUAGES) + languages[other]
        for measure in (like.cosine, like.shared):
            order = np.lexsort((other, -measure, group))
            ordered = group[order]
            begins = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
            rank = np.arange(len(order)) - np.repeat(begins, np.diff(np.concatenate((begins, [len(order)]))))
            kept[order[rank < NEAREST]] = True
    return sorted(zip(like.a[kept].tolist(), like.b[kept].tolist(), strict=True))
