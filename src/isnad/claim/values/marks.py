"""Bits for the senses of words that are looked for at a distance, so that a stretch of words is asked at once."""

from __future__ import annotations

from functools import reduce
from operator import or_

# Categories that are looked for at a distance, each group a bit; at most thirty, so that they make small numbers.
_FAR = (
    ("age_after",),
    ("age_before",),
    ("age_near",),
    ("ampm",),
    ("anniversary",),
    ("begins",),
    ("clock_and_half", "clock_and_quarter", "clock_and_third", "clock_less_quarter", "clock_less_third"),
    ("clock_hour", "clockword", "colon"),
    ("clock_gone",),
    ("clock_minute",),
    ("clock_near", "clock_to", "clock_past", "clock_less", "clock_by_part"),
    ("clock_oclock",),
    ("decade", "mark_decade", "mark_century", "plural"),
    ("digits",),
    ("direction",),
    ("disclosed",),
    ("each", "eachone", "rate", "ratebefore"),
    ("mark_quarter", "mark_half", "quarterly"),
    ("mark_year",),
    ("may_begin",),
    ("month",),
    ("mood_after",),
    ("mood_before",),
    ("notlasting",),
    ("possessive",),
    ("relative",),
    ("this",),
    ("url",),
    ("weekday",),
    ("when",),
)
_BITS = {category: 1 << bit for bit, group in enumerate(_FAR) for category in group}
FAR = frozenset(_BITS)
"""The categories that are looked for at a distance."""


def far(*categories: str) -> int:
    """The bits of those categories that are looked for at a distance."""
    return reduce(or_, [_BITS.get(category, 0) for category in categories], 0)
