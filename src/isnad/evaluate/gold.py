"""Gold files: one JSON object a line, with the text and the marks made in it."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePath

import msgspec

from isnad.errors import DataError, UsageError
from isnad.evaluate.base import GoldDocument, Mark, Range, check_ranges
from isnad.model import Document, Text
from isnad.model.ids import document_id
from isnad.text import make_text


class _Attribution(msgspec.Struct, frozen=True):
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    kind: str | None = None
    who: str | None = None


class _Line(msgspec.Struct, frozen=True):
    document: str
    text: str
    attributions: tuple[_Attribution, ...]


def read_gold(path: Path) -> list[GoldDocument]:
    """The documents of a gold file.  Raises ``UsageError`` if there is none at ``path``, ``DataError`` naming the line
    if it is malformed."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise UsageError(f"{path}: the gold file cannot be read ({error.strerror or error})") from error
    return [_document(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _document(data: bytes, where: str) -> GoldDocument:
    try:
        line = msgspec.json.decode(data, type=_Line)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{where}: this is no gold document ({error})") from error
    name = PurePath(line.document).name
    marks = tuple(Mark(a.cue, a.source, a.content, a.kind, a.who) for a in line.attributions)
    check_ranges(marks, len(line.text), where)
    text = plain_text(name, line.text)
    if text.clean != line.text:
        raise DataError(
            f"{where}: the text changes when it is read as a plain file; save it without control characters"
        )
    return GoldDocument(name, text, marks)


def plain_text(name: str, content: str) -> Text:
    """``content`` as the engine would see it in a plain-text file called ``name``."""
    data = content.encode()
    known = Document(document_id(name, data), name, hashlib.sha256(data).hexdigest(), "text/plain", len(data))
    return make_text(known, data)
