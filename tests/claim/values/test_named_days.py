"""Feasts, weeks and open days of a month; days that recur are no dates."""

import pytest
from factory import text

from isnad.claim.values import read_values


def dates(content: str) -> list[str | None]:
    return [value.edtf for value in read_values(text(content), "2024-05-10") if value.kind == "date"]


@pytest.mark.parametrize(
    ("content", "edtf"),
    [
        ("The ferry burned on Christmas Eve 2014.", "2014-12-24"),
        ("The ferry burned in the week of 4 July 2016.", "2016-07-04/2016-07-10"),
        ("The ferry burned in the week beginning 6 July 2016.", "2016-07-06/2016-07-12"),
        ("The ferry burned in the second week of March 1991.", "1991-03-08/1991-03-14"),
        ("احترقت العبارة في الأسبوع المنتهي في 4 تموز 2016.", "2016-06-28/2016-07-04"),
        ("احترقت العبارة في النصف الثاني من شباط 2015.", "2015-02-16/2015-02-28"),
        ("قایق در دهه سوم فروردین ۱۳۹۹ سوخت.", "2020-04-09/2020-04-19"),
        ("احترقت العبارة نهاية الشهر الجاري.", "2024-05-21/2024-05-31"),
        ("احترقت العبارة مساء أمس الأول.", "2024-05-08"),
    ],
)
def test_days_and_weeks(content: str, edtf: str) -> None:
    assert dates(content) == [edtf]


@pytest.mark.parametrize(
    "content",
    [
        "The ferry came back on the 17th, she said.",
        "عادت العبارة في السابع عشر منه إلى الميناء.",
        "قایق هفدهم همان ماه به اسکله برگشت.",
    ],
)
def test_days_of_an_open_month(content: str) -> None:
    assert dates(content) == [None]


@pytest.mark.parametrize(
    "content",
    [
        "The market opens every Monday at the port.",
        "The council meets on the first Monday of each month.",
        "يفتح السوق كل يوم جمعة في الميناء.",
        "بازار اسکله هر جمعه باز است.",
        "They lived on the 17th floor of the tower.",
    ],
)
def test_what_recurs_or_is_no_day(content: str) -> None:
    assert dates(content) == []
