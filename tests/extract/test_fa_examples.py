"""Every Persian cue example and every marked example: what is marked is found, and nothing where nothing is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.extract.examples import extract_example, finds, parse_example
from isnad.lang.cues import COLUMNS
from isnad.lang.tables import ROOT, read_table

FILES = sorted((Path(__file__).parent / "examples" / "fa").glob("*.tsv"))
ROWS = [row for path in FILES for row in read_table(path, ("id", "phenomenon", "marked"))]
CUES = [row for row in read_table(ROOT / "fa" / "cues.tsv", COLUMNS) if row["example"]]


@pytest.mark.parametrize("row", CUES, ids=lambda row: row["@"])
def test_every_cue_is_found_in_its_example(row: dict[str, str]) -> None:
    text, wanted = parse_example(row["example"])
    statements = extract_example(text)
    assert wanted
    for one in wanted:
        assert finds(statements, one), [(s.cue.text, s.source and s.source.text, s.content) for s in statements]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_examples(row: dict[str, str]) -> None:
    text, wanted = parse_example(row["marked"].replace("\\n", "\n"))
    statements = extract_example(text)
    shown = [(s.cue.text, s.source and s.source.text, [part.text for part in s.content]) for s in statements]
    for one in wanted:
        assert finds(statements, one), shown
    assert len(statements) == len(wanted), shown


def test_there_are_enough_cues_and_examples() -> None:
    assert (
        len({row["lemma"] for row in read_table(ROOT / "fa" / "cues.tsv", COLUMNS) if row["class"] != "block"}) >= 180
    )
    assert len(ROWS) >= 280
    assert len({row["id"] for row in ROWS}) == len(ROWS)
