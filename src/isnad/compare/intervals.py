"""Values as intervals in a common unit, so that "two hours", «ساعتين» and "120 minutes" can be set side by side.

Interval arithmetic with open ends after R. E. Moore, Interval Analysis (1966); what a rounded number leaves open is
read from its last significant figure.
"""

from __future__ import annotations

import math
import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from isnad.model import Value

Relation = Literal["same", "compatible", "apart", "incomparable"]

_HOURS = {
    "second": 1 / 3600,
    "minute": 1 / 60,
    "hour": 1.0,
    "night": 24.0,
    "day": 24.0,
    "week": 168.0,
    "fortnight": 336.0,
    "month": 730.5,
    "year": 8766.0,
    "decade": 87660.0,
    "century": 876600.0,
}
_METRES = {
    "millimetre": 0.001,
    "centimetre": 0.01,
    "metre": 1.0,
    "kilometre": 1000.0,
    "mile": 1609.344,
    "nautical mile": 1852.0,
    "foot": 0.3048,
    "inch": 0.0254,
    "yard": 0.9144,
    "farsakh": 6240.0,
}
_KILOGRAMS = {"gram": 0.001, "kilogram": 1.0, "tonne": 1000.0, "ounce": 0.0283495}
_RIALS = {"rial": 1.0, "toman": 10.0}

_FACE = 720.0
_COARSE = 30.0
_EXACT = 5.0
"""Minutes between two times of day up to which they fit each other: where one is told by the hour, and where both are
exact."""
ABOUT = 0.15
"""How far from its number "about" reaches, as a share of it."""
LEAST_ROUNDED = 100
"""Numbers below this are taken as counted, not rounded."""


class Amount(NamedTuple):
    """A value in the common unit of its dimension; an open end is an infinity. ``grain`` is what one unit of the text
    is worth, half of which a value in a coarser unit leaves open ("two weeks" may be 15 days)."""

    dimension: str
    low: float
    high: float
    grain: float
    approximate: bool = False


def amount_of(value: Value) -> Amount | None:
    """The value as an interval, or None where it has no number (an unresolved date)."""
    if value.kind == "date":
        days = days_of(value.edtf) if value.edtf else None
        about = value.approximate or "~" in (value.edtf or "")
        return Amount("date", days[0], days[1], 1.0, about) if days else None
    if value.low is None and value.high is None:
        return None
    dimension, factor = _dimension(value)
    low = -math.inf if value.low is None else float(value.low) * factor
    high = math.inf if value.high is None else float(value.high) * factor
    return Amount(dimension, min(low, high), max(low, high), factor, value.approximate)


def clock_of(value: Value) -> Amount | None:
    """The time of day that a date tells, in minutes on the face of a clock: reports leave out which half of the day it
    is. Where no minutes are told, its grain is an hour."""
    if value.clock is None:
        return None
    hour, _, minute = value.clock.partition(":")
    minutes = (60.0 * int(hour) + int(minute or 0)) % _FACE
    return Amount("clock", minutes, minutes, 1.0 if minute else 60.0, value.approximate)


def _of_clocks(a: Amount, b: Amount) -> Relation:
    gap = abs(a.low - b.low)
    gap = min(gap, _FACE - gap)
    if not gap:
        return "same"
    coarse = a.grain != b.grain or a.approximate or b.approximate
    return "compatible" if gap <= (_COARSE if coarse else _EXACT) else "apart"


def _dimension(value: Value) -> tuple[str, float]:
    unit = value.unit or ""
    if value.kind == "duration":
        return "duration", _HOURS.get(unit, 1.0) if unit in _HOURS else math.nan
    if value.kind == "distance":
        return ("distance", _METRES[unit]) if unit in _METRES else (f"distance:{unit}", 1.0)
    if value.kind == "money":
        return ("money:rial", _RIALS[unit]) if unit in _RIALS else (f"money:{unit}", 1.0)
    if value.kind == "count" and unit in _KILOGRAMS:
        return "weight", _KILOGRAMS[unit]
    return value.kind, 1.0


def relation(a: Amount, b: Amount) -> Relation:
    """How two amounts of one detail stand to each other.

    ``same`` is one interval, ``compatible`` two that can both be true ("more than 200" and 214; "2015" and July 2015),
    ``apart`` two that cannot.
    """
    if a.dimension != b.dimension or math.isnan(a.grain) or math.isnan(b.grain):
        return "incomparable"
    if a.dimension == "clock":
        return _of_clocks(a, b)
    if _near(a.low, b.low) and _near(a.high, b.high):
        return "same"
    (low_a, high_a), (low_b, high_b) = _widened(a, b), _widened(b, a)
    if low_a <= high_b and low_b <= high_a:
        return "compatible"
    return "compatible" if _rounds_to(a, b) or _rounds_to(b, a) else "apart"


def _near(a: float, b: float) -> bool:
    return a == b or math.isclose(a, b, rel_tol=1e-9)


def _widened(one: Amount, other: Amount) -> tuple[float, float]:
    """The interval with what "about" and a coarser unit leave open."""
    if one.dimension == "date":
        slack = 1.0 if one.approximate else 0.0
        return one.low - slack, one.high + slack
    # A year of age passes between two reports.
    slack = 0.5 if one.dimension == "age" else 0.0
    if one.approximate:
        slack += ABOUT * max((abs(end) for end in (one.low, one.high) if math.isfinite(end)), default=0.0)
    if one.grain > other.grain:
        slack = max(slack, one.grain / 2)
    return one.low - slack, one.high + slack


def _rounds_to(rounded: Amount, exact: Amount) -> bool:
    """Whether ``rounded`` is what ``exact`` gives when rounded to as many figures ("1,200" for 1,214)."""
    if rounded.low != rounded.high or exact.low != exact.high or rounded.dimension not in ("count", "distance"):
        return False
    number = rounded.low / rounded.grain
    if number < LEAST_ROUNDED or number != int(number):
        return False
    step = 1
    while int(number) % (step * 10) == 0:
        step *= 10
    return step > 1 and abs(exact.low / rounded.grain - number) <= step / 2


_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")


@lru_cache(maxsize=20_000)
def days_of(edtf: str) -> tuple[float, float] | None:
    """First and last day of an EDTF date as day numbers; None for what is not understood."""
    plain = edtf.replace("~", "").replace("?", "").replace("%", "")
    if "/" in plain:
        first, _, last = plain.partition("/")
        begin = -math.inf if first in ("", "..") else (days_of(first) or (math.nan, math.nan))[0]
        end = math.inf if last in ("", "..") else (days_of(last) or (math.nan, math.nan))[1]
        return None if math.isnan(begin) or math.isnan(end) or begin > end else (begin, end)
    if re.fullmatch(r"\d{3}X", plain):
        return _span(int(plain[:3]) * 10, int(plain[:3]) * 10 + 9)
    if re.fullmatch(r"\d\dXX", plain):
        return _span(int(plain[:2]) * 100, int(plain[:2]) * 100 + 99)
    match = _DAY.fullmatch(plain)
    return _days(int(match[1]), match[2], match[3]) if match else None


def _span(first: int, last: int) -> tuple[float, float] | None:
    begin, end = _days(first, None, None), _days(last, None, None)
    return (begin[0], end[1]) if begin and end else None


def _days(year: int, month: str | None, day: str | None) -> tuple[float, float] | None:
    try:
        if day:
            exact = date(year, int(month or 1), int(day)).toordinal()
            return exact, exact
        if month:
            following = date(year + int(month) // 12, int(month) % 12 + 1, 1)
            return date(year, int(month), 1).toordinal(), following.toordinal() - 1
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    except ValueError:
        return None
