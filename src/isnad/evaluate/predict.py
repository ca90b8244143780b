"""Marks of an engine, to be compared with marks made by hand."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.evaluate.base import GoldDocument, Mark, Range
from isnad.extract import extract
from isnad.model import Span, Statement


def predicted_marks(gold: Sequence[GoldDocument], engine: str = "rules") -> dict[str, list[Mark]]:
    """What ``engine`` finds in the texts of ``gold``, by document name; ``UsageError`` if there is no such engine."""
    return {document.name: [as_mark(one) for one in extract(document.text, engine)] for document in gold}


def as_mark(statement: Statement) -> Mark:
    """A statement as a mark."""
    return Mark(
        cue=_range(statement.cue),
        source=None if statement.source is None else _range(statement.source),
        content=tuple(_range(piece) for piece in statement.content),
        kind=statement.kind,
        who=statement.speaker.name,
    )


def _range(span: Span) -> Range:
    return span.start, span.end
