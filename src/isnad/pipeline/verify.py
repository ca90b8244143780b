"""Proving a case: every id made again, every span sliced again, every reference followed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from isnad.errors import StoreError
from isnad.model import Text
from isnad.model.ids import document_id
from isnad.pipeline.base import Steps
from isnad.pipeline.keys import verified_key
from isnad.pipeline.places import spans_in, wrong_span, wrong_text
from isnad.pipeline.references import wrong_chains, wrong_claims, wrong_statements
from isnad.pipeline.rows import decoded
from isnad.pipeline.steps import STEPS
from isnad.store import Row, Store, document_key

# Texts kept decoded while the rows that point into them are checked.
TEXTS_AT_HAND = 64


class Problem(msgspec.Struct, frozen=True):
    """Something in a case that is not as it must be: where, and what."""

    where: str
    what: str


def verify(store: Store, steps: Steps = STEPS) -> list[Problem]:
    """All problems of a case, in order; none if every span and every id holds.

    Of rows that another version of isnad made and that the case no longer uses, only keys and origins are checked.
    Raises ``StoreError`` if the case cannot be read at all.
    """
    return list(_Check(store, steps).problems())


class _Check:
    def __init__(self, store: Store, steps: Steps) -> None:
        self._store = store
        self._outputs = steps.outputs()
        self._versions = steps.versions()
        self._state = store.state()
        self._in_use = frozenset(self._state.rows)
        self._kept = frozenset((*store.row_keys(), *store.document_keys()))
        self._text = lru_cache(TEXTS_AT_HAND)(self._decoded_text)

    def problems(self) -> Iterator[Problem]:
        """Documents first, then the rows: a wrong document explains the wrong rows."""
        for key in (*self._state.documents, *self._state.rows):
            if key not in self._kept:
                yield Problem(key, "is part of the case but not kept in it")
        for key in self._store.document_keys():
            for what in self._wrong_document(key):
                yield Problem(self._name(key), what)
        for key in self._store.row_keys():
            try:
                row = self._store.row(key)
                assert row is not None
                for what in (*self._wrong_origin(row), *self._wrong_content(row)):
                    yield Problem(f"{self._name(row.document)}: {row.step} ({key})", what)
            except StoreError as error:
                yield Problem(key, str(error))

    def _name(self, key: str | None) -> str:
        document = self._store.document(key) if key else None
        return document.name if document else key or "the whole case"

    def _wrong_document(self, key: str) -> Iterator[str]:
        document = self._store.document(key)
        assert document is not None
        try:
            data = self._store.data(key)
        except StoreError as error:
            yield str(error)
            return
        if document_key(document) != key:
            yield f"is kept as {key} but its key is {document_key(document)}"
        if document_id(document.name, data) != document.id:
            yield f"its id {document.id} is not that of its name and bytes"
        if hashlib.sha256(data).hexdigest() != document.sha256 or len(data) != document.size:
            yield "its bytes are not those that were read"

    def _wrong_origin(self, row: Row) -> Iterator[str]:
        if verified_key(row) != row.key:
            yield "the key is not that of what the row was derived from"
        for origin in (*row.inputs, *((row.document,) if row.document else ())):
            if origin not in self._kept:
                yield f"was derived from {origin}, which is not kept"

    def _wrong_content(self, row: Row) -> Iterator[str]:
        if row.step not in self._outputs or (row.key not in self._in_use and row.version != self._versions[row.step]):
            return
        found = decoded(row.payload, self._outputs[row.step], f"{row.key} ({row.step})")
        if isinstance(found, Text):
            yield from wrong_text(found)
            return
        rows = self._rows_behind(row)
        texts = {self._name(behind.document): behind.key for behind in rows if behind.step == "text"}
        if row.document is not None:
            yield from self._wrong_references(row, found, rows)
        yield from self._wrong_spans(found, self._name(row.document), texts)

    def _rows_behind(self, row: Row) -> list[Row]:
        """All rows that ``row`` was derived from, directly or not."""
        behind: dict[str, Row] = {}
        waiting = list(row.inputs)
        while waiting:
            key = waiting.pop()
            found = self._store.row(key) if key not in behind else None
            if found is not None:
                behind[key] = found
                waiting += found.inputs
        return list(behind.values())

    def _wrong_references(self, row: Row, found: Any, behind: list[Row]) -> Iterator[str]:
        name = self._name(row.document)
        if row.step == "extract":
            yield from wrong_statements(found, name)
            return
        statements = [self._decoded(origin) for origin in behind if origin.step == "extract"]
        if statements and row.step == "chain":
            yield from wrong_chains(found[1], statements[0], name)
        elif statements and row.step == "claim":
            yield from wrong_claims(found, statements[0], name)

    def _wrong_spans(self, found: Any, name: str, texts: Mapping[str, str]) -> Iterator[str]:
        for document, place in spans_in(found, name):
            if document is None or document not in texts:
                yield f"span {place.start}–{place.end} is in {document}, which is not behind this row"
                continue
            wrong = wrong_span(place, self._text(texts[document]))
            if wrong is not None:
                yield wrong if document == name else f"{document}: {wrong}"

    def _decoded(self, row: Row) -> Any:
        return decoded(row.payload, self._outputs[row.step], f"{row.key} ({row.step})")

    def _decoded_text(self, key: str) -> Text:
        row = self._store.row(key)
        assert row is not None
        text: Text = self._decoded(row)
        return text
