"""Ids of claims."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from isnad.model import Span


def claim_id(document: str, statement: str | None, text: Sequence[Span]) -> str:
    """The id of a claim: ``cl:`` and 12 hex digits over its place in ``document`` and the statement it belongs to.

    One string for one hash, since claims are many; the document comes last, so that nothing can be confused.
    """
    places = ",".join([f"{span.start}-{span.end}" for span in text])
    key = f"{statement or ''}|{places}|{document}"
    return f"cl:{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
