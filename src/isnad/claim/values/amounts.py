"""A number with its range, its unit and the words before it: the part that all kinds of quantity share."""

from __future__ import annotations

from dataclasses import dataclass

from isnad.claim.values.lexicon import Unit
from isnad.claim.values.line import Line
from isnad.claim.values.numbers import Number, read_number, tidy

Bound = float | int | None


@dataclass(slots=True)
class Amount:
    """Bounds and unit; ``start`` is the first word of the number, ``outer`` of what bends it."""

    low: Bound
    high: Bound
    start: int
    end: int
    unit: Unit | None = None
    outer: int = 0
    approximate: bool = False
    digits: bool = False
    one: bool = False
    few: bool = False
    fraction: bool = False
    uncertain: bool = False
    adjective: bool = False


def bend(low: Bound, high: Bound, effect: str) -> tuple[Bound, Bound]:
    """The bounds after "at least", "more than" (no upper end), "up to", "less than" (no lower end)."""
    if effect in ("min", "over"):
        return low, None
    if effect in ("max", "under"):
        return None, high if high is not None else low
    return low, high


def read_amount(line: Line, i: int, done: int) -> Amount | None:
    """The amount whose number begins at ``i``."""
    amount = _measured(line, i) or _dual(line, i) or _numbered(line, i, done) or _single_unit(line, i)
    if amount is None:
        return None
    _bend_before(line, amount, done)
    return amount


def _measured(line: Line, i: int) -> Amount | None:
    """سه‌ساعته, ۳۵ ساله in one word."""
    found = line.at(i, "measured")
    if found is None or found[0][0] is None:
        return None
    (value, unit, _), end = found
    return Amount(value, value, i, end, unit, i, adjective=True)


def _dual(line: Line, i: int) -> Amount | None:
    """«ساعتين», «يومان», «قذيفتين»; «ساعتين ونصف»; «ساعة أو ساعتين»; «ساعتين إلى ثلاث»."""
    found = line.at(i, "dual")
    if found is None:
        return None
    unit, end = found
    if line.digits(end) and line.prefix(end) == "":
        return None
    if line.text(end) in ("اثنتين", "اثنين", "اثنان", "اثنتان", "كاملتين", "كاملين"):
        end += 1
    amount = Amount(2, 2, i, end, unit, i)
    _halves(line, amount)
    joint = line.before(i, "range_or", 2) or line.before(i, "range_to", 2)
    single = line.before(joint[1], "unit", 2) if joint else None
    if joint and single and any(u.name == unit.name for u in single[0]):
        amount.low, amount.start, amount.outer = 1, single[1], single[1]
    second = _second(line, amount, i)
    if second:
        _join(line, amount, second)
    return amount


def _single_unit(line: Line, i: int) -> Amount | None:
    """«استمر ساعة», "lasted an hour", "half an hour" is read elsewhere."""
    units = line.at(i, "unit")
    if units is None or units[0][0].kind != "duration" or line.has(i, "adjective"):
        return None
    unit, end = units[0][0], units[1]
    if line.language == "fa" or line.has(end, "ord") and line.text(end) != "واحده":
        return None
    if line.language == "en":
        return _english_single(line, i, unit, end)
    text = line.texts[i]
    if text.endswith(("ات", "ايام", "اشهر", "اعوام", "سنين", "ايق")) or line.prefix(i) not in ("", "ل"):
        return None
    one = line.text(end) in ("واحده", "واحد", "واحدا")
    end += one
    half = line.has(end, "half_after") or line.has(end, "quarter_after")
    if half and line.prefix(i) == "" and not line.before(i, "clock_hour", 2):
        one = True
    if not one and not line.before(i, "lasting", 3):
        return None
    if not one and (line.digits(end) or line.has(end, "num") or line.has(end, "weekday") or line.has(end, "month")):
        return None
    if not one and unit.name in ("day", "night") and not line.before(i, "bend_before"):
        return None
    amount = Amount(1, 1, i, end, unit, i)
    _halves(line, amount)
    return amount


def _english_single(line: Line, i: int, unit: Unit, end: int) -> Amount | None:
    if (
        line.text(i - 1) not in ("a", "an")
        or unit.name in ("second", "night", "day", "quarter")
        or line.text(i).endswith("s")
    ):
        return None
    if not line.has(i - 2, "lasting") and not line.has(end, "half_after") and not line.has(end, "quarter_after"):
        return None
    amount = Amount(1, 1, i - 1, end, unit, i - 1)
    _halves(line, amount)
    return amount


