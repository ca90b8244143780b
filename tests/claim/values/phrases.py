"""Phrases with the values they hold, from `tests/claim/phrases`."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from factory import text

from isnad.claim.values import read_values
from isnad.lang.tables import read_table
from isnad.model.value import Value

FOLDER = Path(__file__).parent.parent / "phrases"
COLUMNS = ("text", "kind", "low", "high", "unit", "edtf", "calendar", "approximate", "modality", "of")


def phrases(name: str) -> list[tuple[str, list[tuple[str, ...]]]]:
    """(text, rows of expected values) of one file."""
    rows = read_table(FOLDER / f"{name}.tsv", COLUMNS)
    cells = [tuple(row[column] for column in COLUMNS) for row in rows]
    return [(words, [row[1:] for row in found]) for words, found in groupby(cells, key=lambda row: row[0])]


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def as_row(value: Value) -> tuple[str, ...]:
    """A value as the cells of a phrase file."""
    numbers = (_cell(value.low), _cell(value.high), _cell(value.unit), _cell(value.edtf), _cell(value.calendar))
    return (value.kind, *numbers, "yes" if value.approximate else "", value.modality, _cell(value.of))


def read(words: str) -> list[tuple[str, ...]]:
    """What is read in a phrase, as rows."""
    return [as_row(value) for value in read_values(text(words))]


def faults(name: str) -> list[str]:
    """Every phrase of a file that is read otherwise than it says."""
    out = []
    for words, expected in phrases(name):
        wanted = [row for row in expected if row[0] != "none"]
        found = read(words)
        if found != wanted:
            out.append(f"{words}\n  wanted {wanted}\n  found  {found}")
    return out
