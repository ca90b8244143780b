"""Fictional cases: a small one in three languages with every kind of finding, and an empty one."""

from __future__ import annotations

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

PROVENANCE = Provenance(
    version="0.1.0",
    options={"engine": "rules", "language": "auto"},
    inputs_hash="sha256:4f1c" + "0" * 60,
    resources_hash="sha256:9b7e" + "1" * 60,
    steps={"read": "1", "text": "3", "extract": "5", "chain": "2", "claim": "1", "compare": "2"},
)


def small() -> Dossier:
    """Five reports in three languages, with every kind of finding and copy."""
    analyses = tuple(draft.build() for draft in DRAFTS)
    failures = (
        Failure("06-scan.pdf", "read", "the file is a scan without a text layer; run OCR on it first"),
        Failure("07-leer.txt", "text", "no text is left after decoding"),
    )
    comparison = Comparison(_accounts(analyses), _copies(analyses), _findings(analyses))
    return Dossier("The ferry “Selwa” · العبّارة «سلوى»", analyses, comparison, failures, PROVENANCE)


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
            "a is a day older; b drops a sentence from the middle of the quotation",
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
            "b credits a",
            (passage(lotus, persian, coast, persian, "verbatim"),),
        ),
        Copy(
            harbour.document.id,
            coast.document.id,
            0.2,
            0.22,
            "unknown",
            "same statements in the same order; both may have them from a third",
            (passage(harbour, verbatim, coast, persian, "translated"),),
        ),
    )


def _reading(value: str, spans: tuple[DocumentSpan, ...], roots: tuple[str, ...]) -> Reading:
    return Reading(value, tuple(dict.fromkeys(one.document for one in spans)), roots, spans)


def _findings(analyses: tuple[Analysis, ...]) -> tuple[Finding, ...]:
    harbour, sail, coast, herald, lotus = analyses
    hours = _reading(
        "5 hours",
        (
            place(harbour, "استمر خمس ساعات"),
            place(sail, "استمر خمس ساعات"),
            place(lotus, "پنج ساعت"),
            place(coast, "پنج ساعت"),
        ),
        (f"person:{LEILA}",),
    )
    minutes = _reading("45 minutes", (place(herald, "45 minutes"),), ("person:Tobias Hallgren",))
    aboard = _reading(
        "214",
        (place(harbour, "214 راكبًا"), place(herald, "214 people")),
        ("unnamed:صحيفة المرفأ", "unnamed:The Quay Herald"),
    )
    who = _reading(
        "نقابة الربابنة", (place(sail, "نقابة الربابنة"), place(lotus, "انجمن ناخدایان")), (f"person:{LEILA}",)
    )
    storm = _reading("2 days before", (place(sail, "قبل يومين"), place(coast, "دو روز پیش")), (f"person:{LEILA}",))
    event = "Meeting before the ferry sailed, Nahrin"
    return (
        Finding("f:1", "conflict", event, "length of the meeting", (hours, minutes), 5, 2, None, "two durations apart"),
        Finding("f:2", "agreement", event, "passengers on board", (aboard,), 2, 2, None, "same count, different roots"),
        Finding("f:3", "single_root", event, "who called the meeting", (who,), 4, 1, f"person:{LEILA}", "one root"),
        Finding("f:4", "circular", event, "warning of the storm", (storm,), 2, 0, None, "each cites the other"),
    )
