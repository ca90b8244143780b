"""Passages that reports took over from each other: word for word, edited, or translated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from isnad.compare.align import Aligned, passages
from isnad.compare.direction import Side, direction
from isnad.compare.forms import is_form
from isnad.compare.naming import Naming
from isnad.compare.shingles import find_runs
from isnad.model import Analysis, Copy, Passage, Span, Text
from isnad.text.bulk import WordTable, tokenise
from isnad.text.fold import marks_after

_NOT_OWN = frozenset({"boilerplate", "related_link", "repeat", "pull_quote", "credit", "byline", "dateline"})
_VERBATIM = 0.97


def find_copies(analyses: Sequence[Analysis], every_side: Sequence[Side], naming: Naming) -> tuple[Copy, ...]:
    """All copies between any two reports, ordered by the documents' names, with passages, shares and direction.

    ``every_side`` are the sides of the analyses (`isnad.compare.direction.sides`), ``naming`` knows their outlets.
    """
    words = tokenise([analysis.text.clean for analysis in analyses], [_own_ranges(a.text) for a in analyses])
    found = _without_page_furniture(passages(words, find_runs(words)), analyses)
    copies = []
    for (a, b), group in groupby(found, key=lambda p: (p.a, p.b)):
        made = [(aligned, _passage(aligned, analyses, words)) for aligned in group]
        kept = [(aligned, passage) for aligned, passage in made if not is_form(passage)]
        if kept:
            pair, known = (analyses[a], analyses[b]), (every_side[a], every_side[b])
            copies.append(_copy(kept, pair, (words.count(a), words.count(b)), known, naming))
    return tuple(copies)


def _own_ranges(text: Text) -> list[tuple[int, int]]:
    return [(segment.start, segment.end) for segment in text.segments if segment.kind not in _NOT_OWN]


def _without_page_furniture(found: list[Aligned], analyses: Sequence[Analysis]) -> list[Aligned]:
    """Drop passages that three or more reports of one outlet share: they belong to its pages, not to a story."""
    outlet = [analysis.document.outlet for analysis in analyses]
    within = [p for p in found if outlet[p.a] is not None and outlet[p.a] == outlet[p.b]]
    shared: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for p in within:
        shared[p.a].append((p.start_a, p.end_a, p.b))
        shared[p.b].append((p.start_b, p.end_b, p.a))

    def furniture(p: Aligned) -> bool:
        with_a = {other for start, end, other in shared[p.a] if start < p.end_a and p.start_a < end}
        with_b = {other for start, end, other in shared[p.b] if start < p.end_b and p.start_b < end}
        return len(with_a) > 1 or len(with_b) > 1

    dropped = {p for p in within if furniture(p)}
    return [p for p in found if p not in dropped]


def _copy(
    kept: list[tuple[Aligned, Passage]],
    pair: tuple[Analysis, Analysis],
    counts: tuple[int, int],
    known: tuple[Side, Side],
    naming: Naming,
) -> Copy:
    """The copy between two reports with so many words, of which so much is known."""
    shared = tuple(passage for _, passage in kept)
    contained_a = sum(p.end_a - p.start_a for p, _ in kept) / counts[0]
    contained_b = sum(p.end_b - p.start_b for p, _ in kept) / counts[1]
    named = naming.both(pair, (known[0].outlet, known[1].outlet), shared)
    way, reason = direction(*known, contained_a, contained_b, named)
    return Copy(
        a=pair[0].document.name,
        b=pair[1].document.name,
        contained_a=round(contained_a, 3),
        contained_b=round(contained_b, 3),
        direction=way,
        reason=reason,
        passages=shared,
    )


def _passage(p: Aligned, analyses: Sequence[Analysis], words: WordTable) -> Passage:
    spans = []
    for document, start, end in ((p.a, p.start_a, p.end_a), (p.b, p.start_b, p.end_b)):
        text = analyses[document].text
        first, last = words.range(document, start, end)
        spans.append(text.span(first, marks_after(text.clean, last)))
    whole = not any(_interrupted(analyses[at].text, span) for at, span in zip((p.a, p.b), spans, strict=True))
    return Passage(spans[0], spans[1], "verbatim" if whole and p.same >= _VERBATIM else "edited")


def _interrupted(text: Text, span: Span) -> bool:
    """Whether a page's remains stand inside the span: such a passage is not word for word."""
    return any(s.kind in _NOT_OWN and s.start < span.end and span.start < s.end for s in text.segments)
