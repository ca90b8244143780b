"""HTML pages: the bytes as they are, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.errors import ReadError
from isnad.model import Failure
from isnad.read.base import Metadata, Raw, Source, make_raw
from isnad.read.page import page_metadata
from isnad.read.plain import checked
from isnad.text.decode import decode


def read_html(source: Source) -> Iterator[Raw | Failure]:
    """The one document of an HTML file."""
    yield page_raw(source.name, checked(source.name, source.load()), source.sidecar)


def page_raw(name: str, data: bytes, sidecar: Metadata) -> Raw:
    """A page as a document. A page that cannot be decoded keeps its bytes; ``make_text`` will say so."""
    try:
        found = page_metadata(decode(data, name).text)
    except ReadError:
        found = Metadata()
    return make_raw(name, data, "text/html", found, "page", sidecar)
