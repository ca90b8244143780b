"""Names in Latin letters: readable, the same every time, and only where there is something to spell."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.lang.tables import ROOT, read_table
from isnad.text.romanise import has_arabic, language_of, romanise

_PAIRS = [
    ("سلمى الزورقي", "ar", "Salma al-Zurqi"),
    ("إدريس الملاح", "ar", "Idris al-Malah"),
    ("لجنة التحقيق", "ar", "Lajnat al-Tahqiq"),
    ("اللجنة", "ar", "Al-Lajna"),
    ("صندوق التعويضات", "ar", "Sunduq al-Ta'widat"),
    ("خفر السواحل", "ar", "Khafr al-Sawahil"),
    ("شركة الموانئ", "ar", "Sharikat al-Mawani"),
    ("جبهة البحر", "ar", "Jabhat al-Bahr"),
    ("عبد الرحمن بن خالد", "ar", "Abd al-Rahman bin Khaled"),
    ("الشركة القلوعية", "ar", "Al-Sharika al-Qalu'iyya"),
    ("العصر", "ar", "Al-Asr"),
    ("مُدَرَّس", "ar", "Mudarras"),
    ("وكالة الأنباء", "ar", "Wikalat al-Anba"),
    ("نسرین درویشان", "fa", "Nasrin Darvishan"),
    ("دیده‌بان طرفه", "fa", "Didehban Tarfeh"),
    ("روزنامهٔ ساحل", "fa", "Ruznameh Sahel"),
    ("سندیکای کارگران", "fa", "Sandikaye Kargaran"),
    ("نیلوفر", "fa", "Nilufar"),
    ("دوست راست", "fa", "Dust Rast"),
    ("بندرگاه نو", "fa", "Bandargah No"),
    ("لجنة الانتخابات", "ar", "Lajnat al-Intikhabat"),
    ("حزب الاستقلال", "ar", "Hizb al-Istiqlal"),
    ("استقرار", "fa", "Esteqrar"),
    ("احتکار", "fa", "Ehtekar"),
    ("رئيس الوزراء", "ar", "Ra'is al-Wuzara"),
    ("سخنگوی وزارت بهداشت", "fa", "Sokhangu-ye Vezarat Behdasht"),
]


def test_a_word_is_listed_once() -> None:
    rows = [(row["word"], row["language"]) for row in read_table(ROOT / "romanised_words.tsv", ("word", "language"))]
    assert sorted(rows) == sorted(set(rows))


@pytest.mark.parametrize(("name", "language", "latin"), _PAIRS)
def test_names_are_spelt_as_a_newspaper_would(name: str, language: str, latin: str) -> None:
    assert romanise(name, language) == latin


def test_a_letter_sounds_as_its_language_has_it() -> None:
    assert romanise("ذات", "ar").startswith("Dh") and romanise("ذات", "fa").startswith("Z")
    assert romanise("ولا", "ar").startswith("W") and romanise("ولا", "fa").startswith("V")
    assert (language_of("گنج"), language_of("كنز")) == ("fa", "ar")
    assert romanise("گنج") == "Ganj"


def test_spelling_given_with_the_case_comes_first() -> None:
    assert romanise("رشيد الهدار", "ar", {"هدار": "Haddar"}) == "Rashid al-Haddar"


def test_what_is_not_arabic_stays() -> None:
    assert romanise("Harbour 7", None) == "Harbour 7"
    assert romanise("قناة ٧", "ar") == "Qanat 7"
    assert not has_arabic("Harbour ٧") and has_arabic("مرفأ")


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئپچژگکی\u200c ًٌٍَُِّْ", max_size=24))
def test_every_name_can_be_read_aloud(name: str) -> None:
    """Nothing of Arabic script is left, a word has a vowel, and no four consonants meet."""
    for language in ("ar", "fa"):
        latin = romanise(name, language)
        assert not has_arabic(latin)
        assert latin == romanise(name, language)
        sounds = re.sub("kh|gh|sh|th|dh|ch|zh", "k", latin.casefold())
        assert not re.search(r"[bcdfghjklmnpqrstvwxz]{4}", sounds.replace("y", ""))


def test_every_letter_of_the_table_is_one_and_has_its_sounds() -> None:
    rows = read_table(ROOT / "romanisation.tsv", ("letter", "use", "ar", "fa"))
    assert len({row["letter"] for row in rows}) == len(rows)
    for row in rows:
        assert len(row["letter"]) == 1
        assert row["use"] in ("double", "none") or (row["ar"] and row["fa"])
        assert row["use"] != "semi" or row["ar"].count("|") == row["fa"].count("|") == 1


def test_words_are_listed_once() -> None:
    rows = read_table(ROOT / "romanised_words.tsv", ("word", "language", "latin"))
    keys = [(row["word"], row["language"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(row["latin"].isascii() and row["language"] in ("", "ar", "fa") for row in rows)
