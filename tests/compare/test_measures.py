"""What a number measures: bound nouns only, states that befell people, money by its kind, clock times never."""

import math

import pytest
from compare.reports import of, report, told

from isnad.compare.facts import Fact, read_facts
from isnad.compare.intervals import Amount
from isnad.compare.scene import Scene
from isnad.model import Comparison


def facts(content: str) -> list[Fact]:
    return read_facts(0, Scene(report("a", content)))


def counts(content: str) -> list[tuple[str | None, float]]:
    return [(fact.concept, fact.amount.low) for fact in facts(content) if fact.aspect == "count" and fact.amount]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("Engineer Salim al-Badri said five gates were opened.", [("gate", 5)]),
        ("قال المهندس سالم البدري إن خمس بوابات فتحت.", [("gate", 5)]),
        ("مهندس سلیم بدری گفت پنج دریچه باز شد.", [("gate", 5)]),
        ("Brigadier Salim al-Badri put the dead on the northern side at 27.", [("killed", 27)]),
        ("قال العميد سالم البدري إن القتلى في الجانب الشمالي سبعة وعشرون.", [("killed", 27)]),
        ("قال العميد سالم البدري إن السيول أودت بحياة 23 شخصاً.", [("killed", 23)]),
        ("Spokesman Salim al-Badri said the commission counted 23 in and around the town.", []),
        ("Spokesman Salim al-Badri said the number of gates opened that night was five.", [("gate", 5)]),
    ],
)
def test_a_number_counts_what_the_words_bind_it_to(content: str, found: list[tuple[str | None, float]]) -> None:
    assert counts(content) == found


@pytest.mark.parametrize(
    "content",
    [
        "“It was ten minutes to one when the water came,” said the teacher Salim al-Badri.",
        "“Nobody touched it before twenty to two,” said the engineer Salim al-Badri.",
        "معلم سلیم بدری گفت: «ده دقیقه به یک بود که آب رسید.»",
    ],
)
def test_a_clock_time_is_no_length_and_no_count(content: str) -> None:
    assert not [fact for fact in facts(content) if fact.aspect in ("length", "count")]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("Engineer Salim al-Badri said three of the eight gates were opened.", [(3, None), (8, "all")]),
        ("Engineer Salim al-Badri said the dam was old and that it has eight gates.", [(8, "all")]),
        ("مهندس سلیم بدری گفت سه دریچه از هشت دریچه باز شد.", [(3, None), (8, "all")]),
    ],
)
def test_how_many_there_are_is_not_how_many_were_opened(content: str, found: list[tuple[float, str | None]]) -> None:
    assert [(fact.amount.low, fact.per) for fact in facts(content) if fact.aspect == "count" and fact.amount] == found


@pytest.mark.parametrize(
    "content",
    [
        "Engineer Salim al-Badri said the gates stayed open for four hours.",
        "قال المهندس سالم البدري إن البوابات ظلت مفتوحة أربع ساعات.",
        "مهندس سلیم بدری گفت دریچه‌ها چهار ساعت باز ماند.",
    ],
)
def test_the_state_that_lasts_has_a_length(content: str) -> None:
    (found,) = facts(content)
    assert (found.aspect, found.concept, found.event) == ("length", "opening", "opening")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("Salim al-Badri said the meeting was in the mill. It did not even take twenty minutes.", "meeting"),
        ("سلیم بدری گفت نشست در آسیاب بود. بیست دقیقه هم نکشید.", "meeting"),
        ("Salim al-Badri said the meeting was in the mill. His coffee did not last twenty minutes.", None),
        ("Salim al-Badri said the meeting was in the mill. He slept for twenty minutes.", None),
    ],
)
def test_what_the_paragraph_is_about_did_not_last(content: str, found: str | None) -> None:
    assert [fact.concept for fact in facts(content) if fact.aspect == "length"] == [found]


def test_two_years_and_eleven_months_ago_is_no_length() -> None:
    assert not facts("The engineer Salim al-Badri said the flood began two years and eleven months ago.")


