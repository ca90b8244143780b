"""Statement, Credit, Chain and Claim: who says what, on whose word, and what it amounts to."""

from __future__ import annotations

from typing import Literal

import msgspec

from isnad.model.span import Span

StatementKind = Literal["direct", "indirect", "mixed"]
SpeakerType = Literal["person", "organisation", "outlet", "agency", "document", "collective", "unnamed"]
LinkKind = Literal["outlet", "credit", "citation", "speech", "hearsay", "document", "unnamed"]


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks, as far as the document tells: ``name`` as its fullest form in this document (a slice of it, so it
    can be shown), ``mention`` the span that the name was taken from; ``name`` is None for an unnamed source."""

    name: str | None
    type: SpeakerType
    mention: Span | None = None


class Statement(msgspec.Struct, frozen=True):
    """A content ascribed to a source by a cue.

    ``source`` is None where the sentence names nobody (carried-over or passive); ``speaker`` then says whom the
    text continues, or is unnamed.  ``parent`` is the ``id`` of the statement whose content holds this one.
    ``confidence`` is between 0 and 1 with the ``reasons`` that made it.  ``cue_class`` is the lexicon's class of
    the cue (speech, belief, document, according, order …).
    """

    id: str
    document: str
    kind: StatementKind
    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    speaker: Speaker
    parent: str | None
    confidence: float
    reasons: tuple[str, ...]
    cue_class: str = "speech"
    language: str = "und"
    engine: str = "rules"


class Credit(msgspec.Struct, frozen=True):
    """A line that says from whom the report was taken («(د ب أ)», «المصدر: …», «به گزارش ایرنا»)."""

    document: str
    name: str
    outlet_id: str | None
    kind: Literal["dateline", "tail", "byline", "source_line", "phrase"]
    span: Span


class Link(msgspec.Struct, frozen=True):
    """One link of a chain: who handed it on, in what way, and the span that says so (None for the outlet itself
    when it is known from the file's metadata only)."""

    name: str | None
    kind: LinkKind
    span: Span | None
    outlet_id: str | None = None
    owner: str | None = None


class Chain(msgspec.Struct, frozen=True):
    """The links of one statement from the outlet to the root. ``root`` is a key that two statements share only if
    their roots are known to be the same; an unnamed source is a root of its own outlet."""

    statement: str
    document: str
    links: tuple[Link, ...]
    root: str
    root_label: str
    root_unnamed: bool


class Claim(msgspec.Struct, frozen=True):
    """What a content (or the outlet's own narration, ``statement`` None) amounts to. Thin for now: its text, polarity
    and modality; entities and values join later."""

    id: str
    document: str
    statement: str | None
    text: tuple[Span, ...]
    polarity: Literal["positive", "negative"]
    modality: Literal["actual", "planned", "denied", "alleged", "ordered", "conditional"]
