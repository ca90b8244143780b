"""Fictional cases: a small one in three languages, written by hand, and a large one made from it.

Town, ferry, outlets and people are invented.
"""

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
    Link,
    Notice,
    Passage,
    Provenance,
    Reading,
    span,
)

from .drafting import Draft, Said

PROVENANCE = Provenance(
    version="0.1.0",
    options={"engine": "rules", "language": "auto"},
    inputs_hash="sha256:4f1c" + "0" * 60,
    resources_hash="sha256:9b7e" + "1" * 60,
    steps={"read": "1", "text": "3", "extract": "5", "chain": "2", "claim": "1", "compare": "2"},
)

LEILA = "ليلى الحكيم"
LEILA_FA = "لیلا حکیم"

HARBOUR = Draft(
    name="01-almarfa.txt",
    outlet="صحيفة المرفأ",
    date="2031-03-04",
    language="ar",
    title="مديرة ميناء نهرين: اجتماع العبّارة استمر خمس ساعات",
    url="https://almarfa.example/news/4711",
    author="سالم الطويل",
    blocks=(
        ("headline", "مديرة ميناء نهرين: اجتماع العبّارة استمر خمس ساعات"),
        ("byline", "سالم الطويل - نهرين"),
        (
            "lead",
            "⟦1k:قالت⟧ ⟦1s:مديرة ميناء نهرين ليلى الحكيم⟧ إن ⟦1c:الاجتماع الذي سبق إبحار العبّارة «سلوى» "
            "استمر خمس ساعات، وإن نقابة الربابنة هي التي دعت إليه⟧.",
        ),
        (
            "body",
            "⟦2k:وأضافت⟧: «⟦2c:حذّرنا الجميع من العاصفة قبل يومين، ومع ذلك ⟦3k:قال لي⟧ ⟦3s:الربّان عماد السروجي⟧ إن "
            "⟦3c:الأمر صدر من الشركة المالكة⟧. لم يكن القرار قرار الميناء⟧».",
        ),
        ("related_link", "اقرأ أيضًا: أسعار السمك في سوق نهرين"),
        ("boilerplate", "اشترك في النشرة البريدية"),
        ("boilerplate", "زر الذهاب إلى الأعلى"),
        (
            "body",
            "⟦4k:وكشفت⟧ ⟦4s:مصادر خاصة للصحيفة⟧ أن ⟦4c:عدد الركاب بلغ 214 راكبًا، أي أكثر من الحمولة المسموح بها⟧.",
        ),
        ("pull_quote", "«لم يكن القرار قرار الميناء»"),
    ),
    said={
        1: Said(LEILA, kind="indirect"),
        2: Said(LEILA, kind="direct", confidence=0.78, reasons=("carries on the last speaker («وأضافت»)",)),
        3: Said("عماد السروجي", via=(Link(LEILA, "speech", None),), parent=2, confidence=0.7),
        4: Said(None, "unnamed", confidence=0.9),
    },
)

SAIL = Draft(
    name="02-alshiraa.html",
    outlet="موقع الشراع",
    date="2031-03-05",
    language="ar",
    title="تفاصيل جديدة عن العبّارة «سلوى»",
    url="https://shiraa.example/?p=88",
    credits=("وكالة سدرة للأنباء",),
    warnings=(Notice("encoding-guessed", "the page declares no encoding; windows-1256 fits best"),),
    blocks=(
        ("headline", "تفاصيل جديدة عن العبّارة «سلوى»"),
        (
            "body",
            "بحسب وكالة سدرة للأنباء، ⟦1k:أكدت⟧ ⟦1s:مديرة ميناء نهرين ليلى الحكيم⟧ أن ⟦1c:الاجتماع الذي سبق إبحار "
            "العبّارة «سلوى» استمر خمس ساعات، وأن نقابة الربابنة هي التي دعت إليه⟧.",
        ),
        ("body", "⟦2k:وتابعت⟧: «⟦2c:حذّرنا الجميع من العاصفة قبل يومين. لم يكن القرار قرار الميناء⟧»."),
        ("body", "⟦3k:يُقال⟧ إن ⟦3c:أحد المحركات كان معطلًا منذ أسابيع⟧."),
    ),
    said={
        1: Said(LEILA, via=(Link("وكالة سدرة للأنباء", "citation", None),), confidence=0.92),
        2: Said(LEILA, kind="direct", via=(Link("وكالة سدرة للأنباء", "citation", None),)),
        3: Said(None, "unnamed", confidence=0.35, reasons=("passive cue without a source",)),
    },
)

