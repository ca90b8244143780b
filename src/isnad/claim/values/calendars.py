"""Three calendars and EDTF: a day, a month or a year of any of them as a Gregorian date of the same precision.

Jalali dates are converted by persiantools, Hijri dates by hijridate (Umm al-Qura, the calendar of the Saudi press);
Hijri years outside its table by the arithmetic calendar, which may be a day off.  EDTF is the Extended Date/Time
Format of the Library of Congress (ISO 8601-2): ``2019-03-14``, ``2019-03``, ``198X``, ``1982-03-21/1983-03-20``.
"""

from __future__ import annotations

import calendar as _gregorian
from datetime import date, timedelta
from typing import NamedTuple

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from isnad.model.value import Calendar

_HIJRI_TABLE = (1343, 1500)
_HIJRI_EPOCH = 1948440  # Julian day of 1 Muharram 1, arithmetic calendar
_ORDINAL_OF_JULIAN_DAY = 1721425


class Day(NamedTuple):
    """A day, or with ``day`` None a month, or with ``month`` None too a year, of a calendar."""

    calendar: Calendar
    year: int
    month: int | None = None
    day: int | None = None


def bounds(when: Day) -> tuple[date, date] | None:
    """The first and last Gregorian day; None when there is no such date."""
    try:
        first = _first(when)
        last = _last(when)
    except (ValueError, OverflowError):
        return None
    return (first, last) if first <= last else None


def _first(when: Day) -> date:
    return to_gregorian(when.calendar, when.year, when.month or 1, when.day or 1)


def _last(when: Day) -> date:
    if when.day is not None:
        return _first(when)
    if when.month is None or when.month == 12:
        following = to_gregorian(when.calendar, when.year + 1, 1, 1)
    else:
        following = to_gregorian(when.calendar, when.year, when.month + 1, 1)
    return following - timedelta(days=1)


def to_gregorian(calendar: Calendar, year: int, month: int, day: int) -> date:
    """The Gregorian day; ``ValueError`` when the calendar has no such day."""
    if calendar == "gregorian":
        return date(year, month, day)
    if calendar == "jalali":
        converted: date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
        return converted
    return _hijri(year, month, day)


def jalali_month(day: date) -> tuple[int, int]:
    """The Jalali year and month of a Gregorian day."""
    local = JalaliDate(day)  # type: ignore[no-untyped-call]
    return int(local.year), int(local.month)


def _hijri(year: int, month: int, day: int) -> date:
    if _HIJRI_TABLE[0] <= year < _HIJRI_TABLE[1]:
        found = Hijri(year, month, day).to_gregorian()
        return date(found.year, found.month, found.day)
    if not (1 <= month <= 12 and 1 <= day <= (30 if month % 2 or month == 12 else 29)):
        raise ValueError("no such Hijri day")
    julian = day + -(-(59 * (month - 1)) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30 + _HIJRI_EPOCH - 1
    return date.fromordinal(julian - _ORDINAL_OF_JULIAN_DAY)


def edtf(when: Day) -> str | None:
    """The date as EDTF with the precision it has; months and years of other calendars are intervals."""
    found = bounds(when)
    if found is None:
        return None
    first, last = found
    if when.day is not None:
        return first.isoformat()
    if when.calendar == "gregorian":
        return f"{when.year:04d}" if when.month is None else f"{when.year:04d}-{when.month:02d}"
    return interval(first, last)


def interval(first: date, last: date) -> str:
    """From one day to another."""
    return f"{first.isoformat()}/{last.isoformat()}"


def span_of(first: Day, last: Day) -> str | None:
    """The interval from one date to another of the same precision; None when it runs backwards."""
    start, end = bounds(first), bounds(last)
    if start is None or end is None or start[0] > end[1]:
        return None
    if first.calendar == last.calendar == "gregorian":
        return f"{edtf(first)}/{edtf(last)}"
    return interval(start[0], end[1])


def month_length(when: Day) -> int:
    """The number of days of a month."""
    if when.calendar == "gregorian" and when.month:
        return _gregorian.monthrange(when.year, when.month)[1]
    found = bounds(when._replace(day=None))
    return (found[1] - found[0]).days + 1 if found else 30


def thirds(when: Day) -> dict[str, str] | None:
    """Beginning, middle and end of a month (ten days each) or a year (four months each) as intervals."""
    if when.month is not None:
        last = month_length(when)
        cuts = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}
        days = {part: (when._replace(day=a), when._replace(day=b)) for part, (a, b) in cuts.items()}
    else:
        cuts = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
        days = {part: (when._replace(month=a), when._replace(month=b)) for part, (a, b) in cuts.items()}
    found = {part: span_of(*ends) for part, ends in days.items()}
    return {part: text for part, text in found.items() if text} if all(found.values()) else None


def decade(calendar: Calendar, year: int) -> str | None:
    """Ten years from ``year`` on: ``198X``, or an interval for another calendar."""
    if calendar == "gregorian":
        return f"{year // 10:03d}X"
    return span_of(Day(calendar, year), Day(calendar, year + 9))


def century(calendar: Calendar, number: int) -> str | None:
    """The n-th century: ``18XX`` for the 19th."""
    if not 1 <= number <= 21:
        return None
    if calendar == "gregorian":
        return f"{number - 1:02d}XX"
    return span_of(Day(calendar, 100 * (number - 1) + 1), Day(calendar, 100 * number))


def piece(when: Day, months: tuple[int, int], code: int) -> str | None:
    """A season, quarter or half of a year: the EDTF code for Gregorian years, the days for others."""
    if when.calendar == "gregorian":
        return f"{when.year:04d}-{code}"
    return span_of(when._replace(month=months[0]), when._replace(month=months[1]))
