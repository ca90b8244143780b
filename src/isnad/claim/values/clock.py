"""Clock times: 14:08, «الساعة الرابعة والنصف», «ساعت ۷ صبح», 7 pm, half past four. Dated only where the day is said."""

from __future__ import annotations

import re

from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.marks import far
from isnad.claim.values.numbers import read_number
from isnad.claim.values.ordinals import read_ordinal

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?(?![\d:]|\.\d)")
_MINUTES = {
    "clock_and_half": 30,
    "clock_and_quarter": 15,
    "clock_and_third": 20,
    "clock_less_quarter": -15,
    "clock_less_third": -20,
}
_PARTS = frozenset(_MINUTES)
_BEHIND, _QUARTERS = far("ampm", "clock_oclock"), far("clock_and_half")
_LONGEST = 14
_NOON, _NIGHT, _FIRST_AT_NIGHT = 12, 24, 6
_WORDS = {"noon": "12:00", "midnight": "00:00"}
_BEFORE_WORDS = {
    "en": ("at", "by", "before", "after", "until", "around", "past", "from", "till"),
    "ar": ("بعد", "قبل", "عند", "حتي", "منذ", "قبيل", "بعيد", "في", "قرابه", "حوالي", "نحو", "وبعد", "وقبل", "وعند"),
    "fa": ("از", "تا", "در", "حدود", "نزديك"),
}


def read_clock(line: Line, i: int) -> Draft | None:
    """The clock time whose hour is at ``i`` (the word "o'clock" or «الساعة» may stand before)."""
    word = line.at(i, "clockword")
    if word:
        return _word(line, i, *word)
    marker = line.before(i, "clock_hour", 2)
    if marker and line.language == "ar" and not _names_the_hour(line, marker[1]):
        marker = None
    if not marker and line.texts[i + 1] != ":" and not line.near(i, i + _LONGEST, _BEHIND | _QUARTERS):
        return None
    if not marker and _numbers_the_noun_before(line, i):
        return None
    start = marker[1] if marker else i
    hour, minute, end = _hour(line, i)
    if hour is None:
        return None
    minute, end = _minutes(line, minute, end)
    if minute is not None and minute < 0:
        hour, minute = hour - 1, minute + 60
    if (
        line.language == "fa"
        and not marker
        and minute is None
        and line.has(end, "unit")
        and not _by_night(line, i, hour)
    ):
        return None  # «سه شب» are three nights, «ساعت سه شب» is three o'clock
    half_day, end = _half_day(line, end)
    oclock = line.at(end, "clock_oclock")
    end = oclock[1] if oclock else end
    if oclock and half_day is None:
        half_day, end = _half_day(line, end)
    timed = minute is not None and (
        _written_as_time(line, i) or line.has(i, "ord") or line.has(i - 1, "clock_at")
    )  # «عند الثالثة والنصف»
    if not (marker or oclock or half_day is not None or timed):
        return None
    if marker and _is_duration(line, end, half_day, minute):
        return None
    return _draft(Draft(start, end, "date", sense="clock"), hour, minute, half_day)


def _names_the_hour(line: Line, i: int) -> bool:
    """«الساعة الرابعة» but «ساعة واحدة» (one hour)."""
    return ("ساع" in line.texts[i] and line.texts[i].lstrip("وفبكل").startswith(("ال", "ل"))) or (
        line.digits(i + 1) and ":" in line.key[line.ends[i + 1] : line.ends[i + 1] + 1]
    )


_EVENING = range(7, 13)


def _by_night(line: Line, i: int, hour: int) -> bool:
    """«از ده شب» and, where a sentence begins, «هشت شب رسیدیم» tell the hour; hardly anything lasts so many nights, but
    for «نه شب و نه روز»."""
    if line.has(i + 1, "unit") and line.texts[i + 2] == "و" and line.texts[i + 4] in ("روز", "شب"):
        return False
    return hour in _EVENING and (i == 0 or line.texts[i - 1] in ("از", "تا") or line.breaks(i - 1))


def _numbers_the_noun_before(line: Line, i: int) -> bool:
    """«الساعات الأولى من الفجر», «الجولة الثانية مساء» count hours and rounds; «وصل الوفد الثانية مساء» is at two."""
    noun = line.texts[i - 1].lstrip("وفبكل")
    return line.language == "ar" and line.has(i, "ord") and noun.startswith(("ال", "ل")) and noun.endswith(("ه", "ات"))


def _written_as_time(line: Line, i: int) -> bool:
    return line.digits(i) and len(line.texts[i]) >= 2 and line.texts[i + 1] == ":"


def _is_duration(line: Line, end: int, half_day: int | None, minute: int | None) -> bool:
    """«سه ساعت و نیم» has its number before; «ساعت ۷ نفر» is no time."""
    return half_day is None and minute is None and line.has(end, "unit") and not line.has(end, "clock_minute")