PAID = "{} said the compensation fund of Wadi Nar had paid out {} million dinars after the flood of 3 May 2021."


def test_money_paid_out_conflicts() -> None:
    found = of(told(PAID.format("Judge Walid al-Jabri", "4.5"), PAID.format("Lawyer Hind al-Rifai", "1.2")), "price")
    assert (found.kind, found.concept) == ("conflict", "payment")


def test_a_fine_is_no_payment() -> None:
    other = "Lawyer Hind al-Rifai said the fine after the flood of 3 May 2021 in Wadi Nar was 1.2 million dinars."
    both = told(PAID.format("Judge Walid al-Jabri", "4.5"), other)
    assert not _conflicts(both)


def _conflicts(both: Comparison) -> list[str]:
    return [finding.detail for finding in both.findings if finding.kind == "conflict"]


@pytest.mark.parametrize(
    ("content", "hours"),
    [
        ("Pilot Salim al-Badri said the meeting lasted ten hours and 45 minutes.", [(10.75, 10.75)]),
        ("Pilot Salim al-Badri said the meeting lasted eleven hours less ten minutes.", [(10.833, 10.833)]),
        ("قال المرشد سالم البدري إن الاجتماع استمر إحدى عشرة ساعة إلا عشر دقائق.", [(10.833, 10.833)]),
        ("Pilot Salim al-Badri said the meeting did not last twenty minutes.", [(-math.inf, 0.333)]),
        ("قال المرشد سالم البدري إن الاجتماع لم يدم عشرين دقيقة.", [(-math.inf, 0.333)]),
        ("خلبان سلیم بدری گفت جلسه بیست دقیقه هم طول نکشید.", [(-math.inf, 0.333)]),
        ("Trader Salim al-Badri said gold fell to its lowest price in five years.", []),
        ("قال التاجر سالم البدري إن الذهب هبط إلى أدنى مستوى في خمس سنوات.", []),
    ],
)
def test_a_length_of_two_numbers_a_bound_and_a_record(content: str, hours: list[tuple[float, float]]) -> None:
    found = [fact.amount for fact in facts(content) if fact.aspect == "length" and fact.amount]
    assert [(round(one.low, 3), round(one.high, 3)) for one in found] == hours


def test_a_time_of_day_is_told_of_the_happening_of_its_clause() -> None:
    (found,) = (f for f in facts("Pilot Salim al-Badri said the meeting began at 21:07.") if f.aspect == "date")
    assert found.event == "meeting" and found.amount == Amount("clock", 547.0, 547.0, 1.0)
    assert not facts("Pilot Salim al-Badri said the meeting went on until 21:07.")


INTERVIEW = """The keeper of the gates speaks

Salim al-Badri worked at the dam for thirty years, and he has kept every book of it.

Rasif: How many gates were opened?

Badri: Five. We had never opened three at once.

Rasif: Three gates?

Badri: No. I counted them.

Rasif: And who opened them?

Badri: I did, with my own hands.
"""


def test_an_answer_counts_what_was_asked_and_a_question_nothing() -> None:
    assert counts(INTERVIEW)[:1] == [("gate", 5)]
    assert all(number != 3 for _, number in counts("Rasif asked the engineer: three gates?"))


def test_a_call_lasts_no_days() -> None:
    call = "Salim al-Badri said he rang the mayor with a phone call that lasted {}."
    assert [fact.event for fact in facts(call.format("four minutes"))] == ["phone call"]
    assert [fact.event for fact in facts(call.format("two days"))] == [None]


def test_a_plan_in_brackets_is_of_what_was_planned() -> None:
    content = "قال المهندس سالم البدري إن الاجتماع الأول استمر 5 ساعات (كان مخططا لأن يكون حوالي 45 دقيقة فقط)."
    lengths = [(fact.event, fact.mood) for fact in facts(content) if fact.aspect == "length"]
    assert lengths == [("meeting", "actual"), ("meeting", "planned")]
