"""Mention, Entity and Suggestion: who and what is named, and which mentions name the same."""

from __future__ import annotations

from typing import Literal

import msgspec

from isnad.model.span import Span
from isnad.model.value import Value

MentionKind = Literal["person", "organisation", "place", "agency", "weapon", "work"]
Gender = Literal["m", "f"]
Script = Literal["arabic", "latin"]


class Mention(msgspec.Struct, frozen=True, gc=False):
    """One place where a document names a person, an organisation, a place, an agency, a weapon or a work.

    ``span`` is the whole expression, ``name`` the proper name without title (None where only a role stands: "the
    admiral"), ``title`` the rank or form of address before it, ``role`` the office beside it («وزير الخارجية» in
    «وزير الخارجية سامي الراوي», "head of the union" behind a comma), which may lie outside ``span``.  ``heads`` are
    the matching keys of the nouns that head title, role or organisation.  ``alias`` is a further name that the text
    gives right here («المعروف بأبي ليث»).  ``place`` and ``outlet`` are rows of the tables.  ``evidence`` says by
    what it was recognised.
    """

    document: str
    span: Span
    kind: MentionKind
    name: Span | None
    language: str
    script: Script
    title: Span | None = None
    role: Span | None = None
    alias: Span | None = None
    heads: tuple[str, ...] = ()
    gender: Gender | None = None
    place: str | None = None
    outlet: str | None = None
    evidence: str = ""


class Join(msgspec.Struct, frozen=True):
    """Why a mention belongs to its entity: the reason in words and a score between 0 and 1."""

    mention: Mention
    reason: str
    score: float


class Place(msgspec.Struct, frozen=True):
    """Where a place lies: a row of `lang/places.tsv` (GeoNames, CC BY 4.0)."""

    id: str
    name: str
    kind: str
    country: str
    latitude: float
    longitude: float


class Entity(msgspec.Struct, frozen=True):
    """One person, organisation, place … of a case with every mention, each with the reason why it belongs here.

    ``name`` is its fullest form in the case and ``names`` the fullest by language (both slices of documents);
    ``roles`` are the offices that the case gives it; ``authority`` is its id in a given authority file.
    """

    id: str
    kind: MentionKind
    name: str
    names: dict[str, str]
    joins: tuple[Join, ...]
    roles: tuple[str, ...] = ()
    gender: Gender | None = None
    place: Place | None = None
    outlet: str | None = None
    authority: str | None = None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions without their reasons."""
        return tuple(join.mention for join in self.joins)


class Suggestion(msgspec.Struct, frozen=True):
    """Two entities (``a`` and ``b``, ids) that may be one, or a mention that may belong to ``b``: for a person to
    decide, never merged by rule.  ``spans`` are a mention of each side."""

    a: str
    b: str
    score: float
    reason: str
    mentions: tuple[Mention, Mention]


class Office(msgspec.Struct, frozen=True):
    """A person who speaks for an organisation by office ("the ministry's spokeswoman"): both count as one witness.

    ``person`` and ``organisation`` are ids of entities, ``mention`` is where the case says so.
    """

    person: str
    organisation: str
    mention: Mention


class Resolution(msgspec.Struct, frozen=True):
    """What only the whole case tells: who is who, and the dates that hang on an event's date.

    ``speakers`` gives the entity of each statement's speaker (statement id → entity id) where that is sure; other
    statements are not in it. ``offices`` are people who speak for an organisation. ``dates`` are values of the
    documents with the date that the case gives them (the third anniversary of …); each replaces the value with its
    document and span.
    """

    entities: tuple[Entity, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    speakers: dict[str, str] = {}
    offices: tuple[Office, ...] = ()
    dates: tuple[Value, ...] = ()
