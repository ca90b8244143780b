"""From runs to passages: runs of one document pair are chained over dropped, added and replaced words.

All passages of a case are made together, by array arithmetic: each run is linked to the latest run before it that
it continues, the linked runs are one chain, and chains grow over equal words at their edges.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from isnad.compare.order import first_of_groups, group_by, order_by, sizes_of
from isnad.compare.shingles import F64, LEAST_WEIGHT, WIDTH, Runs
from isnad.text.bulk import WordTable
from isnad.text.tokens import I64, U64

GAP = 14
"""Words that may lie between two runs of one passage, in either document."""
DRIFT = 10
"""By how many words the two sides may grow apart between two runs of one passage."""
SHORTEST = 12
"""Words of the shortest passage. Below it, set phrases of the trade are as frequent as copies."""
DENSITY = 0.5
"""Share of a passage's words (of the longer side) that must stand in both sides."""

WEIGHT = LEAST_WEIGHT
"""Least weight of a passage's shingles (see `shingles.Runs`). A twelve-word passage in ten reports reaches it, a set
phrase in twenty-five does not, though chance adds a word at its edge."""

_OVERLAP = WIDTH * 4
"""Words by which two runs of one passage may overlap: around a repeated word both diagonals match."""
_BACK = 12
"""How many runs back the run is looked for that a run continues."""
_WINDOW = 8
_BLOCK = 1 << 21


class Aligned(NamedTuple):
    """A passage in word positions of both documents, with the share of words that are the same."""

    a: int
    b: int
    start_a: int
    end_a: int
    start_b: int
    end_b: int
    same: float


class Passages(NamedTuple):
    """The columns of `Aligned`; starts and ends are word numbers of the document."""

    a: I64
    b: I64
    start_a: I64
    end_a: I64
    start_b: I64
    end_b: I64
    same: F64


def passages(words: WordTable, runs: Runs) -> list[Aligned]:
    """The passages that two documents share, ordered by (a, b, start in a)."""
    columns = (column.tolist() for column in align(words, runs))
    return [Aligned(*row) for row in zip(*columns, strict=True)]


def align(words: WordTable, runs: Runs) -> Passages:
    """The passages as columns, ordered by (a, b, start in a)."""
    chains = _promising(_chained(runs))
    found = _grown(words, chains)
    long = np.minimum(found.end_a - found.start_a, found.end_b - found.start_b) >= SHORTEST
    found = _taken(found, long & (found.same >= DENSITY))
    return _without_overlap(found)


def _taken(table: Passages, rows: npt.NDArray[np.generic]) -> Passages:
    return Passages(*(column[rows] for column in table))


def _chained(runs: Runs) -> Runs:
    """The runs of each chain as one, ordered by their first runs."""
    chain = _roots(_continued(runs))
    order, first = group_by(chain)
    if not len(first):
        return runs
    lead = order[first]
    return Runs(
        runs.a[lead],
        runs.b[lead],
        runs.start_a[lead],
        np.maximum.reduceat(runs.end_a[order], first),
        np.minimum.reduceat(runs.start_b[order], first),
        np.maximum.reduceat(runs.end_b[order], first),
        np.add.reduceat(runs.hits[order], first),
        np.add.reduceat(runs.weight[order], first),
    )


def _continued(runs: Runs) -> I64:
    """For every run the row of the latest run before it that it continues, or its own row."""
    rows = np.arange(len(runs.a))
    before = rows.copy()
    for back in range(1, _BACK + 1):
        # Only runs that continue none so far, and whose document pair reaches so far back.
        run = rows[back:][before[back:] == rows[back:]]
        earlier = run - back
        same_pair = (runs.a[run] == runs.a[earlier]) & (runs.b[run] == runs.b[earlier])
        run, earlier = run[same_pair], earlier[same_pair]
        if not len(run):
            break
        gap_a = runs.start_a[run] - runs.end_a[earlier]
        gap_b = runs.start_b[run] - runs.end_b[earlier]
        near = (np.maximum(gap_a, gap_b) <= GAP) & (np.minimum(gap_a, gap_b) >= -_OVERLAP)
        goes_on = near & (np.abs(gap_a - gap_b) <= DRIFT)
        before[run[goes_on]] = earlier[goes_on]
    return before


def _roots(before: I64) -> I64:
    """For every row the row that its links lead to, each round going twice as far."""
    while True:
        further = before[before]
        if np.array_equal(further, before):
            return before
        before = further


def _promising(chains: Runs) -> Runs:
    """The chains that can come to a passage; growing adds to them only what lies at their edges."""
    size_a, size_b = chains.end_a - chains.start_a, chains.end_b - chains.start_b
    keep = (
        (np.minimum(size_a, size_b) >= SHORTEST - WIDTH)
        & (chains.weight >= WEIGHT - 1e-9)
        & (chains.hits * WIDTH >= np.maximum(size_a, size_b) * DENSITY)
    )
    return Runs(*(column[keep] for column in chains))


