"""Findings as rows and lines: a bound is told from the number itself."""

from __future__ import annotations

from isnad.cli.compare import _table
from isnad.cli.rows import finding_row
from isnad.model import Finding, Reading, Value, span


def _reading(low: float | None, high: float | None) -> Reading:
    words = span("two hours", 0, 9)
    value = Value("a.txt", words, "duration", low=low, high=high, unit="hour")
    return Reading(value="two hours", documents=("a.txt",), roots=(), spans=(), measure=value)


def _finding(*readings: Reading, reason: str = "why", roots: int = 2) -> Finding:
    return Finding("fi:1", "conflict", "talks", "length of the talks", readings, 2, roots, None, reason)


def test_less_than_two_hours_is_told_from_two_hours() -> None:
    found = _finding(_reading(2, 2), _reading(None, 2), _reading(2, None))
    assert [(row["low"], row["high"], row["unit"]) for row in finding_row(found)["readings"]] == [
        (2, 2, "hour"),
        (None, 2, "hour"),
        (2, None, "hour"),
    ]
    assert _table(found)[2:5] == ["    two hours: a.txt", "    ≤ two hours: a.txt", "    ≥ two hours: a.txt"]


def test_a_reading_that_measures_nothing_has_no_bounds() -> None:
    row = finding_row(_finding(Reading(value="no", documents=("a.txt",), roots=(), spans=())))["readings"][0]
    assert (row["low"], row["high"], row["edtf"]) == (None, None, None)


def test_the_counts_stand_once() -> None:
    assert _table(_finding())[1] == "  2 accounts, 2 roots; why"
    assert _table(_finding(reason="2 accounts, 2 roots: A, B"))[1] == "  2 accounts, 2 roots: A, B"
    assert _table(_finding(reason="", roots=1))[1] == "  2 accounts, 1 root"
