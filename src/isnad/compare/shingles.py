"""Candidate passages: runs of word triples that stand in two documents.

Method: hashed 3-word shingles, a self-join by sorting, and runs along diagonals (as in seed-and-extend alignment
of sequences; Altschul et al., "Basic local alignment search tool", 1990).  Only rare shingles are joined, so the
cost grows with the copies that there are and not with the pairs of documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from isnad.compare.order import first_of_groups, group_by, order_by, sizes_of
from isnad.text.bulk import I32, WordTable
from isnad.text.tokens import I64, U64

F64 = npt.NDArray[np.float64]

WIDTH = 3
"""Words in a shingle. Three find .94 of edited passages where five find .88 (measured on synthetic copies)."""

BUDGET = 1.0
"""Pairs joined for each shingle of the case. Shingles are joined from the rarest up until it is spent, so that
cost stays linear and the stock formulas that everybody shares are what is left out."""

LEAST_COMMON = 16
"""A shingle in so many places or fewer is always joined: one agency's report in sixteen outlets is no formula."""

LEAST_WEIGHT = 2.0
"""Weight (see `Runs`) below which two documents are not looked at: no passage can come of them (`align.WEIGHT`)."""

_CHUNK = 1 << 16
_SLAB = 1 << 19
_MOST_BUCKET_BITS = 26


class Runs(NamedTuple):
    """Matches on one diagonal, close together: documents a < b, word ranges in each, number of matching shingles.

    ``weight``: a shingle that stands in n places weighs 2/n, so that formulas of the trade weigh next to nothing.
    """

    a: I64
    b: I64
    start_a: I64
    end_a: I64
    start_b: I64
    end_b: I64
    hits: I64
    weight: F64


class Matches(NamedTuple):
    """Pairs of places (word numbers of the whole case) with one shingle in two documents, left before right.

    ``size`` is the number of places that the shingle stands in.
    """

    left: I32
    right: I32
    a: I32
    b: I32
    size: I32


class _Groups(NamedTuple):
    """Places with a shingle that stands in several, equal shingles together: place, document, how many of the same
    shingle follow, and how many there are."""

    place: I32
    document: I32
    following: I32
    size: I32


def find_runs(words: WordTable, gap: int = 8) -> Runs:
    """Runs of shared shingles between any two of the documents, ordered by (a, b, start in a, start in b).

    ``gap`` is how many words may lie between two matches of one run.
    """
    return _runs(find_matches(words), words.offsets, gap)


def find_matches(words: WordTable) -> Matches:
    """The pairs of places that share a shingle, of those document pairs that share enough to hold a passage.

    Ordered by document pair.  Most matches are chance.  They are counted in hash buckets of document pairs first
    and made again for the full buckets only, so that they are never held all at once; two document pairs may share
    a bucket, which keeps some too many, and the exact sum decides in the end.
    """
    slabs = _slabs(_groups(sorted_shingles(words), words))
    pairs = sum(int(slab.following.sum(dtype=np.int64)) for slab in slabs)
    bits = min(_MOST_BUCKET_BITS, max(10, pairs.bit_length()))
    weight = np.zeros(1 << bits, dtype=np.float32)
    for slab in slabs:
        for member, other in _paired(slab):
            # Of the table's own type, or numpy adds one by one.
            np.add.at(weight, _bucket(slab, member, other, bits), (2.0 / slab.size[member]).astype(np.float32))
    # A little less than the least weight, for the rounding of so short numbers.
    enough = weight >= 0.99 * LEAST_WEIGHT
    kept = []
    for slab in slabs:
        for member, other in _paired(slab):
            chosen = np.flatnonzero(enough[_bucket(slab, member, other, bits)])
            kept.append(_matches(slab, member[chosen], other[chosen]))
    return _worth_looking(_together(kept))


def _matches(groups: _Groups, member: I64, other: I64) -> Matches:
    place, document = groups.place, groups.document
    return Matches(place[member], place[other], document[member], document[other], groups.size[member])


def _taken(matches: Matches, rows: I64) -> Matches:
    return Matches(*(column[rows] for column in matches))


def _together(parts: list[Matches]) -> Matches:
    empty = Matches(*(np.empty(0, dtype=np.int32),) * 5)
    return Matches(*(np.concatenate(columns) for columns in zip(empty, *parts, strict=True)))


