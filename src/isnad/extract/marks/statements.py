"""From marks in their places to statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import UNSET

from isnad.extract.base import Candidate
from isnad.extract.marks.base import Marking, fail
from isnad.extract.marks.kinds import Quotations
from isnad.extract.marks.place import Places, Range
from isnad.extract.marks.speaker import Names, speaker
from isnad.extract.nesting import parents
from isnad.model import Span, Statement, Text
from isnad.model.ids import statement_id
from isnad.model.statement import StatementKind

REASON = "marked by hand or another system"
TWICE = frozenset({"repeat", "pull_quote"})
"""Segments that say again what another says: marks in them would count a statement twice."""
HULL = 200
"""Characters that a source or cue in pieces may stretch over."""


class Placed:
    """A marking with its spans in the text."""

    __slots__ = ("content", "corefers", "cue", "id", "kind", "marking", "source")

    def __init__(self, marking: Marking, where: Places, text: Text, engine: str) -> None:
        contents = _merged(where(mark) for mark in marking.contents)
        self.marking = marking
        self.content = tuple(text.span(*part) for part in contents)
        self.cue = text.span(*_joined([where(mark) for mark in marking.cues], contents))
        sources = [where(mark) for mark in marking.sources]
        taken = [*contents, (self.cue.start, self.cue.end)]
        self.source = text.span(*_joined(sources, taken)) if sources else None
        self.corefers = tuple(text.span(*where(mark)) for mark in marking.corefers)
        self.kind: StatementKind = "indirect"
        self.id = statement_id(text.document, self.cue, self.content, self.source, engine)


def _merged(parts: Iterable[Range]) -> list[Range]:
    """The ranges in order, overlapping ones as one."""
    out: list[Range] = []
    for start, end in sorted(parts):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _joined(parts: Sequence[Range], taken: Sequence[Range]) -> Range:
    """A statement has one source and one cue: pieces become the stretch they lie in, or if that runs over the rest of
    the statement, the longest piece."""
    start, end = min(part[0] for part in parts), max(part[1] for part in parts)
    free = all(end <= other[0] or other[1] <= start for other in taken)
    if len(parts) == 1 or (free and end - start <= HULL):
        return start, end
    return min(parts, key=lambda part: (part[0] - part[1], part))


def statements(markings: Sequence[Marking], where: Places, text: Text, engine: str) -> tuple[Statement, ...]:
    """The marked statements of ``text``, in order of their cues."""
    placed = _distinct(Placed(marking, where, text, engine) for marking in markings)
    placed = [one for one in placed if _segment(text, one.cue)[0] not in TWICE]
    placed.sort(key=lambda one: (one.cue.start, one.content[0].start, one.id))
    quotations, names = Quotations(text), Names(text)
    for one in placed:
        one.kind = one.marking.kind or quotations.kind(one.content, one.cue)
    above = _parents(placed)
    return tuple(
        Statement(
            id=one.id,
            document=text.document,
            kind=one.kind,
            cue=one.cue,
            source=one.source,
            content=one.content,
            speaker=speaker(one.marking, one.source, one.corefers, names),
            parent=above[one.id],
            confidence=1.0 if one.marking.confidence is None else one.marking.confidence,
            reasons=tuple(dict.fromkeys((*one.marking.reasons, REASON))),
            cue_class=one.marking.cue_class,
            language=one.marking.language or _segment(text, one.cue)[1],
            engine=engine,
        )
        for one in placed
    )


def _distinct(placed: Iterable[Placed]) -> list[Placed]:
    """One for each id: what is marked twice is one statement."""
    out: dict[str, Placed] = {}
    for one in placed:
        out.setdefault(one.id, one)
    return list(out.values())


def _segment(text: Text, span: Span) -> tuple[str, str]:
    """Kind and language of the segment that a span begins in."""
    low, high = 0, len(text.segments)
    while low < high:
        middle = (low + high) // 2
        if text.segments[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    if low < len(text.segments) and text.segments[low].start <= span.start:
        return text.segments[low].kind, text.segments[low].language
    return "body", text.language


def _parents(placed: Sequence[Placed]) -> dict[str, str | None]:
    """The parent of each statement by id: as given, or else the innermost one whose content holds it."""
    by_key = {one.marking.key: one.id for one in placed if one.marking.key is not None}
    holding = parents([_candidate(one) for one in placed])
    out: dict[str, str | None] = {}
    for one, index in zip(placed, holding, strict=True):
        given = one.marking.parent
        if given is None:
            out[one.id] = None
        elif given is not UNSET and given in by_key:
            out[one.id] = by_key[given]
        else:
            # No nesting given, or the statement it was in has been taken out of the file.
            out[one.id] = None if index is None else placed[index].id
    _no_circles(placed, out)
    return out


def _candidate(one: Placed) -> Candidate:
    content = tuple((part.start, part.end) for part in one.content)
    cue = (one.cue.start, one.cue.end)
    return Candidate(cue, None, content, one.kind, one.marking.cue_class, "", 1.0, (), None)


def _no_circles(placed: Sequence[Placed], above: dict[str, str | None]) -> None:
    """``DataError`` if a statement is inside itself: a chain to its root would never end."""
    ended: set[str | None] = {None}
    for one in placed:
        path: set[str] = set()
        at: str | None = one.id
        while at is not None and at not in ended:
            if at in path:
                fail(one.marking.where, "is inside itself by its parents; correct the parent")
            path.add(at)
            at = above[at]
        ended |= path