def _numbered(line: Line, i: int, done: int) -> Amount | None:
    times = line.at(i, "times")
    if times:
        return Amount(times[0], times[0], i, times[1], Unit("time", "times"), i)
    if line.language == "en" and line.text(i - 1) in ("a", "an") and i - 1 >= done and line.has(i, "num"):
        pass
    number = read_number(line, i)
    if number is None:
        return None
    _metres(line, number)
    amount = _of_number(line, number)
    if _definite_unit_before(line, amount, done):
        return amount
    odd = line.at(number.end, "odd")
    if odd:
        amount.high, amount.end = None, odd[1]
    unit = unit_after(line, amount.end) or _unit_named_before(line, number.start)
    if unit:
        amount.unit, amount.end = unit[0], max(unit[1], amount.end)
        amount.adjective = line.has(unit[1] - 1, "adjective")
        _halves(line, amount)
    second = _second(line, amount, done)
    if second:
        _join(line, amount, second)
    elif amount.unit is None and line.has(amount.end, "range_to") and _change(line, amount.start):
        _borrow_unit(line, amount)
    elif _score(line, amount):
        return None
    return amount


def _unit_named_before(line: Line, i: int) -> tuple[Unit, int] | None:
    """ "magnitude 6.4"."""
    found = line.before(i, "unit", 1)
    return (found[0][0], i) if found and found[0][0].name == "magnitude" else None


def _of_number(line: Line, number: Number) -> Amount:
    return Amount(
        number.low, number.high, number.start, number.end, None, number.start, number.approximate,
        number.digits, number.one, number.few, number.fraction, number.uncertain,
    )  # fmt: skip


def _metres(line: Line, number: Number) -> None:
    """500m is a length unless it is money or people ($3.5m, 7m voters)."""
    last = number.end - 1
    if line.text(last) != "m" or not number.digits or number.low is None:
        return
    signed = line.text(number.start - 1) in "$€£¥" and line.text(number.start - 1) != ""
    from isnad.claim.values.things import thing_at

    if not signed and not thing_at(line, number.end) and not line.has(number.end, "unit"):
        number.low = number.high = tidy(number.low / number.scale)
        number.end, number.scale = last, 1


def _definite_unit_before(line: Line, amount: Amount, done: int) -> bool:
    """«الساعات الخمس», «السنوات العشر الماضية»: the unit before a definite number."""
    at = amount.start - 1
    if line.language != "ar" or at < done or amount.digits or not line.prefix(amount.start).endswith("ال"):
        return False
    units = line.at(at, "unit")
    if units is None or units[1] != amount.start or line.prefix(at).lstrip("وفبكل") not in ("ال", ""):
        return False
    if not line.texts[at].lstrip("وفبكل").startswith(("ال", "ل")):
        return False
    amount.unit, amount.start = units[0][0], at
    amount.outer = at
    return True


def unit_after(line: Line, i: int) -> tuple[Unit, int] | None:
    """The unit at ``i``, past a hyphen or an adjective ("two full days", "18-month")."""
    at = i
    if line.language == "en" and line.text(at) == "-" and line.glued(at - 1):
        at += 1
    if line.has(at, "skip"):
        at += 1
    found = line.at(at, "unit")
    if found is None or line.joined(at) and line.prefix(at):
        return None
    if line.language == "ar" and line.prefix(at) not in ("", "ال", "لل"):
        return None
    unit = found[0][0]
    if line.text(at) == "second" and line.language == "en" and line.text(at - 1) not in ("-", "one", "1"):
        return None
    if (
        line.language == "fa"
        and line.text(at) == "تا"
        and (not line.text(at + 1)[:1].isalpha() or line.has(at + 1, "num"))
    ):
        return None
    return unit, found[1]


def _halves(line: Line, amount: Amount) -> None:
    """«ساعة ونصف الساعة», «سه ساعت و نیم», "an hour and a half", «ثلاثة أشهر إلا ربعا»."""
    for category, extra in (
        ("half_after", 0.5), ("quarter_after", 0.25), ("third_after", 1 / 3), ("threequarters_after", 0.75), ("lessquarter_after", -0.25),
    ):  # fmt: skip
        found = line.at(amount.end, category)
        if found is None or amount.low is None or amount.low != amount.high:
            continue
        end = found[1]
        again = line.at(end, "unit")
        if again and amount.unit and any(u.name == amount.unit.name for u in again[0]):
            end = again[1]
        elif again or line.has(end, "num"):
            return
        amount.low = amount.high = tidy(round(float(amount.low) + extra, 4))
        amount.end = end
        return


def _borrow_unit(line: Line, amount: Amount) -> None:
    """ "rose from 3 to 5 percent": both are percent."""
    number = read_number(line, amount.end + 1)
    unit = unit_after(line, number.end) if number else None
    amount.unit = unit[0] if unit else None


