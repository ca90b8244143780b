"""Scores for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from isnad.evaluate.scores import PARTS, WAYS, Missed, Scores

CONTENT_WIDTH = 90


def as_table(scores: Scores, *, by_kind: bool = False, errors: int = 0) -> list[str]:
    """The lines of the table; with the recall of each kind and the first ``errors`` missed and spurious statements."""
    relation = scores.parts["relation"]
    lines = [f"{scores.documents} documents, {relation.gold} gold and {relation.predicted} predicted statements"]
    for name in PARTS:
        part = scores.parts[name]
        lines += [
            f"{name:9} {way:8} P {part.precision(way):.3f} R {part.recall(way):.3f} F1 {part.f1(way):.3f}"
            for way in WAYS
        ]
    if by_kind:
        lines += [f"recall {kind:10} {hits}/{of}" for kind, (hits, of) in sorted(scores.kinds.items())]
    return [*lines, *_errors("missed", scores.missed[:errors]), *_errors("spurious", scores.spurious[:errors])]


def _errors(title: str, rows: Sequence[Missed]) -> Iterator[str]:
    for row in rows:
        yield " | ".join((title, row.document, row.cue, str(row.who), row.content[:CONTENT_WIDTH].replace("\n", " ")))


def as_json(scores: Scores, *, by_kind: bool = False) -> dict[str, Any]:
    """The F1 of every measure, and the counts, as one object."""
    relation = scores.parts["relation"]
    row: dict[str, Any] = {
        "documents": scores.documents,
        "gold": relation.gold,
        "predicted": relation.predicted,
    }
    for name in PARTS:
        for way in WAYS:
            row[f"{name}_{way}"] = round(scores.parts[name].f1(way), 4)
    if by_kind:
        row["recall"] = {kind: {"hits": hits, "gold": of} for kind, (hits, of) in sorted(scores.kinds.items())}
    return row
