"""Places in texts, proved: spans against the clean text, the clean text against the original."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from isnad.model import Copy, DocumentSpan, OffsetPiece, Span, Text

Place = tuple[str | None, Span | DocumentSpan]


def spans_in(thing: Any, document: str | None) -> Iterator[Place]:
    """Every span inside ``thing`` with the name of the document it stands in (None where nothing names one)."""
    if isinstance(thing, Span):
        yield document, thing
    elif isinstance(thing, DocumentSpan):
        yield thing.document, thing
    elif isinstance(thing, Copy):
        for passage in thing.passages:
            yield thing.a, passage.a
            yield thing.b, passage.b
    elif isinstance(thing, msgspec.Struct):
        own = getattr(thing, "document", None)
        document = own if isinstance(own, str) else document
        for name in thing.__struct_fields__:
            yield from spans_in(getattr(thing, name), document)
    elif isinstance(thing, (tuple, list)):
        for part in thing:
            yield from spans_in(part, document)
    elif isinstance(thing, dict):
        for part in thing.values():
            yield from spans_in(part, document)


def wrong_span(place: Span | DocumentSpan, text: Text) -> str | None:
    """What is wrong with a span of ``text``, if anything is."""
    shown = f"span {place.start}–{place.end}"
    if not 0 <= place.start <= place.end <= len(text.clean):
        return f"{shown} is outside the text of {len(text.clean)} characters"
    if text.clean[place.start : place.end] != place.text:
        return f"{shown} says {_short(place.text)}, the text there is {_short(text.clean[place.start : place.end])}"
    for piece in pieces_under(text.pieces, place.start, place.end):
        if piece.verbatim and not _same(piece, text, max(place.start, piece.start), min(place.end, piece.end)):
            return f"{shown} is not the same in the original"
    return None


def pieces_under(pieces: Sequence[OffsetPiece], start: int, end: int) -> Iterator[OffsetPiece]:
    """The pieces that ``start`` to ``end`` of the clean text lies on."""
    first = max(0, bisect_right(pieces, start, key=lambda piece: piece.start) - 1)
    for piece in pieces[first:]:
        if piece.start >= end:
            return
        yield piece


def _same(piece: OffsetPiece, text: Text, start: int, end: int) -> bool:
    shift = piece.original_start - piece.start
    return text.clean[start:end] == text.original[start + shift : end + shift]


def wrong_text(text: Text) -> Iterator[str]:
    """What is wrong with the map, the segments and the sentences of a text."""
    yield from _wrong_pieces(text)
    end = 0
    for segment in text.segments:
        if not end <= segment.start <= segment.end <= len(text.clean):
            yield f"segment {segment.start}–{segment.end} overlaps another or is outside the text"
        end = segment.end
    end = 0
    for start, stop in text.sentences:
        if not end <= start <= stop <= len(text.clean):
            yield f"sentence {start}–{stop} overlaps another or is outside the text"
        end = stop


def _wrong_pieces(text: Text) -> Iterator[str]:
    end = original_end = 0
    for piece in text.pieces:
        shown = f"piece {piece.start}–{piece.end} of the offset map"
        if piece.start != end:
            yield f"{shown} does not begin where the one before ends ({end})"
        if not original_end <= piece.original_start <= piece.original_end <= len(text.original):
            yield f"{shown} goes back or outside in the original"
        if piece.verbatim and piece.end - piece.start != piece.original_end - piece.original_start:
            yield f"{shown} is called verbatim but has another length in the original"
        elif piece.verbatim and not _same(piece, text, piece.start, piece.end):
            yield f"{shown} is called verbatim but is not the same in the original"
        end, original_end = piece.end, piece.original_end
    if end != len(text.clean):
        yield f"the offset map covers {end} of {len(text.clean)} characters"


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")
