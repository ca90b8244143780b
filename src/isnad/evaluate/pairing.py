"""Which found thing is which right one: one to one, the best pairs first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

LEAST = 0.5


def paired(gold: Sequence[T], found: Sequence[T], likeness: Callable[[T, T], float]) -> list[tuple[int, int]]:
    """Pairs of indices whose likeness is at least ``LEAST``, best first; equal ones in the order of ``gold``."""
    ranked = sorted(
        (-alike, i, j)
        for i, right in enumerate(gold)
        for j, one in enumerate(found)
        if (alike := likeness(right, one)) >= LEAST
    )
    pairs: list[tuple[int, int]] = []
    free_gold, free_found = set(range(len(gold))), set(range(len(found)))
    for _, i, j in ranked:
        if i in free_gold and j in free_found:
            pairs.append((i, j))
            free_gold.remove(i)
            free_found.remove(j)
    return pairs
