"""Days that are told without a number or without their month: "Christmas Eve 2014", "the week of 4 July 2016", "on the
evening of the 17th", «في 17 منه», «هفدهم همان ماه»."""

from __future__ import annotations

from datetime import timedelta

from isnad.claim.values.calendars import Day, bounds, edtf, interval, month_length, span_of
from isnad.claim.values.date_parts import day_number, month_at, skip_links, year_after
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.ordinals import read_ordinal
from isnad.claim.values.relative import WEEK_START
from isnad.claim.values.things import thing_at
from isnad.claim.values.years import read_year

_LAST, _MONTH, _WEEK = 31, 30, 7
_REACH = 5
_PARTS = {"هفته": 7, "الاسبوع": 7, "اسبوع": 7, "نيمه": 15, "النصف": 15, "نصف": 15, "دهه": 10}
"""Parts of a month with an ordinal behind them, in days."""


def read_feast(line: Line, i: int) -> Draft | None:
    """A feast of a fixed day with its year."""
    found = line.at(i, "feast")
    if found is None:
        return None
    calendar, day = found[0].split(":")
    at = found[1]
    while line.texts[at] in (",", "of", "in", "من", "في") or (line.has(at, "mark_year") and not line.digits(at)):
        at += 1
    year = read_year(line, at) if line.digits(at) and len(line.texts[at]) == 4 else None
    if year is None or year.when.calendar != calendar or line.has(year.end, "unit"):
        return None
    month, number = (int(part) for part in day.split("-"))
    when = Day(year.when.calendar, year.when.year, month, number)
    text = edtf(when)
    return Draft(i, year.end, "date", edtf=text, calendar=when.calendar, day=when, sense="day") if text else None


def week_of(line: Line, draft: Draft) -> None:
    """Makes a day the week it stands for: the one it is in ("the week of"), begins ("from") or ends ("to")."""
    mark = line.before(draft.start, "weekof") if draft.sense == "day" else None
    days = bounds(draft.day) if mark and draft.day else None
    if mark is None or days is None:
        return
    first = days[0]
    if mark[0] == "in":
        first -= timedelta(days=(first.weekday() - WEEK_START[line.language]) % 7)
    elif mark[0] == "ends":
        first -= timedelta(days=6)
    draft.edtf, draft.approximate = interval(first, first + timedelta(days=6)), mark[0] == "in"
    draft.start, draft.day, draft.sense = mark[1], None, "week"


def read_week_of_month(line: Line, i: int) -> Draft | None:
    """ "the first week of March 1991", «النصف الأول من آذار», «هفته اول اسفند ۱۳۶۹»: about so many days of a month."""
    ordinal = read_ordinal(line, i)
    if ordinal is None:
        return None
    number, at = ordinal
    days = _WEEK
    if line.language == "en":
        if line.texts[at : at + 2] != ["week", "of"]:
            return None
        start, at = i, at + 2
    else:
        days = _PARTS.get(line.texts[i - 1].lstrip("وفبل"), 0)
        start, at = i - 1, skip_links(line, at)
    month = month_at(line, at) if days and 1 <= number <= _MONTH // days else None
    if month is None:
        return None
    calendar, value, _, end = month
    year, end, _ = year_after(line, end, calendar)
    draft = Draft(start, end, "date", calendar=calendar, sense="week", approximate=True)
    if year is not None:
        first = Day(calendar, year.year, value, days * (number - 1) + 1)
        last = month_length(first) if days * number == _MONTH else days * number
        draft.edtf = span_of(first, first._replace(day=last))
    return draft


def open_day(line: Line, i: int) -> Draft | None:
    """A day of a month that its sentence does not name; the date stays open."""
    if line.language == "en":
        ordinal = read_ordinal(line, i)
        if ordinal is None or ordinal[0] > _LAST or line.texts[i - 1] != "the" or not _english_day(line, i, ordinal[1]):
            return None
        return Draft(i, ordinal[1], "date", sense="day")
    if not any("samemonth" in line.lex[j].categories for j in range(i + 1, i + _REACH)):
        return None
    day = day_number(line, i)
    same = line.at(day[1], "samemonth") if day else None
    if same is None or (line.digits(i) and not line.before(i, "prep_time", 2) and not line.before(i, "mark_day", 2)):
        return None
    return Draft(i, same[1], "date", sense="day")


def _english_day(line: Line, i: int, end: int) -> bool:
    """Whether "the 17th" is a day: behind "on" or a part of a day, and before no noun ("on the 17th floor")."""
    told = line.before(i, "mark_day", 4) is not None or line.before(i - 1, "mark_day", 4) is not None
    if not told and not (line.digits(i) and line.texts[i - 2] in ("on", "until", "by", "since")):
        return False
    text = line.texts[end]
    if not text[:1].isalnum():
        return text != "-"
    return line.has(end, "stop") and thing_at(line, end) is None
