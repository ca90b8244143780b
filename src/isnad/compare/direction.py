"""Who took it from whom: credits and names first, then time, then completeness; ``unknown`` where nothing tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from isnad.compare.naming import Named
from isnad.lang.outlets import OutletTable
from isnad.model import Analysis

Direction = Literal["a_from_b", "b_from_a", "unknown"]

WHOLE, MOST, TIMES = 0.9, 0.6, 2
"""Share of a report that stands in another for it to be nearly all, or most, of it; and how many times the share of
the other that must be. Of news pairs of which one credits the other, `MOST` and `TIMES` were right on 4 of 4."""

_DAY, _TIME = 10, 19
_ZONE = re.compile(r"T.*(?:Z|[+-]\d\d:?\d\d)$")


class Side(NamedTuple):
    """What tells of one document: its outlet's id (or name), date, and the ids (or names) it credits.

    ``foreign`` are those of them whose own reports in the case are all in other languages than this one: their words
    do not stand here, but a translation of them.
    """

    outlet: str | None
    label: str
    date: str
    credits: tuple[str, ...]
    language: str = ""
    foreign: frozenset[str] = frozenset()


_NOTHING = (Named(), Named())


def side(analysis: Analysis, own: str | None) -> Side:
    """The side of one analysis, of the outlet with this id (or name)."""
    document = analysis.document
    credited = dict.fromkeys(credit.outlet_id or credit.name for credit in analysis.credits)
    others = tuple(one for one in credited if one != own)
    return Side(own, document.outlet or document.name, document.date or "", others, analysis.text.language)


def direction(
    a: Side, b: Side, contained_a: float, contained_b: float, named: tuple[Named, Named] = _NOTHING
) -> tuple[Direction, str]:
    """The direction of a copy and the reason for it, as a sentence that can be checked.

    ``named``: what a names in or near what they share, and what b does.
    """
    return (
        _by_credit(a, b, named)
        or _by_name(a, b, named)
        or _by_shared_credit(a, b)
        or _by_time(a, b)
        or _by_own_name(a, b, named)
        or _by_completeness(a, b, contained_a, contained_b)
    )


def _by_credit(a: Side, b: Side, named: tuple[Named, Named]) -> tuple[Direction, str] | None:
    nearer = _nearer(named)
    for one, other, verdict in ((a, b, "a_from_b"), (b, a, "b_from_a")):
        if _credits(one, other) and not _credits(other, one) and nearer in (None, verdict):
            return _as(verdict), f"{one.label} credits {other.label}"
    if nearer is not None:
        one, other = (a, b) if nearer == "a_from_b" else (b, a)
        return nearer, f"{one.label} names {other.label} in it"
    if _credits(a, b) and _credits(b, a):
        return "unknown", f"{a.label} and {b.label} credit each other"
    return None


def _nearer(named: tuple[Named, Named]) -> Direction | None:
    """Which of two reports names the other within what they share, the other not at all or for a small part of it.

    A credit may be for another sentence; a name covers what stands behind it.
    """
    if named[0].within > TIMES * named[1].within:
        return "a_from_b"
    return "b_from_a" if named[1].within > TIMES * named[0].within else None


def _credits(one: Side, other: Side) -> bool:
    return other.outlet is not None and other.outlet in one.credits


def _by_name(a: Side, b: Side, named: tuple[Named, Named]) -> tuple[Direction, str] | None:
    if named[0].beside == named[1].beside:
        return None
    one, other, verdict = (a, b, "a_from_b") if named[0].beside else (b, a, "b_from_a")
    return _as(verdict), f"{one.label} names {other.label} beside it"


def _by_shared_credit(a: Side, b: Side) -> tuple[Direction, str] | None:
    """Two reports of one agency, neither of which took from the other.

    Where all they credit wrote in other languages and the two share the words of a translation, they do not both have
    them from there: a shared translation is a conjunctive error in the sense of textual criticism (Maas, Textkritik,
    1927), and time tells who has it from whom.
    """
    shared = [credit for credit in a.credits if credit in b.credits]
    if not shared:
        return None
    if a.language == b.language and a.foreign.issuperset(shared) and b.foreign.issuperset(shared):
        found = _by_time(a, b)
        return found and (found[0], f"both credit {shared[0]}, but share the words of a translation; {found[1]}")
    return "unknown", f"both credit {shared[0]}: copies of one report, not of each other"


def _as(verdict: str) -> Direction:
    return "a_from_b" if verdict == "a_from_b" else "b_from_a"


def _by_time(a: Side, b: Side) -> tuple[Direction, str] | None:
    first, second = _comparable(a.date, b.date)
    if not first or not second or first == second:
        return None
    if first < second:
        return "b_from_a", f"{a.label} is earlier ({a.date} before {b.date})"
    return "a_from_b", f"{b.label} is earlier ({b.date} before {a.date})"


def _comparable(a: str, b: str) -> tuple[str, str]:
    """Two ISO dates in one time zone, only as far as both go: a day does not come before its own noon.

    Where only one has a zone, the days are compared as they are written.
    """
    zoned = [_ZONE.search(date) is not None for date in (a, b)]
    if all(zoned):
        a, b = _in_utc(a), _in_utc(b)
    elif any(zoned):
        a, b = a[:_DAY], b[:_DAY]
    common = min(len(a), len(b))
    return a[:common], b[:common]


def _in_utc(date: str) -> str:
    """A date with time and zone as the same instant in UTC, as precise as it was; no time of day: its day."""
    try:
        moment = datetime.fromisoformat(date).astimezone(UTC)
    except (ValueError, OverflowError):
        return date[:_DAY]
    return moment.strftime("%Y-%m-%dT%H:%M:%S" if date.count(":", 0, _TIME) == 2 else "%Y-%m-%dT%H:%M")


def _by_own_name(a: Side, b: Side, named: tuple[Named, Named]) -> tuple[Direction, str] | None:
    """Words that were said to an outlet ("he told the Post") stood there first, if the other leaves its name out."""
    if named[0].itself == named[1].itself:
        return None
    one, verdict = (a, "b_from_a") if named[0].itself else (b, "a_from_b")
    return _as(verdict), f"what they share names {one.label} itself"


def _by_completeness(a: Side, b: Side, contained_a: float, contained_b: float) -> tuple[Direction, str]:
    for one, other, less, more, verdict in (
        (a, b, contained_a, contained_b, "a_from_b"),
        (b, a, contained_b, contained_a, "b_from_a"),
    ):
        if less >= WHOLE and more <= MOST:
            return _as(verdict), f"nearly all of {one.label} stands in {other.label}, which has more"
        # A translation of a part and another translation of it are both contained in the same way.
        if a.language == b.language and less >= MOST and less >= TIMES * more:
            return _as(verdict), f"most of {one.label} stands in {other.label}, which has much more"
    return "unknown", "neither credits the other, and neither time nor completeness tells"


def sides(analyses: Sequence[Analysis], outlets: OutletTable) -> list[Side]:
    """The sides of all analyses, in order."""
    names = {analysis.document.outlet for analysis in analyses} - {None}
    ids = {name: known.id if (known := outlets.find(name)) else name for name in names if name}
    found = [side(analysis, ids.get(analysis.document.outlet or "")) for analysis in analyses]
    languages: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.outlet:
            languages[one.outlet].add(one.language)
    return [one._replace(foreign=_foreign(one, languages)) for one in found]


def _foreign(one: Side, languages: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Whom a report credits, if all that the case has of them is in other languages."""
    return frozenset(c for c in one.credits if c in languages and one.language not in languages[c])
