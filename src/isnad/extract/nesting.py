"""Which statement stands inside which."""

from __future__ import annotations

from isnad.extract.base import Candidate

DEPTH = 12
"""Levels of statements inside statements; what stands deeper are words of the last level."""
_OPEN = 64
"""Contents that are looked at for one candidate: the innermost ones, so that overlapping ones stay linear."""


def parents(candidates: list[Candidate]) -> list[int | None]:
    """For each candidate the index of the innermost candidate whose content holds it, or None.

    A statement is inside another when cue and content lie in the other's content, or when both have one content
    and the grammar gave it a deeper level («الجزیره به نقل از رویترز گزارش داد که …»).  Nobody is the parent of more
    than ``DEPTH`` levels, so time grows with the number of candidates.
    """
    reach = [(c.content[0][0], c.content[-1][1]) for c in candidates]
    order = sorted(range(len(candidates)), key=lambda i: (reach[i][0], -reach[i][1], candidates[i].level))
    out: list[int | None] = [None] * len(candidates)
    depths = [0] * len(candidates)
    active: list[int] = []
    for i in order:
        if active:
            active = [j for j in active if reach[j][1] > reach[i][0]][-_OPEN:]
        best: int | None = None
        for j in active:
            if _inside(candidates[i], reach[i], candidates[j], reach[j]) and (
                best is None or _smaller(candidates, reach, j, best)
            ):
                best = j
        out[i] = best
        depths[i] = 0 if best is None else depths[best] + 1
        if depths[i] < DEPTH:
            active.append(i)
    return out


def shallow(candidates: list[Candidate]) -> tuple[list[Candidate], list[int | None]]:
    """The candidates of the first ``DEPTH`` levels, and the parent of each: deeper ones are words of the last level."""
    above = parents(candidates)
    if len(above) - above.count(None) < DEPTH:
        return candidates, above
    kept = [i for i in range(len(candidates)) if not _too_deep(i, above)]
    if len(kept) == len(candidates):
        return candidates, above
    place = {old: new for new, old in enumerate(kept)}
    moved = [None if (parent := above[i]) is None else place[parent] for i in kept]
    return [candidates[i] for i in kept], moved


def _too_deep(i: int, above: list[int | None]) -> bool:
    depth, parent = 0, above[i]
    while parent is not None:
        depth, parent = depth + 1, above[parent]
    return depth >= DEPTH


def _inside(inner: Candidate, inner_reach: tuple[int, int], outer: Candidate, outer_reach: tuple[int, int]) -> bool:
    if inner_reach[0] < outer_reach[0] or inner_reach[1] > outer_reach[1]:
        return False
    if inner_reach == outer_reach and inner.level != outer.level:
        return inner.level > outer.level
    return outer_reach[0] <= inner.cue[0] and inner.cue[1] <= outer_reach[1] and inner.cue != outer.cue


def _smaller(candidates: list[Candidate], reach: list[tuple[int, int]], a: int, b: int) -> bool:
    size_a, size_b = reach[a][1] - reach[a][0], reach[b][1] - reach[b][0]
    return size_a < size_b or (size_a == size_b and candidates[a].level > candidates[b].level)
