"""A number with its range, its unit and the words before it: the part that all kinds of quantity share."""

from __future__ import annotations

from isnad.claim.values.amount import Amount, bend, halves, metres, of_number, unit_after
from isnad.claim.values.compound import parts
from isnad.claim.values.lexicon import Unit
from isnad.claim.values.line import Line
from isnad.claim.values.number import Number
from isnad.claim.values.numbers import read_number
from isnad.claim.values.ranges import borrow_unit, changes, join, score, second_end


def read_amount(line: Line, i: int, done: int) -> Amount | None:
    """The amount whose number begins at ``i``."""
    if line.digits(i):
        amount = _numbered(line, i, done)
    else:
        senses = line.lex[i].categories
        amount = (_measured(line, i) if "measured" in senses else None) or (
            _dual(line, i) if "dual" in senses else None
        )
        amount = amount or _numbered(line, i, done) or (_single_unit(line, i) if "unit" in senses else None)
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
    if unit.kind == "classifier" and line.prefix(i).endswith("ال"):
        return None  # «الأمرين» are those named before, «ذاق الأمرين» is bitterness
    if line.texts[end] in ("اثنتين", "اثنين", "اثنان", "اثنتان", "كاملتين", "كاملين"):
        end += 1
    amount = Amount(2, 2, i, end, unit, i)
    halves(line, amount)
    joint = line.before(i, "range_or", 2) or line.before(i, "range_to", 2)
    single = line.before(joint[1], "unit", 2) if joint else None
    if joint and single and any(u.name == unit.name for u in single[0]):
        amount.low, amount.start, amount.outer = 1, single[1], single[1]
    second = second_end(line, amount)
    if second:
        join(line, amount, second)
    return amount


def _single_unit(line: Line, i: int) -> Amount | None:
    """«استمر ساعة», "lasted an hour", "half an hour" is read elsewhere."""
    units = line.at(i, "unit")
    if units is None or line.has(i, "adjective"):
        return None
    unit, end = units[0][0], units[1]
    if unit.kind != "duration" and not (line.has(end, "half_after") or line.has(end, "quarter_after")):
        return None
    if line.language == "fa" or (line.has(end, "ord") and line.texts[end] != "واحده"):
        return None
    if line.language == "en":
        return _english_single(line, i, unit, end)
    single = line.has(i, "single") or unit.kind != "duration"
    if not single or line.prefix(i) not in ("", "ل", "ب") or line.texts[i].startswith("ال"):
        return None
    if line.prefix(i) == "ب":  # «بساعة ونصف»
        half = line.has(end, "half_after") or line.has(end, "quarter_after") or _smaller_behind(line, unit, end)
        return _one_and(line, i, unit, end) if half else None
    one = line.texts[end] in ("واحده", "واحد", "واحدا")
    end += one
    whole = line.at(end, "whole")
    if whole and any(line.has(j, "lasting") for j in range(i - 3, i)):
        one, end = True, whole[1]
    half = line.has(end, "half_after") or line.has(end, "quarter_after")
    if half and line.prefix(i) == "" and not line.before(i, "clock_hour", 2):
        one = True
    one |= line.prefix(i) == "" and _smaller_behind(line, unit, end)
    bent = line.before(i, "bend_before")
    one |= (
        bent is not None
        and bent[0] not in ("about", "exact")
        and not (line.has(end, "month") or line.has(end, "weekday"))
    )
    if not one and not line.before(i, "lasting", 3):
        return None
    if not one and (line.digits(end) or line.has(end, "num") or line.has(end, "weekday") or line.has(end, "month")):
        return None
    if not one and unit.name in ("day", "night") and not line.before(i, "bend_before"):
        return None
    return _one_and(line, i, unit, end)


def _one_and(line: Line, i: int, unit: Unit, end: int) -> Amount:
    """One of a unit with the half or the smaller unit behind it."""
    amount = Amount(1, 1, i, end, unit, i)
    halves(line, amount)
    return amount


def _smaller_behind(line: Line, unit: Unit, end: int) -> bool:
    """«ساعة وعشرين دقيقة», "an hour and 20 minutes": one of the unit, and a part of it in a smaller one."""
    if not line.joined(end) and line.texts[end] != "and":
        return False
    number = read_number(line, end + (line.texts[end] in ("و", "and")))
    smaller = unit_after(line, number.end) if number else None
    return smaller is not None and parts(unit.name, smaller[0].name) is not None


def _english_single(line: Line, i: int, unit: Unit, end: int) -> Amount | None:
    whole = line.has(i - 1, "whole")
    start = i - 1 - whole
    if (
        line.texts[start] not in ("a", "an")
        or (unit.name in ("second", "night", "day", "quarter") and not whole and not line.has(end, "half_after"))
        or line.texts[i].endswith("s")
    ):
        return None
    half = line.has(end, "half_after") or line.has(end, "quarter_after")
    if not line.has(start - 1, "lasting") and not half and not _smaller_behind(line, unit, end):
        return None
    amount = Amount(1, 1, start, end, unit, start)
    halves(line, amount)
    return amount


