"""What is compared: marks in the text of a document."""

from __future__ import annotations

import msgspec

from isnad.errors import DataError
from isnad.model import Text

Range = tuple[int, int]


class Mark(msgspec.Struct, frozen=True):
    """An attribution, by hand or found: places in the text, and who speaks."""

    cue: Range | None
    source: Range | None
    content: tuple[Range, ...]
    kind: str | None = None
    who: str | None = None


class GoldDocument(msgspec.Struct, frozen=True):
    """A document with the marks that are right for it; ``text`` is what the engine gets to read."""

    name: str
    text: Text
    marks: tuple[Mark, ...]


def check_ranges(marks: tuple[Mark, ...], length: int, where: str) -> None:
    """Raise ``DataError`` if a mark is outside a text of this length."""
    for mark in marks:
        for start, end in (*mark.content, *(place for place in (mark.cue, mark.source) if place is not None)):
            if not 0 <= start <= end <= length:
                raise DataError(f"{where}: the range {start}–{end} is outside the text of {length} characters")
