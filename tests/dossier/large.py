"""A generated case of any size: reports that quote, credit and copy each other by a fixed arithmetic."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Literal

import msgspec

from isnad.model import (
    Account,
    Analysis,
    Claim,
    Comparison,
    Copy,
    Dossier,
    Entity,
    Event,
    Failure,
    Finding,
    Join,
    Link,
    Mention,
    Place,
    Reading,
    Resolution,
    Span,
    Suggestion,
    Topic,
    Value,
    span,
)
from isnad.model.document import SegmentKind

from .cases import PROVENANCE, passage, place
from .drafting import Draft, Said

_OUTLETS = {
    "ar": ("صحيفة الضفة", "موقع الفنار", "جريدة المدّ", "قناة اللؤلؤة", "بوابة الجزر", "شبكة المرجان"),
    "fa": ("روزنامهٔ موج", "پایگاه فانوس", "هفته‌نامهٔ صدف", "سایت کرانه", "روزنامهٔ لنگر", "پایگاه بادبان"),
    "en": ("The Lantern", "Harbour Post", "Island Gazette", "The Tidewater Review", "Mole & Pier", "Beacon Daily"),
}
_AGENCIES = {"ar": "وكالة سدرة للأنباء", "fa": "خبرگزاری نیلوفر", "en": "Selkie Press Agency"}
_FIRST = {
    "ar": ("سعاد", "نبيل", "هدى", "كريم", "منى", "زياد", "رنا", "عمر"),
    "fa": ("نرگس", "بهرام", "مینا", "کاوه", "شیرین", "آرش", "لاله", "پویا"),
    "en": ("Ada", "Bruno", "Clara", "Dmitri", "Edith", "Felix", "Greta", "Hugo"),
}
_LAST = {
    "ar": ("البحّار", "المرساوي", "الشاطئ", "القلوع", "النوتي"),
    "fa": ("دریانورد", "بندری", "ساحلی", "ناخدا", "موجی"),
    "en": ("Ferrier", "Mast", "Quayle", "Sandoval", "Tiller"),
}
_SENTENCE = {
    "ar": "⟦{n}k:قال⟧ ⟦{n}s:{name}⟧ إن ⟦{n}c:عدد السفن التي غادرت الميناء في اليوم {day} بلغ {count}، "
    "وإن الريح لم تهدأ طوال الليل⟧.",
    "fa": "⟦{n}s:{name}⟧ ⟦{n}k:گفت⟧ ⟦{n}c:در روز {day} شمار کشتی‌هایی که بندر را ترک کردند {count} بود "
    "و باد تا صبح آرام نگرفت⟧.",
    "en": "⟦{n}s:{name}⟧ ⟦{n}k:said⟧ that ⟦{n}c:on day {day} some {count} ships left the harbour "
    "and the wind did not drop all night⟧.",
}
_UNNAMED = {"ar": "مصادر مطلعة", "fa": "منابع آگاه", "en": "people close to the matter"}
_FILLER = {
    "ar": "ويقع الميناء عند مدخل الخليج، وقد بُني رصيفه الأول قبل أكثر من مئة عام على يد صيادي الجزر المجاورة. ",
    "fa": "بندر در دهانهٔ خلیج است و نخستین اسکلهٔ آن بیش از صد سال پیش به دست ماهیگیران جزیره‌های همسایه ساخته شد. ",
    "en": "The harbour lies at the mouth of the bay; its first quay was built by fishermen of the islands. ",
}
_LANGUAGES = ("ar", "fa", "en", "ar", "fa")
_STATEMENTS = 8
_KINDS: tuple[Literal["conflict", "agreement", "single_root", "circular"], ...] = (
    "conflict",
    "agreement",
    "single_root",
    "circular",
)


def large(reports: int = 500) -> Dossier:
    """A case of ``reports`` reports with about as many findings and three times as many copies."""
    analyses = tuple(_valued(number, _draft(number).build()) for number in range(reports))
    resolution = _resolution(analyses)
    analyses = tuple(_rooted(analysis, resolution) for analysis in analyses)
    comparison = Comparison(_accounts(analyses), _copies(analyses), _findings(analyses), _events(analyses))
    failures = tuple(
        Failure(f"scan-{number:03}.pdf", "read", "the file is empty; remove it or fetch the report again")
        for number in range(reports // 50)
    )
    return Dossier("Ships that left in the storm", analyses, comparison, failures, PROVENANCE, resolution)


def _valued(number: int, analysis: Analysis) -> Analysis:
    """Each statement counts ships and names a day: of every report another day, some with a month or a year only."""
    values, claims = [], []
    for index, statement in enumerate(analysis.statements, start=1):
        content = statement.content[0]
        figure = _span(analysis, content.start, str(20 + number % 6))
        day = _span(analysis, content.start, str(index))
        dates = (f"2031-{number % 9 + 1:02}-{index + 9:02}", f"2031-{number % 9 + 1:02}", f"{2001 + number % 17}")
        count = Value(analysis.document.name, figure, "count", 20 + number % 6, 20 + number % 6, unit="ship", of="ship")
        dated = Value(analysis.document.name, day, "date", edtf=dates[index % 3], calendar="gregorian")
        values += [count, dated]
        claims.append(
            Claim(
                f"cl:{number}:{index}",
                analysis.document.name,
                statement.id,
                statement.content,
                "positive",
                "actual",
                analysis.text.language,
                topics=(Topic("storm", content),),
                time=dated,
                values=(count,),
            )
        )
    return msgspec.structs.replace(analysis, values=tuple(values), claims=tuple(claims))


def _span(analysis: Analysis, start: int, words: str) -> Span:
    at = analysis.text.clean.index(words, start)
    return span(analysis.text.clean, at, at + len(words))


def _resolution(analyses: tuple[Analysis, ...]) -> Resolution:
    """Every speaker is known; each language has its own people, and every outlet's town a place on the map."""
    joins: dict[str, list[Join]] = {}
    speakers: dict[str, str] = {}
    for analysis in analyses:
        for statement in analysis.statements:
            if statement.speaker.name is None or statement.source is None:
                continue
            key = f"en:{statement.speaker.name}"
            speakers[statement.id] = key
            mention = Mention(
                analysis.document.name, statement.source, "person", statement.source, statement.language, "latin"
            )
            joins.setdefault(key, []).append(Join(mention, "the same name", 0.97))
    people = [
        Entity(
            key,
            "person",
            found[0].mention.span.text,
            {found[0].mention.language: found[0].mention.span.text},
            tuple(found),
        )
        for key, found in joins.items()
    ]
    suggestions = tuple(
        Suggestion(one.id, other.id, 0.5, "the whole names sound alike", (one.joins[0].mention, other.joins[0].mention))
        for one, other in pairwise(people)
    )
    return Resolution((*people, *_places(analyses)), suggestions, speakers)


