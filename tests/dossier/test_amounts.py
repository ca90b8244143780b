"""Values in the words of three languages."""

from __future__ import annotations

from typing import Any

import pytest

from isnad.dossier.amounts import marks_of_all, marks_of_value, told
from isnad.dossier.words import LANGUAGES, Words
from isnad.model import Value, span


def value(kind: Any, low: float | None, high: float | None, unit: str | None = None, **facts: Any) -> Value:
    """A value whose words do not matter."""
    return Value("a.txt", span("x", 0, 1), kind, low, high, unit, **facts)


@pytest.mark.parametrize(
    ("one", "en", "ar", "fa"),
    [
        (value("duration", 1, 1, "hour"), "1 hour", "ساعة واحدة", "۱ ساعت"),
        (value("duration", 2, 2, "hour"), "2 hours", "ساعتان", "۲ ساعت"),
        (value("duration", 5, 5, "hour"), "5 hours", "5 ساعات", "۵ ساعت"),
        (value("duration", 45, 45, "minute"), "45 minutes", "45 دقيقة", "۴۵ دقیقه"),
        (value("duration", 0.5, 0.5, "hour"), "30 minutes", "30 دقيقة", "۳۰ دقیقه"),
        (value("duration", 2.5, 2.5, "hour"), "2.5 hours", "2.5 ساعة", "۲٫۵ ساعت"),
        (value("duration", 3, 5, "hour"), "3 to 5 hours", "من 3 إلى 5 ساعات", "۳ تا ۵ ساعت"),
        (value("count", 200, None, "container"), "at least 200", "200 على الأقل", "دست‌کم ۲۰۰"),
        (value("count", None, 12), "at most 12", "12 على الأكثر", "حداکثر ۱۲"),
        (value("count", 3500, 3500, "tonne"), "3,500 tonnes", "3,500 طن", "۳٬۵۰۰ تن"),
        (value("percent", 60, 60, "percent"), "60%", "60 في المئة", "۶۰ درصد"),
        (value("age", 41, 41, "year"), "41 years old", "41 عامًا", "۴۱ ساله"),
        (value("money", 2_000_000, 2_000_000, "dinar"), "2 million dinars", "مليونا دينار", "۲ میلیون دینار"),
        (
            value("money", 2e8, 2e8, "toman", per="each"),
            "200 million tomans each",
            "200 مليون تومان لكل واحد",
            "هر کدام ۲۰۰ میلیون تومان",
        ),
        (
            value("money", 80, 80, "dollar", per="barrel"),
            "80 dollars per barrel",
            "80 دولارًا لكل برميل",
            "۸۰ دلار برای هر بشکه",
        ),
        (value("duration", 5, 5, "hour", approximate=True), "about 5 hours", "5 ساعات تقريبًا", "حدود ۵ ساعت"),
        (value("date", None, None, edtf="2015", approximate=True), "about 2015", "2015 تقريبًا", "حدود ۲۰۱۵"),
    ],
)
def test_a_value_is_told_with_its_unit_in_the_right_number(one: Value, en: str, ar: str, fa: str) -> None:
    assert [told(Words(language), one) for language in LANGUAGES] == [en, ar, fa]


def test_what_gives_no_number_is_not_given_one() -> None:
    assert told(Words("en"), value("count", None, None)) is None
    assert told(Words("en"), value("date", None, None)) is None


def test_marks_say_planned_denied_and_uncertain() -> None:
    assert marks_of_value(value("count", 1, 1)) == []
    assert marks_of_value(value("count", 1, 1, modality="denied", uncertain=True)) == [
        "modality.denied",
        "values.uncertain",
    ]


def test_several_values_bear_the_marks_that_all_of_them_bear() -> None:
    plan, fact = value("date", None, None, modality="planned"), value("date", None, None)
    assert marks_of_all([plan, plan]) == ["modality.planned"]
    assert marks_of_all([plan, fact]) == []
