"""From runs to passages: runs of one document pair are chained over dropped, added and replaced words."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from isnad.compare.shingles import WIDTH, Runs
from isnad.text.tokens import U64, Words

GAP = 14
"""Words that may lie between two runs of one passage, in either document."""
DRIFT = 10
"""By how many words the two sides may grow apart between two runs of one passage."""
SHORTEST = 12
"""Words of the shortest passage. Below it, set phrases of the trade are as frequent as copies."""
DENSITY = 0.5
"""Share of a passage's words (of the longer side) that must stand in both sides."""


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
    open_chains: list[list[int]] = []
    rows = np.column_stack(runs).tolist() if len(runs.a) else []
    pair = (-1, -1)
    for a, b, start_a, end_a, start_b, end_b, hits in rows:
        if (a, b) != pair:
            out.extend(_finish(words, pair, open_chains))
            open_chains, pair = [], (a, b)
        _join(open_chains, [start_a, end_a, start_b, end_b, hits])
    out.extend(_finish(words, pair, open_chains))
    return out


def _join(chains: list[list[int]], run: list[int]) -> None:
    """Append a run to the chain that it continues best, or begin a new chain. Chains are [sa, ea, sb, eb, hits]."""
    start_a, end_a, start_b, end_b, hits = run
    best = None
    for chain in reversed(chains[-12:]):
        gap_a, gap_b = start_a - chain[1], start_b - chain[3]
        if -end_a < gap_a <= GAP and -WIDTH * 4 <= gap_b <= GAP and abs(gap_a - gap_b) <= DRIFT and gap_a >= -WIDTH * 4:
            best = chain
            break
    if best is None:
        chains.append(run)
        return
    best[1], best[3] = max(best[1], end_a), max(best[3], end_b)
    best[0], best[2] = min(best[0], start_a), min(best[2], start_b)
    best[4] += hits


def _finish(words: list[Words], pair: tuple[int, int], chains: list[list[int]]) -> list[Aligned]:
    if not chains:
        return []
    a, b = pair
    found = []
    for start_a, end_a, start_b, end_b, hits in chains:
        longer = max(end_a - start_a, end_b - start_b)
        if min(end_a - start_a, end_b - start_b) < SHORTEST - WIDTH or hits * 3 < longer * DENSITY:
            continue
        start_a, start_b, end_a, end_b = _grow(words[a].hashes, words[b].hashes, start_a, start_b, end_a, end_b)
        longer = max(end_a - start_a, end_b - start_b)
        same = _same(words[a].hashes[start_a:end_a], words[b].hashes[start_b:end_b]) / longer
        if min(end_a - start_a, end_b - start_b) >= SHORTEST and same >= DENSITY:
            found.append(Aligned(a, b, start_a, end_a, start_b, end_b, same))
    return _without_overlap(found)


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
    values_a, counts_a = np.unique(left, return_counts=True)
    values_b, counts_b = np.unique(right, return_counts=True)
    _, at_a, at_b = np.intersect1d(values_a, values_b, assume_unique=True, return_indices=True)
    return int(np.minimum(counts_a[at_a], counts_b[at_b]).sum())


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
