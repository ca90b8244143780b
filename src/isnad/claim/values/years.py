"""Years: which calendar a number of four or two digits is reckoned in, and when a number is a year at all."""

from __future__ import annotations

import msgspec

from isnad.claim.values.calendars import Day
from isnad.claim.values.digits import is_number
from isnad.claim.values.line import Line
from isnad.claim.values.numbers import read_number
from isnad.claim.values.things import thing_at
from isnad.model.value import Calendar


class Year(msgspec.Struct, frozen=True, gc=False):
    """A year, the index after it (and after its era), and doubts."""

    when: Day
    end: int
    uncertain: bool = False
    marked: bool = False


def era_after(line: Line, i: int) -> tuple[str | None, int]:
    """The era named after a year («هـ», «م», "AD", «شمسی», «(بالتقويم الشمسي)») and the index after it."""
    found = line.at(i, "era")
    if found:
        if line.texts[i] == "م" and line.language != "en" and not _lone_letter(line, i):
            return None, i
        if line.language == "en" and line.texts[i] in ("sh", "ad", "ah", "ce", "bc", "bce") and not line.capital(i):
            return None, i
        # «1440 هـ - 2019 م»; «هجري شمسي» is one phrase and has been tried first.
        return found
    if line.texts[i] == "(":
        inner = line.at(i + 1, "era")
        if inner and line.texts[inner[1]] == ")":
            return inner[0], inner[1] + 1
    return None, i


def _lone_letter(line: Line, i: int) -> bool:
    return line.texts[i + 1] != "." or line.breaks(i + 1)


def calendar_of(line: Line, year: int, era: str | None, hint: Calendar | None = None) -> Calendar | None:
    """The calendar of a four-digit year; None when no calendar fits."""
    if era in ("gregorian", "hijri", "jalali"):
        return era  # type: ignore[return-value]
    if era == "bce":
        return None
    if hint:
        return hint
    if line.language == "fa" and 1200 <= year <= 1499:
        return "jalali"
    if line.language == "ar" and 1350 <= year <= 1460:
        return "hijri"
    return "gregorian" if 1000 <= year <= 2200 else None


def read_year(line: Line, i: int, hint: Calendar | None = None, marked: bool = False) -> Year | None:
    """The year written at ``i``: four digits, two where the language allows, or words after «عام»."""
    if line.digits(i):
        return _digit_year(line, i, hint, marked)
    if line.texts[i] in ("'", "’") and line.digits(i + 1) and len(line.texts[i + 1]) == 2:
        return _digit_year(line, i + 1, hint, True)
    if marked and (line.has(i, "num")):
        return _word_year(line, i, hint)
    return None


def _word_year(line: Line, i: int, hint: Calendar | None) -> Year | None:
    number = read_number(line, i)
    if number is None or not isinstance(number.low, int) or line.has(number.end, "unit"):
        return None
    era, end = era_after(line, number.end)
    year = number.low
    if line.language == "fa" and 20 <= year <= 99:
        year += 1300
    calendar = calendar_of(line, year, era, hint)
    return Year(Day(calendar, year), end, marked=True) if calendar and 1000 <= year <= 2200 else None


def _digit_year(line: Line, i: int, hint: Calendar | None, marked: bool) -> Year | None:
    text = line.texts[i]
    if not text.isdecimal() or len(text) not in (2, 3, 4):
        return None
    year = int(text)
    era, end = era_after(line, i + 1)
    if hint == "hijri" and era is None and line.texts[i + 1] == "هجري":
        era, end = "hijri", i + 2  # behind a lunar month the word alone says it
    if era == "bce":
        return None
    if len(text) == 4 and (1000 <= year <= 2200):
        calendar = calendar_of(line, year, era, hint if not year >= 1500 else None)
        return Year(Day(calendar, year), end, marked=marked or era is not None) if calendar else None
    if len(text) == 3 or not (marked or era or hint):
        return Year(Day("hijri", year), end, marked=True) if era == "hijri" and marked else None
    return _short_year(line, text, era, hint, end)