def sorted_shingles(words: WordTable) -> U64:
    """A number for every shingle that lies in one document: hash in the upper bits, first word's number below.

    Sorted.  The hash keeps 64 bits less those of the word number (38 for a case of 50 million words), so that some
    thousand of them fall together by chance; one false triple of words makes no passage.
    """
    hashes = words.hashes
    count = max(0, len(hashes) - WIDTH + 1)
    bits = np.uint64(_place_bits(words))
    packed = np.empty(count, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for start, end in _chunks(count):
            mixed = hashes[start:end].copy()
            for i in range(1, WIDTH):
                mixed *= np.uint64(0xC2B2AE3D27D4EB4F)
                mixed += hashes[start + i : end + i]
            mixed ^= mixed >> np.uint64(32)
            mixed *= np.uint64(0x9E3779B97F4A7C15)
            mixed >>= bits
            mixed <<= bits
            mixed |= np.arange(start, end, dtype=np.uint64)
            packed[start:end] = mixed
    across = (words.offsets[1:, None] - np.arange(1, WIDTH)).ravel()
    across = np.unique(across[(across >= 0) & (across < count)])
    # No shingle has this number: they go to the end, where they are cut off.
    packed[across] = np.iinfo(np.uint64).max
    packed.sort()
    return packed[: count - len(across)]


def _place_bits(words: WordTable) -> int:
    """The bits that a word's number takes in `sorted_shingles`."""
    return max(1, len(words.hashes).bit_length())


def _chunks(count: int) -> Iterator[tuple[int, int]]:
    """Ranges that stay in the cache while they are worked on."""
    for start in range(0, count, _CHUNK):
        yield start, min(count, start + _CHUNK)


def _groups(shingles: U64, words: WordTable) -> _Groups:
    """The places of shingles that stand in several places and in no more than the budget allows."""
    bits = _place_bits(words)
    total = len(shingles)
    shingles = shingles[_repeated(shingles, bits)]
    first = first_of_groups(shingles >> np.uint64(bits))
    sizes = sizes_of(first, len(shingles))
    joined = sizes <= _most_common(sizes, total)
    shingles = shingles[np.repeat(joined, sizes)]
    many = sizes[joined].astype(np.int32)
    size = np.repeat(many, many)
    rank = np.arange(len(size), dtype=np.int32) - np.repeat(np.cumsum(many, dtype=np.int32) - many, many)
    place = (shingles & np.uint64((1 << bits) - 1)).astype(np.int32)
    return _Groups(place, words.owners()[place], size - 1 - rank, size)


def _repeated(shingles: U64, bits: int) -> npt.NDArray[np.bool_]:
    """Which sorted shingles have an equal one beside them."""
    repeated = np.zeros(len(shingles), dtype=np.bool_)
    for start, end in _chunks(len(shingles) - 1):
        same = (shingles[start:end] ^ shingles[start + 1 : end + 1]) < np.uint64(1 << bits)
        repeated[start:end] |= same
        repeated[start + 1 : end + 1] |= same
    return repeated


def _most_common(sizes: I64, total: int) -> int:
    """The size of the largest groups of equal shingles that the budget for this many shingles allows to join."""
    counts = np.bincount(sizes) if len(sizes) else np.zeros(1, dtype=np.int64)
    pairs = np.cumsum(counts * (np.arange(len(counts)) * (np.arange(len(counts)) - 1) // 2))
    allowed = int(np.searchsorted(pairs, BUDGET * total, side="right")) - 1
    return max(LEAST_COMMON, allowed)


def _slabs(groups: _Groups) -> list[_Groups]:
    """Whole groups in slabs of about so many places that their pairs fit into little memory."""
    ends = np.flatnonzero(groups.following == 0) + 1
    borders = ends[np.searchsorted(ends, np.arange(_SLAB, len(groups.place) + _SLAB, _SLAB)).clip(max=len(ends) - 1)]
    borders = np.unique(np.concatenate(([0], borders))) if len(ends) else np.zeros(1, dtype=np.int64)
    return [_Groups(*(column[start:end] for column in groups)) for start, end in pairwise(borders.tolist())]


def _paired(groups: _Groups) -> Iterator[tuple[I64, I64]]:
    """Every member of a group with every later one of another document: for each distance d, i goes with i + d."""
    member = np.flatnonzero(groups.following)
    distance = 1
    while len(member):
        other = member + distance
        apart = np.flatnonzero(groups.document[member] != groups.document[other])
        yield member[apart], other[apart]
        distance += 1
        member = member[groups.following[member] >= distance]


def _bucket(groups: _Groups, member: I64, other: I64, bits: int) -> I64:
    """The hash bucket of each pair of documents."""
    with np.errstate(over="ignore"):
        mixed = groups.document[member].astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= groups.document[other].astype(np.uint64)
        mixed *= np.uint64(0xC2B2AE3D27D4EB4F)
    mixed >>= np.uint64(64 - bits)
    return mixed.view(np.int64)


def _worth_looking(matches: Matches) -> Matches:
    """The matches of document pairs that share enough to hold a passage, ordered by pair."""
    order, first = group_by(matches.a, matches.b)
    if not len(order):
        return matches
    enough = np.add.reduceat(2.0 / matches.size[order], first) >= LEAST_WEIGHT - 1e-9
    return _taken(matches, order[np.repeat(enough, sizes_of(first, len(order)))])


def _runs(matches: Matches, offsets: I64, gap: int) -> Runs:
    at_a, at_b = matches.left - offsets[matches.a], matches.right - offsets[matches.b]
    diagonal = at_b - at_a
    order = order_by(matches.a, matches.b, diagonal, at_a)
    a, b, at_a, at_b = matches.a[order].astype(np.int64), matches.b[order].astype(np.int64), at_a[order], at_b[order]
    # A step back or a leap along one diagonal begins a run too: the number of runs passed so far goes on growing.
    leaps = np.cumsum(np.diff(at_a, prepend=at_a[:1]) > gap)
    first = first_of_groups(a, b, diagonal[order], leaps)
    last = np.append(first[1:], len(order)) - 1 if len(first) else first
    weight = np.add.reduceat(2.0 / matches.size[order], first) if len(first) else np.empty(0, dtype=np.float64)
    runs = Runs(
        a[first], b[first], at_a[first], at_a[last] + WIDTH, at_b[first], at_b[last] + WIDTH, last - first + 1, weight
    )
    order = order_by(runs.a, runs.b, runs.start_a, runs.start_b)
    places = (runs.start_a[order], runs.end_a[order], runs.start_b[order], runs.end_b[order])
    return Runs(runs.a[order], runs.b[order], *places, runs.hits[order], runs.weight[order])
