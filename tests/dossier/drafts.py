"""Five fictional reports on one ferry, in three languages. Town, ferry, outlets and people are invented."""

from __future__ import annotations

from isnad.model import Link, Notice

from .drafting import Draft, Said

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
        2: Said(LEILA, kind="direct", confidence=0.78, reasons=("speaker goes on",)),
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
    warnings=(
        Notice("encoding-guessed", "read as cp1256: no encoding is declared; its words are most plausible in this one"),
    ),
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
        3: Said(None, "unnamed", confidence=0.35, reasons=("passive",)),
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
        4: Said(
            "Tobias Hallgren", confidence=0.44, reasons=("cue is often no statement", "short form of a fuller name")
        ),
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
