"""Numbers in words, in digits, and mixed («3 آلاف», "2.5 million", «سی و پنج هزار»): one grammar for three languages.

A number is groups below a thousand, each with its scale, from the largest scale to the smallest.  The languages
differ in the order of ones and tens (Arabic: ones first) and in where they say "and".
"""

from __future__ import annotations

import msgspec

from isnad.claim.values.digits import (
    MOST_DIGITS,
    is_number,
    read_digits,
    slash_decimal,
    spaced_thousands,
    turned_decimal,
)
from isnad.claim.values.line import Line
from isnad.claim.values.number import Number, tidy
from isnad.claim.values.shares import read_fraction, read_vague, with_half

_INFINITE = 1 << 60
_BEHIND = frozenset({"half_after", "quarter_after", "third_after", "threequarters_after"})
_GO_ON = _BEHIND | {"num", "digits", "parts"}
_MARKS = frozenset({"و", "and", "-", "/", "ر"})
_LINKS = frozenset({"و", "and", "-"})


class _State(msgspec.Struct, gc=False):
    """What has been read so far: finished groups in ``total``, the open group in ``group``."""

    total: float | int = 0
    group: float | int = 0
    open: bool = False
    last_scale: int = _INFINITE
    teen: bool = False
    end: int = 0
    complete: tuple[float | int, int, int] | None = None
    before: tuple[float | int, int, int] | None = None
    digits: bool = False
    uncertain: bool = False

    def keep(self, end: int) -> None:
        """Notes that the words up to ``end`` are a whole number."""
        scale = self.last_scale if not self.open and self.last_scale != _INFINITE else 1
        self.end = end
        self.complete = (self.total + (self.group if self.open else 0), end, scale)


def read_number(line: Line, i: int) -> Number | None:
    """The longest number at ``i``; several grammars ask for the same one."""
    if i not in line.numbers:
        line.numbers[i] = _read(line, i)
    return line.numbers[i]


def _read(line: Line, i: int) -> Number | None:
    if not line.digits(i):
        in_words = read_vague(line, i) or read_fraction(line, i)
        if in_words:
            return in_words
    elif _ends_here(line, i):
        plain = int(line.texts[i])
        return Number(plain, plain, i + 1, digits=True, one=plain == 1, start=i) if is_number(line, i, i + 1) else None
    state = _State()
    at = i
    while at < line.n:
        following = _step(line, at, state, first=at == i)
        if following is None:
            if state.before and line.at(at, "num") and not line.joined(at):
                state.complete = state.before  # «3 آلاف و4 آلاف» are two numbers
            break
        at = following
    if state.complete is None:
        return None
    whole, end, scale = state.complete
    value = tidy(whole)
    number = Number(value, value, end, scale, digits=state.digits, uncertain=state.uncertain, one=value == 1, start=i)
    return with_half(line, number)


def _ends_here(line: Line, i: int) -> bool:
    """Whether digits without marks are a number of their own: the next word cannot go on with it."""
    text, after = line.texts[i], line.texts[i + 1]
    return (
        text.isdecimal()
        and len(text) <= MOST_DIGITS
        and after not in _MARKS
        and line.lex[i + 1].categories.isdisjoint(_GO_ON)
    )


def _step(line: Line, i: int, state: _State, first: bool) -> int | None:
    """Reads one more word into ``state``; the index after it, or None when the number ends before ``i``."""
    joined = False
    if not first and not line.lex[i].categories and line.texts[i] not in _LINKS and line.texts[i] != ",":
        return None
    if not first:
        if line.texts[i] in ("و", "and", "-") and line.texts[i] != "-":
            joined, i = True, i + 1
        elif _comma_within(line, i, state) or _hyphen_within(line, i):
            i += 1
        else:
            joined = line.prefix(i).startswith("و") or _and_eleven(line, i)
        if line.prefix(i) not in ("", "و", "ال", "وال"):
            return None
    if line.digits(i):
        return _digits(line, i, state, first, joined)
    found = line.at(i, "num")
    if found is None:
        return None
    (kind, value), end = found
    if kind == "teenhead" and not (_is_ten(line, end) or _goes_on(line, i, end)):
        return None
    if first and kind == "suffix":
        return None
    if not _take(line, state, kind, value, joined, first, i):
        return None
    if kind == "teenhead":
        return _step_end(state, end)
    state.keep(end)
    return end


def _hyphen_within(line: Line, i: int) -> bool:
    return line.texts[i] == "-" and line.language == "en" and line.glued(i - 1) and not line.digits(i + 1)


def _comma_within(line: Line, i: int, state: _State) -> bool:
    """ "forty-five thousand, five hundred and forty": behind a scale in words, before hundreds or what is joined."""
    if line.language != "en" or line.texts[i] != "," or state.digits or state.open or not state.total:
        return False
    behind = line.at(i + 1, "num")
    hundreds = line.at(behind[1], "num") if behind and behind[0][0] != "scale" else None
    return bool(hundreds and hundreds[0][0] == "hundred")


def _step_end(state: _State, end: int) -> int:
    state.end = end
    return end


def _and_eleven(line: Line, i: int) -> bool:
    """«وأحد عشر» is spelt like «واحد» (one) once the hamza is folded, and no "one" stands before a ten."""
    return line.language == "ar" and line.has(i, "one") and _is_ten(line, i + 1) and not line.joined(i + 1)


