"""Ordinals: ninth, 21st, «التاسع», «الخامسة والعشرون», «الـ33», «سی‌امین», «بیست و یکم», «۳۰ امین»."""

from __future__ import annotations

from isnad.claim.values.digits import is_number
from isnad.claim.values.line import Line
from isnad.claim.values.numbers import read_number
from isnad.claim.values.things import thing_at

_ENGLISH = ("st", "nd", "rd", "th")


def read_ordinal(line: Line, i: int) -> tuple[int, int] | None:
    """The ordinal at ``i`` and the index after it; several grammars ask for the same one."""
    if i not in line.ordinals:
        line.ordinals[i] = _read(line, i)
    return line.ordinals[i]


def _read(line: Line, i: int) -> tuple[int, int] | None:
    if line.digits(i):
        return _digit_ordinal(line, i)
    if line.language == "ar":
        return _arabic(line, i)
    return _last_is_ordinal(line, i)


def _digit_ordinal(line: Line, i: int) -> tuple[int, int] | None:
    text = line.texts[i]
    if not text.isdecimal() or len(text) > 4:
        return None
    after = i + 1
    if line.language == "en":
        return (int(text), after + 1) if line.texts[after] in _ENGLISH and line.glued(i) else None
    if line.language == "fa":
        suffix = line.at(after, "ordsuffix") if line.lex[after].categories else None
        if suffix and (line.texts[after] not in ("م",) or line.glued(i)):
            return int(text), suffix[1]
        return None
    # «الـ33»: the article before digits.
    if line.texts[i - 1] in ("ال", "لل", "بال", "وال") and line.glued(i - 1) and is_number(line, i, after):
        return int(text), after
    return None


def _arabic(line: Line, i: int) -> tuple[int, int] | None:
    found = line.at(i, "ord")
    if found:
        value, end = found
        bare = not line.prefix(i) and not line.texts[i].startswith("ال")
        if line.texts[i].endswith("اولي") and (bare or line.original(i).endswith("ي")):
            return None  # «أولى» gave, «الأولي» preliminary
        following = line.at(end, "num")
        if following and following[0] == ("unit", 10) and not line.joined(end) and value < 10:
            return value + 10, following[1]
        if following and line.prefix(end) in ("وال", "و") and following[0][0] == "ten" and value < 10:
            return value + following[0][1], following[1]
        return value, end
    tens = line.at(i, "num")
    if tens and tens[0][0] in ("ten", "hundred") and line.prefix(i).endswith("ال") and tens[0][1] <= 100:
        # «الذكرى العشرين», «القرن العشرون»: an ordinal only behind a singular; the caller decides.
        return tens[0][1], tens[1]
    return None


def _last_is_ordinal(line: Line, i: int) -> tuple[int, int] | None:
    """Persian and English: cardinals up to the last word, which is an ordinal."""
    found = line.at(i, "ord")
    if found:
        name = thing_at(line, i)
        return None if name and name.end > found[1] else found  # «نخست وزیر»
    if not line.has(i, "num"):
        return None
    number = read_number(line, i)
    if number is None or not isinstance(number.low, int) or number.low < 20 or number.fraction:
        return None
    end = number.end
    if line.language == "fa" and line.texts[end] == "و":
        last = line.at(end + 1, "ord")
    elif line.language == "en":
        end += line.texts[end] == "-"
        end += line.texts[end] == "and"
        last = line.at(end, "ord")
        return (number.low + last[0], last[1]) if last and number.low % 10 == 0 and last[0] < 100 else None
    else:
        suffix = line.at(end, "ordsuffix")
        return (number.low, suffix[1]) if suffix and number.low % 10 == 0 else None
    return (number.low + last[0], last[1]) if last and number.low % 10 == 0 and last[0] < 100 else None
