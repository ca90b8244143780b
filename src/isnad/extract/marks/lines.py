"""isnad's own lines, as ``isnad statements --json`` writes them: so that an export can be corrected and read back."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from isnad.extract.marks.base import Mark, MarkedDocument, Marking, Source, checked, fail, made_mark
from isnad.extract.marks.decoded import decoded
from isnad.model.statement import Nameless, SpeakerType, StatementKind


class _Span(msgspec.Struct):
    start: int
    end: int
    text: str


class _Line(msgspec.Struct):
    document: str
    cue: _Span | None
    content: list[_Span]
    source: _Span | None = None
    id: str | None = None
    parent: str | UnsetType | None = UNSET
    kind: StatementKind | None = None
    speaker: str | UnsetType | None = UNSET
    speaker_type: SpeakerType | None = None
    nameless: Nameless | None = None
    confidence: float | None = None
    reasons: list[str] = []
    cue_class: str = "speech"
    language: str | None = None


class IsnadJson(msgspec.Struct, frozen=True):
    """The format ``isnad-json``."""

    def fits(self, source: Source) -> bool:
        """Lines of JSON, the first of them with the fields of a statement."""
        first = source.text.lstrip().partition("\n")[0]
        return first[:1] == "{" and '"document"' in first and '"cue"' in first and '"quotes"' not in first

    def read(self, source: Source) -> tuple[MarkedDocument, ...]:
        """The documents of the file, in the order of their first lines."""
        documents: dict[str, list[Marking]] = {}
        keys: dict[tuple[str, str], int] = {}
        for number, text in enumerate(source.text.split("\n"), 1):
            if not text.strip():
                continue
            line = decoded(text, _Line, source.label, number)
            _check_id(line, number, keys, source.label)
            documents.setdefault(line.document, []).append(_marking(line, f"{source.label}:{number}"))
        return tuple(
            MarkedDocument(f"{source.label} ({name})", tuple(markings), name) for name, markings in documents.items()
        )


FORMAT = IsnadJson()


def _check_id(line: _Line, number: int, keys: dict[tuple[str, str], int], label: str) -> None:
    if line.id is None:
        return
    earlier = keys.setdefault((line.document, line.id), number)
    if earlier != number:
        fail(f"{label}:{number}", f"has the id of line {earlier}; leave out the id of a statement that you added")


def _marking(line: _Line, where: str) -> Marking:
    return checked(
        Marking(
            where=where,
            cues=_marks([] if line.cue is None else [line.cue], f"{where}: cue"),
            contents=_marks(line.content, f"{where}: content"),
            sources=_marks([] if line.source is None else [line.source], f"{where}: source"),
            key=line.id,
            parent=line.parent,
            kind=line.kind,
            speaker=line.speaker,
            speaker_type=line.speaker_type,
            nameless=line.nameless,
            confidence=line.confidence,
            reasons=tuple(line.reasons),
            cue_class=line.cue_class,
            language=line.language,
        )
    )


def _marks(spans: list[_Span], where: str) -> tuple[Mark, ...]:
    return tuple(made_mark(span.start, span.end, span.text, where) for span in spans)