def _short_year(line: Line, text: str, era: str | None, hint: Calendar | None, end: int) -> Year | None:
    """Two digits: 13NN in Persian and by the solar era, 14NN for «۰۱»; 19NN elsewhere, and then unsure."""
    year = int(text)
    if era == "hijri":
        return Year(Day("hijri", year), end, marked=True)
    if era == "jalali" or (era is None and line.language == "fa" and hint in (None, "jalali")) or hint == "jalali":
        if year < 10 and text[0] == "0":
            return Year(Day("jalali", 1400 + year), end, marked=True)
        return Year(Day("jalali", 1300 + year), end, marked=True) if year >= 20 else None
    if hint == "hijri":
        return Year(Day("hijri", 1400 + year), end, True, True)
    return Year(Day("gregorian", 1900 + year if year > 30 else 2000 + year), end, True, True)


def marker_before(line: Line, i: int) -> int | None:
    """The index of «عام», «سال», "the year" just before ``i``."""
    found = line.before(i, "mark_year", 3)
    return found[1] if found else None


def lone_year(line: Line, i: int) -> Year | None:
    """A year by itself: after «عام», with an era, or a number that can hardly be anything else."""
    digits = line.digits(i)
    if not digits and line.texts[i] not in ("'", "’"):
        if marker_before(line, i) is None or line.texts[i - 1] in ("سنوات", "اعوام"):
            return None
        return read_year(line, i, marked=True)
    text = line.texts[i]
    if digits and not (text.isdecimal() and 2 <= len(text) <= 4):
        return None
    marked = marker_before(line, i) is not None and not _plural_marker(line, i)
    marked = marked or (line.language == "en" and line.texts[i - 1] == "ad" and line.capital(i - 1))
    first_decade = marked and len(line.texts[i]) == 2 and line.texts[i][0] == "0"  # «سال ۰۱»
    bare = marked or (line.language == "fa" and line.texts[i - 1] in _BEFORE_SHORT)
    if len(text) < 4 and not bare and (line.silent(i + 1) or era_after(line, i + 1)[0] is None):
        return None
    if digits and not first_decade and not is_number(line, i, i + 1):
        return None
    year = read_year(line, i, marked=marked)
    if year is None:
        return _bare_short_year(line, i)
    if year.marked:
        unit = line.has(year.end, "unit") and not line.has(year.end, "range_to")
        counted = (unit and not _is_of_the_mark(line, i, year)) or number_goes_on(line, year.end)
        return None if counted and year.end == i + 1 and not line.joined(year.end) else year
    return year if _is_year_here(line, i, year) else None


_BEFORE_SHORT = ("در", "از")
_NAMED = {"ar": ("عام", "سنه"), "fa": ("سال",), "en": ("year",)}
_EACH = ("كل", "لكل", "بكل", "هر")
_SELDOM_COUNTED = frozenset({"day", "night", "month", "decade", "century", "time"})


def _is_of_the_mark(line: Line, i: int, year: Year) -> bool:
    """«عام 2010 عقد المؤتمر», «در سال ۱۳۹۵ بار دیگر»: the number is the year of the word before it and no number of the
    unit that the next word looks like; «كل عام 2000 يوم» is no year, nor need «در سال ۱۴۰۰ نفر» be one."""
    number = year.when.year
    if not (1800 <= number <= 2099 or (line.language == "fa" and 1300 <= number <= 1410)) or not line.digits(i):
        return False
    mark = line.texts[i - 1]
    if (mark.lstrip("وفبل") if line.language == "ar" else mark) not in _NAMED[line.language]:
        return False
    if line.texts[i - 2] in _EACH or (line.language == "en" and line.texts[i - 2] != "the"):
        return False
    units = line.at(year.end, "unit")
    return units is not None and units[0][0].name in _SELDOM_COUNTED


def number_goes_on(line: Line, i: int) -> bool:
    """Whether the word at ``i`` belongs to the digits before it ("2010 million", "1984 two-room flats"); "in 2010 three
    ships" are two numbers."""
    found = line.at(i, "num")
    if found is None:
        return False
    return found[0][0] not in ("unit", "teen", "ten", "hundred", "whole", "group") or line.texts[found[1]] == "-"


