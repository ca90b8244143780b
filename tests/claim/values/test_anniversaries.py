"""Anniversaries are dated by what the case says of the event, and by nothing else."""

from __future__ import annotations

import pytest
from factory import document, text

from isnad.claim import claims
from isnad.claim.entities import find_mentions
from isnad.claim.values import read_values, resolve_dates
from isnad.model import Analysis
from isnad.text.outlets import load_outlets

OUTLETS = load_outlets()


def report(words: str, name: str, published: str | None = None) -> Analysis:
    """A report as the pipeline hands it to the case."""
    of = text(words, name)
    mentions, values = find_mentions(of, (), OUTLETS), read_values(of, published)
    about = document(name, words.encode())
    return Analysis(about, of, (), (), (), claims(of, (), mentions, values), values, mentions)


def dates(*reports: str) -> list[str | None]:
    """The dates of the anniversaries of a case."""
    case = [report(words, f"{i}.txt", "2022-03-14") for i, words in enumerate(reports)]
    return [value.edtf for value in resolve_dates(case)]


@pytest.mark.parametrize(
    ("recalled", "dated", "expected"),
    [
        ("في الذكرى الثالثة لحريق الرصيف", "اندلع الحريق يوم 14 آذار 2019.", "2022-03-14"),
        ("در سومین سالگرد آتش‌سوزی بندر", "آتش‌سوزی شامگاه ۲۳ اسفند ۱۳۹۷ آغاز شد.", "2022-03-14"),
        ("on the third anniversary of the fire", "The fire broke out on 14 March 2019.", "2022-03-14"),
        ("في الذكرى العاشرة للحريق", "The fire broke out on 14 March 2019.", "2029-03-14"),
        ("on the second anniversary of the fire", "The fire broke out in March 2019.", "2021-03"),
        ("on the first anniversary of the fire", "The fire broke out on 29 February 2020.", "2021-02"),
        ("on the fourth anniversary of the fire", "The fire broke out on 29 February 2020.", "2024-02-29"),
    ],
)
def test_the_events_own_date_and_so_many_years(recalled: str, dated: str, expected: str) -> None:
    assert dates(recalled, dated) == [expected]


def test_an_anniversary_of_nothing_named_means_the_only_one_of_the_case() -> None:
    words = "before the fourth anniversary the families met"
    assert dates(words, "The third anniversary of the fire is near.", "The fire broke out on 14 March 2019.") == [
        "2023-03-14",
        "2022-03-14",
    ]


def test_open_where_the_case_does_not_date_the_event() -> None:
    assert dates("on the third anniversary of the fire, on 14 March 2022") == []
    assert dates("on the third anniversary of the fire", "The strike began on 14 March 2019.") == []


def test_open_where_two_events_of_that_name_have_two_dates() -> None:
    two = "The fire broke out on 14 March 2019.", "The fire broke out on 2 May 2016."
    assert dates("on the third anniversary of the fire", *two) == []


def test_a_coarser_date_of_the_same_event_agrees() -> None:
    two = "The fire broke out on 14 March 2019.", "The fire broke out in 2019."
    assert dates("on the third anniversary of the fire", *two) == ["2022-03-14"]


def test_a_plan_or_a_denial_dates_nothing() -> None:
    assert dates("on the third anniversary of the fire", "The fire did not break out on 14 March 2019.") == []


def test_the_reason_names_the_report_that_dates_it() -> None:
    case = [
        report("the third anniversary of the fire", "a.txt"),
        report("The fire broke out on 14 March 2019.", "b.txt"),
    ]
    (value,) = resolve_dates(case)
    assert value.reason == "the case dates the fire: 14 March 2019 (b.txt)"
    assert (value.low, value.unit, value.calendar, value.document) == (3, "anniversary", "gregorian", "a.txt")


def test_the_death_of_one_is_not_that_of_another() -> None:
    recalled = "في الذكرى الثالثة لاغتيال سليم الهدار"
    assert dates(recalled, "جرى اغتيال كمال الوراق عام 2007.") == []
    assert dates(recalled, "جرى اغتيال سليم الهدار عام 2007.") == ["2010"]
