"""Numbers that are not plain: dozens, «عشرات الآلاف», a few thousand, halves and thirds, "two and a half million"."""

from __future__ import annotations

from fractions import Fraction

from isnad.claim.values.line import Line
from isnad.claim.values.number import Number, tidy
from isnad.claim.values.things import thing_at

_VAGUE = frozenset({"vague", "few", "couple"})
_MANY = frozenset({"thing", "place", "event"})
_BEHIND = frozenset({"parts", "half_after", "quarter_after", "threequarters_after"})


def read_vague(line: Line, i: int) -> Number | None:
    """Dozens, hundreds of thousands, «عشرات الآلاف», «بضعة آلاف», "a couple of", «چند صد»."""
    if _VAGUE.isdisjoint(line.lex[i].categories):
        return None
    for category in ("vague", "few", "couple"):
        found = line.at(i, category)
        if found is None:
            continue
        (low, high), end = found
        end += (line.texts[end] == "of" and line.has(end + 1, "num")) or (line.texts[end] == "از" and False)
        end += line.texts[end] == "of" and line.has(end + 1, "vague")
        scale = 1
        while True:
            more = line.at(end, "num")
            many = line.at(end, "vague")
            if more and more[0][0] in ("scale", "hundred", "hundreds", "dozen"):
                scale *= more[0][1]
                end = more[1]
            elif many and category != "couple":
                scale *= many[0][0] // 2
                end = many[1]
            elif more and line.language == "fa" and more[0] == ("teen", 10):
                scale, end = scale * 10, more[1]
            else:
                break
        if category == "vague" and line.digits(i - 1):
            return None
        approximate = category != "couple" or scale > 1
        return Number(
            low * scale, high * scale if high else None, end, scale, approximate=approximate,
            few=category == "few" and scale == 1, start=i,
        )  # fmt: skip
    return None


def read_fraction(line: Line, i: int) -> Number | None:
    """Half, a third, «ثلثي», «نیم», then a scale ("half a million")."""
    found = line.at(i, "frac") or _of_definite(line, i)
    if found is None:
        return None
    value, end = found
    if (
        line.texts[i] == "a"
        and line.has(end - 1, "ord")
        and line.texts[end][:1].isalpha()
        and line.texts[end] not in ("of", "to", "or")
    ):
        return None  # "a third term"
    scaled = line.at(end, "num")
    if scaled and scaled[0][0] in ("scale", "dozen") and line.prefix(end) in ("", "ال"):
        total = tidy(value * scaled[0][1])
        return Number(total, total, scaled[1], scaled[0][1], start=i)
    number = tidy(value)
    return Number(number, number, end, fraction=True, start=i)


def _of_definite(line: Line, i: int) -> tuple[Fraction, int] | None:
    """«خُمس السكان»: spelt like five, which seldom has a definite noun behind it, and then things («خمس الدول»)."""
    found = line.at(i, "share")
    if found is None or "ال" in line.prefix(i) or line.has(i - 1, "num"):
        return None
    behind, thing = line.texts[found[1]], thing_at(line, found[1])
    if (thing and thing.type in _MANY) or line.has(found[1], "stop"):
        return None  # «خمس إلى ثماني»
    return (
        found if behind.startswith("ال") and not line.has(found[1], "num") and not line.has(found[1], "ord") else None
    )


def with_half(line: Line, number: Number) -> Number:
    """«مليون ونصف المليون», "two and a half million", «یک و نیم میلیون», «ثلاثة أرباع»."""
    if _BEHIND.isdisjoint(line.lex[number.end].categories):
        return number
    parts = line.at(number.end, "parts")
    if parts and isinstance(number.low, int) and number.low < 10:
        share = tidy(number.low * parts[0])
        return Number(share, share, parts[1], fraction=True, start=number.start)
    for category, extra in (("half_after", 0.5), ("quarter_after", 0.25), ("threequarters_after", 0.75)):
        found = line.at(number.end, category)
        if found is None or number.low is None:
            continue
        end = found[1]
        value = number.low + extra * number.scale
        scaled = line.at(end, "num")
        if scaled and scaled[0][0] in ("scale", "suffix"):
            if number.scale == 1:
                value *= scaled[0][1]
                return Number(tidy(value), tidy(value), scaled[1], scaled[0][1], number.digits, start=number.start)
            if scaled[0][1] == number.scale:
                end = scaled[1]
        return Number(tidy(value), tidy(value), end, number.scale, number.digits, start=number.start)
    return number
