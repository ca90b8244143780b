"""Dates that point from the report's own day: Monday, yesterday, «الشهر الماضي», «سال آینده».

They are resolved from the publication date only, and stay open (``edtf`` None) when a report has none.
"""

from __future__ import annotations

from datetime import date, timedelta

from isnad.claim.values.calendars import Day, bounds, edtf, interval, jalali_month
from isnad.claim.values.date_parts import day_number, month_at, skip_links
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.model.value import Calendar

_UNITS = frozenset({"day", "week", "month", "year"})
# The first day of a week as newspapers of the language count it (0 is Monday).
WEEK_START = {"ar": 6, "fa": 5, "en": 0}


def pointing(line: Line, i: int) -> Draft | None:
    """The relative date whose first word is ``i``."""
    try:
        draft = _weekday(line, i) or _word(line, i) or _unit_with_direction(line, i) or _month_with_direction(line, i)
    except OverflowError:
        return None  # beyond the last day that can be reckoned with
    if draft is not None:
        draft.pointing = True
    return draft


def _word(line: Line, i: int) -> Draft | None:
    found = line.at(i, "relative")
    if found is None:
        return None
    (unit, shift), end = found
    if unit == "day" and shift == 0 and line.before(i, "nowadays_before", 3):
        return None
    if unit == "day" and line.has(end, "nowadays_after"):
        return None  # «أمس الحاجة» is the direst need
    if unit == "day" and shift == 0 and line.language == "ar" and not _is_today(line, i, end):
        return None
    if line.language == "ar" and (line.prefix(i) in ("ال", "وال") or (shift < 0 and line.prefix(i).endswith("ل"))):
        return None  # «لامس» is "touched"; «ل» stands before no day that is past
    if line.language == "en" and unit == "week" and line.texts[end] == "of":
        return None  # "the last week of March"
    if line.language == "en" and line.capital(i) and line.capital(i - 1):
        return None  # a newspaper's name
    weekday = line.at(end, "weekday")
    if unit == "day" and shift in (0, -1, 1) and weekday:
        end = weekday[1]
    return _resolved(line, Draft(i, end, "date", sense="day" if unit == "day" else unit), unit, shift)


def _is_today(line: Line, i: int, end: int) -> bool:
    """«اليوم» is "today" but «ذلك اليوم», «اليوم التالي», «اليوم الأول» are not."""
    before, after = line.texts[i - 1], line.texts[end]
    if before == "عين" or (before in ("«", '"') and after in ("»", '"')):
        return False  # newspapers
    if before in ("ذلك", "هذا", "نفس", "طوال", "في", "تلك") or after in (
        "التالي",
        "نفسه",
        "ذاته",
        "الذي",
        "السابق",
        "الموعود",
    ):
        return False
    return line.texts[i] in ("اليوم", "واليوم") and not line.has(end, "ord")


def _resolved(line: Line, draft: Draft, unit: str, shift: int) -> Draft:
    if line.published is None:
        return draft
    today = line.published
    if unit == "day":
        day = today + timedelta(days=shift)
        draft.calendar, draft.day, draft.edtf = (
            "gregorian",
            Day("gregorian", day.year, day.month, day.day),
            day.isoformat(),
        )
    elif unit == "week":
        first = today - timedelta(days=(today.weekday() - WEEK_START[line.language]) % 7) + timedelta(weeks=shift)
        draft.calendar, draft.edtf, draft.approximate = "gregorian", interval(first, first + timedelta(days=6)), True
    else:
        draft.day = _shifted(line, unit, shift)
        draft.calendar, draft.edtf = draft.day.calendar, edtf(draft.day)
    return draft


