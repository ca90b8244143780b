"""Span: a slice of a document. Every finding comes down to spans."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False):
    """``text`` is the document's clean text from ``start`` to ``end`` (Unicode code points).

    The text is kept beside the offsets on purpose: the redundancy lets ``isnad verify`` prove every offset.
    """

    start: int
    end: int
    text: str

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


def span(text: str, start: int, end: int) -> Span:
    """The span of ``text`` from ``start`` to ``end``: the one way spans are made, so that text and offsets agree."""
    return Span(start, end, text[start:end])
