"""Names in Latin letters in a case: what its reports and the tables spell comes before our letters."""

from __future__ import annotations

import pytest

from isnad.dossier.latin import Latin
from isnad.dossier.words import Words
from isnad.model import Entity
from isnad.model.entity import Place


def _entity(kind: str, name: str, place: Place | None = None, **names: str) -> Entity:
    return Entity(f"en:{name}", kind, name, names, (), place=place)  # type: ignore[arg-type]


def test_a_family_name_is_spelt_as_a_report_spells_it_of_somebody_else() -> None:
    known = _entity("person", "سليم الهدار", ar="سليم الهدار", en="Saleem El-Haddar")
    assert Latin([known]).spelt("رشید هدار", "fa") == "Rashid Haddar"
    assert Latin([known]).spelt("سليم", "ar") == "Saleem"
    assert Latin([]).spelt("رشید هدار", "fa") == "Rashid Hadar"


def test_names_that_are_not_the_same_part_by_part_teach_nothing() -> None:
    nickname = _entity("person", "سليم الهدار", ar="سليم الهدار", en="The Admiral")
    assert Latin([nickname]).spelt("رشيد الهدار", "ar") == "Rashid al-Hadar"


def test_a_place_of_the_case_is_spelt_so_inside_of_longer_names() -> None:
    town = Place("1", "Port Qulu", "city", "NH", 1.0, 2.0)
    assert Latin([_entity("place", "القلوع", place=town, ar="القلوع")]).spelt("مطار القلوع", "ar") == "Matar Port Qulu"


def test_tables_know_countries_and_bodies() -> None:
    latin = Latin([])
    assert latin.spelt("تركيا", "ar") == "Turkey"
    assert latin.spelt("الاتحاد الأوروبي", "ar") == "European Union"
    assert latin.spelt("Harbour Post") is None


def test_the_words_of_a_name_are_told_only_if_all_are_known() -> None:
    latin = Latin([])
    assert latin.gloss("لجنة التحقيق") == "committee, investigation"
    assert latin.gloss("لجنة القلوع") is None
    # Alone, a word may have meant something else.
    assert latin.gloss("القناة") is None


def test_what_is_one_term_is_told_as_one() -> None:
    latin = Latin([])
    assert latin.gloss("رئيس الوزراء التركي") == "prime minister, Turkish"
    assert latin.gloss("رئيس اللجنة") == "president, committee"
    assert latin.gloss("وزارة الخزانة التركية") == "Treasury, Turkish"
    # What is told in the name's place needs no telling beside it.
    assert latin.gloss("وزارت کشور") is None


@pytest.mark.parametrize(
    ("noun", "shown"),
    [("رسالة", "letter"), ("الوثائق", "documents"), ("نامه", "letter"), ("وزارت امور خارجه", "Foreign Ministry")],
)
def test_who_is_named_by_common_nouns_has_no_name_to_spell(noun: str, shown: str) -> None:
    assert Latin([]).spelt(noun) == shown
    assert Latin([]).spelt(f"{noun} القلوع") != shown


def test_only_an_english_interface_spells() -> None:
    assert Words("en", Latin([])).spelt("سلمى") == "Salma"
    assert Words("ar", Latin([])).spelt("سلمى") is None and Words("en").spelt("سلمى") is None
    assert Words("fa", Latin([])).gloss("لجنة التحقيق") is None
