"""Dates written out: «الخميس 14 آذار/مارس 2019», "March 14, 2019", «۲۳ اسفند ۱۳۹۷», «مارس 2015», 2011–2014."""

from __future__ import annotations

from isnad.claim.values.calendars import Day, bounds, edtf, span_of
from isnad.claim.values.date_parts import day_number, month_at, second_day, skip_links, year_after
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.marks import far
from isnad.claim.values.numeric_dates import numeric_date
from isnad.claim.values.relative import day_of_month, said_year
from isnad.claim.values.years import lone_year, read_year
from isnad.model.value import Calendar

_MONTH, _POINTS = far("month"), far("direction", "relative", "this")
_MONTH_WITHIN = 10
"""Words from the first of a date to its month («14 و15 من شهر آذار»)."""


def read_date(line: Line, i: int) -> Draft | None:
    """The date whose first word is ``i``, with the end of its range."""
    draft = _single(line, i)
    return _extended(line, draft) if draft else None


def read_lone_date(line: Line, i: int) -> Draft | None:
    """The date in digits at ``i`` near which nothing stands that would make it another: digits only, or a year."""
    draft = numeric_date(line, i) or _year_only(line, i)
    return _extended(line, draft) if draft else None


def _single(line: Line, i: int) -> Draft | None:
    if not line.digits(i) and line.has(i, "weekday"):
        return _after_weekday(line, i)
    return plain_date(line, i)


def plain_date(line: Line, i: int) -> Draft | None:
    """A date without its weekday."""
    if line.digits(i):
        found = numeric_date(line, i)
        if found:
            return found
    has_month = (len(line.texts[i]) <= 2 or not line.digits(i)) and line.near(i, i + _MONTH_WITHIN, _MONTH)
    found = _day_first(line, i) or _month_first(line, i) if has_month else None
    if found is None and line.near(i, i + _MONTH_WITHIN, _POINTS):
        found = day_of_month(line, i)
    return found or _year_only(line, i)


def _after_weekday(line: Line, i: int) -> Draft | None:
    """ "Thursday, March 14, 2019"; the weekday alone is left to `relative`."""
    found = line.at(i, "weekday")
    if found is None:
        return None
    weekday, at = found
    while at < i + 5 and (line.texts[at] in (",", "-", "(") or line.has(at, "link_date")):
        at += 1
    draft = plain_date(line, at) if at < line.n else None
    if draft is None or draft.kind is None or draft.sense != "day":
        return None
    draft.start, draft.weekday = i, weekday
    days = bounds(draft.day) if draft.edtf and draft.day else None
    # Hijri days may differ by one between countries: no doubt for that.
    if days and draft.calendar != "hijri" and days[0].weekday() != weekday:
        draft.doubt("the weekday is not that of the date")
    return draft


def _day_first(line: Line, i: int) -> Draft | None:
    """Day, month, year; or days of one month joined («14 و15 آذار», 14–18 March)."""
    first = day_number(line, i)
    if first is None:
        return _no_such_day(line, i)
    day, at = first
    other, at = second_day(line, at, day)
    at = skip_links(line, at)
    month = month_at(line, at)
    if month is None:
        return None
    calendar, number, unsure, end = month
    year, end, doubtful = year_after(line, end, calendar)
    pointed = None if year or other else said_year(line, end, calendar, number, day)
    if pointed:
        return _pointed(line, i, calendar, pointed, number, day)
    if unsure and year is None and line.texts[end - 1] != "ماه":
        return None
    return _dated(line, Draft(i, end, "date", calendar=calendar), calendar, year, number, day, other, doubtful)


def _no_such_day(line: Line, i: int) -> Draft | None:
    """«٣٢ آذار 2019»: neither a date nor a number and a month."""
    text = line.texts[i]
    if not text.isdecimal() or not ((len(text) == 2 and int(text) > 31) or text in ("0", "00")):
        return None
    month = month_at(line, i + 1)
    if month is None or month[2]:
        return None
    year, end, _ = year_after(line, month[3], month[0])
    if year is None:
        return None
    return Draft(i, end, "date", calendar=month[0], sense="none").doubt("there is no such day")


