"""Facts that were taken over: which fact of a copy stands for which fact of what it was copied from.

Within a passage of one language the words are aligned (the longest common subsequence of words, as in diff); within
a translated one the facts themselves, in order.  Facts so paired are about one detail, whatever the copy makes of it:
where they differ, the copy changed it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from isnad.compare.facts import Fact
from isnad.compare.intervals import relation
from isnad.compare.span_words import Words, span_words
from isnad.compare.voices import Told, of_two_people
from isnad.model import Analysis, Copy, Passage, Span

_LONGEST = 3000
"""Words of a passage that are aligned; a longer one is aligned fact by fact."""


class Carried(NamedTuple):
    """Facts ``a`` and ``b`` (numbers) are one in a copied passage; ``same`` unless the copy changed it."""

    a: int
    b: int
    same: bool
    copy: Copy


def carried(facts: Sequence[Fact], copies: Sequence[Copy], analyses: Sequence[Analysis]) -> list[Carried]:
    """All pairs of facts that one passage holds on both sides, each fact paired once with each other document."""
    number = {analysis.document.name: i for i, analysis in enumerate(analyses)}
    by_document: dict[int, list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        by_document[fact.document].append(i)
    starts = {document: [facts[i].span.start for i in members] for document, members in by_document.items()}
    found: list[Carried] = []
    for copy in copies:
        a, b = number[copy.a], number[copy.b]
        seen: set[int] = set()
        for passage in copy.passages:
            left = _inside(by_document[a], starts.get(a, []), passage.a, facts)
            right = _inside(by_document[b], starts.get(b, []), passage.b, facts)
            for i, j in _pairs(left, right, passage, facts):
                if i not in seen and j not in seen:
                    seen.update((i, j))
                    found.append(Carried(i, j, alike(facts[i], facts[j]), copy))
    return found


def _inside(members: list[int], starts: list[int], span: Span, facts: Sequence[Fact]) -> list[int]:
    first = bisect_left(starts, span.start)
    last = bisect_left(starts, span.end)
    return [i for i in members[first:last] if facts[i].span.end <= span.end]


def _pairs(left: list[int], right: list[int], passage: Passage, facts: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    if not left or not right:
        return
    if passage.kind == "translated":
        yield from (
            (i, j) for i, j in _in_order(left, right, facts) if not of_two_people(_told(facts[i]), _told(facts[j]))
        )
        return
    words_a, words_b = span_words(passage.a), span_words(passage.b)
    if max(len(words_a), len(words_b)) > _LONGEST:
        yield from _in_order(left, right, facts)
        return
    yield from _by_words(left, right, words_a, words_b, facts)


def _told(fact: Fact) -> Told:
    return fact.statement, fact.chain


def _by_words(
    left: list[int], right: list[int], a: Words, b: Words, facts: Sequence[Fact]
) -> Iterator[tuple[int, int]]:
    """Facts whose words lie in one block of the alignment, equal or replaced."""
    matcher = SequenceMatcher(None, [word for _, _, word in a], [word for _, _, word in b], autojunk=False)
    ranges_a, ranges_b = _ranges(left, a, facts), _ranges(right, b, facts)
    blocks = [(i1, i2, j1, j2, tag) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag in ("equal", "replace")]
    used: set[int] = set()
    for i in left:
        best = None
        for i1, i2, j1, j2, tag in blocks:
            start, end = max(i1, ranges_a[i][0]), min(i2, ranges_a[i][1])
            if start >= end:
                continue
            # In an equal block word n is word n; in a replaced one, any fact of the block is its counterpart.
            low, high = (j1 + start - i1, j1 + end - i1) if tag == "equal" else (j1, j2)
            for j in right:
                overlap = min(high, ranges_b[j][1]) - max(low, ranges_b[j][0])
                if j not in used and overlap > 0 and comparable(facts[i], facts[j]):
                    rank = (alike(facts[i], facts[j]), overlap, -j)
                    best = max(best, (rank, j)) if best else (rank, j)
        if best:
            used.add(best[1])
            yield i, best[1]


def _ranges(members: list[int], words: Words, facts: Sequence[Fact]) -> Mapping[int, tuple[int, int]]:
    starts = [start for start, _, _ in words]
    return {
        i: (max(0, bisect_left(starts, facts[i].span.start + 1) - 1), bisect_left(starts, facts[i].span.end))
        for i in members
    }


def _in_order(left: list[int], right: list[int], facts: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    """Facts of a passage and its translation: first the equal ones in order, then what is left between two of them."""
    matcher = SequenceMatcher(None, [_sign(facts[i]) for i in left], [_sign(facts[j]) for j in right], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(left[i1:i2], right[j1:j2], strict=True)
        elif tag == "replace":
            yield from _changed(left[i1:i2], right[j1:j2], facts)


def _changed(left: list[int], right: list[int], facts: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    """The one fact of a kind and concept on either side between two facts that agree: the copy changed it.

    A translated passage may hold a sentence of the translator's own on the same thing; so both must have one root.
    """
    for i in left:
        fits = [j for j in right if comparable(facts[i], facts[j]) and _one_thing(facts[i], facts[j])]
        if len(fits) == 1 and sum(comparable(facts[k], facts[fits[0]]) for k in left) == 1:
            yield i, fits[0]


def _one_thing(a: Fact, b: Fact) -> bool:
    if (a.chain.root if a.chain else None) != (b.chain.root if b.chain else None):
        return False
    return bool(a.concept and a.concept == b.concept and (a.value is None or b.value is None or _units(a, b)))


def _units(a: Fact, b: Fact) -> bool:
    return bool(a.value and b.value and a.value.unit == b.value.unit)


def _sign(fact: Fact) -> tuple[object, ...]:
    if fact.amount:
        return fact.aspect, fact.amount.dimension, round(fact.amount.low, 6), round(fact.amount.high, 6)
    return fact.aspect, fact.entity, fact.polarity, fact.event


def comparable(a: Fact, b: Fact) -> bool:
    """Whether two facts could be one detail by their kind alone."""
    if a.aspect != b.aspect:
        return False
    if a.amount and b.amount:
        return a.amount.dimension == b.amount.dimension
    if a.aspect == "presence" and a.entity != b.entity:
        return False
    return a.amount is None and b.amount is None and (a.event == b.event or not a.event or not b.event)


def alike(a: Fact, b: Fact) -> bool:
    """Whether two comparable facts say the same: amount, entity, polarity and mood."""
    if a.amount and b.amount and relation(a.amount, b.amount) != "same":
        return False
    return a.entity == b.entity and a.polarity == b.polarity and a.mood == b.mood
