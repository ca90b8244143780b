"""All values of a case by what they measure: the table that every format shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from isnad.dossier.amounts import marks_of_value, told
from isnad.dossier.case import Case
from isnad.dossier.edtf import stretch
from isnad.dossier.naming import concept_name
from isnad.dossier.readings import wordings
from isnad.dossier.words import Words
from isnad.model import DocumentSpan, Value


@dataclass(frozen=True, slots=True)
class Row:
    """Values that are alike in the interface language (``text``, None where the words give no number) and in their
    marks, with their wordings."""

    text: str | None
    marks: tuple[str, ...]
    wordings: tuple[tuple[DocumentSpan, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The values of one concept, or of one kind where no word says of what; ``number`` counts them."""

    title: str
    of: str | None
    number: int
    rows: tuple[Row, ...]


def tables(case: Case, words: Words) -> list[Table]:
    """The tables, those with most values first; values that measure nothing named come last."""
    groups: dict[tuple[str, str], list[tuple[str, Value]]] = defaultdict(list)
    for report in case.reports:
        for value in report.analysis.values:
            of = value.of if value.kind != "date" else None
            groups[("concept", of) if of else ("kind", value.kind)].append((report.analysis.document.id, value))
    order = sorted(groups, key=lambda key: (key[0] == "kind", -len(groups[key]), key[1]))
    return [_table(words, key, groups[key]) for key in order]


def _table(words: Words, key: tuple[str, str], values: list[tuple[str, Value]]) -> Table:
    kind, code = key
    rows: dict[tuple[str | None, tuple[str, ...]], list[tuple[str, Value]]] = defaultdict(list)
    for document, value in values:
        rows[told(words, value), tuple(marks_of_value(value))].append((document, value))
    ordered = sorted(rows, key=lambda row: (_rank(rows[row][0][1]), row[1]))
    title = concept_name(words, code) if kind == "concept" else words.template(f"valuekind.{code}")
    return Table(
        title,
        code if kind == "concept" else None,
        len(values),
        tuple(Row(text, marks, _wordings(rows[text, marks])) for text, marks in ordered),
    )


def _wordings(values: list[tuple[str, Value]]) -> tuple[tuple[DocumentSpan, ...], ...]:
    spans = [DocumentSpan(document, one.span.start, one.span.end, one.span.text) for document, one in values]
    return tuple(wordings(spans))


def _rank(value: Value) -> tuple[str, str, float]:
    """Kinds apart, then by unit, then by size; dates by day; what has neither comes last."""
    size = value.low if value.low is not None else value.high
    if value.kind == "date":
        placed = stretch(value.edtf) if value.edtf else None
        size = placed.start if placed else None
    return value.kind, value.unit or "", float("inf") if size is None else float(size)