def _dated(
    line: Line, draft: Draft, calendar: Calendar, year: Day | None, month: int, day: int | None,
    other: tuple[str, int] | None = None, doubtful: bool = False,
) -> Draft | None:  # fmt: skip
    """Fills a draft with a day or month; without a year it stays open but in a dateline."""
    draft.sense = "day" if day else "month"
    if doubtful:
        draft.doubt("the century is not said")
    if year is None:
        return _without_year(line, draft, calendar, month, day, other[1] if other else None)
    when = Day(calendar, year.year, month, day)
    draft.day = when
    draft.edtf = edtf(when)
    if draft.edtf is None:
        draft.day = None
        return draft.doubt("there is no such day")
    if other and day:
        last = when._replace(day=other[1])
        both = span_of(when, last)
        if both is None:
            draft.edtf = None
            return draft.doubt("there is no such day")
        whole = other[0] == "range" or line.before(draft.start, "between", 3) is not None
        draft.edtf = both if whole or other[1] == day + 1 else f"{{{edtf(when)},{edtf(last)}}}"
    return draft


def _without_year(
    line: Line, draft: Draft, calendar: Calendar, month: int, day: int | None, last: int | None = None
) -> Draft | None:
    draft.day = None
    if calendar == "gregorian" and day and day > (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return draft.doubt("there is no such day")
    if line.published and day and (line.dated or _in_dateline(line, draft)) and calendar == "gregorian":
        draft.day = Day(calendar, line.published.year, month, day)
        draft.edtf = edtf(draft.day)
    elif calendar == "gregorian":
        draft.edtf = f"XXXX-{month:02d}-{day:02d}" if day else f"XXXX-{month:02d}"
        draft.edtf += f"/XXXX-{month:02d}-{last:02d}" if last else ""
    return draft


def _in_dateline(line: Line, draft: Draft) -> bool:
    """«PORT SAKHR, March 14 (Harbour Wire) —»: among the first words, before a bracket or dash."""
    return draft.start < 8 and line.texts[draft.end] in ("(", "-", ":") and not line.glued(draft.end - 1)


def _month_first(line: Line, i: int) -> Draft | None:
    """ "March 14, 2019", "March 2019", «آذار/مارس 2014», «اسفند ۱۳۹۷», «شهر مارس»."""
    month = month_at(line, i)
    if month is None:
        return None
    calendar, number, unsure, end = month
    if line.language == "en":
        draft = _american(line, i, month)
        if draft:
            return draft
    year, after, doubtful = year_after(line, end, calendar)
    if year is not None:
        return _dated(line, Draft(i, after, "date", calendar=calendar), calendar, year, number, None, None, doubtful)
    pointed = said_year(line, end, calendar, number, None)
    if pointed:
        return _pointed(line, i, calendar, pointed, number, None)
    if unsure or not _month_alone(line, i, end):
        return None
    return _dated(line, Draft(i, end, "date", calendar=calendar), calendar, None, number, None)


def _month_alone(line: Line, i: int, end: int) -> bool:
    """A month without day and year counts after "in", «شهر» and the like only."""
    if line.has(end, "direction"):
        return False
    if line.before(i, "mark_month", 2) or line.texts[end - 1] == "ماه":
        return True
    if line.has(i - 1 - (line.texts[i - 1] == "-"), "part"):
        return True  # "mid-March", «منتصف آذار»
    if line.before(i, "between", 3) and (line.texts[end] in ("و", "and") or line.joined(end)):
        return True  # "between March and June 2013"
    # A preposition governs no other one: «من باب» is a door, not an August.
    return line.before(i, "prep_time", 2) is not None and line.prefix(i).strip("وف") in ("", "ال")


def _american(line: Line, i: int, month: tuple[Calendar, int, bool, int]) -> Draft | None:
    calendar, number, _, end = month
    at = end + (line.texts[end] == "the")
    first = day_number(line, at)
    if first is None or (line.digits(at) and line.has(first[1], "unit") and line.texts[first[1]] != "-"):
        return None
    day, at = first
    other, at = second_day(line, at, day)
    year, at, doubtful = (
        year_after(line, at, calendar) if line.texts[at] in (",", "of") or line.digits(at) else (None, at, False)
    )
    pointed = None if year or other else said_year(line, at, calendar, number, day)
    if pointed:
        return _pointed(line, i, calendar, pointed, number, day)
    return _dated(line, Draft(i, at, "date", calendar=calendar), calendar, year, number, day, other, doubtful)


def _pointed(
    line: Line, i: int, calendar: Calendar, year: tuple[Day, int], month: int, day: int | None
) -> Draft | None:
    """The date whose year is that of a word behind it ("May 3 last year")."""
    return _dated(line, Draft(i, year[1], "date", calendar=calendar, pointing=True), calendar, year[0], month, day)


def _year_only(line: Line, i: int) -> Draft | None:
    year = lone_year(line, i)
    if year is None:
        return None
    draft = Draft(i, year.end, "date", calendar=year.when.calendar, day=year.when, edtf=edtf(year.when), sense="year")
    if draft.edtf is None:
        return draft.doubt("there is no such year")
    if year.uncertain:
        draft.doubt("two digits of a year")
    return draft


def _extended(line: Line, draft: Draft) -> Draft:
    """The second end of «من مارس 2011 إلى مايو 2012», 2011–2014, «بين عامي 2011 و2014»."""
    if draft.kind is None or (draft.day is None and draft.sense not in ("day", "month")):
        return draft
    at = draft.end
    if (line.texts[at] == "/" and draft.sense == "year" and line.glued(at - 1)) or line.has(at, "range_to"):
        after = at + 1
    elif line.joined(at) and _between(line, draft.start):
        after = at + (line.texts[at] == "و")
    elif line.texts[at] == "and" and _between(line, draft.start):
        after = at + 1
    else:
        return draft
    while (line.has(after, "mark_year") and not line.digits(after)) or line.texts[after] in ("the", "سال"):
        after += 1
    second = _end_of_range(line, draft, after)
    if second is None:
        return draft
    return _ranged(draft, second)


def _between(line: Line, i: int) -> bool:
    at = i
    while line.before(at, "mark_year", 2) or line.texts[at - 1] in ("years", "the"):
        at -= 1
    return line.before(at, "between", 3) is not None or line.texts[i - 1] in ("عامي", "سنتي")


def _end_of_range(line: Line, draft: Draft, i: int) -> Draft | None:
    first = draft.day
    if draft.sense == "year" and first is not None:
        text = line.texts[i]
        if line.digits(i) and len(text) == 2 and int(text) > first.year % 100 and not line.has(i + 1, "unit"):
            year = first.year - first.year % 100 + int(text)
            end = i + 1
            if line.has(end, "month") or (line.language == "en" and not line.glued(i - 1)):
                return None
            when = Day(first.calendar, year)
            return Draft(i, end, "date", day=when, edtf=edtf(when), sense="year", uncertain=int(text) <= 12)
        if line.digits(i) and len(text) == 4:
            year_found = read_year(line, i)
            if year_found and not line.has(i + 1, "unit"):
                when = year_found.when
                return Draft(i, year_found.end, "date", day=when, edtf=edtf(when), sense="year")
        return None
    month = month_at(line, i) if draft.sense == "month" and draft.day is None else None
    second = _single(line, i)
    if second is None and month and month[0] == draft.calendar and not line.has(month[3], "direction"):
        return _dated(line, Draft(i, month[3], "date", calendar=month[0]), month[0], None, month[1], None)
    if second is None or second.kind is None or second.sense != draft.sense:
        return None
    return second


def _ranged(draft: Draft, second: Draft) -> Draft:
    first, last = draft.day, second.day
    if last is None:
        if first is None and draft.edtf and second.edtf:  # "between May and July"
            draft.edtf, draft.end, draft.sense = f"{draft.edtf}/{second.edtf}", second.end, "range"
        return draft
    if first is None:
        # «14 March to 18 April 2019»: the year is said once, at the end.
        partial = draft.edtf or ""
        if not partial.startswith("XXXX-") or last.calendar != "gregorian":
            return draft
        numbers = [int(part) for part in partial[5:].split("-")]
        first = Day("gregorian", last.year, numbers[0], numbers[1] if len(numbers) > 1 else None)
    if first.calendar != last.calendar:
        last = last._replace(calendar=first.calendar) if last.year < 1500 else last
    text = span_of(first, last)
    if text is None:
        return draft
    draft.edtf, draft.end, draft.sense = text, second.end, "range"
    if second.uncertain:
        draft.doubt(second.reason or "a year or a month")
    draft.day = None
    return draft
