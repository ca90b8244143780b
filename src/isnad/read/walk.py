"""Which files there are: paths and folders to a sorted list of files, each with the document name it will have."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from isnad.errors import UsageError
from isnad.read.sidecar import NAME as SIDECAR

SUFFIXES: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".zip": "zip",
}
# A case folder's own files and folders, which are no reports.
_OWN_FILES = frozenset({SIDECAR, "outlets.tsv", "truth.json"})
_OWN_FOLDERS = frozenset({"marked"})
_ABOUT = ("readme", "licence", "license")


class Entry(msgspec.Struct, frozen=True):
    """A file to read. ``root`` is the folder that was given, or the file's own; ``inner`` the path below it."""

    path: Path
    name: str
    root: Path
    inner: str
    given: bool


class Listing(msgspec.Struct, frozen=True):
    """The files that will be read, in order, and how many files in the folders were passed over."""

    entries: tuple[Entry, ...]
    ignored: int


def is_report_name(name: str) -> bool:
    """Whether a file in a folder is taken: a known suffix, not hidden, and none of a case folder's own files."""
    lower = name.lower()
    if lower.startswith((".", "_", "~")) or lower in _OWN_FILES or lower.startswith(_ABOUT):
        return False
    return Path(lower).suffix in SUFFIXES


def list_files(paths: Sequence[Path]) -> Listing:
    """All files below ``paths``, sorted by document name.

    In folders only report files are taken (see ``is_report_name``; sub-folders that are hidden or called ``marked``
    are passed over, links to folders are not followed), a path given itself always is.  Raises ``UsageError`` for a
    path that does not exist.
    """
    entries: list[Entry] = []
    ignored = 0
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path}: there is no such file or folder; check the path")
        if _is_folder(path):
            found, passed_over = _folder(path)
            entries += found
            ignored += passed_over
        else:
            entries.append(Entry(path, path.name, path.parent, path.name, True))
    return Listing(tuple(sorted(_distinct(entries), key=lambda entry: entry.name)), ignored)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _folder(root: Path) -> tuple[list[Entry], int]:
    entries: list[Entry] = []
    ignored = 0
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _OWN_FOLDERS)
        for name in sorted(files):
            if not is_report_name(name):
                ignored += 1
                continue
            path = Path(folder) / name
            inner = path.relative_to(root).as_posix()
            entries.append(Entry(path, inner, root, inner, False))
    return entries, ignored


def _distinct(entries: list[Entry]) -> list[Entry]:
    """One entry a file, and one name an entry: names that collide get as much of the path as tells them apart."""
    unique: dict[str, Entry] = {}
    for entry in entries:
        unique.setdefault(_absolute(entry.path), entry)
    result = list(unique.values())
    for depth in range(1, 6):
        counts = Counter(entry.name for entry in result)
        if all(count == 1 for count in counts.values()):
            return result
        result = [_longer(entry, depth) if counts[entry.name] > 1 else entry for entry in result]
    return _numbered(result)


def _absolute(path: Path) -> str:
    # Path.resolve would follow links, and raises on a loop of them.
    return os.path.abspath(path)  # noqa: PTH100


def _longer(entry: Entry, depth: int) -> Entry:
    """The same entry, its name with ``depth`` folders of the given path before it."""
    above = Path(_absolute(entry.root)).parts[1:][-depth:]
    return msgspec.structs.replace(entry, name="/".join((*above, entry.inner)))


def _numbered(entries: list[Entry]) -> list[Entry]:
    seen: Counter[str] = Counter()
    result = []
    for entry in entries:
        seen[entry.name] += 1
        number = seen[entry.name]
        result.append(entry if number == 1 else msgspec.structs.replace(entry, name=f"{entry.name} ({number})"))
    return result