def _second(line: Line, first: Amount, done: int) -> Amount | None:
    """The other end of a range, with its unit."""
    after = _joint(line, first, done)
    if after is None:
        return None
    dual = line.at(after, "dual")
    if dual:
        second = Amount(2, 2, after, dual[1], dual[0], after)
    else:
        number = read_number(line, after)
        if number is None or number.low is None or number.high is None:
            return None
        second = _of_number(line, number)
        _metres(line, number)
        unit = unit_after(line, number.end)
        if unit:
            second.unit, second.end = unit
            second.adjective = line.has(unit[1] - 1, "adjective")
            _halves(line, second)
    if first.unit and (second.unit is None or second.unit.name != first.unit.name):
        return None
    _borrow_scale(first, second, after, line)
    if first.low is None or second.high is None or first.low >= second.high:
        return None
    return second


def _borrow_scale(first: Amount, second: Amount, after: int, line: Line) -> None:
    """ "5 to 6 million": the scale is said once."""
    number = read_number(line, after)
    if number is None or first.unit or number.scale <= 1 or first.low is None or number.low is None:
        return
    if first.low < 1000 and first.low <= number.low / number.scale:
        first.low = tidy(first.low * number.scale)


def _joint(line: Line, first: Amount, done: int) -> int | None:
    """The index after "to", «تا», «أو», a hyphen, or after "and" when «بين» opened the range."""
    at = first.end
    found = line.at(at, "range_to")
    if found:
        if line.text(at) == "-" and not _hyphen(line, at):
            return None
        return None if _change(line, first.start) else found[1]
    at += line.text(at) == "," and line.has(at + 1, "range_or")
    found = line.at(at, "range_or")
    if found:
        return found[1]
    opened = _between(line, first.start)
    if opened and line.text(at) in ("و", "and"):
        return at + 1
    if opened and line.prefix(at).startswith("و") and line.prefix(at) == "و":
        return at
    if line.language == "fa" and not first.unit and _next_in_line(line, first):
        return first.end
    return None


def _hyphen(line: Line, at: int) -> bool:
    return line.digits(at - 1) and line.digits(at + 1) or line.has(at + 1, "num") or line.text(at - 1) in "%٪"


def _next_in_line(line: Line, first: Amount) -> bool:
    """«دو سه نفر», «چهل پنجاه»: two numbers side by side."""
    a, b = line.at(first.end - 1, "num"), line.at(first.end, "num")
    if not a or not b or a[0][0] not in ("unit", "teen", "ten") or first.end - first.start != 1:
        return False
    if b[0][0] not in ("unit", "teen", "ten"):
        return False
    step = b[0][1] - a[0][1]
    return 1 <= step <= 2 or step == 10


def _between(line: Line, i: int) -> bool:
    at = i
    for _ in range(2):
        bent = line.before(at, "bend_before")
        if bent and not line.before(at, "between", 3):
            at = bent[1]
    return (
        line.before(at, "between", 3) is not None
        or line.text(at - 1) in "$€£"
        and line.before(at - 1, "between") is not None
    )


def _change(line: Line, i: int) -> bool:
    """ "rose from 3 to 5": two values, no range."""
    if not line.before(i, "from", 2):
        return False
    return any(line.has(j, "change") for j in range(max(0, i - 8), i))


def _join(line: Line, first: Amount, second: Amount) -> None:
    first.high, first.end = second.high, second.end
    first.unit = second.unit or first.unit
    first.adjective = second.adjective
    first.one = False
    loose = line.has(second.start - 1, "range_or")
    first.approximate = first.approximate or loose
    opened = line.before(first.start, "between", 3) or line.before(first.start, "from", 2)
    if opened:
        first.outer = opened[1]


def _score(line: Line, amount: Amount) -> bool:
    """1-1, 2-0, «۲ بر ۱»: a hyphen between numbers that make no range."""
    if line.text(amount.end) == "بر" and line.digits(amount.end + 1):
        return True
    return (
        line.text(amount.end) == "-"
        and line.digits(amount.end + 1)
        and line.digits(amount.end - 1)
        or (line.text(amount.start - 1) == "-" and line.digits(amount.start - 2) and line.glued(amount.start - 2))
    )


def _bend_before(line: Line, amount: Amount, done: int) -> None:
    """Walks back over "about", "at least", «ما لا يقل عن», a currency sign and the article."""
    at = amount.outer
    if (
        line.text(at - 1) in ("ال", "a", "an", "لل", "ب", "ل")
        and at - 1 >= done
        and (
            line.language != "en"
            or line.text(at) in ("hundred", "thousand", "million", "billion", "dozen", "half", "quarter")
        )
    ):
        at -= 1
        amount.outer = at
        if line.language == "en":
            amount.start = at
    sign = at - 1 if line.text(at - 1) in "$€£¥" and line.text(at - 1) else at
    for _ in range(3):
        found = line.before(sign, "bend_before")
        if found is None or found[1] < done:
            break
        effect, sign = found
        if effect == "about":
            amount.approximate = True
        else:
            amount.low, amount.high = bend(amount.low, amount.high, effect)
        if at == amount.outer:
            amount.outer = at
    amount.outer = at
