"""What a translation altered: a number or date, who did it, or a plan told as a deed.

The words of two languages cannot be set beside each other as in diff.  Sentences of a translated passage are aligned
by the keys that they share, as when it was found; in two aligned sentences what both have is crossed out, and only
where one thing of a kind is left over on either side has it been changed.  Negations are not compared: of 180 true
translations of news, one in four says some clause the other way round ("unlike", "is not like").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from isnad.compare.altered_view import Altered, View, What
from isnad.compare.entities import Entities, named
from isnad.compare.intervals import amount_of, clock_of, relation
from isnad.compare.moods import says
from isnad.compare.translated_align import beads, chains, units
from isnad.compare.translated_bags import Bags, Side, read_bags
from isnad.compare.voices import of_two_people
from isnad.model import Analysis, Copy, Passage, Span, Value
from isnad.text.fold import fold

LIKE = 0.4
"""Likeness of two aligned sentences from which a difference is a change and not another sentence."""
AROUND = 4
"""Sentences before and behind a passage that are aligned too: what was changed much is no part of what was found."""
_PLAN_AND_DEED = {"actual", "planned"}
_OF_DEEDS = frozenset({"count", "money"})
_PLANS = frozenset({"planned"})
_NUMBERS = re.compile(r"\d{2,}")
_OPEN = frozenset({"planned", "conditional", "ordered", "alleged", "denied"})


class Aligned(NamedTuple):
    """Sentences of two documents that say the same, each side as a range of the clean text."""

    a: tuple[int, int]
    b: tuple[int, int]


class Translations:
    """The aligned sentences of translated passages of a case."""

    def __init__(self, copies: Sequence[Copy], analyses: Sequence[Analysis], entities: Entities) -> None:
        names = {name for copy in copies if _is_translated(copy) for name in (copy.a, copy.b)}
        taken = [analysis for analysis in analyses if analysis.document.name in names]
        self._bags: Bags = read_bags(taken, [fold(analysis.text.clean) for analysis in taken])
        self._languages: dict[str, set[str]] = defaultdict(set)
        for analysis in analyses:
            for _, entity in named(analysis.mentions, entities):
                self._languages[entity].add(analysis.text.language)
        self._sides: dict[str, list[Side]] = {}
        for side in self._bags.sides:
            self._sides.setdefault(taken[side.document].document.name, []).append(side)

    def is_known_in(self, entity: str, languages: set[str]) -> bool:
        """Whether the case names an entity in all these languages: else two may be one."""
        return languages <= self._languages[entity]

    def aligned(self, copy: Copy, passage: Passage) -> Iterator[Aligned]:
        """The sentences of a passage that are one to one enough to tell a change."""
        for left in self._inside(copy.a, passage.a):
            for right in self._inside(copy.b, passage.b):
                if left.language != right.language:
                    yield from self._pairs(left, right)

    def _inside(self, document: str, span: Span) -> Iterator[Side]:
        for side in self._sides.get(document, ()):
            sentences = self._bags.sentences[side.first : side.last]
            first = bisect_left([one.start for one in sentences], span.start)
            last = bisect_right([one.end for one in sentences], span.end)
            if first < last:
                first, last = max(0, first - AROUND), min(len(sentences), last + AROUND)
                yield side._replace(first=side.first + first, last=side.first + last)

    def _pairs(self, left: Side, right: Side) -> Iterator[Aligned]:
        bags = self._bags
        found = beads(units(bags, left), units(bags, right))
        mass = (bags.mass[left.first : left.last], bags.mass[right.first : right.last])
        for chain in chains(found, *mass):
            for bead in chain:
                if bead.like >= LIKE:
                    a, b = bags.sentences[left.first : left.last], bags.sentences[right.first : right.last]
                    yield Aligned(
                        (a[bead.a_first].start, a[bead.a_last - 1].end), (b[bead.b_first].start, b[bead.b_last - 1].end)
                    )


def _is_translated(copy: Copy) -> bool:
    return any(passage.kind == "translated" for passage in copy.passages)


def translated_alterations(copy: Copy, known: Translations, a: View, b: View) -> list[Altered]:
    """All that the translated passages of a copy have otherwise on the one side, each once."""
    found = (
        altered
        for passage in copy.passages
        if passage.kind == "translated"
        for pair in known.aligned(copy, passage)
        for altered in _of_pair(copy, pair, known, a, b)
    )
    return list({(one.what, one.a.start, one.b.start): one for one in found}.values())


def _of_pair(copy: Copy, pair: Aligned, known: Translations, a: View, b: View) -> Iterator[Altered]:
    left, right = a.values_in(*pair.a), b.values_in(*pair.b)
    matched = _matched(left, right)
    for one, other in _left_over(pair, a, b, matched):
        yield _altered(copy, "number", (a, one.span), (b, other.span))
    for one, other in matched:
        if _raised(one, other, pair, a, b) and _alone(one, left) and _alone(other, right):
            yield _altered(copy, "modality", (a, one.span), (b, other.span))
    names = _other_agent(pair, known, a, b)
    if names:
        yield _altered(copy, "name", (a, names[0]), (b, names[1]))


def _altered(copy: Copy, what: What, left: tuple[View, Span], right: tuple[View, Span]) -> Altered:
    sides = [(view, view.claim(span.start), span) for view, span in (left, right)]
    shown = [view.shown(claim, None, span.start, span.end) for view, claim, span in sides]
    return Altered(copy, what, shown[0], shown[1], sides[0][1], sides[1][1], translated=True)


def _matched(left: Sequence[Value], right: Sequence[Value]) -> list[tuple[Value, Value]]:
    """The values that both sides have, each once."""
    rest = list(right)
    found = []
    for one in left:
        other = next((value for value in rest if _agree(one, value)), None)
        if other is not None:
            rest.remove(other)
            found.append((one, other))
    return found


def _agree(a: Value, b: Value) -> bool:
    clocks = clock_of(a), clock_of(b)
    amounts = clocks if clocks[0] and clocks[1] else (amount_of(a), amount_of(b))
    return bool(amounts[0] and amounts[1] and relation(amounts[0], amounts[1]) in ("same", "compatible"))


def _left_over(
    pair: Aligned, a: View, b: View, matched: Sequence[tuple[Value, Value]]
) -> Iterator[tuple[Value, Value]]:
    """Values of one kind that stand alone on either side when what both have is crossed out, and differ."""
    done = {id(value) for both in matched for value in both}
    rest_a, rest_b = ([v for v in view.values_in(*at) if id(v) not in done] for view, at in ((a, pair.a), (b, pair.b)))
    for one in rest_a:
        own = [value for value in rest_a if value.kind == one.kind]
        alike = [value for value in rest_b if value.kind == one.kind]
        if len(own) == len(alike) == 1 and _contradict(one, alike[0]):
            # A list or a clock that is read otherwise on the other side has the same figures there.
            mine, yours = _figures(a, one.span), _figures(b, alike[0].span)
            elsewhere = (mine - yours) & _figures(b, pair.b) or (yours - mine) & _figures(a, pair.a)
            if not elsewhere and not of_two_people(a.told(one.span.start), b.told(alike[0].span.start)):
                yield one, alike[0]


def _figures(view: View, place: Span | tuple[int, int]) -> set[str]:
    """The numbers of two and more figures of a place."""
    start, end = (place.start, place.end) if isinstance(place, Span) else place
    return set(_NUMBERS.findall(fold(view.span(start, end).text).key))


def _contradict(a: Value, b: Value) -> bool:
    """Whether two values of one kind tell one thing otherwise: of one unit or concept, exact, and of one precision."""
    amounts = amount_of(a), amount_of(b)
    if amounts[0] is None or amounts[1] is None or a.uncertain or b.uncertain:
        return False
    if a.kind == "date":
        exact = len(a.edtf or "") == len(b.edtf or "") and a.clock == b.clock
        return exact and _is_told(a) and _is_told(b) and relation(amounts[0], amounts[1]) == "apart"
    exact = a.low == a.high and b.low == b.high and not (a.approximate or b.approximate)
    of_one = (a.of == b.of is not None) or (a.unit == b.unit is not None)
    return exact and of_one and a.per == b.per and relation(amounts[0], amounts[1]) == "apart"


def _is_told(date: Value) -> bool:
    """Whether a date is told by number: "Saturday" and "yesterday" depend on when a report was written."""
    return any(char.isdigit() for char in date.span.text)


def _raised(one: Value, other: Value, pair: Aligned, a: View, b: View) -> bool:
    """Whether a number that both sides have is that of a plan on the one side and that of a deed on the other."""
    if (
        one.kind not in _OF_DEEDS
        or one.of is None
        or one.of != other.of
        or {one.modality, other.modality} != _PLAN_AND_DEED
    ):
        return False
    left, right = a.span(*pair.a).text, b.span(*pair.b).text
    deed, plan = ((left, a), (right, b)) if one.modality == "actual" else ((right, b), (left, a))
    return says(plan[0], plan[1].language, _PLANS) and not says(deed[0], deed[1].language, _OPEN)


def _alone(one: Value, values: Sequence[Value]) -> bool:
    return sum(_agree(one, other) for other in values) == 1


def _other_agent(pair: Aligned, known: Translations, a: View, b: View) -> tuple[Span, Span] | None:
    """Who did what happened once in either sentence, where each side has somebody whom the other does not name."""
    events_a, events_b = a.agents_in(*pair.a), b.agents_in(*pair.b)
    told_a, told_b = a.entities_in(*pair.a), b.entities_in(*pair.b)
    languages = {a.language, b.language}
    for event in sorted(events_a.keys() & events_b.keys()):
        (one, span_a), (other, span_b) = events_a[event], events_b[event]
        sure = known.is_known_in(one, languages) and known.is_known_in(other, languages)
        if sure and one not in told_b and other not in told_a:
            return span_a, span_b
    return None
