"""Readers by name, and which one a file gets: by suffix, or by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from isnad.errors import ReadError
from isnad.model import Failure
from isnad.plugins import Registry
from isnad.read.base import Raw, Reader, Source
from isnad.read.walk import SUFFIXES

READERS: Registry[Reader] = Registry(
    "reader",
    {
        "text": "isnad.read.plain:read_plain",
        "html": "isnad.read.html:read_html",
        "mhtml": "isnad.read.mhtml:read_mhtml",
        "json": "isnad.read.records:read_records",
        "zip": "isnad.read.archive:read_archive",
    },
)
_HEAD = 2048
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*\"")
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n){0,12}mime-version:", re.I)


def read_source(source: Source) -> Iterator[Raw | Failure]:
    """The documents of one file. Raises ``ReadError`` when the file as a whole cannot be read."""
    suffix = PurePosixPath(source.name).suffix.lower()
    name = SUFFIXES.get(suffix) or sniff(source)
    return READERS.get(name)(source)


def sniff(source: Source) -> str:
    """The reader for a file whose suffix says nothing."""
    with source.stream() as stream:
        head = stream.read(_HEAD)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x7fELF")):
        raise ReadError(f"{source.name}: is no text and no format isnad reads; convert it to text, HTML or JSON")
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(head):
        return "html"
    if _JSON.match(head):
        return "json"
    return "mhtml" if _MHTML.match(head) else "text"
