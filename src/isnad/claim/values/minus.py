"""The sign of a number: "-1%", "−12 degrees", "minus 2 percent", «۵ درجه زیر صفر»."""

from __future__ import annotations

from isnad.claim.values.amount import Amount
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line

_DASHES = frozenset("-\u2212\u2013\u2010\u2011\u2012\ufe63\uff0d")
_SURE = frozenset("-\u2212")
_OPENING = frozenset("([«\"“'‘$€£¥:")
_SIGNED = frozenset({"money", "percent", "distance"})
"""Kinds that may be below nothing; so may degrees and other measures."""


def minus(line: Line, draft: Draft, amount: Amount, done: int) -> None:
    """Reads the sign that stands right before the first digit (or its currency) and behind a space or a bracket.

    A dash that may part two numbers ("5 -3"), or before what is never negative ("-5 men"), leaves the number as it is
    and marks it for a person.
    """
    if _below_zero(line, draft) or _said_minus(line, draft, done):
        return
    at = draft.start - 1
    if not amount.digits or at < done or line.texts[at] not in _DASHES or not line.glued(at):
        return
    before = line.texts[at - 1]
    if at and line.glued(at - 1) and before not in _OPENING:
        return  # "B-52", "10-15": a hyphen
    open_end = draft.low is None or draft.high is None
    of_kind = draft.kind in _SIGNED or (draft.kind == "count" and amount.unit is not None)
    unsigned = amount.unit is not None and amount.unit.kind == "classifier"
    clear = line.original(at) in _SURE and not before[:1].isdecimal() and before not in ("$", "€", "£", "¥")
    if not of_kind or unsigned or open_end or not clear or draft.low != draft.high:
        draft.doubt("a dash before the number may be a minus sign")
        return
    assert draft.low is not None
    draft.low = draft.high = -draft.low
    draft.start = at


def _below_zero(line: Line, draft: Draft) -> bool:
    """«12 درجة تحت الصفر», "12 degrees below zero"."""
    below = line.at(draft.end, "below_zero") if draft.unit == "degree" else None
    if below is None or draft.low is None or draft.low != draft.high:
        return False
    draft.low = draft.high = -draft.low
    draft.end = below[1]
    return True


def _said_minus(line: Line, draft: Draft, done: int) -> bool:
    """ "minus 12 degrees", «منفی ۲ درصد»: of what may be below nothing."""
    word = line.before(draft.start, "minus", 1)
    signed = draft.kind in _SIGNED or draft.unit == "degree"
    if word is None or word[1] < done or not signed or draft.low is None or draft.low != draft.high:
        return False
    if line.has(word[1] - 1, "range_or"):
        return False  # "plus or minus 4 points"
    draft.low = draft.high = -draft.low
    draft.start = word[1]
    return True
