"""Dates of metadata: kept as precise as they are given, never filled in, never guessed."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(
    r"\s*((?:1[89]|20)\d\d)(?:[-/](\d{1,2})(?:[-/](\d{1,2})"
    r"(?:[T ]\s*(\d{1,2}:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?\s*"
)


def iso_date(text: str | None) -> str | None:
    """An ISO 8601 date, with time when there is one; None for anything else (other calendars, other orders)."""
    match = _ISO.fullmatch(text or "")
    if match is None:
        return None
    year, month, day, time, zone = match.groups()
    if month is None:
        return year
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    found = f"{year}-{int(month):02d}"
    if day is not None:
        found += f"-{int(day):02d}"
    if time is not None:
        found += f"T{time.zfill(5) if time.count(':') == 1 else time.zfill(8)}{zone or ''}"
    return found
