"""A number read from a text, and how numbers are written out."""

from __future__ import annotations

from fractions import Fraction

import msgspec


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number of a line: bounds, the index after it, and how it was written."""

    low: float | int | None
    high: float | int | None
    end: int
    scale: int = 1
    digits: bool = False
    approximate: bool = False
    uncertain: bool = False
    fraction: bool = False
    one: bool = False
    few: bool = False
    start: int = 0


def tidy(number: float | int | Fraction | None) -> float | int | None:
    """Whole numbers as int, others rounded where binary fractions show."""
    if number is None or type(number) is int:
        return number
    if isinstance(number, Fraction):
        return number.numerator if number.denominator == 1 else round(float(number), 4)
    if isinstance(number, float):
        rounded = round(number, 6)
        return int(rounded) if rounded.is_integer() else rounded
    return number
