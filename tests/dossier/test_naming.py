"""What places, offices and events are called in the language of the interface."""

from __future__ import annotations

from typing import Any

import pytest

from isnad.dossier.html.cards import event_html
from isnad.dossier.naming import detail_name, entity_name, reads, role_name
from isnad.dossier.spelled import published
from isnad.dossier.words import Words
from isnad.model import Entity, Event, Finding, Reading
from isnad.model.entity import Place

EN, AR, FA = Words("en"), Words("ar"), Words("fa")


@pytest.mark.parametrize(
    ("code", "arabic", "english", "persian"),
    [("FR", "فرنسا", "France", "فرانسه"), ("IQ", "العراق", "Iraq", "عراق"), ("EG", "مصر", "Egypt", "مصر")],
)
def test_a_country_is_named_as_the_reader_names_it(code: str, arabic: str, english: str, persian: str) -> None:
    place = Place(f"c:{code}", english, "country", code, 0.0, 0.0)
    country = Entity("en:1", "place", arabic, {"ar": arabic}, (), place=place)
    assert [entity_name(words, country) for words in (AR, EN, FA)] == [arabic, english, persian]


def test_a_town_is_named_by_the_table_in_english_only() -> None:
    place = Place("1", "Port Qulu", "city", "NH", 0.0, 0.0)
    town = Entity("en:1", "place", "القلوع", {"ar": "القلوع"}, (), place=place)
    assert (entity_name(EN, town), entity_name(FA, town)) == ("Port Qulu", "القلوع")


def test_an_office_is_told_by_the_noun_at_its_head() -> None:
    assert role_name(EN, "قائد القوات") == "commander"
    assert role_name(FA, "governor of Sawari province") == "استاندار"
    assert role_name(EN, "وزیر بنادر") == "minister"
    # «نائب» alone is a member of parliament, before another office a deputy.
    assert role_name(EN, "نائب رئيس الهيئة") is None
    assert role_name(EN, "master of the tug") is None and role_name(EN, "") is None


def test_what_the_reader_can_read_is_told_by_its_letters() -> None:
    assert reads(EN, "head of the union") and not reads(EN, "رئيس")
    assert reads(AR, "رئيس النقابة") and not reads(AR, "رئیس سندیکا")
    assert reads(FA, "رئیس سندیکا") and not reads(FA, "governor")


def test_a_detail_is_told_with_the_mood_that_all_its_readings_have() -> None:
    planned = Reading("45 minutes", (), (), (), modality="planned")
    actual = Reading("2 hours", (), (), ())
    facts: dict[str, Any] = {"aspect": "length", "concept": "meeting"}
    one = Finding("f:1", "agreement", "", "", (planned,), 1, 1, None, "", **facts)
    both = Finding("f:2", "conflict", "", "", (planned, actual), 1, 1, None, "", **facts)
    assert detail_name(EN, one) == "How long: meeting (planned)"
    assert detail_name(EN, both) == "How long: meeting"


def test_an_event_in_the_language_of_the_reader_is_not_said_twice() -> None:
    event = Event("ev:1", "الرصاص", ("attack",), (), (), (), "")
    assert str(event_html(AR, event)).count("<") == 2
    assert "الرصاص" in event_html(EN, event)


def test_the_day_of_a_report_is_in_the_reader_s_digits() -> None:
    assert published(EN, "2022-03-14T07:05:00Z") == "14 March 2022"
    assert published(FA, "2022-03-14") == "۱۴ مارس ۲۰۲۲"
    assert published(AR, "spring") == "spring" and published(AR, None) is None
