"""The data a run depends on besides the documents."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from isnad.claim.entities import load_authority
from isnad.errors import DataError
from isnad.extract.marks import MarksEngine
from isnad.lang import resources_hash
from isnad.pipeline.base import Options, Resources
from isnad.text.outlets import load_outlets, outlet_tables


def resources_of(paths: Sequence[Path], options: Options) -> Resources:
    """The built-in resources, the outlet tables that lie beside the reports and those named in the options.

    Raises ``DataError`` if a table, the marks or an authority file are malformed: better now than once a document.
    """
    folders = list(dict.fromkeys(path if path.is_dir() else path.parent for path in paths))
    files = tuple(dict.fromkeys((*options.outlets, *outlet_tables(folders))))
    load_outlets(files)
    marks = MarksEngine(options.marks).signature if options.marks else ""
    for path in options.authority:
        load_authority(path)
    return Resources(resources_hash(), files, _content_hash(files), marks, _content_hash(options.authority))


def _content_hash(files: Sequence[Path]) -> str:
    """A hash of what the tables say, not of where they lie: a case that moved is still the same case."""
    if not files:
        return ""
    digest = hashlib.sha256()
    for path in files:
        try:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError as error:
            raise DataError(f"{path}: the file cannot be read ({error.strerror})") from error
    return digest.hexdigest()[:32]