def _places(analyses: tuple[Analysis, ...]) -> list[Entity]:
    made = []
    for number, analysis in enumerate(analyses[::4]):
        head = span(analysis.text.clean, 0, analysis.text.clean.index("\n"))
        mention = Mention(analysis.document.name, head, "place", head, analysis.text.language, "latin")
        spot = Place(f"x:{number}", head.text, "city", "", 10 + number * 37 % 113 / 10, 40 + number * 53 % 211 / 10)
        joins = (Join(mention, "in the list of places", 1.0),) * (1 + number % 7)
        made.append(Entity(f"pl:{number}", "place", head.text, {}, joins, place=spot))
    return made


def _rooted(analysis: Analysis, resolution: Resolution) -> Analysis:
    chains = tuple(
        msgspec.structs.replace(chain, root=resolution.speakers.get(chain.statement, chain.root))
        for chain in analysis.chains
    )
    return msgspec.structs.replace(analysis, chains=chains)


def _events(analyses: tuple[Analysis, ...]) -> tuple[Event, ...]:
    return tuple(
        Event(
            f"ev:{number}",
            "Storm night",
            (),
            (),
            tuple(one.document.name for one in group),
            (),
            "the only storm that these reports tell of",
        )
        for number, group in enumerate(analyses[start : start + 20] for start in range(0, len(analyses), 20))
    )


