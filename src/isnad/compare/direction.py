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


def side(analysis: Analysis, own: str | None) -> Side:
    """The side of one analysis, of the outlet with this id (or name)."""
    name = analysis.document.outlet
    credited = tuple(dict.fromkeys(credit.outlet_id or credit.name for credit in analysis.credits))
    return Side(
        own, name or analysis.document.name, analysis.document.date or "", tuple(c for c in credited if c != own)
    )


def direction(
    a: Side, b: Side, contained_a: float, contained_b: float, named: tuple[bool, bool] = (False, False)
) -> tuple[Direction, str]:
    """The direction of a copy and the reason for it, as a sentence that can be checked.

    ``named``: whether a names the outlet of b near what they share, and b that of a.
    """
    for one, other, verdict in ((a, b, "a_from_b"), (b, a, "b_from_a")):
        if other.outlet and other.outlet in one.credits and one.outlet not in other.credits:
            return _as(verdict), f"{one.label} credits {other.label}"
    if a.outlet and b.outlet and a.outlet in b.credits and b.outlet in a.credits:
        return "unknown", f"{a.label} and {b.label} credit each other"
    if named[0] != named[1]:
        one, other = (a, b) if named[0] else (b, a)
        return _as("a_from_b" if named[0] else "b_from_a"), f"{one.label} names {other.label} beside it"
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
    names = {analysis.document.outlet for analysis in analyses} - {None}
    ids = {name: known.id if (known := outlets.find(name)) else name for name in names if name}
    return [side(analysis, ids.get(analysis.document.outlet or "")) for analysis in analyses]
