"""Runs of sentences of two documents that say the same in the same order, by what their bags share.

Sentences are aligned one to one, one to two and two to one, as in the alignment of parallel texts (Gale and Church, "A
program for aligning sentences in bilingual corpora", 1993), by shared keys in place of length, and locally, since a
report takes over a passage and not the whole.  The chain with the most evidence wins; then the next one beside it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from isnad.compare.translated_bags import F64, Bags, Side
from isnad.text.tokens import I64

LEAST_LIKE = 0.2
"""Likeness of two sentences below which they are not aligned."""
THRESHOLD = 0.28
"""Likeness from which a pair of sentences adds evidence to its chain."""
JOINED = 0.2
"""What it costs to take two sentences for one: their keys alone must not be worth it by chance."""
SKIP = 0.08
"""What a sentence that is left out costs, for each unit of its mass."""
REACH = 4
"""Sentences between two aligned ones, in either document."""


class Bead(NamedTuple):
    """Sentences ``a_first`` to ``a_last`` of one side over against ``b_first`` to ``b_last`` of the other.

    ``mass`` is the geometric mean of both sides' mass, ``shared`` what they share of it, ``keys`` in how many keys.
    """

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    shared: float
    mass: float
    keys: int

    @property
    def like(self) -> float:
        """The share of both sides' mass that is shared."""
        return self.shared / self.mass

    @property
    def gain(self) -> float:
        """What the bead adds to its chain."""
        joined = self.a_last - self.a_first + self.b_last - self.b_first > 2
        return self.shared - THRESHOLD * self.mass - joined * JOINED


class Units(NamedTuple):
    """Sentences of a side, and pairs of neighbours, with the entries of their bags ordered by key."""

    first: I64
    last: I64
    mass: F64
    unit: I64
    key: I64
    weight: F64


def units(bags: Bags, side: Side) -> Units:
    """The single sentences and neighbouring pairs of a side."""
    count = side.last - side.first
    single = np.arange(count)
    first = np.concatenate((single, single[:-1]))
    last = np.concatenate((single + 1, single[:-1] + 2))
    low, high = bags.bounds[side.first], bags.bounds[side.last]
    sentence = np.repeat(single, np.diff(bags.bounds[side.first : side.last + 1]))
    keys, weights = bags.keys[low:high], bags.weights[low:high]
    told = weights > 0
    sentence, keys, weights = sentence[told], keys[told], weights[told]
    # A sentence belongs to itself, to the pair that it begins and to the pair that it ends.
    begins, ends = sentence < count - 1, sentence > 0
    unit = np.concatenate((sentence, count + sentence[begins], count + sentence[ends] - 1))
    key = np.concatenate((keys, keys[begins], keys[ends]))
    weight = np.concatenate((weights, weights[begins], weights[ends]))
    size = max(1, len(first))
    packed, inverse = np.unique(key * size + unit, return_inverse=True)
    mass = bags.mass[side.first : side.last]
    both = np.concatenate((mass, mass[:-1] + mass[1:]))
    summed = np.bincount(inverse, weights=weight, minlength=len(packed)).astype(np.float64)
    return Units(first, last, both, packed % size, packed // size, summed)


def beads(a: Units, b: Units) -> list[Bead]:
    """All pairs of units that share enough, two to two left out, ordered by place."""
    left, right = _shared_entries(a.key, b.key)
    if not len(left):
        return []
    size = len(b.first)
    cells, inverse = np.unique(a.unit[left] * size + b.unit[right], return_inverse=True)
    shared = np.bincount(inverse, weights=np.minimum(a.weight[left], b.weight[right]))
    keys = np.bincount(inverse)
    i, j = cells // size, cells % size
    mass = np.sqrt(a.mass[i] * b.mass[j])
    single = (a.last[i] - a.first[i] == 1) | (b.last[j] - b.first[j] == 1)
    kept = np.flatnonzero(single & (shared >= LEAST_LIKE * mass) & (keys > 1))
    rows = zip(
        *(column[kept].tolist() for column in (a.first[i], a.last[i], b.first[j], b.last[j], shared, mass, keys)),
        strict=True,
    )
    return sorted(Bead(*row) for row in rows)


def _shared_entries(left: I64, right: I64) -> tuple[I64, I64]:
    """All pairs of entries with one key; both sides are ordered by key."""
    low, high = np.searchsorted(right, left, "left"), np.searchsorted(right, left, "right")
    counts = high - low
    at = np.repeat(np.arange(len(left)), counts)
    offset = np.arange(len(at)) - np.repeat(np.cumsum(counts) - counts, counts)
    return at, low[at] + offset


def chains(found: list[Bead], mass_a: F64, mass_b: F64) -> list[list[Bead]]:
    """Chains of beads that go on in both documents, the one with most evidence first, without overlap."""
    skip_a, skip_b = np.concatenate(([0.0], np.cumsum(mass_a))), np.concatenate(([0.0], np.cumsum(mass_b)))
    out = []
    rest = found
    while rest:
        chain = _best(rest, skip_a.tolist(), skip_b.tolist())
        if not chain:
            break
        out.append(chain)
        a, b = (chain[0].a_first, chain[-1].a_last), (chain[0].b_first, chain[-1].b_last)
        rest = [x for x in rest if _outside(x.a_first, x.a_last, a) and _outside(x.b_first, x.b_last, b)]
    return out


def _outside(first: int, last: int, taken: tuple[int, int]) -> bool:
    return last <= taken[0] or first >= taken[1]


def _best(found: list[Bead], skip_a: list[float], skip_b: list[float]) -> list[Bead]:
    """The chain with the highest sum of gains less what is skipped; empty where nothing gains."""
    scores: list[float] = []
    before: list[int] = []
    for at, bead in enumerate(found):
        best, link = 0.0, -1
        for i in range(at - 1, -1, -1):
            other = found[i]
            gap_a, gap_b = bead.a_first - other.a_last, bead.b_first - other.b_last
            if bead.a_first - other.a_first > REACH + 2:
                break
            if not (0 <= gap_a <= REACH and 0 <= gap_b <= REACH):
                continue
            skipped = skip_a[bead.a_first] - skip_a[other.a_last] + skip_b[bead.b_first] - skip_b[other.b_last]
            if scores[i] - SKIP * skipped > best:
                best, link = scores[i] - SKIP * skipped, i
        scores.append(best + bead.gain)
        before.append(link)
    at = max(range(len(scores)), key=lambda i: (scores[i], -i))
    if scores[at] <= 0:
        return []
    chain = []
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]