def _grown(words: WordTable, chains: Runs) -> Passages:
    """Chains extended over equal words at their edges, with the share of words that are the same."""
    origin_a, origin_b = words.offsets[chains.a], words.offsets[chains.b]
    size_a, size_b = words.offsets[chains.a + 1] - origin_a, words.offsets[chains.b + 1] - origin_b
    room = np.minimum(chains.start_a, chains.start_b)
    left = _extension(words.hashes, origin_a + chains.start_a - 1, origin_b + chains.start_b - 1, room, -1)
    room = np.minimum(size_a - chains.end_a, size_b - chains.end_b)
    right = _extension(words.hashes, origin_a + chains.end_a, origin_b + chains.end_b, room, 1)
    start_a, start_b = chains.start_a - left, chains.start_b - left
    end_a, end_b = chains.end_a + right, chains.end_b + right
    same = _same_words(words.hashes, origin_a + start_a, origin_a + end_a, origin_b + start_b, origin_b + end_b)
    share = same / np.maximum(end_a - start_a, end_b - start_b)
    return Passages(chains.a, chains.b, start_a, end_a, start_b, end_b, share)


def _extension(hashes: U64, at_a: I64, at_b: I64, room: I64, step: int) -> I64:
    """By how many words both sides can be extended from ``at_a`` and ``at_b`` on, forward or backward.

    One differing word at a time is stepped over where the next two are equal.
    """
    grown = np.zeros(len(at_a), dtype=np.int64)
    going = np.flatnonzero(room > 0)
    ahead = np.arange(_WINDOW)
    while len(going):
        offsets = grown[going, None] + ahead
        inside = offsets < room[going, None]
        offsets = np.where(inside, offsets, 0) * step
        equal = inside & (hashes[at_a[going, None] + offsets] == hashes[at_b[going, None] + offsets])
        run = np.where(equal.all(axis=1), _WINDOW, np.argmin(equal, axis=1))
        # Where not even the first word is equal, over it or no further.
        run[(run == 0) & equal[:, 1] & equal[:, 2]] = 3
        grown[going] += run
        going = going[run > 0]
    return grown


def _same_words(hashes: U64, start_a: I64, end_a: I64, start_b: I64, end_b: I64) -> I64:
    """How many words the two sides of each passage have in common, counted with repetition."""
    sizes = (end_a - start_a) + (end_b - start_b)
    out = np.zeros(len(sizes), dtype=np.int64)
    # In blocks, so that memory does not grow with the number of passages.
    borders = np.searchsorted(np.cumsum(sizes), np.arange(0, int(sizes.sum()) + _BLOCK, _BLOCK), side="left")
    for first, last in pairwise(np.unique(np.append(borders, len(sizes))).tolist()):
        part = slice(first, last)
        passage_a, word_a = _spread(start_a[part], end_a[part])
        passage_b, word_b = _spread(start_b[part], end_b[part])
        bits = (last - first).bit_length()
        # Passage, word and side in one number: two words of a passage fall together about once in 2^40 pairs.
        key_a = _packed(passage_a, hashes[word_a], bits)
        key_b = _packed(passage_b, hashes[word_b], bits) | np.uint64(1)
        keys = np.sort(np.concatenate((key_a, key_b)))
        group = first_of_groups(keys >> np.uint64(1))
        if not len(group):
            continue
        on_b = np.add.reduceat((keys & np.uint64(1)).astype(np.int64), group)
        both = np.minimum(on_b, sizes_of(group, len(keys)) - on_b)
        passage = (keys[group] >> np.uint64(64 - bits)).astype(np.int64)
        out[part] = np.bincount(passage, weights=both, minlength=last - first).astype(np.int64)
    return out


def _spread(starts: I64, ends: I64) -> tuple[I64, I64]:
    """The words of ranges one after the other: number of the range, and number of the word."""
    sizes = ends - starts
    number = np.repeat(np.arange(len(sizes)), sizes)
    return number, np.arange(len(number)) + np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)


def _packed(passage: I64, hashes: U64, bits: int) -> U64:
    key = passage.astype(np.uint64) << np.uint64(64 - bits)
    return (key | (hashes >> np.uint64(bits))) & ~np.uint64(1)


def _without_overlap(found: Passages) -> Passages:
    """Of passages of one document pair that overlap in one document, the longest stays."""
    _, first = group_by(found.a, found.b)
    keep = np.ones(len(found.a), dtype=np.bool_)
    order = order_by(found.a, found.b, found.start_a - found.end_a, found.start_a, found.start_b)
    sizes = sizes_of(first, len(order))
    # Only the document pairs with several passages.
    for start, size in zip(first[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        kept: list[tuple[int, int, int, int]] = []
        for row in order[start : start + size].tolist():
            one = (found.start_a.item(row), found.end_a.item(row), found.start_b.item(row), found.end_b.item(row))
            keep[row] = all((one[1] <= k[0] or one[0] >= k[1]) and (one[3] <= k[2] or one[2] >= k[3]) for k in kept)
            if keep[row]:
                kept.append(one)
    found = _taken(found, keep)
    return _taken(found, order_by(found.a, found.b, found.start_a, found.start_b))
