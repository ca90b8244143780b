"""Dates as values have them (EDTF, ISO 8601-2): which days they cover, and what they are called.

Only what the reader of values writes is understood: days, months, years, seasons and parts of years, decades,
centuries, times of day, intervals with open ends, sets, dates without a year, and ``~`` for about.  Whatever else
comes stays unread (None) and is shown in the words of the report.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "part", "year", "decade", "century", "interval", "set"]

_PIECE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?)?)?)?$")
_DECADE = re.compile(r"(\d{3})X$")
_CENTURY = re.compile(r"(\d{2})XX$")
# Codes of ISO 8601-2 for parts of a year, with their first and last month; southern winters are not our concern.
PARTS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 12),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from ``first`` to ``last`` (proleptic ordinals), both included; None is an open end."""

    first: int | None
    last: int | None
    precision: Precision
    about: bool = False

    @property
    def start(self) -> int:
        """Its first known day."""
        return self.first if self.first is not None else self.last or 1

    @property
    def end(self) -> int:
        """Its last known day."""
        return self.last if self.last is not None else self.start


def stretch(edtf: str) -> Stretch | None:
    """The days that a date covers; None if it cannot be placed (no year, a notation that nobody writes)."""
    text = edtf.strip()
    if text.startswith(("{", "[")) and text.endswith(("}", "]")):
        parts = [stretch(part) for part in text[1:-1].split(",")]
        known = [part for part in parts if part is not None]
        if not known or len(known) < len(parts):
            return None
        return Stretch(min(part.start for part in known), max(part.end for part in known), "set")
    if "/" in text:
        return _interval(*text.split("/", 1))
    return _single(text)


def _interval(first: str, last: str) -> Stretch | None:
    begin = None if first in ("", "..") else stretch(first)
    end = None if last in ("", "..") else stretch(last)
    if (begin is None and first not in ("", "..")) or (end is None and last not in ("", "..")):
        return None
    if begin is None and end is None:
        return None
    made = Stretch(begin.first if begin else None, end.last if end else None, "interval")
    about = bool((begin and begin.about) or (end and end.about))
    if made.first is not None and made.last is not None and made.first > made.last:
        return None
    return replace(made, about=about)


def _single(text: str) -> Stretch | None:
    bare = text.rstrip("~?%")
    found = _days(bare)
    return replace(found, about=bare != text) if found else None


def _days(text: str) -> Stretch | None:
    try:
        if decade := _DECADE.match(text):
            year = int(decade[1]) * 10
            return Stretch(date(max(year, 1), 1, 1).toordinal(), date(year + 9, 12, 31).toordinal(), "decade")
        if century := _CENTURY.match(text):
            year = int(century[1]) * 100
            return Stretch(date(max(year, 1), 1, 1).toordinal(), date(year + 99, 12, 31).toordinal(), "century")
        piece = _PIECE.match(text)
        return _of_piece(piece) if piece else None
    except ValueError:
        return None


def _of_piece(piece: re.Match[str]) -> Stretch:
    year, month, day = int(piece[1]), int(piece[2] or 0), int(piece[3] or 0)
    if day:
        only = date(year, month, day).toordinal()
        return Stretch(only, only, "day")
    if month > 12:
        first, last = PARTS.get(month) or (0, 0)
        return Stretch(_first(year, first), _last(year, last), "part")
    if piece[2]:
        return Stretch(_first(year, month), _last(year, month), "month")
    return Stretch(_first(year, 1), _last(year, 12), "year")


def _first(year: int, month: int) -> int:
    return date(year, month, 1).toordinal()


def _last(year: int, month: int) -> int:
    return date(year, month, calendar.monthrange(year, month)[1]).toordinal()


def pieces(edtf: str) -> tuple[str, list[str]]:
    """How a date is put together and of what: ``single`` of one, ``interval`` of two, ``all`` or ``one_of`` of many."""
    text = edtf.strip()
    if text.startswith(("{", "[")):
        return ("all" if text[0] == "{" else "one_of"), text[1:-1].split(",")
    if "/" in text:
        return "interval", text.split("/", 1)
    return "single", [text]
