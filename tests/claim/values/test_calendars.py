"""Three calendars, one notation."""

import pytest

from isnad.claim.values.calendars import Day, edtf, thirds


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (Day("gregorian", 2015), "2015"),
        (Day("gregorian", 2015, 3), "2015-03"),
        (Day("gregorian", 2015, 2, 30), None),
        (Day("jalali", 1361), "1982-03-21/1983-03-20"),
        (Day("jalali", 1397, 12), "2019-02-20/2019-03-20"),
        (Day("jalali", 1397, 12, 23), "2019-03-14"),
        (Day("jalali", 1398, 12, 30), None),
        (Day("hijri", 1440, 7, 7), "2019-03-14"),
        (Day("hijri", 1440, 7), "2019-03-08/2019-04-05"),
        (Day("hijri", 1440, 13, 1), None),
        (Day("hijri", 61, 1, 10), "0680-10-13"),
    ],
)
def test_edtf(when: Day, expected: str | None) -> None:
    assert edtf(when) == expected


def test_parts_of_a_month_and_a_year() -> None:
    assert thirds(Day("gregorian", 2015)) == {
        "early": "2015-01/2015-04",
        "mid": "2015-05/2015-08",
        "late": "2015-09/2015-12",
    }
    assert (thirds(Day("gregorian", 2016, 2)) or {})["late"] == "2016-02-21/2016-02-29"
