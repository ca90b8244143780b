"""A value while it is read: which words it covers and what they amount to."""

from __future__ import annotations

import msgspec

from isnad.claim.values.calendars import Day
from isnad.model.value import Calendar, ValueKind


class Draft(msgspec.Struct, gc=False):
    """Words ``start`` to ``end`` of a line and their meaning; ``kind`` None only keeps others from reading them."""

    start: int
    end: int
    kind: ValueKind | None = None
    low: float | int | None = None
    high: float | int | None = None
    unit: str | None = None
    edtf: str | None = None
    calendar: Calendar | None = None
    approximate: bool = False
    uncertain: bool = False
    reason: str | None = None
    of: str | None = None
    of_range: tuple[int, int] | None = None
    per: str | None = None
    # For dates that grow: the day, month or year read, the weekday beside it, and a clock time waiting for its day.
    day: Day | None = None
    weekday: int | None = None
    clock: str | None = None
    sense: str = ""
    pointing: bool = False  # reckoned from the report's own day ("tomorrow")

    def doubt(self, reason: str) -> Draft:
        """Marks the reading as unsure and says why."""
        self.uncertain = True
        self.reason = reason
        return self
