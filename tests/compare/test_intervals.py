"""Values as intervals: units, open ends, "about", rounding, dates of any precision."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.compare.intervals import Relation, amount_of, clock_of, days_of, relation
from isnad.model import Span, Value
from isnad.model.value import ValueKind


def value(
    kind: ValueKind, low: float | None, high: float | None, unit: str | None = None, *, about: bool = False
) -> Value:
    return Value("a", Span(0, 1, "x"), kind, low, high, unit, approximate=about)


def date(edtf: str) -> Value:
    return Value("a", Span(0, 1, "x"), "date", edtf=edtf)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (value("duration", 2, 2, "hour"), value("duration", 120, 120, "minute"), "same"),
        (value("duration", 2, 2, "hour"), value("duration", 5, 5, "hour"), "apart"),
        (value("duration", 2, 2, "week"), value("duration", 15, 15, "day"), "compatible"),
        (value("duration", 2, 2, "week"), value("duration", 18, 18, "day"), "apart"),
        (value("duration", None, 2, "hour"), value("duration", 5, 5, "hour"), "apart"),
        (value("duration", None, 2, "hour"), value("duration", 90, 90, "minute"), "compatible"),
        (value("count", 200, None, "container"), value("count", 214, 214, "container"), "compatible"),
        (value("count", 200, None, "container"), value("count", 240, 240, "container"), "compatible"),
        (value("count", 214, 214, "container"), value("count", 240, 240, "container"), "apart"),
        (value("count", 1200, 1200), value("count", 1214, 1214), "compatible"),
        (value("count", 1300, 1300), value("count", 1214, 1214), "apart"),
        (value("count", 50, 50, about=True), value("count", 54, 54), "compatible"),
        (value("count", 50, 50, about=True), value("count", 70, 70), "apart"),
        (value("money", 30, 30, "toman"), value("money", 300, 300, "rial"), "same"),
        (value("money", 30, 30, "dollar"), value("money", 30, 30, "dinar"), "incomparable"),
        (value("distance", 1, 1, "kilometre"), value("distance", 1000, 1000, "metre"), "same"),
        (date("2015"), date("2015-07"), "compatible"),
        (date("2015-07-03"), date("2015-07"), "compatible"),
        (date("2015-07-03"), date("2015-07-04"), "apart"),
        (date("2015-07-03~"), date("2015-07-04"), "compatible"),
        (date("2015-07-03/2015-07-09"), date("2015-07-05"), "compatible"),
        (date("201X"), date("2009"), "apart"),
    ],
)
def test_relation(a: Value, b: Value, expected: Relation) -> None:
    left, right = amount_of(a), amount_of(b)
    assert left is not None and right is not None
    assert relation(left, right) == expected
    assert relation(right, left) == expected


@pytest.mark.parametrize("edtf", ["", "2015-13", "2015-02-30", "XXXX-03-14", "next week", "2016/2015", "9999-12-31x"])
def test_what_is_no_date_has_no_days(edtf: str) -> None:
    assert days_of(edtf) is None


def test_the_last_month_of_time() -> None:
    assert days_of("9999-12") is None or days_of("9999-12")


def test_a_value_without_a_number_has_no_amount() -> None:
    assert amount_of(value("count", None, None)) is None
    assert amount_of(Value("a", Span(0, 1, "x"), "date")) is None


units = st.sampled_from(["second", "minute", "hour", "day", "week", "month", "year"])
numbers = st.one_of(st.none(), st.integers(0, 10**9))


@given(numbers, numbers, units, numbers, numbers, units)
def test_relation_is_symmetric_and_never_fails(
    a: int | None, b: int | None, one: str, c: int | None, d: int | None, other: str
) -> None:
    left, right = amount_of(value("duration", a, b, one)), amount_of(value("duration", c, d, other))
    if left is None or right is None:
        return
    assert left.low <= left.high and not math.isnan(left.low)
    assert relation(left, right) == relation(right, left)
    assert relation(left, left) == "same"


def clock(time: str, *, about: bool = False) -> Value:
    return Value("a", Span(0, 1, "x"), "date", clock=time, approximate=about)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (clock("21:07"), clock("09:07"), "same"),
        (clock("21:07"), clock("21"), "compatible"),
        (clock("00:05"), clock("23:55", about=True), "compatible"),
        (clock("22:20"), clock("21:07"), "apart"),
        (clock("22"), clock("21"), "apart"),
    ],
)
def test_times_of_day_are_compared_on_the_face_of_a_clock(a: Value, b: Value, expected: Relation) -> None:
    left, right = clock_of(a), clock_of(b)
    assert left and right
    assert relation(left, right) == relation(right, left) == expected


def test_a_date_without_a_time_has_none() -> None:
    assert clock_of(date("2021-04-10")) is None
