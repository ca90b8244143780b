"""Signs of numbers: a minus right before a digit is read, a dash that may be something else is marked."""

from __future__ import annotations

import pytest
from factory import text

from isnad.claim.values import read_values


@pytest.mark.parametrize(
    ("words", "amount", "span"),
    [
        ("Prices rose by -1% in the year.", -1, "-1%"),
        ("The rate was −3.5 percent.", -3.5, "−3.5 percent"),
        ("The rate (-3.5%) was low.", -3.5, "-3.5%"),
        ("The port had -5 million dollars.", -5_000_000, "-5 million dollars"),
        ("The port lost -$5 million.", -5_000_000, "-$5 million"),
        ("It was −12 degrees in the town.", -12, "−12 degrees"),
        ("بلغت الحرارة -5 درجات مئوية", -5, "-5 درجات مئوية"),
        ("دما به -۵ درجه رسید", -5, "-۵ درجه"),
    ],
)
def test_a_minus_sign_is_part_of_the_number(words: str, amount: float, span: str) -> None:
    (value,) = read_values(text(words))
    assert (value.low, value.high, value.span.text, value.uncertain) == (amount, amount, span, False)


@pytest.mark.parametrize("words", ["5-10 people came.", "From 5-7 percent of them left.", "- 5 people came."])
def test_a_hyphen_or_a_range_is_no_minus(words: str) -> None:
    (value,) = read_values(text(words))
    assert value.low == 5 and not value.uncertain


@pytest.mark.parametrize("words", ["-5 people came.", "The rate –5% was low.", "The port lost $-5 million."])
def test_a_dash_that_may_be_no_sign_is_marked(words: str) -> None:
    (value,) = read_values(text(words))
    assert value.low is not None and value.low > 0
    assert value.uncertain and value.reason


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("تراجع المؤشر إلى 7.\u200f53 نقطة", 53.7),
        ("قام 5ر12 ألف مستخدم بتنزيل التطبيق من الشبكة", 12_500),
        ("بلغت الخسائر 4ر22 مليون دولار", 22_400_000),
        ("تراجع المؤشر إلى 53.7 نقطة", 53.7),
    ],
)
def test_a_decimal_typed_from_right_to_left_is_turned(words: str, amount: float) -> None:
    (value,) = read_values(text(words))
    assert (value.low, value.high) == (amount, amount)
