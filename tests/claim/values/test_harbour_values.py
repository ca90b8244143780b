"""The values of the example case beside its truth, the anniversaries dated by the case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from isnad.claim import claims
from isnad.claim.entities import find_mentions
from isnad.claim.values import read_values, resolve_dates
from isnad.extract import extract
from isnad.model import Analysis, Failure, Value
from isnad.read import read_paths
from isnad.text import make_text
from isnad.text.outlets import load_outlets

CASE = Path(__file__).parents[3] / "examples" / "harbour"
LEAST_RIGHT = 299
"""Of 315. Eight others are what a reader infers and no word says: "eleven men" buried are dead, 14 aboard rescued.
The rest is read wrongly: a weekday with day and month has no year, what was due is not planned, «تن» counts persons."""
REPEATED = frozenset({"boilerplate", "related_link", "pull_quote", "repeat"})
Row = dict[str, Any]


def analyses() -> dict[str, Analysis]:
    """The reports of the case, read as the pipeline reads them."""
    outlets = load_outlets()
    found = {}
    for item in read_paths([CASE]):
        assert not isinstance(item, Failure)
        of = make_text(item.document, item.data)
        said = extract(of)
        mentions, values = find_mentions(of, said, outlets), read_values(of, item.document.date)
        told = claims(of, said, mentions, values)
        found[item.document.name] = Analysis(item.document, of, said, (), (), told, values, mentions)
    return found


def place(report: Analysis, row: Row) -> tuple[int, int]:
    """Where a value of the truth stands, not where the page repeats it."""
    clean, at = report.text.clean, -1
    while True:
        at = clean.index(row["passage"], at + 1)
        if not any(s.start <= at < s.end and s.kind in REPEATED for s in report.text.segments):
            return at + row["start"], at + row["end"]


def fits(value: Value, row: Row) -> bool:
    """Whether a value is read as the truth has it; an anniversary is a date, its number is no part of that."""
    mood = "actual" if row["modality"] == "asserted" else row["modality"]
    if (value.kind, value.edtf, value.calendar, value.approximate, value.modality) != (
        row["kind"], row["edtf"], row["calendar"], row["approximate"], mood,
    ):  # fmt: skip
        return False
    return value.kind == "date" or (value.low, value.high, value.unit) == (row["low"], row["high"], row["unit"])


def test_values_of_the_harbour_case() -> None:
    case = analyses()
    dated = {(v.document, v.span.start): v for v in resolve_dates(list(case.values()))}
    right, missed = 0, []
    for row in msgspec.json.decode((CASE / "truth.json").read_bytes())["values"]:
        report = case[row["document"]]
        start, end = place(report, row)
        over = [
            dated.get((v.document, v.span.start), v) for v in report.values if v.span.start < end > start < v.span.end
        ]
        if not over:
            missed.append(row["text"])
        right += any(fits(value, row) for value in over)
    assert missed == []
    assert right >= LEAST_RIGHT
