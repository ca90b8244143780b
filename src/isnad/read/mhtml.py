"""Pages that a browser saved as one file (MHTML): the HTML part is the document."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError

from isnad.errors import ReadError
from isnad.model import Failure
from isnad.read.base import Metadata, Raw, Source
from isnad.read.html import page_raw
from isnad.read.plain import checked


def read_mhtml(source: Source) -> Iterator[Raw | Failure]:
    """The first HTML part of the file; its bytes are the document's bytes."""
    try:
        message = message_from_bytes(checked(source.name, source.load()))
        parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
        data = parts[0].get_payload(decode=True) if parts else None
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise ReadError(f"{source.name}: is no saved page ({error}); save it as HTML") from None
    if not isinstance(data, bytes):
        raise ReadError(f"{source.name}: holds no HTML part; save the page as HTML")
    location = str(message.get("Snapshot-Content-Location") or "").strip() or None
    yield page_raw(source.name, checked(source.name, data), source.sidecar.over(Metadata(url=location)))
