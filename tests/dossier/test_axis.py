"""A time axis that leaves out empty stretches and never runs backwards."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from isnad.dossier.axis import axis, ticks
from isnad.dossier.edtf import Stretch, stretch

days = st.integers(min_value=date(1700, 1, 1).toordinal(), max_value=date(2100, 1, 1).toordinal())


def _of(*edtf: str) -> list[Stretch]:
    return [found for one in edtf if (found := stretch(one))]


def test_near_days_share_a_section_and_far_ones_do_not() -> None:
    made = axis(_of("2019-03-14", "2022-03-13", "2022-03-20", "2016"), 900)
    assert made is not None
    assert [date.fromordinal(one.first).isoformat() for one in made.sections] == [
        "2016-01-01",
        "2019-03-14",
        "2022-03-13",
    ]
    assert len(made.breaks()) == 2
    assert {tick.unit for tick in ticks(made)} == {"day", "month"}


def test_no_date_no_axis() -> None:
    assert axis([], 900) is None


@given(st.lists(st.tuples(days, st.integers(0, 30_000)), min_size=1, max_size=30))
def test_the_place_of_a_day_never_runs_backwards_and_stays_inside(pairs: list[tuple[int, int]]) -> None:
    made = axis([Stretch(first, first + long, "interval") for first, long in pairs], 900)
    assert made is not None
    ends = sorted({day for first, long in pairs for day in (first, first + long + 1)})
    places = [made.place(day) for day in ends]
    assert all(a <= b + 1e-6 for a, b in pairwise(places))
    assert all(0 <= place <= 900 for place in places)
    assert all(one.right <= other.left for one, other in pairwise(made.sections))
    assert len(made.sections) <= 7 and all(0 <= tick.place <= 920 for tick in ticks(made))
