"""Clock times that the words around an hour tell: "ten minutes to one", "a little past nine", «بعد العاشرة بقليل»,
«الواحدة إلا عشر دقائق», «کمی از نه گذشته».

The hour alone is no time of day ("nine came"), so something must say so, and no noun may follow that it counts.  Where
no minutes are told the time is about the hour.
"""

from __future__ import annotations

from isnad.claim.values.clock import of_the_day
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.marks import far
from isnad.claim.values.numbers import read_number
from isnad.claim.values.ordinals import read_ordinal

_HOURS = range(1, 13)
_TOLD = far("clock_minute", "clock_gone")
_LONGEST = 12
"""Words from the first of a number to the one behind it."""
_QUARTER = {"ربع": 15, "نصف": 30, "نيم": 30, "ثلث": 20}


def read_told_clock(line: Line, i: int) -> Draft | None:
    """The clock time that begins at ``i``, or whose hour stands there."""
    return _READERS[line.language](line, i) if line.language in _READERS else None


def _english(line: Line, i: int) -> Draft | None:
    number = _number(line, i)
    if number is None:
        return None
    value, end = number
    minutes = end + 1 if line.texts[end] in ("minute", "minutes") else end
    side = line.at(minutes, "clock_to") or line.at(minutes, "clock_past")
    if side and (minutes > end or line.texts[minutes] == "past"):
        hour = _hour(line, side[1])
        if hour and value < 60 and _counts_nothing(line, hour[1]):
            return _at(i, hour[1], hour[0], -value if line.has(minutes, "clock_to") else value)
    if value in _HOURS and line.before(i, "clock_near", 4) and _counts_nothing(line, end):
        return _at(i, end, value, None)
    return None


def _persian(line: Line, i: int) -> Draft | None:
    if not (line.near(i, i + _LONGEST, _TOLD) or line.texts[i] in _QUARTER or line.texts[i + 1] == "ربع"):
        return None
    number = _number(line, i)
    quarter = _QUARTER.get(line.texts[i]) or (15 if number and number[0] == 1 and line.texts[i + 1] == "ربع" else None)
    if quarter:
        end = i + 1 + (line.texts[i] not in _QUARTER)
        minutes = quarter
    elif number and line.has(number[1], "clock_minute"):
        minutes, end = number[0], number[1] + 1
    else:
        return _about(line, i, number) if number else None
    side = line.at(end, "clock_to") or line.at(end, "clock_past")
    hour = _hour(line, side[1]) if side else None
    if side is None or hour is None or minutes >= 60:
        return None
    half = line.at(hour[1], "ampm")
    if not half and not _counts_nothing(line, hour[1]):
        return None
    value = of_the_day(hour[0], half[0] if half and isinstance(half[0], int) else None)
    return _at(i, half[1] if half else hour[1], value, -minutes if line.has(end, "clock_to") else minutes)


def _about(line: Line, i: int, number: tuple[int, int]) -> Draft | None:
    value, end = number
    if value not in _HOURS:
        return None
    near, gone = line.before(i, "clock_near", 4), line.at(end, "clock_gone")
    return _at(i, end, value, None) if near and gone else None


def _arabic(line: Line, i: int) -> Draft | None:
    hour = _hour(line, i)
    if hour is None:
        return None
    value, end = hour
    if line.texts[end] == "الا":
        number = _number(line, end + 1)
        if number and line.texts[number[1]] in ("دقيقه", "دقايق") and number[0] < 60:
            return _at(i, number[1] + 1, value, -number[0])
    side = line.texts[i - 1].lstrip("وف")
    if side in ("بعد", "قبل"):
        part = _QUARTER.get(line.texts[end].removeprefix("ب"))
        if part and line.texts[end][0] == "ب" and line.texts[end + 1] == "ساعه":
            return _at(i, end + 2, value, part if side == "بعد" else -part)
        if line.has(end, "clock_gone"):
            return _at(i, end + 1, value, None)
        return None
    if line.at(end, "clock_gone") or (line.before(i, "clock_near", 3) and _counts_nothing(line, end)):
        return _at(i, end, value, None)
    return None


_READERS = {"en": _english, "fa": _persian, "ar": _arabic}


def _number(line: Line, i: int) -> tuple[int, int] | None:
    """A whole number and the index after it."""
    number = read_number(line, i) if line.digits(i) or line.has(i, "num") else None
    return (number.low, number.end) if number and isinstance(number.low, int) and not number.fraction else None


def _hour(line: Line, i: int) -> tuple[int, int] | None:
    """An hour and the index after it; in Arabic the feminine ordinal with its article («الثامنة»)."""
    if line.language != "ar":
        found = _number(line, i)
    else:
        text = line.texts[i].lstrip("وفبلك")
        ordinal = read_ordinal(line, i) if text.startswith("ال") and text.endswith("ه") else None
        found = (1, i + 1) if line.has(i, "clock_one") else ordinal
    return found if found and found[0] in _HOURS else None


def _counts_nothing(line: Line, end: int) -> bool:
    """Whether no noun follows that the number before ``end`` could count: a mark, or a small word."""
    text = line.texts[end]
    if line.has(end, "unit") or line.digits(end) or line.has(end, "num"):
        return False
    if not text or not text[0].isalpha():
        return text not in ("%", "٪", ":", "/", "-")
    return line.language != "en" or line.has(end, "clock_free")


def _at(start: int, end: int, hour: int, minutes: int | None) -> Draft:
    if minutes is None:
        return Draft(start, end, "date", sense="clock", clock=f"{hour:02d}", approximate=True)
    total = (60 * hour + minutes) % (24 * 60)
    return Draft(start, end, "date", sense="clock", clock=f"{total // 60:02d}:{total % 60:02d}")
