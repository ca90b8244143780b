"""What readers share: ``Raw``, limits, metadata and the shape of a reader."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, Protocol

import msgspec

from isnad.errors import ReadError
from isnad.model import Document, Failure
from isnad.model.ids import document_id

STEP = "read"
_MEGABYTE = 1_000_000


class Raw(msgspec.Struct, frozen=True):
    """A document with its bytes, as ``isnad.text.make_text`` wants them."""

    document: Document
    data: bytes


class Limits(msgspec.Struct, frozen=True):
    """How much is read: of one file, of one archive, of what an archive holds in all, and how many members."""

    file: int = 20 * _MEGABYTE
    archive: int = 500 * _MEGABYTE
    unpacked: int = 1000 * _MEGABYTE
    members: int = 50_000


class Metadata(msgspec.Struct, frozen=True):
    """What a page, record or sidecar says of a report."""

    outlet: str | None = None
    url: str | None = None
    date: str | None = None
    title: str | None = None
    author: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """These values, and those of ``other`` where this has none."""
        return Metadata(
            self.outlet or other.outlet,
            self.url or other.url,
            self.date or other.date,
            self.title or other.title,
            self.author or other.author,
        )


Sidecar = Mapping[str, Metadata]


class Source(msgspec.Struct, frozen=True):
    """One file to read, on disk or inside an archive.

    ``load`` gives its bytes and raises ``ReadError`` when they are more than the limit; ``stream`` gives a seekable
    stream for archives.  ``sidecar`` is what the folder's ``reports.csv`` says of this file.
    """

    name: str
    load: Callable[[], bytes]
    stream: Callable[[], BinaryIO]
    sidecar: Metadata
    limits: Limits
    inside_archive: bool = False


class Reader(Protocol):
    """A format: the documents of one file, and failures for what cannot be had. Raises ``ReadError`` at most."""

    def __call__(self, source: Source) -> Iterator[Raw | Failure]: ...


def make_raw(name: str, data: bytes, media_type: str, found: Metadata, where: str, sidecar: Metadata) -> Raw:
    """A document of these bytes; ``where`` names the place that ``found`` comes from, the sidecar wins over it."""
    merged = sidecar.over(found)
    document = Document(
        id=document_id(name, data),
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        size=len(data),
        outlet=merged.outlet,
        url=merged.url,
        date=merged.date,
        title=merged.title,
        author=merged.author,
        metadata_from=_metadata_from(found, where, sidecar),
    )
    return Raw(document, data)


def _metadata_from(found: Metadata, where: str, sidecar: Metadata) -> str | None:
    """Where outlet and date were found: both places when each gave something."""
    places = []
    if sidecar.outlet or sidecar.date:
        places.append("reports.csv")
    if (found.outlet and not sidecar.outlet) or (found.date and not sidecar.date):
        places.append(where)
    return ", ".join(places) or None


def too_large(name: str, size: int, limit: int) -> ReadError:
    """The error for a file above the limit."""
    return ReadError(
        f"{name}: {size / _MEGABYTE:.1f} MB is more than the limit of {limit / _MEGABYTE:.0f} MB; "
        "split it into smaller files"
    )
