"""Citron's JSON: one object a document, with its text and its quotes.

https://github.com/bbc/citron describes it.  A quote has one cue, and lists of sources, contents and coreferences;
groups of coreferring spans may stand beside the quotes.  Offsets count code points of ``text``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from isnad.extract.marks.base import Mark, MarkedDocument, Marking, Source, checked, fail, made_mark, shown
from isnad.extract.marks.decoded import decoded


class _Span(msgspec.Struct):
    start: int
    end: int
    text: str


class _Quote(msgspec.Struct):
    cue: _Span | None
    contents: list[_Span]
    sources: list[_Span] | None = None
    coreferences: list[_Span] | None = None
    # Citron writes the number as a string.
    confidence: float | str | None = None


class _File(msgspec.Struct):
    text: str
    quotes: list[_Quote] | None
    coreference_groups: list[list[_Span]] | None = None


class CitronJson(msgspec.Struct, frozen=True):
    """The format ``citron-json``."""

    def fits(self, source: Source) -> bool:
        """A JSON object that is not one line of many, with the field that only this format has."""
        return source.text.lstrip()[:1] == "{" and '"quotes"' in source.text

    def read(self, source: Source) -> tuple[MarkedDocument, ...]:
        """The one document of the file."""
        return (_Reading(source).document(),)


FORMAT = CitronJson()


class _Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.label = source.label
        self.file = decoded(source.text, _File, source.label)

    def document(self) -> MarkedDocument:
        groups = self._groups()
        quotes = self.file.quotes or []
        markings = tuple(self._marking(number, quote, groups) for number, quote in enumerate(quotes))
        return MarkedDocument(self.label, markings, text=self.file.text)

    def _groups(self) -> dict[tuple[int, int], tuple[Mark, ...]]:
        """For the place of every member of a group, the whole group."""
        found: dict[tuple[int, int], tuple[Mark, ...]] = {}
        for number, group in enumerate(self.file.coreference_groups or []):
            marks = self._marks(group, f"coreference_groups[{number}]")
            found.update(dict.fromkeys(((mark.start, mark.end) for mark in marks), marks))
        return found

    def _marking(self, number: int, quote: _Quote, groups: dict[tuple[int, int], tuple[Mark, ...]]) -> Marking:
        place = f"quotes[{number}]"
        where = f"{self.label}: {place}"
        sources = self._marks(quote.sources or [], f"{place}.sources")
        own = self._marks(quote.coreferences or [], f"{place}.coreferences")
        grouped = [mark for source in sources for mark in groups.get((source.start, source.end), ())]
        return checked(
            Marking(
                where=where,
                cues=() if quote.cue is None else (self._mark(quote.cue, f"{place}.cue"),),
                contents=self._marks(quote.contents, f"{place}.contents"),
                sources=sources,
                corefers=tuple(dict.fromkeys((*own, *grouped))),
                confidence=_confidence(quote.confidence, where),
            )
        )

    def _marks(self, spans: Sequence[_Span], place: str) -> tuple[Mark, ...]:
        return tuple(self._mark(span, f"{place}[{number}]") for number, span in enumerate(spans))

    def _mark(self, span: _Span, place: str) -> Mark:
        where = f"{self.label}: {place}"
        text = self.file.text
        if not 0 <= span.start < span.end <= len(text):
            fail(where, f"{span.start}–{span.end} is outside the file's own text of {len(text)} characters; correct it")
        mark = made_mark(span.start, span.end, span.text, where)
        there = text[span.start : span.end]
        if mark.text != there:
            fail(
                where,
                f"says {shown(mark.text)}, but the file's own text has {shown(there)} there; correct one of them",
            )
        return mark


def _confidence(given: float | str | None, where: str) -> float | None:
    if given is None:
        return None
    try:
        number = float(given)
    except ValueError:
        fail(where, f"{shown(str(given))} is no confidence; give a number between 0 and 1")
    if math.isnan(number):
        fail(where, "NaN is no confidence; give a number between 0 and 1")
    return number
