"""Value: a date, a duration, a count, a price … as a report words it, bound to what it measures."""

from __future__ import annotations

from typing import Literal

import msgspec

from isnad.model.span import Span

ValueKind = Literal["date", "duration", "count", "money", "percent", "distance", "age", "ordinal"]
ValueModality = Literal["actual", "planned", "denied", "alleged", "ordered", "conditional"]
Calendar = Literal["gregorian", "jalali", "hijri"]


class Value(msgspec.Struct, frozen=True, gc=False):
    """A number or date of a text with its place.

    ``low`` and ``high`` bound it in the unit of the text; None is an open end ("at least five": 5 and None).
    ``edtf`` is a date in the Gregorian calendar, as precise as the text and never more so; None when the text alone
    does not fix it ("on Monday" without the report's date, the third anniversary of something).  ``clock`` is the time
    of day that it tells ("21:07", "21" without minutes).  ``calendar`` is the one the text reckons in.  ``of`` names
    the concept that is measured (`lang/concepts.tsv`) and ``of_span`` the word that says so; ``per`` what each such
    value is for ("each", "person").  ``uncertain`` with its ``reason`` marks a reading that a person should check.
    """

    document: str
    span: Span
    kind: ValueKind
    low: int | float | None = None
    high: int | float | None = None
    unit: str | None = None
    edtf: str | None = None
    clock: str | None = None
    calendar: Calendar | None = None
    approximate: bool = False
    modality: ValueModality = "actual"
    of: str | None = None
    of_span: Span | None = None
    per: str | None = None
    uncertain: bool = False
    reason: str | None = None