def _numbered(line: Line, i: int, done: int) -> Amount | None:
    times = line.at(i, "times") if "times" in line.lex[i].categories else None
    if times:
        return Amount(times[0], times[0], i, times[1], Unit("time", "times"), i)
    number = read_number(line, i)
    if number is None:
        return None
    if line.texts[number.end - 1] == "m":
        number = metres(line, number)
    amount = of_number(number)
    if line.language == "ar" and _definite_unit_before(line, amount, done):
        return amount
    if line.silent(amount.end) and not amount.fraction and _unit_named_before(line, amount.start) is None:
        return None if score(line, amount) else amount
    odd = line.at(number.end, "odd")
    if odd:
        amount.high, amount.end = None, odd[1]
    unit = (
        unit_after(line, amount.end)
        or _unit_of_vague(line, number)
        or _unit_named_before(line, number.start)
        or _unit_of_fraction(line, amount)
    )
    if unit:
        amount.unit, amount.end = unit[0], max(unit[1], amount.end)
        amount.adjective = line.has(unit[1] - 1, "adjective")
        halves(line, amount)
    second = second_end(line, amount)
    if second:
        join(line, amount, second)
    elif amount.unit is None and changes(line, amount):
        borrow_unit(line, amount)
    elif score(line, amount):
        return None
    return amount


def _unit_named_before(line: Line, i: int) -> tuple[Unit, int] | None:
    """ "magnitude 6.4"."""
    found = line.before(i, "unit", 1)
    return (found[0][0], i) if found and found[0][0].name == "magnitude" else None


def _unit_of_vague(line: Line, number: Number) -> tuple[Unit, int] | None:
    """ "hundreds of dollars", «مئات من الكيلومترات»."""
    if number.high is not None or number.low is None or line.texts[number.end] not in ("of", "من", "از"):
        return None
    return unit_after(line, number.end + 1)


def _unit_of_fraction(line: Line, amount: Amount) -> tuple[Unit, int] | None:
    """ "three quarters of an hour", "a third of a mile"."""
    if line.language != "en" or not amount.fraction or line.texts[amount.end] != "of":
        return None
    at = amount.end + 1
    unit = unit_after(line, at + 1) if line.texts[at] in ("a", "an") else None
    return unit if unit and unit[0].kind in ("duration", "distance", "measure") else None


def _definite_unit_before(line: Line, amount: Amount, done: int) -> bool:
    """«الساعات الخمس», «السنوات العشر الماضية»: the unit before a definite number."""
    at = amount.start - 1
    if amount.digits and line.texts[at] == "ال" and line.glued(at):
        at -= 1  # «السنوات الـ35»
    elif amount.digits or not line.prefix(amount.start).endswith("ال"):
        return False
    units = line.at(at, "unit") if at >= done else None
    if (
        units is None
        or units[1] not in (amount.start, amount.start - 1)
        or line.prefix(at).lstrip("وفبكل") not in ("ال", "")
    ):
        return False
    if not line.texts[at].lstrip("وفبكل").startswith(("ال", "ل")):
        return False
    amount.unit, amount.start = units[0][0], at
    amount.outer = at
    return True


def _bend_before(line: Line, amount: Amount, done: int) -> None:
    """Walks back over "about", "at least", «ما لا يقل عن», a currency sign and the article."""
    at = amount.outer
    if (
        line.texts[at - 1] in ("ال", "a", "an", "لل", "ب", "ل")
        and at - 1 >= done
        and (
            line.language != "en"
            or line.texts[at] in ("hundred", "thousand", "million", "billion", "dozen", "half", "quarter")
        )
    ):
        at -= 1
        amount.outer = at
        if line.language == "en":
            amount.start = at
    sign = at - 1 if line.texts[at - 1] in "$€£¥" and line.texts[at - 1] else at
    for _ in range(3):
        found = line.before(sign, "bend_before")
        if found is None or found[1] < done or line.prefix(found[1]).endswith("ال"):
            break  # «الحدود» is a border
        effect, sign = found
        if effect == "about":
            amount.approximate = True
        else:
            amount.low, amount.high = bend(amount.low, amount.high, effect)
    if line.language == "ar" and sign == at:
        _bend_over_subject(line, amount, at, done)
    if line.language == "fa" and line.texts[sign - 1] == "تا" and _is_up_to(line, amount, sign - 2):
        amount.low = None
    amount.outer = at


def _bend_over_subject(line: Line, amount: Amount, at: int, done: int) -> None:
    """«لم تتجاوز المدة ساعتين», «لا يزيد سعرها على 30»: what is measured stands between the verb and the number."""
    noun = at - 1 - (line.texts[at - 1] in ("علي", "عن"))
    noun -= not line.has(noun, "measure") and line.texts[noun][:1].isalpha()  # «عدد القتلى»
    bent = line.before(noun, "bend_subject", 3) if noun >= done and line.has(noun, "measure") else None
    if bent and bent[1] >= done:
        amount.low, amount.high = bend(amount.low, amount.high, bent[0])


def _is_up_to(line: Line, amount: Amount, i: int) -> bool:
    """«تا ۱۲۰۰ کارگر», «تا ۲۰ درصد»: up to, where the word at ``i`` before «تا» is none of an amount or a date from
    which it would go on; «تا دو سال پیش», «تا ۱۰ سال» and «تا ۳۰ کیلومتری شهر» say until when and where."""
    if line.digits(i) or line.has(i, "num") or line.has(i, "unit") or line.has(i, "month"):
        return False
    if amount.high is None or line.has(i, "change"):
        return False  # «کاهش تا ۶ میلیون بشکه»: to
    if amount.unit is None:
        return amount.low is not None and not (amount.one and line.silent(amount.end))
    return amount.low is not None and amount.unit.kind not in ("duration", "distance")
