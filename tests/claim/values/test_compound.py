"""Lengths told in two units are one value, in the smaller unit."""

from __future__ import annotations

import pytest
from factory import text

from isnad.claim.values import read_values


def lengths(words: str) -> list[tuple[object, object, bool]]:
    return [(value.low, value.unit, value.approximate) for value in read_values(text(words))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It took an hour and 20 minutes.", (80, "minute", False)),
        ("They walked two weeks and three days.", (17, "day", False)),
        ("She was away three months and ten days.", (100, "day", True)),
        ("دامت الجلسة ساعتين وعشر دقائق.", (130, "minute", False)),
        ("استغرقت الرحلة ساعة وعشرين دقيقة.", (80, "minute", False)),
        ("هشت سال و چهار ماه زندان", (100, "month", False)),
    ],
)
def test_two_units_are_one_length(words: str, expected: tuple[object, object, bool]) -> None:
    assert lengths(words) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "Two hours and then, after 20 minutes, they left.",  # words between
        "It took two hours and 90 minutes of rest.",  # more than one of the larger unit
        "Between two hours and three hours.",
        "at least two to three hours and 20 minutes",  # no single length before
    ],
)
def test_lengths_that_stay_apart(words: str) -> None:
    assert all(value[0] not in (80, 140, 200, 210) for value in lengths(words))
