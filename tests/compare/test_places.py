"""Where a happening was: places in common nouns agree, contain or exclude each other in any language."""

import pytest
from compare.reports import told

from isnad.compare.places import exclude, keys_of
from isnad.model import Comparison, Finding

MET = "The trader Salim al-Badri said the officers held a meeting {} in Orle with the mayor Nadir al-Shami."


def places(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.aspect == "place"]


@pytest.mark.parametrize(
    "other",
    [
        "The mayor Nadir al-Shami said the meeting was held in the dining car at Orle, and Salim al-Badri saw it.",
        "قال العمدة نادر الشامي إن الاجتماع عُقد في عربة المطعم في أورل وحضره سليم البدري.",
        "نادر شامی، شهردار، گفت جلسه در واگن رستوران در اورل برگزار شد و سلیم بدری آنجا بود.",
    ],
)
def test_a_meeting_in_two_rooms_is_disputed(other: str) -> None:
    (found,) = places(told(MET.format("in the waiting room"), other))
    assert (found.kind, found.independent_roots, len(found.readings)) == ("conflict", 2, 2)


def test_one_room_told_in_two_languages_agrees() -> None:
    again = "في أورل باع سليم البدري سمكه عاماً.\n\nقال وليد الرملي إن الاجتماع مع نادر الشامي عُقد في قاعة الانتظار."
    (found,) = places(told(MET.format("in the waiting room"), again))
    assert (found.kind, found.accounts) == ("agreement", 2)


@pytest.mark.parametrize(
    "other",
    [
        "The mayor Nadir al-Shami said the meeting was held in the hotel at Orle, and Salim al-Badri saw it.",
        "The mayor Nadir al-Shami said the meeting was not held in the dining car at Orle. Salim al-Badri saw it.",
        "The mayor Nadir al-Shami said he had slept in the dining car at Orle. Salim al-Badri saw it.",
    ],
)
def test_a_room_may_be_in_a_building_and_what_was_not_there_is_no_place(other: str) -> None:
    assert not [one for one in places(told(MET.format("in the waiting room"), other)) if one.kind != "single_root"]


def test_the_answer_to_where_tells_the_place() -> None:
    asked = (
        "Outlet b spoke with the mayor Nadir al-Shami of Orle about the trader Salim al-Badri.\n\n"
        "Q: When was the meeting of the officers?\n\nA: In spring.\n\nQ: Where was it?\n\nA: In the dining car.\n"
    )
    (found,) = places(told(MET.format("in the waiting room"), asked))
    assert found.kind == "conflict"


def test_what_excludes_what() -> None:
    stone, rail, bridge = "place:ground:bridge+stone", "place:ground:bridge+railway", "place:ground:bridge"
    assert exclude(stone, rail) and not exclude(stone, bridge)
    assert not exclude(stone, "place:building:hotel")
    assert not exclude("place:building:building", "place:building:hotel")
    assert keys_of("en:orle") is None
