"""What comparing found: copies, accounts, findings with their readings."""

from __future__ import annotations

from typing import Literal

import msgspec

from isnad.model.span import Span


class Passage(msgspec.Struct, frozen=True):
    """A passage that stands in two documents, with its span in each."""

    a: Span
    b: Span
    kind: Literal["verbatim", "edited", "translated"]


class Copy(msgspec.Struct, frozen=True):
    """What document ``a`` and document ``b`` share; ``contained_a`` is the share of a's words that stand in b too."""

    a: str
    b: str
    contained_a: float
    contained_b: float
    direction: Literal["a_from_b", "b_from_a", "unknown"]
    reason: str
    passages: tuple[Passage, ...]


class DocumentSpan(msgspec.Struct, frozen=True):
    """A span with the document that it stands in."""

    document: str
    start: int
    end: int
    text: str


class Reading(msgspec.Struct, frozen=True):
    """One value given for a detail: which documents give it, which roots stand behind it, and the words."""

    value: str
    documents: tuple[str, ...]
    roots: tuple[str, ...]
    spans: tuple[DocumentSpan, ...]


class Finding(msgspec.Struct, frozen=True):
    """Agreement, conflict, single root or circular reporting over one detail, with reason and spans."""

    id: str
    kind: Literal["agreement", "conflict", "single_root", "circular"]
    event: str
    detail: str
    readings: tuple[Reading, ...]
    accounts: int
    independent_roots: int
    common_link: str | None
    reason: str


class Account(msgspec.Struct, frozen=True):
    """One report as a witness: who published it, when, whom it credits, which roots its statements have and how
    much of it stands in earlier reports."""

    document: str
    outlet: str | None
    date: str | None
    language: str
    credited: tuple[str, ...]
    roots: tuple[str, ...]
    statements: int
    share_copied: float
    copied_from: tuple[str, ...]