def _hour(line: Line, i: int) -> tuple[int | None, int | None, int]:
    if line.digits(i):
        match = _TIME.match(line.key, line.starts[i])
        if match and int(match[1]) <= 24 and int(match[2]) < 60:
            end = i
            while end < line.n and line.starts[end] < match.end():
                end += 1
            if "." not in match.group() or line.has(end, "ampm") or line.before(i, "clock_hour", 2):
                return int(match[1]), int(match[2]), end
        text = line.texts[i]
        if text.isdecimal() and len(text) <= 2 and int(text) <= 24 and not (line.texts[i + 1] == ":" and line.glued(i)):
            return int(text), None, i + 1
        return None, None, i
    if line.has(i, "clock_one"):
        return 1, None, i + 1
    ordinal = read_ordinal(line, i) if line.language == "ar" else None
    if ordinal and 1 <= ordinal[0] <= 12:
        return ordinal[0], None, ordinal[1]
    if line.has(i, "num"):
        found = line.at(i, "num")
        number = read_number(line, i)
        if number and isinstance(number.low, int) and 1 <= number.low <= 24:
            return number.low, None, number.end
        if (
            found
            and found[0][0] in ("unit", "teen")
            and number
            and number.low in (found[0][1] + 0.5, found[0][1] + 0.25)
        ):
            return found[0][1], int(60 * (number.low - found[0][1])), number.end
    return None, None, i


def _minutes(line: Line, minute: int | None, end: int) -> tuple[int | None, int]:
    if minute is not None:
        return minute, end
    for category, value in () if _PARTS.isdisjoint(line.lex[end].categories) else _MINUTES.items():
        found = line.at(end, category)
        if found:
            return value, found[1]
    at = end + (line.texts[end] == "و")
    if (at > end or line.joined(end)) and at < line.n:
        number = read_number(line, at)
        if number and isinstance(number.low, int) and number.low < 60 and line.has(number.end, "clock_minute"):
            return number.low, number.end + 1
    return None, end


def _half_day(line: Line, end: int) -> tuple[int | None, int]:
    if line.texts[end] in ("من", "در"):
        found = line.at(end + 1, "ampm")
        return found if found and isinstance(found[0], int) else (None, end)
    found = line.at(end, "ampm")
    if found is None or not isinstance(found[0], int):
        return None, end
    if line.texts[end] in ("ص", "م") and (line.texts[end + 1] == "." and line.glued(end)):
        return found[0], found[1]
    return found


def _word(line: Line, i: int, kind: str, end: int) -> Draft | None:
    if kind in _WORDS:
        if line.texts[i - 1] not in _BEFORE_WORDS[line.language] and line.prefix(i) not in ("ل", "ب"):
            return None
        near, gone = line.before(i, "clock_near", 4), line.at(end, "clock_gone")
        end = gone[1] if gone and line.language == "ar" else end
        return Draft(i, end, "date", sense="clock", clock=_WORDS[kind], approximate=bool(near or gone))
    hour, _, after = _hour(line, end)
    if hour is None:
        return None
    minute = {"half_past": 30, "quarter_past": 15, "quarter_to": 45}[kind]
    half_day, after = _half_day(line, after)
    return _draft(Draft(i, after, "date", sense="clock"), hour - (kind == "quarter_to"), minute, half_day)


def _draft(draft: Draft, hour: int, minute: int | None, half_day: int | None) -> Draft:
    hour = of_the_day(hour, half_day)
    if hour >= 24 or hour < 0:
        hour %= 24
    draft.clock = f"{hour:02d}:{minute:02d}" if minute is not None else f"{hour:02d}"
    return draft


def of_the_day(hour: int, half_day: int | None) -> int:
    """The hour from 0 to 23 of one told with the half of its day: «ساعت دو شب» is two, «ساعت ده شب» twenty-two."""
    if half_day is None or hour > _NOON:
        return hour
    if hour == _NOON:
        return _NOON if half_day == _NOON else 0
    return hour + _NOON if half_day and not (half_day == _NIGHT and hour < _FIRST_AT_NIGHT) else hour


def _is_midnight(line: Line, draft: Draft) -> bool:
    """Whether a clock time is a midnight that may begin or end its day: "midnight on Tuesday", «ساعت ۲۴ امشب»."""
    words = line.texts[draft.start : draft.end]
    return line.has(draft.start, "clockword") or not any(word.startswith("0") for word in words if word[0].isdecimal())


def bind_clocks(line: Line, drafts: list[Draft]) -> None:
    """Gives a clock time the day that stands directly before or after it."""
    for at, draft in enumerate(drafts):
        if draft.clock is None or (draft.clock[:2] == "00" and _is_midnight(line, draft)):
            continue
        for other in drafts[max(0, at - 1) : at] + drafts[at + 1 : at + 2]:
            gap = draft.start - other.end if other.start < draft.start else other.start - draft.end
            if gap <= 3 and other.day and other.day.day and other.edtf and len(other.edtf) == 10:
                between = range(min(other.end, draft.end), max(other.start, draft.start))
                if not any(line.breaks(i) for i in between):
                    draft.edtf, draft.calendar = f"{other.edtf}T{draft.clock}", other.calendar
                    break
