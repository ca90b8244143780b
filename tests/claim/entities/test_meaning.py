"""Names that mean the same in two languages, and those that only look so."""

from __future__ import annotations

import pytest

from isnad.claim.entities.meaning import same_meaning, signatures

SAME = [
    (("وزارة الموانئ", "ar"), ("Ministry of Ports", "en")),
    (("وزارة الموانئ", "ar"), ("وزارت بنادر", "fa")),
    (("لجنة التحقيق", "ar"), ("commission of inquiry", "en")),
    (("هیئت تحقیق", "fa"), ("the commission of inquiry", "en")),
    (("نقابة عمال الرصيف", "ar"), ("dockers' union", "en")),
    (("تقرير لجنة التحقيق", "ar"), ("the commission of inquiry's report", "en")),
    (("ميناء الصخر", "ar"), ("Port Sakhr", "en")),
    (("بندر صخر", "fa"), ("Port Sakhr", "en")),
]
OTHER = [
    (("وزارة الموانئ", "ar"), ("ports company", "en")),
    (("وزارة الصحة", "ar"), ("Ministry of Ports", "en")),
    (("لجنة التحقيق", "ar"), ("the report of the commission of inquiry", "en")),
    (("ميناء الصخر", "ar"), ("Port Marsa", "en")),
    (("الوزارة", "ar"), ("the ministry", "en")),
    (("وزارة الموانئ", "ar"), ("وزارة الموانئ", "ar")),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_translations_are_one(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert same_meaning({0: a, 1: b}) == ([(0, 1)], [])


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_other_names_are_not(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert same_meaning({0: a, 1: b}) == ([], [])


def test_two_names_of_one_language_are_left_to_a_person() -> None:
    names = {0: ("لجنة التحقيق", "ar"), 1: ("لجنة التحقيقات", "ar"), 2: ("commission of inquiry", "en")}
    sure, unsure = same_meaning(names)
    assert sure == []
    assert unsure == [(0, 2), (1, 2)]


def test_a_word_alone_says_too_little() -> None:
    assert not signatures("الوزارة", "ar")
    assert not signatures("the report", "en")
    assert not signatures("", "fa")
