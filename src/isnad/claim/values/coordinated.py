"""Numbers whose unit is said beside the other of a pair: "no less than 5,000 and no more than 20,000 dirhams", "58.3%,
down from 61", «۲۴ و ۳۱ ساله»."""

from __future__ import annotations

from itertools import pairwise

from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.number import tidy
from isnad.claim.values.numbers import read_number

_UNITS = frozenset({"money", "percent", "distance", "duration"})
_ANDS = frozenset({"و", "and", "or", "او", "يا", ","})
_WAS = frozenset({"up", "down", "from", ",", "to", "به", "الي"})
_OTHERS = frozenset({"others", "other", "more", "ديگر", "اخرون", "اخرين"})
_FAR = 6
_OLDEST = 125
_SCALES = 1000


def share_units(line: Line, drafts: list[Draft]) -> None:
    """Gives bare numbers, in place, the unit of the bound, the change or the age beside them."""
    if all(draft.kind != "count" for draft in drafts):
        return
    pairs = list(pairwise(drafts))
    if any(draft.kind == "age" for draft in drafts):
        pairs = [*reversed(pairs), *pairs]
    for first, second in pairs:
        if "count" not in (first.kind, second.kind) or first.kind is None or second.kind is None:
            continue
        if not 0 <= second.start - first.end <= _FAR:
            continue
        bare = _is_bare(line, first), _is_bare(line, second)
        if bare[0] == bare[1]:
            continue
        if _both_bounds(line, first, second) or _changed(line, first, second) or _both_ages(line, first, second):
            _give(line, *((second, first) if bare[0] else (first, second)))


def _is_bare(line: Line, draft: Draft) -> bool:
    """Whether a count covers no more than its number."""
    if draft.kind != "count" or draft.low == draft.high == 1 or draft.per:
        return False
    number = read_number(line, draft.start)
    return number is not None and number.end == draft.end and line.texts[draft.end] not in _OTHERS


def _both_bounds(line: Line, first: Draft, second: Draft) -> bool:
    """Whether both are bounds, with nothing but what bends the second between them."""
    if not (_is_bound(first) and _is_bound(second)) or first.kind == "age" or second.kind == "age":
        return False
    bent = line.before(second.start, "bend_before")
    at = bent[1] if bent else second.start
    return at == first.end if line.joined(at) else at - 1 == first.end and line.texts[first.end] in _ANDS


def _is_bound(draft: Draft) -> bool:
    return (draft.low is None) != (draft.high is None)


def _changed(line: Line, first: Draft, second: Draft) -> bool:
    """Whether the second is what the first became or had been: "up from 61", «من 5 في المئة إلى 7», «به ۱۴۰۰ نفر»."""
    between = line.texts[first.end : second.start]
    if not between or not _WAS.issuperset(between) or between == [","]:
        return False
    return between[-1] != "to" or line.texts[first.start - 1] in ("from", "$", "€", "£")


def _both_ages(line: Line, first: Draft, second: Draft) -> bool:
    if "age" not in (first.kind, second.kind) or first.low is None or second.low is None:
        return False
    if max(first.low, second.low) > _OLDEST or first.low != first.high or second.low != second.high:
        return False
    between = line.texts[first.end : second.start]
    if line.language == "en":
        return first.kind == "age" and between in (["and"], [","], [",", "and"])
    return line.language == "fa" and second.kind == "age" and between in (["و"], [","])


def _give(line: Line, giver: Draft, taker: Draft) -> None:
    if giver.kind == "count" and (giver.unit is None or taker.unit is not None):
        return
    if giver.kind not in _UNITS | {"age", "count"}:
        return
    _share_scale(line, giver, taker)
    taker.kind, taker.unit = giver.kind, giver.unit
    taker.of, taker.of_range = giver.of, giver.of_range


def _share_scale(line: Line, giver: Draft, taker: Draft) -> None:
    """«حداقل ۳۰ و حداکثر ۵۰ میلیون تومان»: the scale is said once, behind the second."""
    number = read_number(line, giver.start)
    if number is None or number.low is None or number.scale < _SCALES or taker.start > giver.start:
        return
    if (taker.low or taker.high or 0) <= number.low / number.scale:
        taker.low = tidy(taker.low * number.scale) if taker.low is not None else None
        taker.high = tidy(taker.high * number.scale) if taker.high is not None else None
