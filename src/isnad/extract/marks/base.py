"""What marks files have in common: marks, what is marked as one statement, and the shape of a format.

A format reads a file into ``MarkedDocument``s whose offsets are Unicode code points of whatever text the marks were
made in.  Where they stand in a document of isnad is the work of `isnad.extract.marks.place`.
"""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn, Protocol

import msgspec
from msgspec import UNSET, UnsetType

from isnad.errors import DataError
from isnad.model.statement import Nameless, SpeakerType, StatementKind
from isnad.plugins import Registry

MAX_BYTES = 50_000_000
"""More than this is no marks file that a person or a tagger made of one report."""
MAX_STATEMENTS = 10_000
"""Statements in one document; finding out which is inside which takes the square of it at worst."""
SHOWN = 40
ZWNJ = "\u200c"


class Mark(msgspec.Struct, frozen=True):
    """A stretch of text somebody marked: code points of the text it was made in, the words, and its place in the
    marks file for messages."""

    start: int
    end: int
    text: str
    where: str


class Marking(msgspec.Struct, frozen=True, kw_only=True):
    """One statement as it was marked. What a format cannot say stays None, empty or ``UNSET``.

    ``key`` and ``parent`` are names within the file; a ``parent`` of None says that it stands inside none, ``UNSET``
    that the format has no nesting.  ``speaker`` of None says that the source is unnamed, ``UNSET`` that the name is to
    be taken from the source.  ``corefers`` are other mentions of the source.
    """

    where: str
    cues: tuple[Mark, ...]
    contents: tuple[Mark, ...]
    sources: tuple[Mark, ...] = ()
    corefers: tuple[Mark, ...] = ()
    key: str | None = None
    parent: str | UnsetType | None = UNSET
    kind: StatementKind | None = None
    speaker: str | UnsetType | None = UNSET
    speaker_type: SpeakerType | None = None
    nameless: Nameless | None = None
    confidence: float | None = None
    reasons: tuple[str, ...] = ()
    cue_class: str = "speech"
    language: str | None = None

    def marks(self) -> tuple[Mark, ...]:
        """All its marks, the contents first."""
        return (*self.contents, *self.cues, *self.sources, *self.corefers)


class MarkedDocument(msgspec.Struct, frozen=True):
    """The marks of one document: its name if the file says it, and the text the marks were made in if it holds it."""

    where: str
    markings: tuple[Marking, ...]
    name: str | None = None
    text: str | None = None


class MarksFile(msgspec.Struct, frozen=True):
    """A marks file as it was read: where it lay, the name of its format, the documents it marks."""

    path: Path
    format: str
    documents: tuple[MarkedDocument, ...]


class Source(msgspec.Struct, frozen=True):
    """A marks file before it is read: ``label`` is its path for messages, ``text`` its content without a BOM."""

    path: Path
    label: str
    text: str


class MarksFormat(Protocol):
    """A format of marks files. Its ``repr`` names it with its settings, since both shape what is read."""

    def fits(self, source: Source) -> bool:
        """Whether the file looks like this format, by a glance at suffix and first lines."""

    def read(self, source: Source) -> tuple[MarkedDocument, ...]:
        """The marked documents; ``DataError`` naming file and place if it is malformed."""


FORMATS: Registry[MarksFormat] = Registry(
    "marks format",
    {
        "citron-json": "isnad.extract.marks.citron:FORMAT",
        "isnad-json": "isnad.extract.marks.lines:FORMAT",
        "webanno-tsv": "isnad.extract.marks.webanno:FORMAT",
    },
)


def fail(where: str, problem: str) -> NoReturn:
    """Raise the ``DataError`` of a marks file."""
    raise DataError(f"{where}: {problem}")


def shown(text: str) -> str:
    """A text short enough for a message, in quotes, with a dot for what cannot be printed."""
    clipped = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return f"«{''.join(char if char.isprintable() or char == ZWNJ else '·' for char in clipped)}»"


def made_mark(start: int, end: int, text: str, where: str) -> Mark:
    """A mark that agrees with itself; ``DataError`` if its offsets are none or do not have the length of its text."""
    if not 0 <= start < end:
        fail(where, f"{start}–{end} is no stretch of text; give a start of 0 or more and an end after it")
    if len(text) != end - start:
        fail(
            where,
            f"{start}–{end} has {_count(end - start)}, but its text {shown(text)} has {len(text)};"
            " correct both together (offsets count Unicode code points)",
        )
    if not text.strip():
        fail(where, "only white space is marked; mark the words")
    return Mark(start, end, text, where)


def _count(number: int) -> str:
    return f"{number} characters" if number < 10**12 else "far too many characters"


def checked(marking: Marking) -> Marking:
    """The marking, if it has what a statement needs; ``DataError`` otherwise."""
    if not marking.cues:
        fail(marking.where, "has no cue; mark the words that ascribe the content (said, according to …)")
    if not marking.contents:
        fail(marking.where, "has no content; mark what is said")
    if marking.confidence is not None and not 0 <= marking.confidence <= 1:
        fail(marking.where, f"a confidence of {marking.confidence:g} is not between 0 and 1; correct or remove it")
    return marking
