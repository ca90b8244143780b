"""An amount: bounds, unit and the words it covers; and the unit behind a number."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from isnad.claim.values.lexicon import Unit
from isnad.claim.values.line import Line
from isnad.claim.values.number import Number, tidy
from isnad.claim.values.numbers import read_number
from isnad.claim.values.things import thing_at

Bound = float | int | None


class Amount(msgspec.Struct, gc=False):
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


def of_number(number: Number) -> Amount:
    return Amount(
        number.low, number.high, number.start, number.end, None, number.start, number.approximate,
        number.digits, number.one, number.few, number.fraction, number.uncertain,
    )  # fmt: skip


def metres(line: Line, number: Number) -> Number:
    """500m is a length unless it is money or people ($3.5m, 7m voters)."""
    last = number.end - 1
    if line.texts[last] != "m" or not number.digits or number.low is None:
        return number
    signed = line.texts[number.start - 1] in "$€£¥" and line.texts[number.start - 1] != ""
    if signed or thing_at(line, number.end) or line.has(number.end, "unit"):
        return number
    length = tidy(number.low / number.scale)
    return replace(number, low=length, high=length, end=last, scale=1)


def unit_after(line: Line, i: int) -> tuple[Unit, int] | None:
    """The unit at ``i``, past a hyphen or an adjective ("two full days", "18-month")."""
    at = i
    if line.language == "en" and line.texts[at] == "-" and line.glued(at - 1):
        at += 1
    if not line.lex[at].categories:
        return None
    if line.has(at, "skip") and not line.has(at, "unit"):
        at += 1
    found = line.at(at, "unit")
    if found is None or (line.joined(at) and line.prefix(at)):
        return None
    if line.language == "ar" and line.prefix(at) not in ("", "ال", "لل"):
        return None
    unit = found[0][0]
    if unit.name == "day" and line.language == "fa" and line.has(found[1], "weekday"):
        return None  # «جلسه ۴۵۲ روز پنجشنبه»
    if line.texts[at] == "پا" and line.texts[at - 1] in ("يك", "دو", "1", "2"):
        return None  # «یک پا در …»
    if line.texts[at] == "g" and line.capital(at):
        return None  # 5G
    if line.texts[at] == "second" and line.language == "en" and line.texts[at - 1] not in ("-", "one", "1"):
        return None
    if (
        line.language == "fa"
        and line.texts[at] == "تا"
        and (not line.texts[at + 1][:1].isalpha() or line.has(at + 1, "num"))
    ):
        return None
    return unit, found[1]


_HALVES = (
    ("half_after", 0.5),
    ("quarter_after", 0.25),
    ("third_after", 1 / 3),
    ("threequarters_after", 0.75),
    ("lessquarter_after", -0.25),
)
_HALF = frozenset(category for category, _ in _HALVES)


def halves(line: Line, amount: Amount) -> None:
    """«ساعة ونصف الساعة», «سه ساعت و نیم», "an hour and a half", «ثلاثة أشهر إلا ربعا»."""
    if line.language == "ar" and line.joined(amount.end) and _and_fraction(line, amount):
        return
    if _HALF.isdisjoint(line.lex[amount.end].categories):
        return
    for category, extra in _HALVES:
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


def _and_fraction(line: Line, amount: Amount) -> bool:
    """Whether a fraction of the same unit is added: «ساعتين وثلاثة أرباع الساعة»."""
    number = read_number(line, amount.end) if line.has(amount.end, "num") else None
    if number is None or not number.fraction or amount.low is None or amount.low != amount.high:
        return False
    again = line.at(number.end, "unit")
    if again is None or amount.unit is None or all(unit.name != amount.unit.name for unit in again[0]):
        return False
    amount.low = amount.high = tidy(round(float(amount.low) + float(number.low or 0), 4))
    amount.end = again[1]
    return True
