"""Lengths and weights told in two units: "an hour and 20 minutes", «ثلاث ساعات وعشر دقائق», «یک متر و ۸۰ سانتی‌متر»."""

from __future__ import annotations

from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.number import tidy

# How many of the smaller unit make the larger one; not exact where a month or a year is told in days.
_EXACT = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("kilometre", "metre"): 1000,
    ("metre", "centimetre"): 100,
    ("foot", "inch"): 12,
    ("tonne", "kilogram"): 1000,
    ("kilogram", "gram"): 1000,
}
_ABOUT = {("month", "day"): 30, ("month", "week"): 4, ("year", "week"): 52, ("year", "day"): 365}
_TOLD = frozenset({"duration", "age", "distance", "count"})
_LINKS = frozenset({"و", "and", ","})


def joined_lengths(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The drafts with each length and the part of its unit behind it as one, in the smaller of the two units."""
    if sum(draft.kind in _TOLD for draft in drafts) < 2:
        return drafts
    out: list[Draft] = []
    for draft in drafts:
        if out and _together(line, out[-1], draft):
            _take(out[-1], draft)
        else:
            out.append(draft)
    return out


def parts(larger: str | None, smaller: str | None) -> int | None:
    """How many of one unit make another; None where a length is not told so."""
    pair = (larger or "", smaller or "")
    return _EXACT.get(pair) or _ABOUT.get(pair)


def _together(line: Line, first: Draft, second: Draft) -> bool:
    if first.kind not in _TOLD or second.kind not in _TOLD or first.low is None or first.low != first.high:
        return False
    many = parts(first.unit, second.unit)
    if many is None or second.low is None or second.low != second.high or not 0 < second.low < many:
        return False
    if second.start - first.end > 1 or second.per or first.per:
        return False
    if second.start == first.end:
        return line.joined(second.start) or line.language == "en"
    return line.texts[first.end] in _LINKS


def _take(first: Draft, second: Draft) -> None:
    many = parts(first.unit, second.unit)
    assert many is not None and first.low is not None and second.low is not None
    first.low = first.high = tidy(round(first.low * many + second.low, 4))
    first.approximate |= second.approximate or (first.unit or "", second.unit or "") in _ABOUT
    first.unit, first.end = second.unit, second.end
    if first.of is None:
        first.of, first.of_range = second.of, second.of_range
