"""Details of several reports: agreement and conflict of values, deeds and denials, in three languages."""

import pytest
from compare.reports import of, told

LENGTH = "Mayor Nadir al-Shami said the meeting with Salim al-Badri lasted {}."
AGAIN = "The meeting between Nadir al-Shami and Salim al-Badri went on for {}, the trader Salim al-Badri said."


def test_two_speakers_who_agree_are_two_roots() -> None:
    found = of(told(LENGTH.format("three hours"), AGAIN.format("180 minutes")), "length")
    assert (found.kind, found.accounts, found.independent_roots) == ("agreement", 2, 2)
    assert found.concept == "meeting" and found.common_link is None
    assert "2 accounts, 2 roots" in found.reason


def test_values_that_cannot_both_be_true_conflict() -> None:
    found = of(told(LENGTH.format("three hours"), AGAIN.format("five hours")), "length")
    assert (found.kind, found.independent_roots) == ("conflict", 2)
    assert [reading.documents for reading in found.readings] == [("a",), ("b",)]
    assert all(reading.measure is not None for reading in found.readings)


def test_a_plan_contradicts_no_fact() -> None:
    both = told(
        LENGTH.format("three hours"), AGAIN.format("three hours") + " It was scheduled to last 45 minutes, he said."
    )
    assert of(both, "length").kind == "agreement"
    assert not [finding for finding in both.findings if finding.kind == "conflict"]


def test_what_lasted_beside_a_happening_is_not_its_length() -> None:
    fire = "A fire broke out at the Orle pier on Sunday and lasted three hours, the mayor Nadir al-Shami said."
    shut = "A fire broke out at the Orle pier on Sunday and the gates stayed shut for 20 minutes, Salim al-Badri said."
    before = "قال سليم البدري إن البوابات أغلقت قبل أن تحترق الرافعة في حريق رصيف أورل بعشر دقائق."
    lengths = [one for one in told(fire, shut, before).findings if one.concept == "fire" and one.aspect == "length"]
    assert [reading.documents for one in lengths for reading in one.readings] in ([], [("a",)])


def test_a_deed_names_whom_or_what_it_was_done_to() -> None:
    texts = ("أسس سليم البدري لجنة المرفأ عام 1990.", "قال نادر الشامي إن سليم البدري أسس لجنة المرفأ.")
    found = of(told(*texts), "agent")
    assert found.event == "committee" and found.detail == "who did it: found (committee)"


def test_one_speaker_in_two_reports_is_one_root() -> None:
    found = of(
        told(
            LENGTH.format("three hours"),
            AGAIN.replace("trader Salim al-Badri", "mayor Nadir al-Shami").format("3 hours"),
        ),
        "length",
    )
    assert (found.kind, found.independent_roots) == ("single_root", 1)
    assert found.common_link and "Nadir" in found.common_link


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "قال المتحدث سمير الطويل إن حريق المستودع في مرسى نوار أوقع 12 قتيلاً يوم 3 مايو 2021.",
            "قالت الطبيبة ليلى الكرمي إن حريق المستودع في مرسى نوار يوم 3 مايو 2021 أوقع 19 قتيلاً.",
        ),
        (
            "به گفته سمیر طویل، سخنگو، ۱۲ نفر در آتش‌سوزی انبار مرسی نوار در ۱۳ اردیبهشت ۱۴۰۰ کشته شدند.",
            "قالت الطبيبة ليلى الكرمي إن حريق المستودع في مرسى نوار يوم 3 مايو 2021 أوقع 19 قتيلاً.",
        ),
    ],
)
def test_counts_conflict_across_languages(a: str, b: str) -> None:
    found = of(told(a, b), "count")
    assert found.kind == "conflict" and found.concept == "killed"


def test_a_bound_contradicts_neither_number() -> None:
    fire = "{} said the warehouse fire in Marsa Nuwar on 3 May 2021 killed {}."
    both = told(
        fire.format("Spokesman Samir al-Tawil", "214 people"), fire.format("Dr Layla al-Karmi", "more than 200 people")
    )
    assert not [finding for finding in both.findings if finding.kind == "conflict"]


def test_who_arranged_it_is_one_only() -> None:
    found = of(
        told(
            "Journalist Hind al-Rifai said Tariq al-Omari arranged the meeting with Salim al-Badri in the Old Palace.",
            "Salim al-Badri said Walid al-Jabri set up the meeting with Tariq al-Omari in the Old Palace.",
        ),
        "agent",
    )
    assert found.kind == "conflict"
    assert {reading.value for reading in found.readings} == {"Tariq al-Omari", "Walid al-Jabri"}


def test_denial_against_assertion() -> None:
    found = of(
        told(
            "Commander Raed al-Subaie denied that his forces had shelled the village of Nasiriya on 3 May 2021.",
            "Activist Ayman al-Sharif said the forces of Raed al-Subaie shelled the village of Nasiriya on 3 May 2021.",
        ),
        "whether",
    )
    assert found.kind == "conflict"
    assert {reading.polarity for reading in found.readings} == {"positive", "negative"}


def test_two_happenings_of_one_kind_are_not_compared() -> None:
    both = told(
        "Mayor Nadir al-Shami said the meeting with Salim al-Badri on 3 May 2021 lasted three hours.",
        "Judge Majid al-Salih said the meeting with Walid al-Jabri on 9 August 2023 lasted five hours.",
    )
    assert not [finding for finding in both.findings if finding.kind in ("conflict", "agreement")]


def test_every_span_is_a_slice() -> None:
    texts = (LENGTH.format("three hours"), AGAIN.format("five hours"))
    for finding in told(*texts).findings:
        for reading in finding.readings:
            for span in reading.spans:
                assert texts["ab".index(span.document)][span.start : span.end] == span.text


def test_a_story_tells_of_one_such_happening() -> None:
    found = of(
        told(
            "Mayor Nadir al-Shami said the strike in Marsa Nuwar lasted five days. Walid al-Jabri had paid nobody.",
            "Trader Walid al-Jabri said the strike went on for nine days. He blamed mayor Nadir al-Shami.",
        ),
        "length",
    )
    assert found.kind == "conflict"


def test_what_a_relative_clause_tells_is_not_negated() -> None:
    both = told(
        "No comment was to be had from director Faris al-Omari, who was dismissed in Marsa Nuwar on 3 May 2021.",
        "Director Faris al-Omari was dismissed in Marsa Nuwar on 3 May 2021, spokesman Samir al-Tawil said.",
    )
    assert not [finding for finding in both.findings if finding.aspect == "whether"]


def test_dozens_do_not_support_any_number_above() -> None:
    fire = "{} said the warehouse fire in Marsa Nuwar on 3 May 2021 killed {}."
    both = told(
        fire.format("Spokesman Samir al-Tawil", "280 people"), fire.format("Dr Layla al-Karmi", "dozens of people")
    )
    assert not [finding for finding in both.findings if finding.kind in ("agreement", "conflict")]
