"""Fictional cases: a small one in three languages with every kind of finding, and an empty one."""

from __future__ import annotations

from typing import Any

import msgspec

from isnad.model import (
    Account,
    Analysis,
    Comparison,
    Copy,
    DocumentSpan,
    Dossier,
    Failure,
    Finding,
    Passage,
    Provenance,
    Reading,
    span,
)

from .drafts import DRAFTS, LEILA
from .known import EVENT_ID, LEILA_ID, events, resolution, with_values

PROVENANCE = Provenance(
    version="0.1.0",
    options={"engine": "rules", "language": "auto"},
    inputs_hash="sha256:4f1c" + "0" * 60,
    resources_hash="sha256:9b7e" + "1" * 60,
    steps={"read": "1", "text": "3", "extract": "5", "chain": "2", "claim": "1", "compare": "2"},
)


def small() -> Dossier:
    """Five reports in three languages, with every kind of finding and copy."""
    analyses = with_values(_rooted(tuple(draft.build() for draft in DRAFTS)))
    failures = (
        Failure("06-scan.pdf", "read", "is binary, not text; convert it to text, HTML or JSON"),
        Failure("07-leer.txt", "text", "the file is empty; remove it or fetch the report again"),
    )
    comparison = Comparison(_accounts(analyses), _copies(analyses), _findings(analyses), events(analyses))
    title = "The ferry “Selwa” · العبّارة «سلوى»"
    return Dossier(title, analyses, comparison, failures, PROVENANCE, resolution(analyses))


