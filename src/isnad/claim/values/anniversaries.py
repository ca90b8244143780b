"""Anniversaries, dated by the case: «الذكرى الثالثة لحريق …» is the day of the fire plus three years.

An anniversary names what it recalls (``Value.of``) or, where it does not ("before the fourth anniversary"), means the
only event whose anniversaries the case names.  Its date is never reckoned from today or from a publication date: some
report must date the event itself.  Where the case dates two events of that name differently, it stays open.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from isnad.claim.entities.match import same_name
from isnad.model import Analysis, Claim, Mention, Value
from isnad.text.fold import fold_key

UNIT = "anniversary"
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
_REACH = 80
"""Characters behind an anniversary in which the names of what it recalls stand ("… of the killing of X in Y")."""


class _Dated(NamedTuple):
    """An event as one report dates it: its concept, the date, and the names in the clause."""

    concept: str
    value: Value
    names: frozenset[str]
    people: frozenset[str]


class _Open(NamedTuple):
    """An anniversary that its own report does not date, with the names behind it."""

    value: Value
    names: frozenset[str]
    people: frozenset[str]


def resolve_dates(analyses: Sequence[Analysis]) -> tuple[Value, ...]:
    """The anniversaries of all documents that the case dates, each with its ``edtf`` and the ``reason``; for
    `Resolution.dates`.  ``analyses`` have claims, values and mentions."""
    found = [one for analysis in analyses for one in _anniversaries(analysis)]
    if not found:
        return ()
    recalled = {one.value.of for one in found if one.value.of}
    dated: dict[str, list[_Dated]] = {}
    for analysis in analyses:
        for event in _dates(analysis, recalled):
            dated.setdefault(event.concept, []).append(event)
    only = next(iter(recalled)) if len(recalled) == 1 else None
    resolved = (_resolved(one, dated.get(one.value.of or only or "", ()), only) for one in found)
    return tuple([value for value in resolved if value is not None])


def _anniversaries(analysis: Analysis) -> Iterator[_Open]:
    for value in analysis.values:
        if value.kind == "date" and value.unit == UNIT and value.edtf is None and isinstance(value.low, int):
            reach = [(value.span.end, value.span.end + _REACH)]
            yield _Open(value, _names(analysis.mentions, reach), _names(analysis.mentions, reach, "person"))


def _names(mentions: Sequence[Mention], reach: Iterable[tuple[int, int]], kind: str = "") -> frozenset[str]:
    """The proper names (of a kind) between two places, folded."""
    return frozenset(
        fold_key(mention.name.text)
        for start, end in reach
        for mention in mentions
        if mention.name and start <= mention.name.start < end and kind in ("", mention.kind)
    )


def _another(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both sides name people and nobody is on both: the death of one is not that of the other."""
    if not some or not others:
        return False
    return all(same_name(one, other).level == "no" for one in some for other in others)


def _dates(analysis: Analysis, wanted: set[str]) -> Iterator[_Dated]:
    """The clauses of a document that date an event of a wanted concept; not those that speak of its anniversary."""
    for claim in analysis.claims:
        time = claim.time
        if time is None or time.unit == UNIT or not _is_date(time.edtf) or claim.polarity == "negative":
            continue
        if claim.modality in ("planned", "conditional", "denied") or _recalls(claim):
            continue
        for concept in sorted({time.of or "", _told(claim) or ""} & wanted):
            reach = [(part.start, part.end) for part in claim.text]
            people = _names(analysis.mentions, reach, "person")
            yield _Dated(concept, time, _names(analysis.mentions, reach), people)


def _is_date(edtf: str | None) -> bool:
    return edtf is not None and _DATE.match(edtf) is not None


def _told(claim: Claim) -> str | None:
    """The concept of the event that the clause tells."""
    where = claim.event_span
    return next((topic.concept for topic in claim.topics if topic.span == where), None) if where else None


def _recalls(claim: Claim) -> bool:
    return any(topic.concept == UNIT for topic in claim.topics) or any(value.unit == UNIT for value in claim.values)


def _resolved(one: _Open, dated: Sequence[_Dated], only: str | None) -> Value | None:
    """The anniversary with its date; None where the case gives none, or two."""
    shared = [event for event in dated if event.names & one.names]
    event = _agreed(shared or [event for event in dated if not _another(one.people, event.people)])
    if event is None or event.edtf is None:
        return None
    edtf = _later(event.edtf, int(one.value.low or 0))
    if edtf is None:
        return None
    told = f"{event.span.text} ({event.document})"
    reason = f"the case dates the {one.value.of or only}: {told}"
    return replace(one.value, edtf=edtf, calendar="gregorian", of=one.value.of or only, reason=reason)


def _agreed(dated: Sequence[_Dated]) -> Value | None:
    """The most precise date that all others hold ("March 2019" and "14 March 2019" agree); None where two differ."""
    if not dated:
        return None
    best = max(dated, key=lambda event: len(event.value.edtf or "")).value
    exact = best.edtf or ""
    return best if all(exact.startswith(event.value.edtf or "-") for event in dated) else None


def _later(edtf: str, years: int) -> str | None:
    """An EDTF day, month or year so many years later, no more precise than it was.

    The anniversary of 29 February has no day of its own in other years, only its month.
    """
    match = _DATE.match(edtf)
    if match is None:
        return None
    year = int(match[1]) + years
    if not 1 <= year <= 9999:
        return None
    if match[2] == "02" and match[3] == "29" and not isleap(year):
        return f"{year:04d}-02"
    return f"{year:04d}{edtf[4:]}"
