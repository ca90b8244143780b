"""The shape of a store: what the pipeline asks of it, and the values that go in and out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

import msgspec

from isnad.model import Document, Failure
from isnad.model.ids import tagged


def document_key(document: Document) -> str:
    """The key a document is kept under: ``in:`` and 32 hex digits over all that is known of it.

    More than its id: the same bytes with another date or outlet (a changed side file, a better reader) are another
    input to the steps, and what was derived from the old one must not be used again.
    """
    return tagged("in", msgspec.json.encode(document), digits=32)


class Row(msgspec.Struct, frozen=True):
    """What one step found, and all that its key was made of, so that the key can be made again.

    ``inputs`` are the keys of the rows (or the document) it was derived from, ``options`` and ``resources`` what
    else it depended on.  ``document`` is the key of the document, or None for a row about the whole case.
    """

    key: str
    step: str
    version: str
    document: str | None
    inputs: tuple[str, ...]
    options: tuple[str, ...]
    resources: str
    payload: bytes


class CaseState(msgspec.Struct, frozen=True):
    """What the last finished run left: documents (keys, in order), the rows in use, failures, and its settings."""

    documents: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    settings: dict[str, str] = {}


class Judgement(msgspec.Struct, frozen=True):
    """What a person decided about the thing with id ``subject``.  ``at`` is an ISO 8601 time given by the caller:
    stores have no clock."""

    action: Literal["accept", "reject", "merge", "split", "correct"]
    subject: str
    value: str | None
    note: str | None
    by: str
    at: str


class Store(Protocol):
    """A case's memory.  Every method raises ``StoreError`` when the case cannot be read or written; a write that
    raises has written nothing."""

    def put_documents(self, items: Iterable[tuple[Document, bytes]]) -> None:
        """Keep documents with their bytes; one that is there already stays as it is."""

    def document(self, key: str) -> Document | None:
        """The document with this key, if it is kept."""

    def document_keys(self) -> tuple[str, ...]:
        """Keys of all documents kept, in the case or not, sorted."""

    def data(self, key: str) -> bytes:
        """The bytes of a document as they were read; ``StoreError`` if it is not kept."""

    def put_rows(self, rows: Sequence[Row]) -> None:
        """Keep all these rows or, on an error, none of them.  A key that is there already stays as it is."""

    def row(self, key: str) -> Row | None:
        """The row with this key, if it is kept."""

    def has_rows(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of ``keys`` that are kept."""

    def row_keys(self) -> tuple[str, ...]:
        """Keys of all rows kept, in use or not, sorted."""

    def finish(self, state: CaseState) -> None:
        """Make ``state`` the state of the case, in one step."""

    def state(self) -> CaseState:
        """What the last finished run left; empty for a new case."""

    def judge(self, judgement: Judgement) -> int:
        """Append a judgement and return its number.  There is no way to change or remove one."""

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, oldest first."""

    def prune(self) -> int:
        """Forget rows and documents that the case no longer uses; how many were forgotten."""