def _rooted(analyses: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """The reports with roots as the pipeline hands them on: the entity, wherever the case tells who it is."""
    speakers = resolution(analyses).speakers
    return tuple(
        msgspec.structs.replace(
            analysis,
            chains=tuple(
                msgspec.structs.replace(chain, root=LEILA_ID, root_label=LEILA)
                if speakers.get(chain.statement) == LEILA_ID
                else chain
                for chain in analysis.chains
            ),
        )
        for analysis in analyses
    )


def empty() -> Dossier:
    """A case in which nothing was found."""
    return Dossier("Nothing yet", (), Comparison((), (), ()), (), PROVENANCE)


def _accounts(analyses: tuple[Analysis, ...]) -> tuple[Account, ...]:
    shares = (0.0, 0.81, 0.46, 0.0, 0.0)
    sources = ((), (0,), (4, 0), (), ())
    return tuple(
        Account(
            document=analysis.document.id,
            outlet=analysis.document.outlet,
            date=analysis.document.date,
            language=analysis.text.language,
            credited=tuple(credit.name for credit in analysis.credits),
            roots=tuple(dict.fromkeys(chain.root for chain in analysis.chains)),
            statements=len(analysis.statements),
            share_copied=share,
            copied_from=tuple(analyses[index].document.id for index in source),
        )
        for analysis, share, source in zip(analyses, shares, sources, strict=True)
    )


def place(analysis: Analysis, words: str) -> DocumentSpan:
    """The first place of ``words`` in a report."""
    start = analysis.text.clean.index(words)
    return DocumentSpan(analysis.document.id, start, start + len(words), words)


def passage(a: Analysis, words_a: str, b: Analysis, words_b: str, kind: str) -> Passage:
    """A passage of two reports."""
    one, other = place(a, words_a), place(b, words_b)
    return Passage(
        span(a.text.clean, one.start, one.end),
        span(b.text.clean, other.start, other.end),
        kind,  # type: ignore[arg-type]
    )


def _copies(analyses: tuple[Analysis, ...]) -> tuple[Copy, ...]:
    harbour, sail, coast, _, lotus = analyses
    verbatim = "الاجتماع الذي سبق إبحار العبّارة «سلوى» استمر خمس ساعات"
    edited = (
        "حذّرنا الجميع من العاصفة قبل يومين، ومع ذلك قال لي الربّان عماد السروجي "
        "إن الأمر صدر من الشركة المالكة. لم يكن القرار قرار الميناء",
        "حذّرنا الجميع من العاصفة قبل يومين. لم يكن القرار قرار الميناء",
    )
    persian = "جلسهٔ پیش از حرکت کشتی پنج ساعت طول کشید و انجمن ناخدایان آن را برگزار کرد"
    return (
        Copy(
            harbour.document.id,
            sail.document.id,
            0.52,
            0.81,
            "b_from_a",
            "صحيفة المرفأ is earlier (2031-03-04 before 2031-03-05T08:10:00+03:00)",
            (
                passage(harbour, verbatim, sail, verbatim, "verbatim"),
                passage(harbour, edited[0], sail, edited[1], "edited"),
            ),
        ),
        Copy(
            lotus.document.id,
            coast.document.id,
            0.4,
            0.38,
            "b_from_a",
            "روزنامهٔ ساحل نو credits خبرگزاری نیلوفر",
            (passage(lotus, persian, coast, persian, "verbatim"),),
        ),
        Copy(
            harbour.document.id,
            coast.document.id,
            0.2,
            0.22,
            "unknown",
            "neither credits the other, and neither time nor completeness tells",
            (passage(harbour, verbatim, coast, persian, "translated"),),
        ),
    )


def _reading(value: str, spans: tuple[DocumentSpan, ...], roots: tuple[str, ...], **facts: Any) -> Reading:
    return Reading(value, tuple(dict.fromkeys(one.document for one in spans)), roots, spans, **facts)


def _findings(analyses: tuple[Analysis, ...]) -> tuple[Finding, ...]:
    harbour, sail, coast, herald, lotus = analyses
    hours = _reading(
        "خمس ساعات",
        (
            place(harbour, "استمر خمس ساعات"),
            place(sail, "استمر خمس ساعات"),
            place(lotus, "پنج ساعت"),
            place(coast, "پنج ساعت"),
        ),
        (LEILA_ID,),
        measure=harbour.values[0],
    )
    minutes = _reading(
        "45 minutes", (place(herald, "45 minutes"),), ("person:Tobias Hallgren",), measure=herald.values[0]
    )
    aboard = _reading(
        "214",
        (place(harbour, "214 راكبًا"), place(herald, "214 people")),
        ("unnamed:صحيفة المرفأ", "unnamed:The Quay Herald"),
        measure=harbour.values[2],
    )
    who = _reading(
        "نقابة الربابنة",
        (place(sail, "نقابة الربابنة"), place(lotus, "انجمن ناخدایان")),
        (LEILA_ID,),
        entity="en:port",
    )
    storm = _reading(
        "قبل يومين",
        (place(sail, "قبل يومين"), place(coast, "دو روز پیش")),
        (LEILA_ID,),
        measure=sail.values[1],
    )
    engine = _reading("كان معطلًا", (place(sail, "كان معطلًا"),), ("unnamed:موقع الشراع",), polarity="positive")
    event = "Meeting before the ferry sailed, Nahrin"
    same = {"event_id": EVENT_ID, "event_type": "meet"}
    length: dict[str, Any] = {"aspect": "length", "concept": "meeting", **same}
    count: dict[str, Any] = {"aspect": "count", "concept": "passenger", **same}
    agent: dict[str, Any] = {"aspect": "agent", **same}
    whether: dict[str, Any] = {"aspect": "whether", "concept": "ship"}
    reason = (
        "5 accounts, 2 roots: ليلى الحكيم (صحيفة المرفأ, 2031-03-04), unnamed source of خبرگزاری نیلوفر; "
        "2 of them copy صحيفة المرفأ; 1 of them copies Nowhere Post"
    )
    return (
        Finding("f:1", "conflict", event, "length of the meeting", (hours, minutes), 5, 2, None, reason, **length),
        Finding(
            "f:2",
            "agreement",
            event,
            "passengers",
            (aboard,),
            2,
            2,
            None,
            "2 accounts, 2 roots: unnamed source of صحيفة المرفأ, B; an unnamed source is at most one witness",
            **count,
        ),
        Finding(
            "f:3",
            "single_root",
            event,
            "who called it",
            (who,),
            4,
            1,
            LEILA_ID,
            "4 accounts, 1 root: ليلى الحكيم (صحيفة المرفأ, 2031-03-04)",
            **agent,
        ),
        Finding(
            "f:4",
            "circular",
            event,
            "warning of the storm",
            (storm,),
            2,
            0,
            None,
            "2 accounts, 0 roots; each of these reports has it from another of them",
        ),
        Finding(
            "f:5",
            "single_root",
            "",
            "engine",
            (engine,),
            1,
            1,
            None,
            "1 account, 1 root: unnamed source of موقع الشراع",
            **whether,
        ),
    )
