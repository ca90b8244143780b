"""Statements that somebody made by hand or with another program, instead of an engine's.

The file holds a statement a line in the form that ``isnad statements --json`` prints, so what isnad found can be
corrected and given back.  Offsets count code points of the clean text; texts in the file must agree with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path, PurePosixPath

import msgspec

from isnad.errors import DataError, StepError
from isnad.model import Span, Speaker, Statement, Text
from isnad.model.ids import statement_id
from isnad.model.statement import SpeakerType, StatementKind

ENGINE = "marks"


class _Place(msgspec.Struct, frozen=True):
    start: int
    end: int
    text: str | None = None


class _Mark(msgspec.Struct, frozen=True):
    document: str
    cue: _Place
    content: tuple[_Place, ...]
    source: _Place | None = None
    kind: StatementKind = "indirect"
    speaker: str | None = None
    speaker_type: SpeakerType | None = None
    id: str | None = None
    parent: str | None = None


@cache
def known_marks(path: Path, content_hash: str) -> tuple[_Mark, ...]:  # noqa: ARG001 (part of the cache's key)
    """The marks of a file with this content, read once a process."""
    return read_marks(path)


def read_marks(path: Path) -> tuple[_Mark, ...]:
    """The marks of a file; ``DataError`` naming the line if it is malformed or cannot be read."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise DataError(f"{path}: the marks cannot be read ({error.strerror or error})") from error
    return tuple(_mark(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip())


def _mark(line: bytes, where: str) -> _Mark:
    try:
        return msgspec.json.decode(line, type=_Mark)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{where}: this is no statement as isnad statements --json prints it ({error})") from error


def marked_statements(text: Text, marks: Sequence[_Mark]) -> tuple[Statement, ...]:
    """The statements that ``marks`` make of ``text``, in order; ``StepError`` if one does not fit it."""
    name = PurePosixPath(text.document).name
    own = [mark for mark in marks if PurePosixPath(mark.document).name == name]
    found = [(mark, _statement(text, mark)) for mark in own]
    ids = {mark.id: statement.id for mark, statement in found if mark.id is not None}
    whole = {
        one.id: msgspec.structs.replace(one, parent=None if mark.parent is None else ids.get(mark.parent))
        for mark, one in found
    }
    return tuple(sorted(whole.values(), key=lambda one: (one.cue.start, one.cue.end, one.id)))


def _statement(text: Text, mark: _Mark) -> Statement:
    cue = _span(text, mark.cue)
    source = None if mark.source is None else _span(text, mark.source)
    content = tuple(_span(text, piece) for piece in mark.content)
    kind: SpeakerType = mark.speaker_type or ("person" if mark.speaker else "unnamed")
    return Statement(
        id=statement_id(text.document, cue, content, source, ENGINE),
        document=text.document,
        kind=mark.kind,
        cue=cue,
        source=source,
        content=content,
        speaker=Speaker(mark.speaker, kind, source),
        parent=None,
        confidence=1.0,
        reasons=("given as a mark",),
        language=text.language,
        engine=ENGINE,
    )


def _span(text: Text, place: _Place) -> Span:
    if not 0 <= place.start <= place.end <= len(text.clean):
        raise StepError(f"the mark {place.start}–{place.end} is outside the text of {len(text.clean)} characters")
    found = text.span(place.start, place.end)
    if place.text is not None and place.text != found.text:
        raise StepError(f"the mark {place.start}–{place.end} says {place.text[:40]!r}, the text is {found.text[:40]!r}")
    return found
