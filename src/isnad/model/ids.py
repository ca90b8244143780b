"""Ids: tagged hashes of what they name, so that ``isnad verify`` can make every one of them again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from isnad.model.span import Span

Part = str | int | bytes | None


def _packed(part: Part) -> bytes:
    """A part with its type and length before it: ``("a", "bc")`` and ``("ab", "c")`` must not hash alike."""
    if part is None:
        return b"n0:"
    if isinstance(part, bytes):
        return b"b%d:%b" % (len(part), part)
    data = str(part).encode("utf-8", "surrogatepass")
    return b"%b%d:%b" % (b"s" if isinstance(part, str) else b"i", len(data), data)


def tagged(tag: str, *parts: Part, digits: int = 16) -> str:
    """``tag:`` and the first ``digits`` hex digits of the SHA-256 over all parts, each with its type and length."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(_packed(part))
    return f"{tag}:{digest.hexdigest()[:digits]}"


def document_id(name: str, data: bytes) -> str:
    """The id of the document called ``name`` with these bytes: ``doc:`` and 16 hex digits."""
    return tagged("doc", name, data)


def statement_id(document: str, cue: Span, content: Iterable[Span], source: Span | None, engine: str = "rules") -> str:
    """The id of a statement: ``st:`` and 12 hex digits over its place in ``document`` (a name) and what found it.

    Offsets only, no text: the document's own id already fixes the text.
    """
    places = ",".join([f"{piece.start}-{piece.end}" for piece in content])
    spoken = f"{source.start}-{source.end}" if source else ""
    # One string for one hash: ids are made for every statement. The name comes last, so that nothing can be confused.
    key = f"{engine}|{cue.start}-{cue.end}|{places}|{spoken}|{document}"
    return f"st:{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