def _shifted(line: Line, unit: str, shift: int) -> Day:
    """The month or year so many before or after the report's, in the calendar that the language lives by."""
    today = line.published or date.min
    calendar: Calendar = "jalali" if line.language == "fa" else "gregorian"
    year, month = today.year, today.month
    if calendar == "jalali":
        year, month = jalali_month(today)
    if unit == "year":
        return Day(calendar, year + shift)
    months = year * 12 + month - 1 + shift
    return Day(calendar, months // 12, months % 12 + 1)


def _weekday(line: Line, i: int) -> Draft | None:
    found = line.at(i, "weekday")
    if found is None or not _is_weekday(line, i, found[1]):
        return None
    weekday, end = found
    if _recurs(line, i, end):
        return Draft(i, end)
    draft = Draft(i, end, "date", weekday=weekday, sense="day")
    shift, draft.start, draft.end = _direction(line, i, end)
    line_today = line.published
    if line_today is None:
        return draft
    back = (line_today.weekday() - weekday) % 7
    if shift is not None and shift > 0:
        day = line_today + timedelta(days=7 - back)
    elif shift is not None and shift < 0 and back == 0:
        day = line_today - timedelta(days=7)
    else:
        day = line_today - timedelta(days=back)
    draft.calendar, draft.day, draft.edtf = "gregorian", Day("gregorian", day.year, day.month, day.day), day.isoformat()
    return draft


_EVERY = frozenset({"every", "each", "كل", "هر", "alternate"})


def _recurs(line: Line, i: int, end: int) -> bool:
    """ "every Monday", "the first Monday of each month", «كل يوم جمعة», «هر جمعه»: no day of the report's week."""
    at = i - line.has(i - 1, "mark_day")
    if line.texts[at - 1] in _EVERY or (line.language == "fa" and line.texts[end] in ("هر", "ها")):
        return True
    ordinal = line.has(at - 1, "ord") or (line.language != "en" and line.has(end, "ord"))
    return ordinal and not line.has(end, "direction")


def _is_weekday(line: Line, i: int, end: int) -> bool:
    """«الاثنين الآخرين» are the other two, «أحد» is somebody, "sat" a verb."""
    text = line.texts[i]
    if line.language == "en":
        return line.capital(i) and (len(text) > 5 or line.texts[end] == "." or line.texts[end] == ",")
    if line.language == "fa":
        return True
    if line.prefix(i)[:1] in ("ب", "ل", "ك") and "ثنين" in text and not line.has(end, "direction"):
        return False
    if line.has(end, "other") or (line.has(end, "num") and not line.digits(end)):
        return False
    if not text.lstrip("وفبكل").startswith("ال") and line.prefix(i) != "لل" and "ال" not in text[:4]:
        return line.has(i - 1, "mark_day")
    # Behind a plural or a dual «الاثنين» is "the two": كلا الاثنين.
    return line.texts[i - 1] not in ("كلا", "كلتا", "بين", "هذين")


def _direction(line: Line, i: int, end: int) -> tuple[int | None, int, int]:
    """(-1, 0, 1 or None, first word, end): «الاثنين الماضي», "next Monday", «دوشنبه آینده»."""
    after = line.at(end, "direction")
    if after and line.language != "en":
        return after[0], i, after[1]
    week = line.at(end, "relative")
    if week and week[0][0] == "week":
        return week[0][1], i, week[1]
    if line.language == "en":
        before = line.before(i, "direction", 2)
        if before:
            return before[0], before[1], end
    return None, i, end


def _unit_with_direction(line: Line, i: int) -> Draft | None:
    """«الشهر الماضي», «العام المقبل», «هذا الأسبوع», «الأسبوع الجاري»: a single unit and which one."""
    if line.language != "ar":
        return None
    this = line.has(i - 1, "this")
    at = i
    if at >= line.n or not line.texts[at].lstrip("وفبكل").startswith(("ال", "ل")) or line.has(at, "dual"):
        return None
    unit = line.at(at, "unit")
    name = unit[0][0].name if unit else ""
    if (
        name not in _UNITS
        or unit is None
        or line.texts[at].rstrip("ا").endswith(("ات", "ايام", "اشهر", "اعوام", "سنين"))
    ):
        return None
    if this:
        return _resolved(line, Draft(i - 1, unit[1], "date", sense=name), name, 0) if name != "day" else None
    which = line.at(unit[1], "direction")
    if which is None or name == "day":
        return None
    return _resolved(line, Draft(i, which[1], "date", sense=name), name, which[0])


def _month_with_direction(line: Line, i: int) -> Draft | None:
    """«مارس الماضي», "last March", «اسفند گذشته»: the nearest month of that name before or after."""
    month = month_at(line, i)
    if month is None:
        return None
    calendar, number, _, end = month
    if line.language == "en":
        before = line.before(i, "direction", 2)
        if before is None:
            return None
        which, start = before
    else:
        after = line.at(end, "direction")
        if after is None or after[0] == 0:
            return None
        which, start, end = after[0], i, after[1]
    draft = Draft(start, end, "date", calendar=calendar, sense="month")
    if line.published and calendar != "hijri":
        draft.day = _nearest(line.published, calendar, number, which)
        draft.edtf = edtf(draft.day)
    return draft


def said_year(line: Line, i: int, calendar: Calendar, month: int, day: int | None) -> tuple[Day, int] | None:
    """The year of a month or day of a month that a word behind it points to, and the index after that word.

    «12 آذار من العام الماضي», "3 May last year", «۱۲ فروردین امسال»; «3 أيار الماضي» is the last day of that name.
    """
    if line.published is None or calendar == "hijri":
        return None
    which = line.at(i, "direction") if day and line.language != "en" else None
    if which and line.texts[which[1]] != "از":  # «۱۲ آبان پیش از ظهر»
        near = _nearest(line.published, calendar, month, which[0], day)
        return near._replace(month=None), which[1]
    at = i + (line.texts[i] == "," or line.has(i, "link_year"))
    year = _pointed_to(line, at, "year")
    if year is None or year.day is None or year.day.calendar != calendar:
        return None
    return year.day, year.end


def day_of_month(line: Line, i: int) -> Draft | None:
    """«السابع من الشهر الجاري», "the 7th of last month", «پنجم همین ماه»: a day of a month that is pointed to."""
    day = day_number(line, i)
    if day is None or (line.language == "fa" and line.digits(i) and day[1] == i + 1):
        return None  # «۵ ماه گذشته» are five months
    at = day[1] if line.language == "fa" else skip_links(line, day[1])
    linked = at > day[1] or line.language == "fa" or line.has(at, "this")
    month = _pointed_to(line, at, "month") if linked else None
    if month is None:
        return None
    draft = Draft(i, month.end, "date", sense="day", pointing=True)
    if month.day:
        when = month.day._replace(day=day[0])
        draft.day, draft.calendar, draft.edtf = when, when.calendar, edtf(when)
    return draft if draft.edtf or not month.day else None


def _pointed_to(line: Line, i: int, unit: str) -> Draft | None:
    """The month or year that the words at ``i`` point to («هذا الشهر», "last year", «ماه گذشته»)."""
    at = i + line.has(i, "this")
    found = _word(line, at) or _unit_with_direction(line, at)
    return found if found is not None and found.sense == unit else None


def _nearest(today: date, calendar: Calendar, month: int, which: int, day: int | None = None) -> Day:
    """The month of that name before (-1) or after (1) today's, or the day of it before or after today."""
    year, now = today.year, today.month
    if calendar == "jalali":
        year, now = jalali_month(today)
    this = bounds(Day(calendar, year, month, day)) if day else None
    if which < 0 and (this[0] >= today if this else month >= now):
        year -= 1
    elif which > 0 and (this[0] <= today if this else month <= now):
        year += 1
    return Day(calendar, year, month)
