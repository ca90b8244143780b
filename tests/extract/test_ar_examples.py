"""Every Arabic example: the marked statements are found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.extract.examples import Marked, extract_example, finds, parse_example
from isnad.lang.cues import COLUMNS
from isnad.lang.tables import ROOT, Row, read_table
from isnad.model import Statement

EXAMPLES = Path(__file__).parent / "examples" / "ar"
ROWS = [
    row for path in sorted(EXAMPLES.glob("*.tsv")) for row in read_table(path, ("id", "phenomenon", "marked", "note"))
]
CUES = [row for row in read_table(ROOT / "ar" / "cues.tsv", COLUMNS) if row["example"]]


def wanted(row: Row) -> tuple[str, list[Marked]]:
    """The text and its statements. A note «source:S2=S1» gives a statement the source span of another, which can
    be marked only once."""
    text, marked = parse_example(row["marked"].replace("\\n", "\n"))
    if row["note"].startswith("source:"):
        for pair in row["note"].removeprefix("source:").split(","):
            one, other = (int(name.strip()[1:]) - 1 for name in pair.split("="))
            marked[one] = marked[one]._replace(source=marked[other].source)
    return text, marked


def told(statements: tuple[Statement, ...]) -> str:
    """What was found, for the message of a failed test."""
    return "\n".join(
        f"{s.cue.text} | {s.source.text if s.source else None} | {' … '.join(part.text for part in s.content)}"
        for s in statements
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_example(row: Row) -> None:
    text, marked = wanted(row)
    found = extract_example(text)
    assert all(finds(found, one) for one in marked), told(found)
    assert len(found) == len(marked), told(found)


@pytest.mark.parametrize("row", CUES, ids=lambda row: row["@"])
def test_lexicon_example(row: Row) -> None:
    text, marked = parse_example(row["example"])
    found = extract_example(text)
    assert marked
    assert all(finds(found, one) for one in marked), told(found)


def test_there_are_enough() -> None:
    assert len(ROWS) >= 140
    assert len({row["lemma"] for row in CUES}) >= 150
