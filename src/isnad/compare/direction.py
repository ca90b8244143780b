"""Who took it from whom: a credit first, then time, then completeness; ``unknown`` where nothing tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from isnad.lang.outlets import OutletTable
from isnad.model import Analysis

Direction = Literal["a_from_b", "b_from_a", "unknown"]


class Side(NamedTuple):
    """What tells of one document: its outlet's id (or name), date, and the ids (or names) it credits."""

    outlet: str | None
    label: str
    date: str
    credits: tuple[str, ...]


def side(analysis: Analysis, outlets: OutletTable) -> Side:
    """The side of one analysis."""
    name = analysis.document.outlet
    known = outlets.find(name) if name else None
    own = known.id if known else name
    credited = tuple(dict.fromkeys(credit.outlet_id or credit.name for credit in analysis.credits))
    return Side(
        own, name or analysis.document.name, analysis.document.date or "", tuple(c for c in credited if c != own)
    )


def direction(a: Side, b: Side, contained_a: float, contained_b: float) -> tuple[Direction, str]:
    """The direction of a copy and the reason for it, as a sentence that can be checked."""
    for one, other, verdict in ((a, b, "a_from_b"), (b, a, "b_from_a")):
        if other.outlet and other.outlet in one.credits and one.outlet not in other.credits:
            return _as(verdict), f"{one.label} credits {other.label}"
    if a.outlet and b.outlet and a.outlet in b.credits and b.outlet in a.credits:
        return "unknown", f"{a.label} and {b.label} credit each other"
    shared = [credit for credit in a.credits if credit in b.credits]
    if shared:
        return "unknown", f"both credit {shared[0]}: copies of one report, not of each other"
    return _by_time(a, b) or _by_completeness(a, b, contained_a, contained_b)


def _as(verdict: str) -> Direction:
    return "a_from_b" if verdict == "a_from_b" else "b_from_a"


def _by_time(a: Side, b: Side) -> tuple[Direction, str] | None:
    # Dates of different precision are compared only as far as both go: a day does not come before its own noon.
    common = min(len(a.date), len(b.date))
    first, second = a.date[:common], b.date[:common]
    if not common or first == second:
        return None
    if first < second:
        return "b_from_a", f"{a.label} is earlier ({a.date} before {b.date})"
    return "a_from_b", f"{b.label} is earlier ({b.date} before {a.date})"


def _by_completeness(a: Side, b: Side, contained_a: float, contained_b: float) -> tuple[Direction, str]:
    if contained_a >= 0.9 and contained_b <= 0.6:
        return "a_from_b", f"nearly all of {a.label} stands in {b.label}, which has more"
    if contained_b >= 0.9 and contained_a <= 0.6:
        return "b_from_a", f"nearly all of {b.label} stands in {a.label}, which has more"
    return "unknown", "neither credits the other, and neither time nor completeness tells"


def sides(analyses: Sequence[Analysis], outlets: OutletTable) -> list[Side]:
    """The sides of all analyses, in order."""
    return [side(analysis, outlets) for analysis in analyses]
