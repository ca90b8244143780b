"""A value as the row that ``isnad values --json`` prints."""

from __future__ import annotations

from typing import Any

from isnad.model.value import Value


def value_row(value: Value) -> dict[str, Any]:
    """The fields of the contract, and what was added to it (``per``, ``of_span``, ``uncertain``, ``reason``)."""
    of_span = value.of_span
    return {
        "document": value.document,
        "start": value.span.start,
        "end": value.span.end,
        "text": value.span.text,
        "kind": value.kind,
        "low": value.low,
        "high": value.high,
        "unit": value.unit,
        "edtf": value.edtf,
        "calendar": value.calendar,
        "approximate": value.approximate,
        "modality": value.modality,
        "of": value.of,
        "of_span": None if of_span is None else {"start": of_span.start, "end": of_span.end, "text": of_span.text},
        "per": value.per,
        "uncertain": value.uncertain,
        "reason": value.reason,
    }
