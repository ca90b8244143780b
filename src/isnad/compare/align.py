"""From runs to passages: runs of one document pair are chained over dropped, added and replaced words."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from isnad.compare.shingles import LEAST_WEIGHT, WIDTH, Runs
from isnad.text.tokens import U64, Words

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


class Aligned(NamedTuple):
    """A passage in word positions of both documents, with the share of words that are the same in order."""

    a: int
    b: int
    start_a: int
    end_a: int
    start_b: int
    end_b: int
    same: float


def passages(words: list[Words], runs: Runs) -> list[Aligned]:
    """The passages that two documents share, ordered by (a, b, start in a)."""
    out: list[Aligned] = []
    open_chains: list[_Chain] = []
    rows = zip(*(column.tolist() for column in runs), strict=True)
    pair = (-1, -1)
    for a, b, start_a, end_a, start_b, end_b, hits, weight in rows:
        if (a, b) != pair:
            out.extend(_finish(words, pair, open_chains))
            open_chains, pair = [], (a, b)
        _join(open_chains, _Chain(start_a, end_a, start_b, end_b, hits, weight))
    out.extend(_finish(words, pair, open_chains))
    return out


class _Chain:
    __slots__ = ("end_a", "end_b", "hits", "start_a", "start_b", "weight")

    def __init__(self, start_a: int, end_a: int, start_b: int, end_b: int, hits: int, weight: float) -> None:
        self.start_a, self.end_a, self.start_b, self.end_b = start_a, end_a, start_b, end_b
        self.hits, self.weight = hits, weight

    def goes_on_with(self, run: _Chain) -> bool:
        gap_a, gap_b = run.start_a - self.end_a, run.start_b - self.end_b
        return -WIDTH * 4 <= gap_a <= GAP and -WIDTH * 4 <= gap_b <= GAP and abs(gap_a - gap_b) <= DRIFT

    def add(self, run: _Chain) -> None:
        self.start_b = min(self.start_b, run.start_b)
        self.end_a, self.end_b = max(self.end_a, run.end_a), max(self.end_b, run.end_b)
        self.hits, self.weight = self.hits + run.hits, self.weight + run.weight


def _join(chains: list[_Chain], run: _Chain) -> None:
    """Add a run to the latest chain that it continues, or begin a new one."""
    for chain in reversed(chains[-12:]):
        if chain.goes_on_with(run):
            chain.add(run)
            return
    chains.append(run)


def _finish(words: list[Words], pair: tuple[int, int], chains: list[_Chain]) -> list[Aligned]:
    a, b = pair
    found = []
    for chain in chains:
        sizes = chain.end_a - chain.start_a, chain.end_b - chain.start_b
        if min(sizes) < SHORTEST - WIDTH or chain.weight < WEIGHT or chain.hits * 3 < max(sizes) * DENSITY:
            continue
        left, right = words[a].hashes, words[b].hashes
        start_a, start_b, end_a, end_b = _grow(left, right, chain.start_a, chain.start_b, chain.end_a, chain.end_b)
        longer = max(end_a - start_a, end_b - start_b)
        same = _same(left[start_a:end_a], right[start_b:end_b]) / longer
        if min(end_a - start_a, end_b - start_b) >= SHORTEST and same >= DENSITY:
            found.append(Aligned(a, b, start_a, end_a, start_b, end_b, same))
    return _without_overlap(found) if len(found) > 1 else found


def _grow(left: U64, right: U64, start_a: int, start_b: int, end_a: int, end_b: int) -> tuple[int, int, int, int]:
    """Extend a passage over equal words at its edges, stepping over one differing word at a time."""
    while True:
        if start_a and start_b and left[start_a - 1] == right[start_b - 1]:
            start_a, start_b = start_a - 1, start_b - 1
        elif (
            start_a > 2 and start_b > 2 and (left[start_a - 3 : start_a - 1] == right[start_b - 3 : start_b - 1]).all()
        ):
            start_a, start_b = start_a - 3, start_b - 3
        else:
            break
    size_a, size_b = len(left), len(right)
    while True:
        if end_a < size_a and end_b < size_b and left[end_a] == right[end_b]:
            end_a, end_b = end_a + 1, end_b + 1
        elif (
            end_a + 2 < size_a
            and end_b + 2 < size_b
            and (left[end_a + 1 : end_a + 3] == right[end_b + 1 : end_b + 3]).all()
        ):
            end_a, end_b = end_a + 3, end_b + 3
        else:
            return start_a, start_b, end_a, end_b


def _same(left: U64, right: U64) -> int:
    """How many words the two sides have in common, counted with repetition."""
    if len(left) == len(right) and (left == right).all():
        return len(left)
    return (Counter(left.tolist()) & Counter(right.tolist())).total()


def _without_overlap(found: list[Aligned]) -> list[Aligned]:
    """Of passages that overlap in one document, the longest stays."""
    kept: list[Aligned] = []
    for passage in sorted(found, key=lambda p: (p.start_a - p.end_a, p.start_a, p.start_b)):
        if all(
            (passage.end_a <= k.start_a or passage.start_a >= k.end_a)
            and (passage.end_b <= k.start_b or passage.start_b >= k.end_b)
            for k in kept
        ):
            kept.append(passage)
    return sorted(kept, key=lambda p: (p.start_a, p.start_b))
