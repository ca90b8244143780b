"""Who took from whom, as far as comparing found out."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.model import Dossier


def taken(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Giver and taker of each copy whose direction is known."""
    for copy in dossier.comparison.copies:
        if copy.direction == "b_from_a":
            yield copy.a, copy.b
        elif copy.direction == "a_from_b":
            yield copy.b, copy.a
