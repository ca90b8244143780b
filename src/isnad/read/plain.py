"""Plain text files."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.errors import ReadError
from isnad.model import Failure
from isnad.read.base import Metadata, Raw, Source, make_raw
from isnad.text.decode import is_binary


def read_plain(source: Source) -> Iterator[Raw | Failure]:
    """The one document of a text file."""
    data = checked(source.name, source.load())
    yield make_raw(source.name, data, "text/plain", Metadata(), "file", source.sidecar)


def checked(name: str, data: bytes) -> bytes:
    """``data``, when there is something in it and it is text; ``ReadError`` otherwise."""
    if not data.strip():
        raise ReadError(f"{name}: the file is empty; remove it or fetch the report again")
    if is_binary(data):
        raise ReadError(f"{name}: is binary, not text; convert it to text, HTML or JSON")
    return data
