"""Numbers that leave out what they count, where the words before say it: "three of them", "for the first two"."""

from __future__ import annotations

from isnad.claim.values.coordinated import share_units
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.things import thing_at

_FAR = 24
_BACK = 7
_ENDS = frozenset({"first", "last", "next", "other"})
STATES = frozenset({"killed", "injured", "arrested", "missing"})
"""Concepts of what becomes of people, who are counted by it."""
_MOST_LINKS = 4


def complete(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The drafts, in place, with what bare counts leave out filled from the same sentence (or the one just before)."""
    share_units(line, drafts)
    counted: Draft | None = None
    lasted: Draft | None = None
    for draft in drafts:
        if draft.kind == "duration":
            lasted = draft
        if draft.kind != "count":
            continue
        if draft.unit is not None:
            counted = draft
        elif lasted is not None and of_them(line, draft) and _lasted_last(line, lasted, counted, draft):
            draft.kind, draft.unit = "duration", lasted.unit
        elif counted is not None and _of_these(line, draft, counted) and _same_sentence(line, counted, draft):
            behind = thing_at(line, draft.end) if of_them(line, draft) else None
            named = behind is not None and behind.type == "person"  # "90 of them children"
            draft.unit = draft.of = behind.id if behind and named else counted.of
            draft.of_range = (behind.start, behind.end) if behind and named else counted.of_range
        elif lasted is not None and _first_two(line, draft) and _same_sentence(line, lasted, draft):
            draft.kind, draft.unit = "duration", lasted.unit
        else:
            _answer(line, draft)
    return drafts


def of_them(line: Line, draft: Draft) -> bool:
    """Whether «منهم», "of them", "on our side" stands behind the number: it counts what was counted before."""
    return any(line.has(at, "same") for at in range(draft.start + 1, draft.end + 1))


def state_behind(line: Line, draft: Draft) -> bool:
    """ "40 others were wounded", "a further 12 are missing": what became of them says who is counted."""
    at = draft.end
    while at < draft.end + _MOST_LINKS and line.has(at, "link_state"):
        at += 1
    thing = thing_at(line, at) if at > draft.start + 1 else None
    if thing is None or thing.id not in STATES:
        return False
    draft.unit = draft.of = thing.id
    draft.of_range = (thing.start, thing.end)
    return True


def _lasted_last(line: Line, lasted: Draft, counted: Draft | None, draft: Draft) -> bool:
    """ "eighteen months, six of them suspended": a length was told last."""
    return (counted is None or counted.start < lasted.start) and _same_sentence(line, lasted, draft)


def _of_these(line: Line, draft: Draft, counted: Draft) -> bool:
    """Whether a bare number is a part of what was counted: "of them", «الاثنين الآخرين» and "the other two", or no more
    than it: «واحدا فقط», "only two"."""
    if of_them(line, draft) or _beside(line, draft, "rest"):
        return True
    if draft.high is None or counted.low is None or draft.high > counted.low:
        return False
    return _beside(line, draft, "only")


def _beside(line: Line, draft: Draft, category: str) -> bool:
    return line.has(draft.end, category) or line.before(draft.start, category, 2) is not None


def _same_sentence(line: Line, before: Draft, draft: Draft) -> bool:
    if draft.start - before.end > _FAR:
        return False
    return not any(line.breaks(at) for at in range(before.end, draft.start))


def _first_two(line: Line, draft: Draft) -> bool:
    """ "five hours, and for the first two …": a number behind "the first" that no noun follows."""
    return line.language == "en" and line.texts[draft.start - 1] in _ENDS and line.texts[draft.start - 2] == "the"


def _answer(line: Line, draft: Draft) -> None:
    """ "I saw flares. Two, perhaps three.": a sentence of a number alone counts what the sentence before names."""
    at = draft.start - 1
    if at < 0 or not line.breaks(at) or (draft.end < line.n and not line.breaks(draft.end)):
        return
    for j in range(at - 1, max(-1, at - _BACK), -1):
        if line.breaks(j):
            return
        thing = thing_at(line, j)
        if thing is not None and thing.type in ("person", "thing"):
            draft.unit = draft.of = thing.id
            draft.of_range = (thing.start, thing.end)
            return
