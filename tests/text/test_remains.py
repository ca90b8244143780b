"""The line patterns: every example matches its own row, and prose matches none."""

from __future__ import annotations

import pytest

from isnad.text.data import LinePattern, line_patterns
from isnad.text.remains import match_line


@pytest.mark.parametrize("pattern", line_patterns(), ids=lambda pattern: pattern.place)
def test_every_example_matches(pattern: LinePattern) -> None:
    found = match_line(pattern.example)
    assert found is not None
    assert found.kind == pattern.kind


@pytest.mark.parametrize(
    "line",
    [
        "تابعونا عبر قناتنا على تلغرام",
        "🔻 تابعوا مرفأ نيوز على فيسبوك 🔻",
        "سبعة × 2 =",
        "اقرأ أيضاً:",
        "اقرؤوا المزيد",
        "شاهد أيضًا | صور من الميناء القديم",
        "لن يُنشر بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
        "الوسوم: ميناء، سفن",
        "سمات ميناء سفن رصيف",
        "شارك الخبر: فيسبوك | تويتر | تلغرام",
        "كلیدواژه‌ها: بندر، اسکله",
        "انتهاي پيام/",
        "به کانال تلگرام ساحل بپیوندید @sahel",
        "کد خبر ۷۷۳۱ | انتهای پیام",
        "Follow us on Telegram: https://t.me/harbour",
        "Leave a Reply",
    ],
)
def test_remains_are_recognised(line: str) -> None:
    assert match_line(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "تابع الرئيس على تويتر ما نشره الوزير، وقال إنه لم يقرأه.",
        "تابع المدير حديثه قائلاً: «سننهي العمل على الرصيف قبل نهاية العام»",
        "انضموا إلى الإضراب صباح الاثنين، بحسب النقابة، وطالبوا بدفع الأجور المتأخرة فوراً.",
        "شارك في الاجتماع مدير الميناء وممثلون عن العمال",
        "اقرأ أيضاً ما كتبه المدير في رسالته الطويلة إلى العمال: «لن نغلق الرصيف». وقد نشرتها الصحف كلها.",
        "عن المدير قوله إن الرصيف جاهز",
        "ارسال نظر او به شورا یک هفته طول کشید و پاسخی نیامد",
        "منبع آگاه گفت که کشتی هنوز در بندر است",
        "More than a dozen ships waited outside the harbour.",
        "By Monday the harbour was open: ships went in.",
        "Share prices of the port company fell by a tenth.",
        "Read the letter again, the captain told the court on Monday.",
        "3-2",
    ],
)
def test_prose_is_left_alone(line: str) -> None:
    found = match_line(line)
    assert found is None or found.kind in ("byline", "dateline"), found
