"""The shapes of JSON lines: a contract (fields may be added, not renamed)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from isnad.model import Analysis, Chain, Copy, DocumentSpan, Finding, Link, Reading, Span, Statement

Row = dict[str, Any]


def span_row(span: Span | None) -> Row | None:
    """A span, or null."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def statement_rows(analysis: Analysis) -> list[Row]:
    """A row for each statement of a document, in order, with its chain."""
    chains = {chain.statement: chain for chain in analysis.chains}
    return [_statement_row(statement, chains) for statement in analysis.statements]


def _statement_row(statement: Statement, chains: Mapping[str, Chain]) -> Row:
    chain = chains.get(statement.id)
    return {
        "document": statement.document,
        "id": statement.id,
        "parent": statement.parent,
        "kind": statement.kind,
        "cue": span_row(statement.cue),
        "source": span_row(statement.source),
        "content": [span_row(piece) for piece in statement.content],
        "speaker": statement.speaker.name,
        "speaker_type": statement.speaker.type,
        "nameless": statement.speaker.nameless or None,
        "chain": [_link_row(link) for link in chain.links] if chain else [],
        "root": chain.root_label if chain else None,
        "root_unnamed": chain.root_unnamed if chain else None,
        "cue_class": statement.cue_class,
        "language": statement.language,
        "confidence": statement.confidence,
        "reasons": list(statement.reasons),
        "engine": statement.engine,
    }


def _link_row(link: Link) -> Row:
    start, end = (None, None) if link.span is None else (link.span.start, link.span.end)
    return {"name": link.name, "kind": link.kind, "start": start, "end": end}


def copy_row(copy: Copy) -> Row:
    """What two documents share."""
    return {
        "a": copy.a,
        "b": copy.b,
        "contained_a": copy.contained_a,
        "contained_b": copy.contained_b,
        "direction": copy.direction,
        "reason": copy.reason,
        "passages": [{"a": span_row(p.a), "b": span_row(p.b), "kind": p.kind} for p in copy.passages],
    }


def finding_row(finding: Finding) -> Row:
    """What comparing found about one detail."""
    return {
        "id": finding.id,
        "kind": finding.kind,
        "event": finding.event,
        "detail": finding.detail,
        "readings": [_reading_row(reading) for reading in finding.readings],
        "accounts": finding.accounts,
        "independent_roots": finding.independent_roots,
        "common_link": finding.common_link,
        "reason": finding.reason,
    }


def _reading_row(reading: Reading) -> Row:
    """One side of a finding.  ``low`` to ``edtf`` are null unless it is measured: the words alone do not tell "less
    than two hours" from "two hours"."""
    measure = reading.measure
    return {
        "value": reading.value,
        "low": measure and measure.low,
        "high": measure and measure.high,
        "unit": measure and measure.unit,
        "edtf": measure and measure.edtf,
        "modality": reading.modality,
        "entity": reading.entity,
        "documents": list(reading.documents),
        "roots": list(reading.roots),
        "spans": [_document_span_row(span) for span in reading.spans],
    }


def _document_span_row(span: DocumentSpan) -> Row:
    return {"document": span.document, "start": span.start, "end": span.end, "text": span.text}
