"""From paths to marks files: which files there are, which format each has, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from isnad.errors import UsageError
from isnad.extract.marks.base import MAX_BYTES, MAX_STATEMENTS, MarksFile, MarksFormat, Source, fail
from isnad.model.ids import Part
from isnad.plugins import Registry

SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".tsv"})
"""What is looked at in a folder; a file that is given by its own path may be called anything."""


def read_marks(paths: Sequence[Path], formats: Registry[MarksFormat]) -> tuple[tuple[MarksFile, ...], tuple[Part, ...]]:
    """The marks files at ``paths`` in a fixed order, and what they were read from, to be hashed.

    In folders a file that is in no known format is passed over: reports may lie beside their marks.
    """
    files: list[MarksFile] = []
    parts: list[Part] = []
    for path, given in sorted(_files(paths)):
        data = _bytes(path)
        source = _source(path, data, given)
        name = _format(source, formats) if source else None
        if source is None or name is None:
            if given:
                fail(_label(path), f"is in no known format of marks ({', '.join(formats)}); see docs/how-to/marks.md")
            continue
        reader = formats.get(name)
        files.append(_within_limits(MarksFile(path, name, reader.read(source))))
        # The whole path would make the hash depend on the machine; name and folder are what is matched by.
        parts += (path.parent.name, path.name, name, repr(reader), data)
    return tuple(files), tuple(parts)


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    given = {path for path in paths if not path.is_dir()}
    for path in given:
        if not path.exists():
            raise UsageError(f"{_label(path)}: there is no such file or folder; check the path of the marks")
        yield path, True
    below = {found for path in paths if path.is_dir() for found in path.rglob("*") if found not in given}
    for found in below:
        if found.suffix.lower() in SUFFIXES and not found.name.startswith((".", "~")) and found.is_file():
            yield found, False


def _label(path: Path) -> str:
    return str(path).encode("utf-8", "backslashreplace").decode()


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            fail(_label(path), "is no file; give a marks file or a folder of them")
        if path.stat().st_size > MAX_BYTES:
            fail(_label(path), f"is larger than {MAX_BYTES // 1_000_000} MB; give one file a document")
        return path.read_bytes()
    except OSError as error:
        fail(_label(path), f"cannot be read ({error.strerror}); check that the file is there and may be read")


def _source(path: Path, data: bytes, given: bool) -> Source | None:
    try:
        return Source(path, _label(path), data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        if given:
            line = data.count(b"\n", 0, error.start) + 1
            fail(f"{_label(path)}:{line}", "is not UTF-8; save it as UTF-8")
        return None


def _format(source: Source, formats: Registry[MarksFormat]) -> str | None:
    return next((name for name in formats if formats.get(name).fits(source)), None)


def _within_limits(file: MarksFile) -> MarksFile:
    for document in file.documents:
        if len(document.markings) > MAX_STATEMENTS:
            fail(document.where, f"marks {len(document.markings)} statements in one document; {MAX_STATEMENTS} go")
    return file
