"""Where and when a clause says that something happened."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.claim.arguments import Role
from isnad.claim.clauses import Clause
from isnad.claim.events import Event
from isnad.claim.scan import Named, Scan
from isnad.claim.words import Use
from isnad.model import Span, Value

_BACK = 5
_STOP = Use.OTHER | Use.BY | Use.WITH | Use.BETWEEN | Use.ON | Use.VERB | Use.BORDER | Use.RELATIVE | Use.THAT


def place_of(scan: Scan, clause: Clause, names: Sequence[Named], parts: Sequence[tuple[Role, Named]]) -> Span | None:
    """The place that a preposition of place governs ("in the southern port of X"), else the only place of the clause
    that has no other part and no other preposition."""
    taken = {one.first for _, one in parts}
    places = [one for one in names if one.mention.kind == "place" and one.first not in taken]
    free = []
    for one in places:
        governed = _governed(scan, clause, one)
        if governed:
            return one.mention.span
        if governed is None:
            free.append(one)
    return free[0].mention.span if len(places) == 1 and free else None


def _governed(scan: Scan, clause: Clause, one: Named) -> bool | None:
    """True behind a preposition of place, False behind another one or a possessive, None behind none."""
    start = scan.folded.to_key(one.mention.span.start)
    letters = scan.key[scan.starts[one.first] : start] if start > scan.starts[one.first] else ""
    if letters and letters[-1] in "بل":
        return letters[-1] == "ب"
    end = scan.ends[one.end - 1]
    if scan.key[end : end + 1] in ("'", "’"):
        return False
    for at in range(one.first - 1, max(clause.first, one.first - _BACK) - 1, -1):
        use = clause.uses.get(at, 0)
        if use & Use.IN or scan.texts[at] == "at":
            return True
        if use & _STOP:
            return False
        if not scan.texts[at][0].isalnum() and scan.texts[at] not in "«\"'":
            return None
    return None


def time_of(event: Event | None, values: Sequence[tuple[int, Value]]) -> Value | None:
    """The date that says when: one that is bound to the event's concept, else the nearest to the event, else the first.

    An anniversary dates what happens on it, never the event that it recalls.
    """
    dates = [(at, value) for at, value in values if value.kind == "date"]
    if not dates:
        return None
    if event is None:
        return dates[0][1]
    own = [found for found in dates if found[1].of == event.concept and found[1].unit != "anniversary"]
    other = [found for found in dates if not (found[1].of == event.concept and found[1].unit == "anniversary")]
    wanted = own or other
    return min(wanted, key=lambda found: (abs(found[0] - event.first), found[0]))[1] if wanted else None
