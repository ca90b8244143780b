"""Statement, Credit, Chain and Claim: who says what, on whose word, and what it amounts to."""

from __future__ import annotations

from typing import Literal

import msgspec

from isnad.model.span import Span
from isnad.model.value import Value, ValueModality

StatementKind = Literal["direct", "indirect", "mixed"]
SpeakerType = Literal["person", "organisation", "outlet", "agency", "document", "collective", "unnamed"]
LinkKind = Literal["outlet", "credit", "citation", "speech", "hearsay", "document", "unnamed", "unknown"]
Nameless = Literal["", "unnamed", "impersonal", "unknown"]
"""Why a speaker has no name: an unnamed source ("officials", also where it goes on), a passive or impersonal verb that
names nobody on purpose ("it is said"), or somebody who is meant ("he said") and was not made out."""


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks, as far as the document tells: ``name`` as its fullest form in this document (a slice of it, so it
    can be shown), ``mention`` the span that the name was taken from; ``name`` is None for an unnamed source, and
    ``nameless`` then says why, ``again`` whether it is said to be the unnamed source before ("the sources added")."""

    name: str | None
    type: SpeakerType
    mention: Span | None = None
    nameless: Nameless = ""
    again: bool = False


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
    when it is known from the file's metadata only). Without a name: ``unnamed`` is a source that the text leaves
    unnamed, ``hearsay`` a passive ("it is said"), ``unknown`` somebody who is meant ("he said") and not made out."""

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


class Participant(msgspec.Struct, frozen=True, gc=False):
    """Who takes part in what a claim tells: ``span`` is that of a `Mention` of the document (a name or an office).
    ``agent`` did it, ``patient`` had it done to them, ``partner`` did it together with the agent ("met with"),
    ``other`` is named in the clause in a part that the grammar does not tell."""

    role: Literal["agent", "patient", "partner", "other"]
    span: Span


class Topic(msgspec.Struct, frozen=True, gc=False):
    """A concept of `lang/concepts.tsv` that a claim names, with the word that names it."""

    concept: str
    span: Span


class Claim(msgspec.Struct, frozen=True, gc=False):
    """What one clause of a content, or of the outlet's own narration (``statement`` None), amounts to.

    ``text`` are the spans of the clause. ``event`` is a type of `lang/events.tsv` with the word that tells it
    (``event_span``); a claim without one still exists as its text and ``topics``. ``time`` and ``values`` are values of
    the document that stand in the clause (``time`` is the one of them that dates the event), ``place`` is the span of
    the mention that says where. ``polarity`` is that of the clause, ``modality`` how far it is said to be so.
    """

    id: str
    document: str
    statement: str | None
    text: tuple[Span, ...]
    polarity: Literal["positive", "negative"]
    modality: ValueModality
    language: str = "und"
    event: str | None = None
    event_span: Span | None = None
    topics: tuple[Topic, ...] = ()
    participants: tuple[Participant, ...] = ()
    place: Span | None = None
    time: Value | None = None
    values: tuple[Value, ...] = ()
