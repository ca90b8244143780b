"""Dates as the days they cover."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.dossier.edtf import stretch


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("2019-03-14", "2019-03-14", "2019-03-14", "day"),
        ("2019-03-14T21:40", "2019-03-14", "2019-03-14", "day"),
        ("2019-02", "2019-02-01", "2019-02-28", "month"),
        ("2019", "2019-01-01", "2019-12-31", "year"),
        ("2019-34", "2019-04-01", "2019-06-30", "part"),
        ("198X", "1980-01-01", "1989-12-31", "decade"),
        ("18XX", "1800-01-01", "1899-12-31", "century"),
        ("2010-03-21/2011-03-20", "2010-03-21", "2011-03-20", "interval"),
        ("2019-03/2020", "2019-03-01", "2020-12-31", "interval"),
        ("[2019-03-04,2019-04-03]", "2019-03-04", "2019-04-03", "set"),
    ],
)
def test_the_days_of_a_date(edtf: str, first: str, last: str, precision: str) -> None:
    found = stretch(edtf)
    assert found is not None
    assert (found.start, found.end) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
    assert found.precision == precision and not found.about


def test_open_ends_stay_open_and_about_is_kept() -> None:
    since, until, about = stretch("2015/.."), stretch("../2015"), stretch("2015~")
    assert since and until and about
    assert (since.last, until.first) == (None, None)
    assert about.about and since.start == date(2015, 1, 1).toordinal() and until.end == date(2015, 12, 31).toordinal()


@pytest.mark.parametrize("edtf", ["XXXX-03-14", "2019-02-30", "2019-13", "../..", "", "2020/2019", "yesterday", "[,]"])
def test_what_stands_nowhere_is_not_placed(edtf: str) -> None:
    assert stretch(edtf) is None


@given(st.text(alphabet="0123456789-/.X~T:[]{},", max_size=24))
def test_no_notation_is_a_crash(edtf: str) -> None:
    found = stretch(edtf)
    assert found is None or found.start <= found.end
