"""What the small case knows besides statements: entities, values, claims, an event; spans found by their words."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from isnad.model import (
    Analysis,
    Claim,
    Entity,
    Event,
    Join,
    Mention,
    Office,
    Participant,
    Resolution,
    Span,
    Suggestion,
    Topic,
    Value,
    span,
)
from isnad.model.entity import Place

from .drafts import LEILA, LEILA_FA

LEILA_ID, TOBIAS_ID, PORT_ID, NAHRIN_ID, ALEPPO_ID, OWNER_ID, CAPTAIN_ID = (
    f"en:{name}" for name in ("leila", "tobias", "port", "nahrin", "aleppo", "owner", "captain")
)
EVENT_ID = "ev:meeting"


def at(analysis: Analysis, words: str, number: int = 0) -> Span:
    """The span of the n-th place of ``words`` in a report."""
    start = -1
    for _ in range(number + 1):
        start = analysis.text.clean.index(words, start + 1)
    return span(analysis.text.clean, start, start + len(words))


def mention(analysis: Analysis, words: str, kind: Any, number: int = 0, **facts: Any) -> Mention:
    """A mention of what stands there."""
    found = at(analysis, words, number)
    script: Literal["arabic", "latin"] = "latin" if words.isascii() else "arabic"
    return Mention(
        analysis.document.name, found, kind, found, analysis.text.language, script, evidence="name in the list", **facts
    )


def value(analysis: Analysis, words: str, kind: Any, **facts: Any) -> Value:
    """A value of a report."""
    return Value(analysis.document.name, at(analysis, words), kind, **facts)


def _exact(analysis: Analysis, words: str, kind: Any, number: float, **facts: Any) -> Value:
    return value(analysis, words, kind, low=number, high=number, **facts)


def values(analyses: tuple[Analysis, ...]) -> list[list[Value]]:
    """The values of each report of the small case."""
    harbour, sail, coast, herald, lotus = analyses
    return [
        [
            _exact(harbour, "خمس ساعات", "duration", 5, unit="hour", of="meeting"),
            value(harbour, "قبل يومين", "date", edtf="2031-03-02", calendar="gregorian"),
            _exact(harbour, "214 راكبًا", "count", 214, unit="passenger", of="passenger"),
        ],
        [
            _exact(sail, "خمس ساعات", "duration", 5, unit="hour", of="meeting"),
            value(sail, "قبل يومين", "date", edtf="2031-03-02", calendar="gregorian"),
            value(sail, "منذ أسابيع", "date", edtf="../2031-02", approximate=True),
        ],
        [
            _exact(coast, "پنج ساعت", "duration", 5, unit="hour", of="meeting"),
            value(coast, "دو روز پیش", "date", edtf="2031-03-02", calendar="jalali"),
            value(coast, "دست‌کم ۱۸۰ نفر", "count", low=180, unit="person", of="passenger"),
        ],
        [
            _exact(herald, "45 minutes", "duration", 45, unit="minute", of="meeting", modality="planned"),
            value(herald, "three in the afternoon", "date", uncertain=True, reason="there is no such day"),
            _exact(herald, "214 people", "count", 214, unit="person", of="passenger"),
        ],
        [_exact(lotus, "پنج ساعت", "duration", 5, unit="hour", of="meeting")],
    ]


def with_values(analyses: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """The reports with their values, mentions and a claim for each value of a length."""
    made = []
    everyone = [join.mention for entity in resolution(analyses).entities for join in entity.joins]
    for analysis, found in zip(analyses, values(analyses), strict=True):
        claims = tuple(
            Claim(
                id=f"cl:{analysis.document.name}:{number}",
                document=analysis.document.name,
                statement=None,
                text=(one.span,),
                polarity="positive",
                modality="actual",
                language=analysis.text.language,
                event="meet",
                topics=(Topic("meeting", one.span),),
                participants=(Participant("other", one.span),),
                time=one if one.kind == "date" else None,
                values=() if one.kind == "date" else (one,),
            )
            for number, one in enumerate(found)
        )
        mentions = tuple(one for one in everyone if one.document == analysis.document.name)
        made.append(msgspec.structs.replace(analysis, values=tuple(found), claims=claims, mentions=mentions))
    return tuple(made)


def _entity(key: str, kind: Any, joins: list[Mention], **facts: Any) -> Entity:
    names: dict[str, str] = {}
    for one in joins:
        names.setdefault(one.language, one.span.text)
    reasons = [
        "full name",
        "names that mean the same in two languages",
        "family name of one person in the same document",
    ]
    return Entity(
        key,
        kind,
        joins[0].span.text,
        names,
        tuple(Join(one, reasons[min(number, len(reasons) - 1)], 1.0 - number / 20) for number, one in enumerate(joins)),
        **facts,
    )


def resolution(analyses: tuple[Analysis, ...]) -> Resolution:
    """Who is who in the small case. Two places of the fiction stand where no town is."""
    harbour, sail, coast, herald, lotus = analyses
    leila = [
        mention(harbour, LEILA, "person"),
        mention(sail, LEILA, "person"),
        mention(coast, LEILA_FA, "person"),
        mention(lotus, LEILA_FA, "person"),
    ]
    tobias = [mention(herald, "Tobias Hallgren", "person"), mention(herald, "Hallgren", "person", 1)]
    nahrin = [mention(harbour, "نهرين", "place"), mention(sail, "نهرين", "place"), mention(herald, "Nahrin", "place")]
    quay = [mention(coast, "ساحل نو", "place")]
    owner = [mention(lotus, "شرکت کشتیرانی مروارید", "organisation")]
    guild = [mention(harbour, "نقابة الربابنة", "organisation"), mention(lotus, "انجمن ناخدایان", "organisation")]
    captain = [mention(harbour, "عماد السروجي", "person")]
    entities = (
        _entity(LEILA_ID, "person", leila, roles=("مديرة ميناء نهرين", "مدیر بندر نهرین"), gender="f"),
        _entity(TOBIAS_ID, "person", tobias, roles=("the ferry’s former engineer",), authority="Q0"),
        _entity(CAPTAIN_ID, "person", captain),
        _entity(PORT_ID, "organisation", guild),
        _entity(OWNER_ID, "organisation", owner),
        _entity(NAHRIN_ID, "place", nahrin, place=Place("x:1", "Nahrin", "city", "", 12.5, -30.25)),
        _entity(ALEPPO_ID, "place", quay, place=Place("x:2", "Sahel-e No", "city", "", 12.9, -29.5)),
    )
    speakers = {
        one.id: LEILA_ID
        for analysis in analyses
        for one in analysis.statements
        if one.speaker.name in (LEILA, LEILA_FA)
    }
    speakers |= {one.id: TOBIAS_ID for one in herald.statements if one.speaker.name == "Tobias Hallgren"}
    suggestion = Suggestion(CAPTAIN_ID, TOBIAS_ID, 0.4, "one word each, the same", (captain[0], tobias[0]))
    return Resolution(entities, (suggestion,), speakers, (Office(LEILA_ID, PORT_ID, leila[0]),))


def events(analyses: tuple[Analysis, ...]) -> tuple[Event, ...]:
    """The one event of the small case."""
    return (
        Event(
            EVENT_ID,
            "الاجتماع الذي سبق إبحار العبّارة «سلوى»",
            ("meet",),
            (LEILA_ID, PORT_ID),
            tuple(analysis.document.name for analysis in analyses),
            tuple(claim.id for analysis in analyses for claim in analysis.claims),
            "01-almarfa.txt and 04-quay-herald.html both have ليلى الحكيم, 2031-03-04, meeting, length of meeting",
        ),
    )
