"""What rows hold: results as JSON, to the byte the same for the same result."""

from __future__ import annotations

from typing import Any

import msgspec

from isnad.errors import StoreError


def encoded(result: Any) -> bytes:
    """A step's result as JSON."""
    return msgspec.json.encode(result, order="deterministic")


def decoded(payload: bytes, kind: Any, where: str) -> Any:
    """A row's payload as the step's type; ``StoreError`` naming ``where`` if it is not of that type."""
    try:
        return msgspec.json.decode(payload, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError) as error:
        raise StoreError(f"{where}: the row does not hold what its step makes ({error})") from error
