"""Whether a place in a key stands between quotation marks."""

from __future__ import annotations


def is_open(key: str, start: int, at: int) -> bool:
    """Whether a quotation that begins at ``start`` or behind it is still open at ``at``: a straight mark opens and
    closes by turns, of guillemets more have opened than closed."""
    return key.count('"', start, at) % 2 == 1 or key.count("«", start, at) > key.count("»", start, at)
