"""``read_paths``: files, folders and archives to documents, one by one."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from isnad.errors import ReadError
from isnad.model import Failure
from isnad.read.base import STEP, Limits, Metadata, Raw, Sidecar, Source, too_large
from isnad.read.formats import read_source
from isnad.read.sidecar import NAME as SIDECAR
from isnad.read.sidecar import parse_sidecar
from isnad.read.walk import Entry, Listing, list_files

_NOTHING = Metadata()


def read_paths(paths: Sequence[Path], limits: Limits = Limits()) -> Iterator[Raw | Failure]:  # noqa: B008 (frozen)
    """The documents of all files below ``paths``, lazily, in the order of their names.

    What cannot be read is a ``Failure`` in its place and the rest goes on.  Raises ``UsageError`` at once for a
    path that does not exist.
    """
    listing = list_files(paths)
    return _read_listing(listing, limits)


def _read_listing(listing: Listing, limits: Limits) -> Iterator[Raw | Failure]:
    sidecars: dict[Path, Sidecar] = {}
    for entry in listing.entries:
        folder = entry.path.parent
        for place in dict.fromkeys((entry.root, folder)):
            if place not in sidecars:
                sidecars[place], failure = _sidecar(place, limits)
                if failure is not None:
                    yield failure
        try:
            yield from read_source(_source(entry, sidecars, limits))
        except ReadError as error:
            yield Failure(entry.name, STEP, str(error))
        except OSError as error:
            yield Failure(entry.name, STEP, _unreadable(entry.name, error))


def _unreadable(name: str, error: OSError) -> str:
    return f"{name}: cannot be read ({error.strerror or error}); check the file and its permissions"


def _sidecar(folder: Path, limits: Limits) -> tuple[Sidecar, Failure | None]:
    path = folder / SIDECAR
    if not path.is_file():
        return {}, None
    try:
        rows, problem = parse_sidecar(_load(path, str(path), limits.file), SIDECAR)
        return rows, Failure(SIDECAR, STEP, problem) if problem else None
    except ReadError as error:
        return {}, Failure(SIDECAR, STEP, str(error))
    except OSError as error:
        return {}, Failure(SIDECAR, STEP, _unreadable(SIDECAR, error))


def _source(entry: Entry, sidecars: dict[Path, Sidecar], limits: Limits) -> Source:
    """The nearest sidecar that names the file is the one that counts."""
    near = sidecars[entry.path.parent].get(entry.path.name)
    far = sidecars[entry.root].get(entry.inner)
    return Source(
        name=entry.name,
        load=partial(_load, entry.path, entry.name, limits.file),
        stream=partial(_stream, entry.path, entry.name, limits.archive),
        sidecar=near or far or _NOTHING,
        limits=limits,
    )


def _check(path: Path, name: str, limit: int) -> None:
    """Refuse what is no regular file or too large, before opening it: a pipe would block, a disk never end."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(f"{name}: is no regular file (pipe, socket or device); give a file with text")
    if status.st_size > limit:
        raise too_large(name, status.st_size, limit)


def _load(path: Path, name: str, limit: int) -> bytes:
    _check(path, name, limit)
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise too_large(name, len(data), limit)
    return data


def _stream(path: Path, name: str, limit: int) -> BinaryIO:
    _check(path, name, limit)
    return path.open("rb")