def _draft(number: int) -> Draft:
    language = _LANGUAGES[number % len(_LANGUAGES)]
    outlet = _OUTLETS[language][number // 5 % 6] + (f" {number // 60 + 1}" if number >= 60 else "")
    blocks: list[tuple[SegmentKind, str]] = [("headline", f"{outlet} – {number + 1}")]
    said: dict[int, Said] = {}
    for index in range(1, _STATEMENTS + 1):
        seed = number * 7 + index * index
        unnamed = seed % 9 == 0
        name = _UNNAMED[language] if unnamed else _name(language, seed)
        sentence = _SENTENCE[language].format(n=index, name=name, day=index, count=20 + number % 6)
        blocks.append(("body", _FILLER[language] * (1 + index % 3) + sentence))
        via = (Link(_AGENCIES[language], "credit", None),) if number % 3 else ()
        speaker = None if unnamed else name
        said[index] = Said(speaker, "unnamed" if unnamed else "person", via=via, confidence=0.3 + seed % 7 / 10)
    blocks += [("boilerplate", "☰ Menu"), ("related_link", "↗"), ("boilerplate", "© 2031")]
    date = f"2031-0{number % 9 + 1}-1{number % 10}"
    return Draft(f"case/{number:04}.txt", outlet, date, language, tuple(blocks), said)


def _name(language: str, seed: int) -> str:
    # Squaring leaves few speakers with many statements and many with few, as in real cases.
    pick = seed * seed % 97
    first, last = _FIRST[language], _LAST[language]
    return f"{first[pick % len(first)]} {last[pick // len(first) % len(last)]}"


def _accounts(analyses: tuple[Analysis, ...]) -> tuple[Account, ...]:
    return tuple(
        Account(
            document=analysis.document.id,
            outlet=analysis.document.outlet,
            date=analysis.document.date,
            language=analysis.text.language,
            credited=(_AGENCIES[analysis.text.language],) if number % 3 else (),
            roots=tuple(dict.fromkeys(chain.root for chain in analysis.chains)),
            statements=len(analysis.statements),
            share_copied=number % 10 / 10,
            copied_from=tuple(
                analyses[number - step].document.id for step in (5, 10) if number % 10 and number >= step
            ),
        )
        for number, analysis in enumerate(analyses)
    )


def _copies(analyses: tuple[Analysis, ...]) -> tuple[Copy, ...]:
    made = []
    for number, analysis in enumerate(analyses):
        for step in (5, 10, 15):
            if number < step or number % 4 == 0:
                continue
            other = analyses[number - step]
            filler = _FILLER[analysis.text.language].strip()
            passages = (passage(other, filler, analysis, filler, "verbatim"),)
            share = (number * step) % 90 / 100
            direction: Literal["unknown", "b_from_a"] = "unknown" if step == 15 else "b_from_a"
            made.append(
                Copy(
                    other.document.id,
                    analysis.document.id,
                    share,
                    share / 2,
                    direction,
                    "both credit Ada: copies of one report, not of each other",
                    passages,
                )
            )
    return tuple(made)


def _findings(analyses: tuple[Analysis, ...]) -> tuple[Finding, ...]:
    made = []
    for number in range(len(analyses) - 15 if len(analyses) > 15 else 0):
        group = [analyses[number], analyses[number + 5], analyses[number + 10], analyses[number + 15]]
        contents = [one.statements[number % 3].content[0] for one in group]
        event: dict[str, Any] = {"aspect": "count", "concept": "ship", "event_id": f"ev:{number // 20}"}
        readings = tuple(
            Reading(
                content.text[:24].strip(),
                (one.document.id,),
                (one.chains[number % 3].root,),
                (place(one, span(one.text.clean, content.start, content.end).text),),
                measure=one.values[number % 3 * 2],
            )
            for one, content in zip(group, contents, strict=True)
        )
        kind = _KINDS[number % 4]
        made.append(
            Finding(
                f"f:{number}", kind, "Storm night", f"ships, day {number}", readings, 4, number % 4, None, "", **event
            )
        )
    return tuple(made)
