"""Ranges: «من 3 إلى 5», «۲ تا ۳», "two, perhaps three", 45-50; and scores and changes, which are none."""

from __future__ import annotations

from isnad.claim.values.amount import Amount, halves, metres, of_number, unit_after
from isnad.claim.values.line import Line
from isnad.claim.values.number import tidy
from isnad.claim.values.numbers import read_number

_SIGNS = ("$", "€", "£", "¥")


def borrow_unit(line: Line, amount: Amount) -> None:
    """ "rose from 3 to 5 percent": both are percent, «از ۱۲ به ۱۵ هزار تومان» both thousands of tomans."""
    number = read_number(line, amount.end + 1)
    unit = unit_after(line, number.end) if number else None
    if amount.low == amount.high:
        _borrow_scale(amount, amount.end + 1, line)
        amount.high = amount.low
    amount.unit = unit[0] if unit and unit[0].kind != "classifier" else None


def second_end(line: Line, first: Amount) -> Amount | None:
    """The other end of a range, with its unit."""
    after = _joint(line, first)
    if after is None:
        return None
    dual = line.at(after, "dual")
    if dual:
        second = Amount(2, 2, after, dual[1], dual[0], after)
    else:
        number = read_number(line, after)
        if number is None or number.low is None or number.high is None:
            return None
        second = of_number(number)
        number = metres(line, number)
        unit = unit_after(line, number.end)
        if unit:
            second.unit, second.end = unit
            second.adjective = line.has(unit[1] - 1, "adjective")
            halves(line, second)
    if first.unit and (second.unit is None or second.unit.name != first.unit.name):
        return None
    _borrow_scale(first, after, line)
    if first.low is None or second.high is None or first.low >= second.high:
        return None
    return second


def _borrow_scale(first: Amount, after: int, line: Line) -> None:
    """ "5 to 6 million": the scale is said once."""
    number = read_number(line, after)
    if number is None or first.unit or number.scale <= 1 or first.low is None or number.low is None:
        return
    if first.low < 1000 and first.low <= number.low / number.scale:
        first.low = tidy(first.low * number.scale)


def _joint(line: Line, first: Amount) -> int | None:
    """The index after "to", «تا», «أو», a hyphen, or after "and" when «بين» opened the range."""
    at = first.end
    if line.texts[at] == "-" and line.texts[at + 1] in ("to", "or") and not line.glued(at):
        at += 1  # "an 18- to 24-year-old"
    found = line.at(at, "range_to")
    if found and first.one and line.language == "ar" and line.texts[first.start].startswith("ال"):
        return None  # «سعر الخيمة الواحدة إلى 300»
    if found:
        if line.texts[at] == "-" and not _hyphen(line, at):
            return None
        return None if change(line, first.start) or _rose_by(line, first) else _past_sign(line, first, found[1])
    at += line.texts[at] == "," and line.has(at + 1, "range_or")
    found = line.at(at, "range_or")
    if found:
        return found[1]
    joined = line.texts[at] in ("و", "and")
    if (joined or line.prefix(at) == "و") and _between(line, first.start):
        return _past_sign(line, first, at + 1) if joined else at
    if line.language == "fa" and not first.unit and _next_in_line(line, first):
        return first.end
    return None


def _past_sign(line: Line, first: Amount, at: int) -> int:
    """ "between $40 and $60": the sign stands before both ends."""
    return at + (line.texts[at] in _SIGNS and line.texts[at] == line.texts[first.start - 1])


def _hyphen(line: Line, at: int) -> bool:
    return (line.digits(at - 1) and line.digits(at + 1)) or line.has(at + 1, "num") or line.texts[at - 1] in "%٪"


def _next_in_line(line: Line, first: Amount) -> bool:
    """«دو سه نفر», «چهل پنجاه»: two numbers side by side."""
    a, b = line.at(first.end - 1, "num"), line.at(first.end, "num")
    step: int
    if not a or not b or a[0][0] not in ("unit", "teen", "ten") or first.end - first.start != 1:
        return False
    if b[0][0] not in ("unit", "teen", "ten"):
        return False
    step = b[0][1] - a[0][1]
    return 1 <= step <= 2 or step == 10


def _between(line: Line, i: int) -> bool:
    at = i
    aged = line.before(i, "age_before", 4)  # "between the ages of 17 and 20"
    if aged:
        at = aged[1]
        if "between" in line.texts[at:i]:
            return True
    for _ in range(2):
        bent = line.before(at, "bend_before")
        if bent and not line.before(at, "between", 3):
            at = bent[1]
    return line.before(at, "between", 3) is not None or (
        line.texts[at - 1] in "$€£" and line.before(at - 1, "between") is not None
    )


def changes(line: Line, amount: Amount) -> bool:
    """Whether the amount is what something was before it became what is told behind: no range, but of one unit."""
    if line.language == "fa":
        return line.texts[amount.end] == "به" and line.texts[amount.start - 1] == "از"
    return line.has(amount.end, "range_to") and change(line, amount.start)


def change(line: Line, i: int) -> bool:
    """ "rose from 3 to 5": two values, no range."""
    at = i - (line.texts[i - 1] in _SIGNS)
    if not line.before(at, "from", 2):
        return False
    return any(line.has(j, "change") for j in range(max(0, i - 8), i))


def _rose_by(line: Line, first: Amount) -> bool:
    """ "rose $2 to $82", «ارتفع دولارين إلى 82 دولارا», "up by 3 percent to 40 percent": by how much, and to what."""
    at = first.start - (line.texts[first.start - 1] in _SIGNS)
    if first.unit is None and at == first.start:
        return False
    if line.before(at, "from", 2) or line.before(at, "between", 3):
        return False
    return any(line.has(j, "change") for j in range(max(0, at - 3), at))


def join(line: Line, first: Amount, second: Amount) -> None:
    first.high, first.end = second.high, second.end
    first.unit = second.unit or first.unit
    first.adjective = second.adjective
    first.one = False
    loose = line.has(second.start - 1, "range_or")
    first.approximate = first.approximate or loose
    opened = line.before(first.start, "between", 3) or line.before(first.start, "from", 2)
    if opened:
        first.outer = opened[1]


def score(line: Line, amount: Amount) -> bool:
    """1-1, 2-0, «۲ بر ۱»: a hyphen between numbers that make no range."""
    after = line.texts[amount.end]
    if after == "بر" and line.digits(amount.end + 1):
        return True
    return (after == "-" and line.digits(amount.end + 1) and line.digits(amount.end - 1)) or (
        line.texts[amount.start - 1] == "-" and line.digits(amount.start - 2) and line.glued(amount.start - 2)
    )
