"""reports.csv beside the reports."""

import pytest

from isnad.read.sidecar import parse_sidecar


@pytest.mark.parametrize("date", ["2020-02-30", "yesterday", "14/03/2022", "0000-00-00", "12022-03-14"])
def test_a_date_that_is_none_is_told_and_not_taken(date: str) -> None:
    data = f"file,outlet,date\na.txt,Tideline,{date}\nb.txt,,2022-03-14\n"
    rows, problem = parse_sidecar(data.encode(), "reports.csv")
    assert rows["a.txt"].date is None
    assert rows["a.txt"].outlet == "Tideline"
    assert rows["b.txt"].date == "2022-03-14"
    assert problem is not None
    assert problem.startswith(f"reports.csv:2: '{date}' is no ISO date")
    assert "\n" not in problem


def test_good_dates_are_no_problem() -> None:
    data = b"file,date\na.txt,2022-03\nb.txt,\nc.txt,2022-03-14T06:30:00+03:30\n"
    rows, problem = parse_sidecar(data, "reports.csv")
    assert problem is None
    assert [one.date for one in rows.values()] == ["2022-03", None, "2022-03-14T06:30:00+03:30"]
