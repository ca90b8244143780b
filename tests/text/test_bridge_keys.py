"""Bridge keys: the same numbers, names and meanings in three languages have the same keys."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.lang import LANGUAGES
from isnad.text.bridge import bridge_words
from isnad.text.bridge.skeleton import MOST_VARIANTS, skeletons
from isnad.text.bridge.stems import forms
from isnad.text.fold import fold, fold_key


def keys(text: str, language: str) -> set[str]:
    folded = fold(text)
    return {key for word in bridge_words(folded, 0, len(folded.key), language) for key in word.keys}


@pytest.mark.parametrize(
    ("arabic", "persian", "english"),
    [
        ("ترامواي", "تراموای", "tramway"),
        ("شيكاغو", "شیکاگو", "chicago"),
        ("فلاديمير", "ولادیمیر", "vladimir"),
        ("تشرشل", "چرچیل", "churchill"),
        ("مارغريت", "مارگریت", "margaret"),
        ("خالد", "خالد", "khalid"),
    ],
)
def test_a_name_has_one_skeleton_in_three_scripts(arabic: str, persian: str, english: str) -> None:
    shared = set(skeletons(fold_key(arabic))) & set(skeletons(english))
    assert shared
    # Persian writes v with waw: one of the English readings fits each.
    assert set(skeletons(fold_key(persian))) & set(skeletons(english))


def test_different_names_differ() -> None:
    assert not set(skeletons("bandari")) & set(skeletons(fold_key("درويشان")))


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("25 ألف دينار", "ar", "n:25000"),
        ("۲۵ هزار دینار", "fa", "n:25000"),
        ("25,000 dinars", "en", "n:25000"),
        ("خمسة وعشرون عاملا", "ar", "n:25"),
        ("بیست و پنج کارگر", "fa", "n:25"),
        ("twenty-five workers", "en", "n:25"),
        ("two hundred and five workers", "en", "n:205"),
        ("١٫٥ مليون طن", "ar", "n:1500000"),
        ("1.5 million tons", "en", "n:1500000"),
        ("الذكرى الثالثة", "ar", "o:3"),
        ("سومین سالگرد", "fa", "o:3"),
        ("the 3rd anniversary", "en", "o:3"),
    ],
)
def test_numbers_are_values(text: str, language: str, key: str) -> None:
    assert key in keys(text, language)


def test_numbers_that_only_stand_side_by_side_are_not_added() -> None:
    assert {"n:3", "n:4"} <= keys("three and four", "en")
    assert {"n:20", "n:30"} <= keys("بین بیست و سی کارگر", "fa")


def test_a_jalali_year_also_gives_its_gregorian_years() -> None:
    assert {"n:2018", "n:2019"} <= keys("در سال ۱۳۹۷", "fa")
    assert "n:2018" not in keys("1397 عاملا", "ar")


@pytest.mark.parametrize(
    ("arabic", "persian", "english"),
    [
        ("وبالحكومة", "دولت‌ها", "governments"),
        ("الأمم المتحدة", "سازمان ملل", "the United Nations"),
        ("الأمريكيين", "آمریکایی‌ها", "Americans"),
        ("يوم الخميس", "روز پنجشنبه", "on Thursday"),
        ("للمستشفى", "بیمارستان‌های", "hospitals"),
        ("الانتخابات", "انتخابات", "elections"),
        ("جمهوري", "جمهوری خواه", "Republican"),
    ],
)
def test_words_of_one_meaning_share_a_key(arabic: str, persian: str, english: str) -> None:
    in_english = keys(f"x {english}", "en")
    assert in_english & keys(persian, "fa")
    assert in_english & keys(arabic, "ar")


def test_places_point_into_the_text() -> None:
    folded = fold("قال إنّ «الحُكومة» دفعت 25 ألف دينار")
    found = bridge_words(folded, 0, len(folded.key), "ar")
    assert [folded.key[word.start : word.end] for word in found if "n:25000" in word.keys] == ["25 الف"]
    assert all(0 < word.weight <= 1 and word.keys for word in found)


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_gives_words_in_order(text: str, language: str) -> None:
    folded = fold(text)
    found = bridge_words(folded, 0, len(folded.key), language)
    assert found == bridge_words(folded, 0, len(folded.key), language)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=12))
def test_few_variants_and_forms(word: str) -> None:
    folded = fold_key(word)
    assert len(skeletons(folded)) <= MOST_VARIANTS
    if folded:
        assert all(forms(folded, language)[0] == folded for language in LANGUAGES)
