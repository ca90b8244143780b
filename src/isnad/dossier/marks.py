"""Marks on a text: spans that nest and overlap, split into pieces that do not."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from isnad.model import Span, Statement

# Gaps between the spans of one statement longer than this are left out of its extract.
GAP = 220
# A longer content is cut in lists of statements; the report's own text always has all of it.
LONGEST = 1500
# So many marks over one piece are kept, the innermost: quotes that open thousands of times and never close would make
# a page that grows with the square of the text.
DEEPEST = 40

_OPENING = frozenset("«“”„‟‘\"'‹([")
_CLOSING = frozenset("»“”’\"'›)].,،؛!?؟…")


@dataclass(frozen=True, slots=True)
class Mark:
    """``kind`` is source, cue, content or detail; ``owner`` the number of the statement or finding it belongs to."""

    start: int
    end: int
    kind: str
    owner: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text over which the same marks hold; of more than ``DEEPEST`` marks the innermost."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_of(statement: Statement, number: int) -> list[Mark]:
    """The marks of a statement: its content, its cue and, where the sentence names it, its source."""
    spans: list[tuple[str, Span]] = [("content", span) for span in statement.content]
    spans.append(("cue", statement.cue))
    if statement.source is not None:
        spans.append(("source", statement.source))
    return [Mark(span.start, span.end, kind, number) for kind, span in spans if span.start < span.end]


def split(start: int, end: int, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> list[Piece]:
    """``start`` to ``end`` as pieces in order without gaps, split where a mark begins or ends and at ``cuts``."""
    inside = sorted((mark for mark in marks if mark.start < end and mark.end > start), key=lambda mark: mark.start)
    edges = {start, end, *(cut for cut in cuts if start < cut < end)}
    edges.update(min(max(edge, start), end) for mark in inside for edge in (mark.start, mark.end))
    return _sweep(sorted(edges), inside)


def _sweep(edges: Sequence[int], marks: Sequence[Mark]) -> list[Piece]:
    pieces: list[Piece] = []
    active: list[Mark] = []
    following = 0
    for left, right in itertools.pairwise(edges):
        active = [mark for mark in active if mark.end > left]
        while following < len(marks) and marks[following].start <= left:
            active.append(marks[following])
            following += 1
        pieces.append(Piece(left, right, tuple(active[-DEEPEST:])))
    return pieces


def reached(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the quotation marks and stops that stand right beside it, so that quotes look whole."""
    while start > 0 and text[start - 1] in _OPENING:
        start -= 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return start, end


def around(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """What stands before and after a stretch in its line, cut between words and with "…" where cut."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    left, right = max(line_start, start - reach), min(line_end, end + reach)
    before, after = text[left:start], text[end:right]
    if left > line_start:
        before = "…" + before.partition(" ")[2]
    if right < line_end:
        after = after.rpartition(" ")[0] + "…"
    return before, after


def extract(text: str, statement: Statement, number: int) -> list[Piece | None]:
    """The statement as it stands in the text, from its first span to its last; None where something is left out."""
    marks = marks_of(statement, number)
    if not marks:
        return []
    start, end = reached(text, min(mark.start for mark in marks), max(mark.end for mark in marks))
    shown: list[Piece | None] = []
    length = 0
    for piece in split(start, end, marks):
        if length >= LONGEST:
            shown.append(None)
            break
        if not piece.marks and piece.end - piece.start > GAP:
            shown.append(None)
            continue
        kept = min(piece.end, piece.start + LONGEST - length)
        shown.append(Piece(piece.start, kept, piece.marks))
        length += kept - piece.start
        if kept < piece.end:
            shown.append(None)
            break
    return shown
