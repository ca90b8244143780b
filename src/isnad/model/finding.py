"""What comparing found: copies, accounts, findings with their readings."""

from __future__ import annotations

from typing import Literal

import msgspec

from isnad.model.span import Span
from isnad.model.value import Value, ValueModality


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


Aspect = Literal[
    "length",
    "date",
    "place",
    "count",
    "price",
    "share",
    "distance",
    "age",
    "agent",
    "patient",
    "partner",
    "whether",
    "presence",
    "words",
    "credit",
]


class Reading(msgspec.Struct, frozen=True):
    """One value given for a detail: which documents give it, which roots stand behind it, and the words.

    ``value`` is a slice of a document or, for machines, the bare value. What lets it be shown in any language stands
    beside it: ``measure`` (a value of a document that has this reading), ``entity`` (the id of who or where),
    ``polarity`` (for the aspect ``whether``) and ``modality``. ``statements`` are the statements that give it; none
    where the outlets tell it themselves.
    """

    value: str
    documents: tuple[str, ...]
    roots: tuple[str, ...]
    spans: tuple[DocumentSpan, ...]
    measure: Value | None = None
    entity: str | None = None
    polarity: Literal["positive", "negative"] | None = None
    modality: ValueModality = "actual"
    statements: tuple[str, ...] = ()


class Finding(msgspec.Struct, frozen=True):
    """Agreement, conflict, single root or circular reporting over one detail, with reason and spans.

    A detail is an ``aspect`` (how long, how many, who did it, whether at all …) of a ``concept`` (`lang/concepts.tsv`)
    within an event (``event_id`` among the comparison's events, ``event_type`` of `lang/events.tsv`); ``about`` is
    the id of the entity whose age or presence it is.
    """

    id: str
    kind: Literal["agreement", "conflict", "single_root", "circular"]
    event: str
    detail: str
    readings: tuple[Reading, ...]
    accounts: int
    independent_roots: int
    common_link: str | None
    reason: str
    aspect: Aspect = "words"
    concept: str | None = None
    event_type: str | None = None
    event_id: str | None = None
    about: str | None = None


class Event(msgspec.Struct, frozen=True):
    """Claims of several reports about one happening, with the reason why they are held to be about it.

    ``name`` is a slice of a document that names it; ``types`` are event types, most frequent first; ``entities`` who
    and where (ids), ``documents`` whose accounts there are, ``claims`` the ids of the claims.
    """

    id: str
    name: str
    types: tuple[str, ...]
    entities: tuple[str, ...]
    documents: tuple[str, ...]
    claims: tuple[str, ...]
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
