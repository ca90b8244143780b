"""Bodies of one kind in two countries are never one without the country's name."""

from __future__ import annotations

import pytest

from isnad.claim.entities.countries import Contested, split_name

TWO = [("وزارة الصحة العراقية", "ar"), ("Jordanian Ministry of Health", "en")]


@pytest.mark.parametrize(
    ("name", "language", "base"),
    [
        ("وزارة الصحة العراقية", "ar", "وزاره الصحه"),
        ("وزارة الصحة", "ar", "وزاره الصحه"),
        ("محكمة دمشق", "ar", "محكمه"),
        ("Ministry of Health of Jordan", "en", "ministry health"),
        ("وزارت بهداشت عراق", "fa", "وزارت بهداشت"),
    ],
)
def test_the_words_that_say_whose_are_left_out(name: str, language: str, base: str) -> None:
    assert split_name(name, language).base == base


def test_languages_share_the_owner() -> None:
    assert split_name("Ministry of Health of Jordan", "en").owners == split_name("وزارة صحة الأردن", "ar").owners


@pytest.mark.parametrize(("name", "language"), [("وزارة الصحة", "ar"), ("Ministry of Health", "en")])
def test_a_bare_name_is_open_where_two_countries_have_one(name: str, language: str) -> None:
    assert Contested(TWO).open(name, language)
    assert not Contested(TWO[:1]).open(name, language)


def test_a_name_with_its_country_is_not_open() -> None:
    contested = Contested(TWO)
    assert not any(contested.open(*name) for name in TWO)
    assert not contested.open("وزارة الموانئ", "ar")