def _plural_marker(line: Line, i: int) -> bool:
    return line.texts[i - 1] in ("سنوات", "years") and len(line.texts[i]) < 4


def _bare_short_year(line: Line, i: int) -> Year | None:
    """«در ۶۱ به دنبال …»: two digits after a preposition and before a function word, in Persian only."""
    text = line.texts[i]
    if line.language != "fa" or len(text) != 2 or not text.isdecimal() or int(text) < 20:
        return None
    if line.texts[i - 1] not in _BEFORE_SHORT:
        return None
    after = line.texts[i + 1]
    if after and not line.has(i + 1, "stop") and after not in ",.;:)":
        return None
    if line.texts[i - 1] == "از" and line.texts[i + 1] == "تا" and len(line.texts[i + 2]) == 2 and line.digits(i + 2):
        after = line.texts[i + 3]
        if line.has(i + 3, "unit"):
            return None  # «از ۲۷ تا ۷۵ نفر»
        if not after or line.has(i + 3, "stop") or not after[0].isalnum():
            return Year(Day("jalali", 1300 + int(text)), i + 1, True)
    if line.has(i + 1, "unit") or line.has(i + 1, "num") or line.has(i + 1, "range_to"):
        return None
    if line.texts[i - 1] == "از" and (after not in ("به", "که", ",") or line.digits(i + 2) or line.has(i + 2, "num")):
        return None  # «از ۳۵ به ۴۱ درصد»
    return Year(Day("jalali", 1300 + int(text)), i + 1, True)


def _is_year_here(line: Line, i: int, year: Year) -> bool:
    number, after = year.when.year, i + 1
    least = 1300 if line.language == "fa" else 1800
    if not (least <= number <= 1410 or 1800 <= number <= 2099 or (year.when.calendar == "hijri" and number <= 1450)):
        return False
    if (
        (line.has(after, "unit") and not line.has(after, "range_to"))
        or number_goes_on(line, after)
        or (line.has(after, "num") and line.before(i, "prep_time", 2) is None)
        or line.has(i - 1, "label")
        or _first_of_count(line, i)
    ):
        return False
    if line.prefix(i) or (line.has(i - 1, "unit") and line.before(i, "unit", 2) and line.texts[i - 1] in "$€£¥"):
        return False
    if line.before(i, "prep_time", 2) or line.texts[i - 1] in ("(", "/"):
        return not _countable(line, after) or (line.language == "en" and not line.texts[after].endswith("s"))
    if line.before(i, "bend_before") or year.when.calendar == "hijri":
        return False
    if i == 0 or line.breaks(i - 1):
        return line.n == i + 1 or line.texts[after] in (":", ",", "-") or not _countable(line, after)
    return not _countable(line, after)


def _first_of_count(line: Line, i: int) -> bool:
    """«بين 2000 و3000 مقاتل», "2000 to 2500 workers", «از ۱۳۵۰ به ۱۴۰۰ نفر»: the lower end of a range, or what a number
    was before it changed, that cannot be one of years."""
    joint = line.at(i + 1, "range_to")
    was = line.texts[i + 1] == "به" and line.texts[i - 1] == "از"
    at = joint[1] if joint else i + 2 if was or line.texts[i + 1] in ("و", "and") else 0
    number = read_number(line, at) if at and line.digits(at) else None
    if number is None or number.low is None:
        return False
    if was and (line.has(number.end, "unit") or line.has(number.end, "num")):
        return True
    if number.low <= int(line.texts[i]):
        return False
    return not (1800 <= number.low <= 2099 or (line.language == "fa" and 1300 <= number.low <= 1410))


_MANY = ("s", "people", "men", "women", "children", "police", "cattle", "fish", "aircraft", "personnel")


def _countable(line: Line, i: int) -> bool:
    """Whether the next words are people or things that can be counted; "the 2014 National Survey" is of a year."""
    found = thing_at(line, i)
    if found is None or (line.language == "en" and not any(word.endswith(_MANY) for word in line.texts[i : i + 3])):
        return False
    return found.type in ("person", "thing", "group", "place", "substance")
