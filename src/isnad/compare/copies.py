"""Passages that reports took over from each other: word for word, edited, or translated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from isnad.compare.align import Aligned, passages
from isnad.compare.direction import Side, direction, sides
from isnad.compare.shingles import find_runs
from isnad.lang.outlets import OutletTable
from isnad.model import Analysis, Copy, Passage, Span, Text
from isnad.text.fold import Folded, fold
from isnad.text.tokens import Words, words_of

_NOT_OWN = frozenset({"boilerplate", "related_link", "repeat", "pull_quote", "credit", "byline", "dateline"})
_VERBATIM = 0.97


def find_copies(analyses: Sequence[Analysis], outlets: OutletTable) -> tuple[Copy, ...]:
    """All copies between any two reports, ordered by the documents' names, with passages, shares and direction."""
    folded = [fold(analysis.text.clean) for analysis in analyses]
    words = [words_of(key, _own_ranges(analysis.text, key)) for analysis, key in zip(analyses, folded, strict=True)]
    found = _without_page_furniture(passages(words, find_runs(words)), analyses)
    every_side = sides(analyses, outlets)
    return tuple(
        _copy(list(group), analyses, folded, words, every_side) for _, group in groupby(found, key=lambda p: (p.a, p.b))
    )


def _own_ranges(text: Text, folded: Folded) -> list[tuple[int, int]]:
    own = [segment for segment in text.segments if segment.kind not in _NOT_OWN]
    borders = folded.to_keys([place for segment in own for place in (segment.start, segment.end)])
    return list(zip(borders[::2], borders[1::2], strict=True))


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
    group: list[Aligned], analyses: Sequence[Analysis], folded: list[Folded], words: list[Words], every_side: list[Side]
) -> Copy:
    a, b = group[0].a, group[0].b
    contained_a = sum(p.end_a - p.start_a for p in group) / max(1, len(words[a].starts))
    contained_b = sum(p.end_b - p.start_b for p in group) / max(1, len(words[b].starts))
    way, reason = direction(every_side[a], every_side[b], contained_a, contained_b)
    return Copy(
        a=analyses[a].document.name,
        b=analyses[b].document.name,
        contained_a=round(contained_a, 3),
        contained_b=round(contained_b, 3),
        direction=way,
        reason=reason,
        passages=tuple(_passage(p, analyses, folded, words) for p in group),
    )


def _passage(p: Aligned, analyses: Sequence[Analysis], folded: list[Folded], words: list[Words]) -> Passage:
    spans = []
    for document, start, end in ((p.a, p.start_a, p.end_a), (p.b, p.start_b, p.end_b)):
        key_start, key_end = int(words[document].starts[start]), int(words[document].ends[end - 1])
        spans.append(analyses[document].text.span(*folded[document].text_range(key_start, key_end)))
    whole = not any(_interrupted(analyses[at].text, span) for at, span in zip((p.a, p.b), spans, strict=True))
    return Passage(spans[0], spans[1], "verbatim" if whole and p.same >= _VERBATIM else "edited")


def _interrupted(text: Text, span: Span) -> bool:
    """Whether a page's remains stand inside the span: such a passage is not word for word."""
    return any(s.kind in _NOT_OWN and s.start < span.end and span.start < s.end for s in text.segments)
