"""`MarksEngine`: marks files as an engine."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from isnad.errors import DataError
from isnad.extract import Engine
from isnad.extract.marks.base import FORMATS, MarkedDocument, MarksFile, MarksFormat
from isnad.extract.marks.files import read_marks
from isnad.extract.marks.place import place
from isnad.extract.marks.statements import statements
from isnad.model import Statement, Text
from isnad.model.ids import tagged
from isnad.plugins import Registry


class MarksEngine:
    """Statements as marks files have them.

    ``paths`` are marks files or folders of them.  They are read here, once: a malformed one raises ``DataError`` now,
    one whose marks do not stand in the document when that document is asked for.  ``fallback`` is asked about
    documents without marks; without it they have no statements.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        fallback: Engine | None = None,
        formats: Registry[MarksFormat] = FORMATS,
    ) -> None:
        self.files, parts = read_marks(paths, formats)
        self.fallback = fallback
        self._signature = tagged("marks", *parts, digits=32)

    @property
    def signature(self) -> str:
        """``marks:`` and 32 hex digits over names, formats and bytes of the files: for the keys of derived rows."""
        return self._signature

    def __call__(self, text: Text) -> tuple[Statement, ...]:
        """The statements of one text, in order of their cues; ``engine`` is ``marks:`` and the name of the format."""
        found = self._marks_of(text.document)
        if found is None:
            return self.fallback(text) if self.fallback else ()
        file, marked = found
        if not marked.markings:
            return ()
        return statements(marked.markings, place(marked, text.clean), text, f"marks:{file.format}")

    def _marks_of(self, document: str) -> tuple[MarksFile, MarkedDocument] | None:
        """The marks that fit a document best; ``DataError`` if two fit equally well."""
        ranked = [
            (_closeness(file.path, marked, document), file, marked) for file in self.files for marked in file.documents
        ]
        best = max((rank for rank, _, _ in ranked), default=0)
        if best == 0:
            return None
        fitting = [(file, marked) for rank, file, marked in ranked if rank == best]
        if len(fitting) > 1:
            both = " and ".join(marked.where for _, marked in fitting[:2])
            raise DataError(
                f"{both} both mark {document}; give only one of them, or name the files after the documents"
            )
        return fitting[0]


def _closeness(path: Path, marked: MarkedDocument, document: str) -> int:
    """How surely marks are of a document: 3 by its full name, 2 by its file name, 1 by its name without suffix."""
    name = _same_form(document)
    file_name = name.rpartition("/")[2]
    if marked.name is not None:
        said = _same_form(marked.name)
        if said == name:
            return 3
        return 2 if said.rpartition("/")[2] == file_name else 0
    # INCEpTION exports a folder called like the document, with a file for every annotator.
    if _same_form(path.parent.name) == file_name or _same_form(path.stem) == file_name:
        return 2
    stem = "" if "#" in file_name else PurePosixPath(file_name).stem
    return 1 if _same_form(path.stem) == stem else 0


def _same_form(name: str) -> str:
    """File systems keep accents composed or decomposed; both are one name."""
    return unicodedata.normalize("NFC", name)
