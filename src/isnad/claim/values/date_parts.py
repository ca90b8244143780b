"""The parts of a written date: the day, the month with its doubled name, the year behind them."""

from __future__ import annotations

from isnad.claim.values.calendars import Day
from isnad.claim.values.digits import is_number
from isnad.claim.values.line import Line
from isnad.claim.values.numbers import read_number
from isnad.claim.values.ordinals import read_ordinal
from isnad.claim.values.years import era_after, number_goes_on, read_year
from isnad.model.value import Calendar


def day_number(line: Line, i: int) -> tuple[int, int] | None:
    """A day of a month (1 to 31) in digits, as an ordinal or in words, and the index after it."""
    if line.digits(i):
        text = line.texts[i]
        if not text.isdecimal() or len(text) > 2 or not 1 <= int(text) <= 31:
            return None
        if not is_number(line, i, i + 1) and text[0] != "0":
            return None
        after = i + 1
        suffix = line.at(after, "ordsuffix")
        if suffix and line.language == "fa" and (line.glued(i) or line.has(suffix[1], "month")):
            after = suffix[1]
        elif line.texts[after] in ("st", "nd", "rd", "th") and line.glued(i):
            after += 1
        return int(text), after
    ordinal = read_ordinal(line, i)
    if ordinal and 1 <= ordinal[0] <= 31:
        return ordinal
    if line.has(i, "num") and line.language != "en":
        number = read_number(line, i)
        if number and isinstance(number.low, int) and 1 <= number.low <= 31 and line.has(number.end, "month"):
            return number.low, number.end
    return None


def month_at(line: Line, i: int) -> tuple[Calendar, int, bool, int] | None:
    """The month named at ``i``, doubled names read as one («آذار/ مارس», «كانون الثاني (يناير)»)."""
    found = line.at(i, "month")
    if found is None or (line.language == "en" and not line.capital(i)):
        return None
    (calendar, month, unsure), end = found
    if line.language == "en" and line.texts[end] == "." and len(line.texts[i]) <= 4:
        end += 1
    if line.texts[end] in ("/", "(", "-", "أو", "او"):
        second = line.at(end + 1, "month")
        if second and second[0][:2] == (calendar, month):
            closing = line.texts[end] == "("
            end, unsure = second[1], False
            end += closing and line.texts[end] == ")"
    else:
        second = line.at(end, "month")  # «نوفمبر تشرين الثاني 2015»
        end = second[1] if second and line.language == "ar" and second[0][:2] == (calendar, month) else end
    suffix = line.texts[end]
    if suffix == "ماه":
        end, unsure = end + 1, False
    return calendar, month, unsure, end


def skip_links(line: Line, i: int) -> int:
    i += line.texts[i] == ","
    link = line.at(i, "link_month")
    return link[1] if link else i


def year_after(line: Line, i: int, calendar: Calendar) -> tuple[Day | None, int, bool]:
    """The year after a month: directly, after a comma, «من عام», «سنة», "of", a slash."""
    at = i
    for _ in range(3):
        marker = line.at(at, "mark_year")
        if marker and not line.digits(at):
            at = marker[1]
        elif (line.texts[at] in (",", "/", "-") and at < line.n) or line.has(at, "link_year"):
            at += 1
        else:
            break
    hint: Calendar | None = None if calendar == "gregorian" else calendar
    if line.texts[at] in ("'", "’"):
        year = read_year(line, at, calendar, marked=True)
    elif line.digits(at) and is_number(line, at, at + 1) and _may_be_year(line, at, at > i):
        year = read_year(line, at, hint, marked=len(line.texts[at]) == 3)
    elif line.has(at, "num") and (
        (at > i and line.has(at - 1, "mark_year")) or (calendar == "jalali" and _is_long_year(line, at))
    ):
        year = read_year(line, at, hint, marked=True)
    else:
        year = None
    if year is None:
        return None, i, False
    if year.when.calendar != calendar:
        if len(line.texts[at]) == 2 and calendar == "gregorian":
            return (
                Day(
                    "gregorian", 1900 + int(line.texts[at]) if int(line.texts[at]) > 30 else 2000 + int(line.texts[at])
                ),
                year.end,
                True,
            )
        if not (calendar == "gregorian" and year.when.year >= 1500):
            return None, i, False
    return Day(calendar, year.when.year), year.end, year.uncertain


def _is_long_year(line: Line, i: int) -> bool:
    """«شهریور هزار و سیصد و بیست و هفت»."""
    number = read_number(line, i)
    return number is not None and number.low in range(1200, 1500) and not line.has(number.end, "unit")


def _may_be_year(line: Line, i: int, linked: bool) -> bool:
    text = line.texts[i]
    if len(text) == 4:
        return not number_goes_on(line, i + 1) or line.joined(i + 1)
    if len(text) == 3 and text.isdecimal():
        return era_after(line, i + 1)[0] == "hijri"
    if len(text) != 2 or (linked and not line.has(i - 1, "mark_year") and line.texts[i - 1] != "/"):
        return False
    unit = line.has(i + 1, "unit") and line.texts[i + 1] != "تا"  # «از بهمن ۵۷ تا امروز»
    return not (unit or line.has(i + 1, "num")) and (int(text) >= 20 or text[0] == "0")


def second_day(line: Line, at: int, day: int) -> tuple[tuple[str, int] | None, int]:
    """The other day of «14 و15», «14 إلى 18», 14-18; (joint, day) and the index after it."""
    joint = ""
    after = at
    if line.has(at, "range_to"):
        joint, after = "range", at + 1
    elif line.texts[at] in ("و", "and", "&"):
        joint, after = "pair", at + 1
    elif line.prefix(at).startswith("و"):
        joint = "pair"
    if not joint:
        return None, at
    second = day_number(line, after)
    if second and second[0] > day:
        return (joint, second[0]), second[1]
    return None, at
