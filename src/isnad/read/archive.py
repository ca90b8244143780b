"""Zip archives: members are read from the stream, within limits; nothing is ever written to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO

from isnad.errors import ReadError
from isnad.model import Failure
from isnad.read.base import STEP, Limits, Metadata, Raw, Sidecar, Source, too_large
from isnad.read.sidecar import NAME as SIDECAR
from isnad.read.sidecar import parse_sidecar
from isnad.read.walk import is_report_name

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
_NOTHING = Metadata()


def read_archive(source: Source) -> Iterator[Raw | Failure]:
    """The documents of all report files in an archive, named ``archive.zip/member``.

    A member's name only names: no path is made of it.  Archives in archives are not opened.
    """
    if source.inside_archive:
        raise ReadError(f"{source.name}: is an archive in an archive; unpack it first")
    with source.stream() as stream:
        try:
            archive = zipfile.ZipFile(stream)
            members = _members(archive)
        except _BROKEN as error:
            raise ReadError(f"{source.name}: is a broken archive ({error}); fetch it again") from None
        _check(source, members)
        yield from _read_members(source, archive, members)


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The report files of the archive, sorted; of two with one name the last, as unpacking would have it."""
    found = {
        info.filename: info
        for info in archive.infolist()
        if not info.is_dir() and all(not part.startswith((".", "__")) for part in _parts(info.filename))
    }
    names = sorted(name for name in found if is_report_name(_parts(name)[-1]) and "marked" not in _parts(name)[:-1])
    return [found[name] for name in names]


def _parts(name: str) -> tuple[str, ...]:
    """The path of a member without roots and steps upward."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return tuple(part for part in parts if part not in ("/", "..", ".")) or ("member",)


def _check(source: Source, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > source.limits.members:
        raise ReadError(f"{source.name}: {len(members)} files are more than {source.limits.members}; split the archive")
    size = sum(info.file_size for info in members)
    if size > source.limits.unpacked:
        raise too_large(f"{source.name} (unpacked)", size, source.limits.unpacked)


def _read_members(source: Source, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[Raw | Failure]:
    from isnad.read.formats import read_source

    sidecars: dict[str, tuple[Sidecar, str | None]] = {}
    told: set[str] = set()
    for info in members:
        inner = "/".join(_parts(info.filename))
        name = f"{source.name}/{inner}"
        load = partial(_load, archive, info, name, source.limits)
        try:
            sidecar = _sidecar_of(archive, info, sidecars, source.limits)
            for problem in sorted({line for _, line in sidecars.values() if line} - told):
                told.add(problem)
                yield Failure(f"{source.name}/{SIDECAR}", STEP, problem)
            member = Source(name, load, partial(_stream, load), sidecar, source.limits, inside_archive=True)
            yield from read_source(member)
        except ReadError as error:
            yield Failure(name, STEP, str(error))


def _load(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: Limits) -> bytes:
    """One member's bytes. The size that the archive declares may lie, so the stream is cut at the limit too."""
    if info.file_size > limits.file:
        raise too_large(name, info.file_size, limits.file)
    try:
        with archive.open(info) as file:
            data = file.read(limits.file + 1)
    except _BROKEN as error:
        raise ReadError(f"{name}: cannot be unpacked ({error}); fetch the archive again") from None
    if len(data) > limits.file:
        raise too_large(name, len(data), limits.file)
    return data


def _stream(load: partial[bytes]) -> BinaryIO:
    return io.BytesIO(load())


def _sidecar_of(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, sidecars: dict[str, tuple[Sidecar, str | None]], limits: Limits
) -> Metadata:
    """What the ``reports.csv`` in the member's folder, or else at the top of the archive, says of it."""
    folder, _, base = info.filename.rpartition("/")
    for place, inner in ((f"{folder}/" if folder else "", base), ("", info.filename)):
        if place not in sidecars:
            sidecars[place] = _sidecar(archive, place + SIDECAR, limits)
        rows = sidecars[place][0]
        if inner in rows:
            return rows[inner]
    return _NOTHING


def _sidecar(archive: zipfile.ZipFile, name: str, limits: Limits) -> tuple[Sidecar, str | None]:
    try:
        info = archive.getinfo(name)
    except KeyError:
        return {}, None
    return parse_sidecar(_load(archive, info, name, limits), name)
