"""Document (what was read) and Text (what there is to read in it)."""

from __future__ import annotations

from typing import Literal

import msgspec

from isnad.model.span import Span

SegmentKind = Literal[
    "headline",
    "byline",
    "dateline",
    "lead",
    "body",
    "list_item",
    "question",
    "answer",
    "subhead",
    "pull_quote",
    "repeat",
    "boilerplate",
    "related_link",
    "credit",
]


class Document(msgspec.Struct, frozen=True):
    """One report as it was read: name, hash of its bytes and what the format tells of it.

    ``name`` is the path relative to the case folder and identifies the document within a case; ``id`` is
    ``doc:`` and the SHA-256 (first 16 hex digits) of name and bytes.  ``date`` is an ISO 8601 string as precise as
    the format gives it, never filled in.  ``metadata_from`` says where outlet and date were found.
    """

    id: str
    name: str
    sha256: str
    media_type: str
    size: int
    outlet: str | None = None
    url: str | None = None
    date: str | None = None
    title: str | None = None
    author: str | None = None
    metadata_from: str | None = None


class Notice(msgspec.Struct, frozen=True):
    """Something a reader of the dossier should know about a document (a guessed encoding, a repaired quote)."""

    code: str
    message: str


class OffsetPiece(msgspec.Struct, frozen=True, array_like=True):
    """``clean[start:end]`` comes from ``original[original_start:original_end]``.

    Pieces are in order and cover the clean text without gaps.  Where both lengths are equal and ``verbatim`` is
    true the texts are equal, code point by code point; otherwise (an entity, folded white space, an inserted
    line break) the piece maps as a whole.
    """

    start: int
    end: int
    original_start: int
    original_end: int
    verbatim: bool


class Segment(msgspec.Struct, frozen=True):
    """A block of the clean text (paragraph, heading, list item …) with its kind and language.

    ``language`` is ``ar``, ``fa``, ``en`` or ``und``.  Segments do not overlap, are in order, and everything but
    white space belongs to one.  ``repeats`` is the index of the segment that says the same again (pull quotes,
    narrow columns), and ``reason`` says why a kind other than body was given.
    """

    start: int
    end: int
    kind: SegmentKind
    language: str
    repeats: int | None = None
    reason: str | None = None


class Text(msgspec.Struct, frozen=True):
    """The clean text of a document, its segments and sentences, and the way back to the original.

    ``original`` is the decoded file.  For plain text ``clean`` equals ``original`` and ``pieces`` is one verbatim
    piece.  ``sentences`` are (start, end) pairs inside segments, never across two.  ``encoding`` is the codec used.
    """

    document: str
    original: str
    clean: str
    encoding: str
    language: str
    pieces: tuple[OffsetPiece, ...]
    segments: tuple[Segment, ...]
    sentences: tuple[tuple[int, int], ...]
    warnings: tuple[Notice, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span of the clean text from ``start`` to ``end``."""
        return Span(start, end, self.clean[start:end])
