"""Dates in digits only: 14/3/2019, 2019-03-14, ۱۳۹۸/۱۰/۱۳, 15/10/1436هـ; and what only looks like one."""

from __future__ import annotations

import re

from isnad.claim.values.calendars import Day, edtf, span_of
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.years import calendar_of, era_after

_SIGNED = re.compile(r"\d+(?: ?[/.\-\\]|[:×x*+=_])")
_MARKS = tuple("/.-\\:×x*+=_")
_DATE = re.compile(r"(\d{1,4}) ?([/.\-\\]) ?(\d{1,2}) ?\2 ?(\d{1,4})(?![\d/\\]|-\d|\.\d)")
_MONTH = re.compile(r"(\d{1,2})/(\d{4})(?![\d/])|(\d{4})[-/](\d{1,2})(?![\d/-])")
_YEARS = re.compile(r"(\d{4})/(\d{4}|\d{2})")
_PARTS = re.compile(r"\d+(?:[/:\\×x*+=_]\d+)+|\d+(?:-\d+){2,}|\d+(?:\.\d+){2,}")


def numeric_date(line: Line, i: int) -> Draft | None:
    """The date in digits at ``i``; a draft without a kind for digits that are neither date nor number."""
    if line.texts[i].isdecimal() and line.texts[i + 1][:1] not in _MARKS:
        return None
    start = line.starts[i]
    if start and line.key[start - 1] in "/-:.\\_" and line.glued(i - 1) and line.digits(i - 2):
        return None
    if not _SIGNED.match(line.key, start):
        return None
    match = _DATE.match(line.key, start)
    if match:
        return _date(line, i, match)
    match = _MONTH.match(line.key, start)
    if match:
        found = _month(line, i, match)
        if found:
            return found
    return _no_number(line, i, start)


def _no_number(line: Line, i: int, start: int) -> Draft | None:
    """Times, scores, sums and versions are passed over as a whole; «۳/۵ درصد» is a Persian decimal."""
    match = _PARTS.match(line.key, start)
    if not match:
        return None
    season = _two_years(line, i, match.group())
    if season:
        return season
    end = _index_after(line, i, match.end())
    decimal = line.language == "fa" and re.fullmatch(r"\d+/\d{1,2}", match.group())
    if decimal and (line.has(end, "unit") or line.has(end, "num")):
        return None
    return Draft(i, end)


def _two_years(line: Line, i: int, text: str) -> Draft | None:
    """«موسم 2018/2019», "2018/19": two years that follow each other."""
    found = _YEARS.fullmatch(text)
    if not found:
        return None
    first = int(found[1])
    last = int(found[2]) if len(found[2]) == 4 else first - first % 100 + int(found[2])
    calendar = calendar_of(line, first, None)
    if last != first + 1 or calendar is None or first < 1300:
        return None
    both = span_of(Day(calendar, first), Day(calendar, last))
    end = _index_after(line, i, line.starts[i] + len(text))
    return Draft(i, end, "date", edtf=both, calendar=calendar, sense="range")


def _index_after(line: Line, i: int, end: int) -> int:
    at = i
    while at < line.n and line.starts[at] < end:
        at += 1
    return at


def _date(line: Line, i: int, match: re.Match[str]) -> Draft | None:
    a, mark, b, c = match.groups()
    end = _index_after(line, i, match.end())
    if line.ends[end - 1] != match.end() or not _whole(line, i):
        return Draft(i, end)
    era, end = era_after(line, end)
    readings = _readings(line, a, b, c, era)
    draft = Draft(i, end, "date", sense="day")
    found = {reading: text for reading in readings if (text := edtf(reading))}
    if not found or (len(a) <= 2 and len(c) <= 2 and mark in ".-"):
        return Draft(i, end)
    ordered = list(found)
    draft.day, draft.calendar, draft.edtf = ordered[0], ordered[0].calendar, found[ordered[0]]
    if len(ordered) > 1 and found[ordered[0]] != found[ordered[1]]:
        draft.doubt("day and month can be read either way")
        if line.language == "en":
            draft.edtf = f"[{','.join(sorted(found.values()))}]"
            draft.day = None
    elif len(a) <= 2 and len(c) <= 2 and ordered[0].calendar == "gregorian":
        draft.doubt("two digits of a year")
    return draft


def _whole(line: Line, i: int) -> bool:
    return (
        i == 0
        or not line.glued(i - 1)
        or not line.texts[i - 1][0].isalnum()
        or bool(line.prefix(i))
        or (len(line.texts[i - 1]) < 3 and not line.texts[i - 1].isascii())
    )


def _readings(line: Line, a: str, b: str, c: str, era: str | None) -> list[Day]:
    """Every order that the places of the year and the size of the numbers allow, the usual order first."""
    if len(a) == 4 or (len(a) == 2 and len(c) <= 2 and int(a) > 31):
        year, first, second = a, int(c), int(b)
        orders = [(first, second)]
    elif len(c) == 4 or len(c) == 2:
        year = c
        orders = [(int(a), int(b))]
        if int(a) <= 12 and int(b) <= 12 and a.lstrip("0") != b.lstrip("0"):
            orders.append((int(b), int(a)))
        elif int(b) > 12:
            orders = [(int(b), int(a))]
    else:
        return []
    when = _numeric_year(line, year, era)
    return [Day(when.calendar, when.year, month, day) for day, month in orders] if when else []


def _numeric_year(line: Line, text: str, era: str | None) -> Day | None:
    year = int(text)
    if len(text) == 4:
        calendar = calendar_of(line, year, era)
        return Day(calendar, year) if calendar else None
    if len(text) != 2 or era == "bce":
        return None
    if (line.language == "fa" and era is None) or era == "jalali":
        return Day("jalali", (1300 if year >= 20 else 1400) + year)
    if era == "hijri":
        return Day("hijri", 1400 + year)
    return Day("gregorian", 2000 + year if year <= 30 else 1900 + year)


def _month(line: Line, i: int, match: re.Match[str]) -> Draft | None:
    """3/2019 and 2019-03."""
    month, year = (match[1], match[2]) if match[1] else (match[4], match[3])
    end = _index_after(line, i, match.end())
    era, end = era_after(line, end)
    calendar = calendar_of(line, int(year), era)
    if calendar is None or not 1 <= int(month) <= 12 or not 1300 <= int(year) <= 2100:
        return None
    if match[3] and len(match[4]) == 1:
        return None
    when = Day(calendar, int(year), int(month))
    text = edtf(when)
    if text is None:
        return None
    draft = Draft(i, end, "date", calendar=calendar, day=when, edtf=text, sense="month")
    if match[3] and "/" in match[0] and int(month) == int(year) % 100 + 1:
        draft.doubt("a month or two years joined")  # 2011/12
    return draft