def _is_ten(line: Line, i: int) -> bool:
    found = line.at(i, "num")
    return bool(found and found[0] == ("unit", 10))


def _goes_on(line: Line, i: int, end: int) -> bool:
    """«إحدى وعشرون»: the one of a ten; «الأحد وعشرون آخرون» is a Sunday and twenty others."""
    if "ال" in line.texts[i] or line.prefix(end) != "و":
        return False
    found = line.at(end, "num")
    return bool(found and found[0][0] == "ten")


def _digits(line: Line, i: int, state: _State, first: bool, joined: bool) -> int | None:
    """Digits begin a number, or go on after a scale («مليون و200 ألف»)."""
    end = spaced_thousands(line, i)
    text = "".join(line.texts[i:end])
    decimal = slash_decimal(line, i)
    turned = turned_decimal(line, i)
    if decimal:
        text, end = decimal, i + 3
    elif turned:
        text, end = turned
    read = read_digits(text, line.language)
    if read is None or not is_number(line, i, end):
        return None
    value, unsure = read
    if not first:
        if not joined or state.open or state.last_scale == _INFINITE or value >= state.last_scale or value >= 1000:
            return None
        if line.has(end, "month"):
            return None
    state.before = state.complete
    state.group, state.open, state.digits, state.uncertain = value, True, True, unsure
    state.keep(end)
    return end


def _take(line: Line, state: _State, kind: str, value: int, joined: bool, first: bool, i: int) -> bool:
    """Whether a number word fits what stands before it; puts it there."""
    if kind in ("scale", "dual", "group", "dozen", "himmat", "suffix"):
        return _take_scale(line, state, kind, value, joined, first, i)
    if kind == "hundreds":
        return False
    if kind == "whole":
        if state.open and not first:
            return False
        return _open(state, value, joined, first, line)
    if not state.open:
        if kind == "hundred" or value < 100:
            return _open(state, value, joined, first, line)
        return False
    return _take_into_group(line, state, kind, value, joined)


def _open(state: _State, value: int, joined: bool, first: bool, line: Line) -> bool:
    """Opens a group; after a scale it needs "and" but in English («ألف ومئتان», "one thousand two hundred")."""
    if not first and not joined and line.language != "en":
        return False
    if not first and state.last_scale <= value:
        return False
    state.before = state.complete
    state.group, state.open = value, True
    state.teen = False
    return True


def _take_into_group(line: Line, state: _State, kind: str, value: int, joined: bool) -> bool:
    group, language = state.group, line.language
    if state.digits or not isinstance(group, int):
        return kind == "hundred" and value == 100 and not joined and _times(state, 100) if state.digits else False
    rest = group % 100
    if kind == "hundred":
        most = 99 if language == "en" else 9
        return value == 100 and not joined and 1 <= group <= most and _times(state, 100)
    if language == "ar":
        if kind == "unit" and value == 10 and not joined and 1 <= rest <= 9 and not state.teen:
            state.teen = True
            return _plus(state, 10)
        if kind == "ten" and joined and 1 <= rest <= 9 and not state.teen:
            return _plus(state, value)
        return joined and group >= 100 and rest == 0 and value < 100 and _plus(state, value)
    if kind == "unit" and rest >= 20 and rest % 10 == 0:
        return (joined if language == "fa" else not joined) and _plus(state, value)
    if group >= 100 and rest == 0 and value < 100:
        return (joined or language == "en") and _plus(state, value)
    return False


def _plus(state: _State, value: int) -> bool:
    state.group += value
    return True


def _times(state: _State, factor: int) -> bool:
    state.group *= factor
    return True


def _take_scale(line: Line, state: _State, kind: str, value: int, joined: bool, first: bool, i: int) -> bool:
    factor = value if kind != "dual" else value // 2
    times = 2 if kind == "dual" else 1
    if kind == "group":
        factor = 1000 ** max(1, (len(str(value)) - 1) // 3)
        times = value // factor
    if kind == "suffix" and not (state.digits and line.glued(i - 1)):
        return False
    if state.open and not joined and times == 1:
        times, state.group, state.open = state.group, 0, False  # type: ignore[assignment]
    elif state.open:
        return False
    elif not first and not joined:
        if state.last_scale == _INFINITE or kind in ("dual", "group"):
            return False
        if state.last_scale < factor or state.last_scale == 1000:
            state.total *= factor  # هزار میلیارد, ألف مليون
            state.last_scale = factor
            return True
        return False
    elif first and kind == "scale" and _dual_accusative(line, i):
        times = 2
    if state.last_scale <= factor:
        if not state.total or joined or state.last_scale == factor:
            return False
        state.total = (state.total + times) * factor if times != 1 else state.total * factor
    else:
        state.total += times * factor
    state.last_scale = factor
    return True


def _dual_accusative(line: Line, i: int) -> bool:
    """«مليونا دولار» (two million) against «مليوناً»: the dual has no tanwin and a noun after it."""
    text = line.texts[i]
    if line.language != "ar" or not text.endswith(("ونا", "لفا", "يارا")) or line.joined(i + 1):
        return False
    if _and_eleven(line, i + 1):
        return False
    if not _BEHIND.isdisjoint(line.lex[i + 1].categories):
        return False  # «مليارا ونصف المليار»
    return (
        "\u064b" not in line.folded.text[line.folded.to_text(line.starts[i]) : line.folded.to_text(line.starts[i]) + 12]
    )
