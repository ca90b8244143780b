"""Phrases that tell who ordered a thing, with a gap in them; a siren that sounded or not; whose age it is."""

import pytest
from compare.reports import report, told

from isnad.compare.deeds import read_deeds
from isnad.compare.facts import Fact
from isnad.compare.phrases import phrase_in
from isnad.compare.scene import Scene
from isnad.text.fold import fold_key


@pytest.mark.parametrize(
    ("text", "language", "deed", "side"),
    [
        ("the order to open the gates had come from the minister", "en", "order", "after"),
        ("the decision to leave was taken by the mayor", "en", "order", "after"),
        ("أن قرار الفتح اتخذه مدير السد", "ar", "order", "after"),
        ("فالأمر، على قوله، جاء من الوزير", "ar", "order", "after"),
        ("تصمیم به گشودن دریچه‌ها را مدیر سد گرفت", "fa", "order", "either"),
        ("به دستور فرماندار", "fa", "order", "after"),
    ],
)
def test_phrases(text: str, language: str, deed: str, side: str) -> None:
    found = phrase_in(fold_key(text), language)
    assert found is not None and found[2:] == (deed, side)


def test_no_phrase() -> None:
    assert phrase_in(fold_key("the order of the day was silence"), "en") is None
    assert phrase_in(fold_key("anything"), "de") is None


def whether(content: str) -> list[Fact]:
    return [fact for fact in read_deeds(0, Scene(report("a", content)), {}) if fact.aspect == "whether"]


@pytest.mark.parametrize(
    ("content", "polarity"),
    [
        ("The teacher Salim al-Badri said no siren was heard that night.", "negative"),
        ("The teacher Salim al-Badri said the siren was silent that night.", "negative"),
        ("The teacher Salim al-Badri said the siren sounded that night.", "positive"),
        ("معلم سلیم بدری گفت آژیر خطر به صدا درآمد.", "positive"),
    ],
)
def test_whether_the_siren_sounded(content: str, polarity: str) -> None:
    assert [(fact.concept, fact.polarity) for fact in whether(content)] == [("alert", polarity)]


def test_an_age_is_that_of_the_one_beside_it() -> None:
    both = told(
        "The trader Salim al-Badri, 67, said the meeting in Marsa Nuwar with Nadir al-Shami had lasted three hours.",
        "Salim al-Badri, 71, told reporters in Marsa Nuwar that the meeting with Nadir al-Shami was short.",
    )
    (found,) = [finding for finding in both.findings if finding.aspect == "age"]
    assert (found.kind, found.detail) == ("conflict", "age of Salim al-Badri")


def test_a_year_passes_between_reports() -> None:
    both = told(
        "The trader Salim al-Badri, 67, said the meeting in Marsa Nuwar with Nadir al-Shami had lasted three hours.",
        "Salim al-Badri, 68, told reporters in Marsa Nuwar that the meeting with Nadir al-Shami was short.",
    )
    assert not [finding for finding in both.findings if finding.aspect == "age" and finding.kind == "conflict"]
