"""Which dates and clock times tell when something was, and which only date the report or stand for something else.

A date is bound to a happening where the clause names one.  Where it does not ("the key had been theirs since 2015", "we
arrived at eight"), it is still worth setting beside others: a copy, the same speaker or a report of the same story may
give it again (`echoes`).
"""

from __future__ import annotations

from isnad.compare.intervals import amount_of, days_of
from isnad.compare.parts import is_end
from isnad.compare.scene import Scene
from isnad.model import Claim, Value


def dates_another(claim: Claim, value: Value, scene: Scene) -> bool:
    """Whether a date is not when the happening was: of its anniversary, when it ended, or a day of the week beside a
    date ("on January 18 of that year, a Wednesday")."""
    if value.unit == "anniversary" or is_anniversary(claim) or is_end(value, scene):
        return True
    if _has_digits(value):
        return False
    return any(_has_digits(one) for one in claim.values if one.kind == "date" and one != value)


def is_anniversary(claim: Claim) -> bool:
    """Whether a clause dates an anniversary and not the happening itself."""
    return any(topic.concept == "anniversary" for topic in claim.topics)


def dates_something(claim: Claim, value: Value, scene: Scene) -> bool:
    """Whether a date of no happening dates something that the report tells, and is not that of the report itself.

    The name of a day ("on Sunday") alone does not: it is reckoned from the report.  A clause that is nothing but a date
    is the head of a report, unless it answers a question.
    """
    if not _has_digits(value) and value.clock is None:
        return False
    segment = scene.segment(value.span.start)
    if claim.statement is None and not claim.topics and (segment is None or segment.kind != "answer"):
        return False
    amount, published = amount_of(value), days_of((scene.analysis.document.date or "")[:10])
    return amount is None or published is None or not (amount.low <= published[1] and published[0] <= amount.high)


_BESIDE = 12
"""Characters between an hour and the day that it belongs to."""


def hour_of(claim: Claim, value: Value) -> Value:
    """The hour beside a day ("at 1:40 a.m. on 10 April"): what happened at the hour happened on the day. The value
    itself where it has none."""
    hours = [one for one in claim.values if one.clock and _gap(one, value) <= _BESIDE]
    return hours[0] if hours and value.kind == "date" else value


def _gap(a: Value, b: Value) -> int:
    return max(a.span.start - b.span.end, b.span.start - a.span.end)


def _has_digits(value: Value) -> bool:
    return any(char.isdigit() for char in value.span.text)