COAST = Draft(
    name="03-sahel-no.txt",
    outlet="روزنامهٔ ساحل نو",
    date="2031-03-05",
    language="fa",
    title="جلسهٔ پنج‌ساعته پیش از حرکت کشتی «سلوا»",
    credits=("خبرگزاری نیلوفر",),
    blocks=(
        ("headline", "جلسهٔ پنج‌ساعته پیش از حرکت کشتی «سلوا»"),
        (
            "lead",
            "به گزارش خبرگزاری نیلوفر، ⟦1s:لیلا حکیم، مدیر بندر نهرین⟧، ⟦1k:گفت⟧: «⟦1c:جلسهٔ پیش از حرکت کشتی پنج ساعت "
            "طول کشید و انجمن ناخدایان آن را برگزار کرد⟧.»",
        ),
        ("body", "⟦2s:وی⟧ ⟦2k:افزود⟧ که ⟦2c:دو روز پیش دربارهٔ توفان هشدار داده بودیم⟧."),
        ("body", "⟦3s:یک منبع آگاه⟧ به ساحل نو ⟦3k:گفت⟧ ⟦3c:شمار مسافران دست‌کم ۱۸۰ نفر بوده است⟧."),
    ),
    said={
        1: Said(LEILA_FA, kind="direct", via=(Link("خبرگزاری نیلوفر", "credit", None),), root=f"person:{LEILA}"),
        2: Said(LEILA_FA, via=(Link("خبرگزاری نیلوفر", "credit", None),), root=f"person:{LEILA}", confidence=0.74),
        3: Said(None, "unnamed"),
    },
)

HERALD = Draft(
    name="04-quay-herald.html",
    outlet="The Quay Herald",
    date="2031-03-06T09:30:00+03:00",
    language="en",
    title="Ferry meeting “took 45 minutes”, says engineer",
    url="https://quayherald.example/selwa",
    author="Rosa Lindqvist",
    blocks=(
        ("headline", "Ferry meeting “took 45 minutes”, says engineer"),
        ("byline", "By Rosa Lindqvist in Nahrin"),
        (
            "lead",
            "“⟦1c:We sat together for 45 minutes and nobody asked about the engines⟧,” ⟦1k:said⟧ ⟦1s:Tobias Hallgren, "
            "the ferry’s former engineer⟧.",
        ),
        (
            "body",
            "⟦2s:The port authority’s minutes⟧ ⟦2k:show⟧ that ⟦2c:the meeting began at ten in the morning and ended "
            "at three in the afternoon⟧.",
        ),
        (
            "body",
            "⟦3k:According to⟧ ⟦3s:two people with knowledge of the passenger list⟧, ⟦3c:214 people were on board⟧. "
            "⟦4s:Hallgren⟧ ⟦4k:believes⟧ ⟦4c:the owner pressed the captain to sail⟧.",
        ),
        ("repeat", "“We sat together for 45 minutes and nobody asked about the engines”"),
    ),
    said={
        1: Said("Tobias Hallgren", kind="direct", confidence=0.95),
        2: Said("The port authority’s minutes", "document"),
        3: Said(None, "unnamed"),
        4: Said("Tobias Hallgren", confidence=0.44, reasons=("cue of class belief", "surname only")),
    },
)

LOTUS = Draft(
    name="05-nilufar.txt",
    outlet="خبرگزاری نیلوفر",
    date="2031-03-05",
    language="fa",
    title="مدیر بندر نهرین: انجمن ناخدایان جلسه را برگزار کرد",
    blocks=(
        ("headline", "مدیر بندر نهرین: انجمن ناخدایان جلسه را برگزار کرد"),
        (
            "body",
            "⟦1s:لیلا حکیم⟧ در گفت‌وگو با نیلوفر ⟦1k:اظهار کرد⟧: «⟦1c:جلسهٔ پیش از حرکت کشتی پنج ساعت طول کشید و انجمن "
            "ناخدایان آن را برگزار کرد⟧.»",
        ),
        ("body", "⟦2s:شرکت کشتیرانی مروارید⟧ در بیانیه‌ای ⟦2k:اعلام کرد⟧ که ⟦2c:هیچ دستوری برای حرکت صادر نکرده است⟧."),
    ),
    said={
        1: Said(LEILA_FA, kind="direct", root=f"person:{LEILA}"),
        2: Said("شرکت کشتیرانی مروارید", "organisation", confidence=0.9),
    },
)

DRAFTS = (HARBOUR, SAIL, COAST, HERALD, LOTUS)


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
