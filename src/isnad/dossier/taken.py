"""Who took from whom, as far as comparing found out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from isnad.model import Dossier


def taken(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Giver and taker of each copy whose direction is known."""
    for copy in dossier.comparison.copies:
        if copy.direction == "b_from_a":
            yield copy.a, copy.b
        elif copy.direction == "a_from_b":
            yield copy.b, copy.a


def givers_of(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """The documents that each document took from."""
    found: dict[str, list[str]] = defaultdict(list)
    for giver, taker in taken(dossier):
        found[taker].append(giver)
    return {taker: tuple(givers) for taker, givers in found.items()}
