"""What is rare in a case brings two reports together: its weight, and the pairs that it proposes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

FREQUENT = 40
"""Places of a key beyond which it is no longer looked up: what everybody has brings nobody together."""
WORLD = {"who": 150, "where": 60, "day": 150, "value": 100, "about": 15}
"""Reports outside the case that a key is taken to be rare in: in a case of twenty, a name that all have still tells."""


def rarity(documents: int, world: int, spread: int) -> float:
    """The weight of what ``spread`` of ``documents`` reports have (inverse document frequency, Spärck Jones 1972)."""
    return math.log((documents + world) / spread)


def neighbours(places: Mapping[Any, Sequence[int]], reach: int) -> Iterator[tuple[int, int]]:
    """Pairs of numbers that share a key which is not frequent, each pair once, in the order of the keys.

    A number is paired with the ``reach`` behind it in the list of a key; the others follow by joining, so that the
    work stays linear in the lists.
    """
    seen: set[tuple[int, int]] = set()
    for _, found in sorted(places.items()):
        if len(found) > FREQUENT:
            continue
        for at, a in enumerate(found):
            for b in found[at + 1 : at + 1 + reach]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b
