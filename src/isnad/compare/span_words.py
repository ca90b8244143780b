"""The words of a passage as matching keys with their places: what two sides of a copy are aligned by."""

from __future__ import annotations

import re
from functools import lru_cache

from isnad.model import Span
from isnad.text.fold import fold_key

_WORD = re.compile(r"\w+")
Words = list[tuple[int, int, str]]


def span_words(span: Span) -> Words:
    """Start, end and key of each word of a span, in order."""
    return [(span.start + start, span.start + end, key) for start, end, key in _words(span.text)]


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[tuple[int, int, str], ...]:
    # One passage is aligned with each of its copies, and a word stands in many passages.
    return tuple((match.start(), match.end(), _key(match.group())) for match in _WORD.finditer(text))


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    return fold_key(word)
