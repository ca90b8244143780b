"""Drafts become values: the places of all of a text are found at once."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.model import Span, Text
from isnad.model.value import Value, ValueModality
from isnad.text.fold import Folded


def finished(text: Text, folded: Folded, found: list[tuple[Line, Draft, ValueModality]]) -> Iterator[Value]:
    """The values of drafts, their places found all at once: of each value, and of what it measures."""
    ranges = [(line, draft.start, draft.end) for line, draft, _ in found]
    bound = [(line, *draft.of_range) for line, draft, _ in found if draft.of_range is not None]
    ranges += bound
    places = folded.text_ranges(
        [line.starts[first] for line, first, _ in ranges], [line.ends[end - 1] for line, _, end in ranges]
    )
    of_places = iter(places[len(found) :])
    clean, document = text.clean, text.document
    for (line, draft, mood), (start, end) in zip(found, places, strict=False):
        assert draft.kind is not None
        if line.lex[draft.start].prefix:
            start = _without_clitic(line, draft, start)
        of_span = None
        if draft.of_range is not None:
            of_start, of_end = next(of_places)
            of_span = Span(of_start, of_end, clean[of_start:of_end])
        yield Value(
            document=document,
            span=Span(start, end, clean[start:end]),
            kind=draft.kind,
            low=draft.low,
            high=draft.high,
            unit=draft.unit,
            edtf=draft.edtf,
            clock=draft.clock,
            calendar=draft.calendar if draft.kind == "date" else None,
            approximate=draft.approximate,
            modality=mood,
            of=draft.of,
            of_span=of_span,
            per=draft.per,
            uncertain=draft.uncertain,
            reason=draft.reason,
        )


def _without_clitic(line: Line, draft: Draft, start: int) -> int:
    """The span begins at the number itself, not at «و» or «ب» before it."""
    prefix = line.prefix(draft.start)
    cut = len(prefix) - 2 if prefix.endswith(("ال", "لل")) else len(prefix)
    if cut <= 0 or line.folded.key[line.starts[draft.start] : line.starts[draft.start] + cut] != prefix[:cut]:
        return start
    return line.folded.to_text(line.starts[draft.start] + cut)
