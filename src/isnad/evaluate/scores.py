"""The measures, micro-averaged over all documents.

``cue``, ``source``, ``content``: each distinct span once; *exact* is the same span, *overlap* intersection over union
of at least one half.  ``relation``: content and cue overlap, and the source does too, or, where one side has none,
the named speaker agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from isnad.evaluate.base import GoldDocument, Mark, Range
from isnad.evaluate.cells import Cells, cells, overlap
from isnad.evaluate.names import same_name
from isnad.evaluate.pairing import LEAST, paired

PARTS = ("cue", "source", "content", "relation")
WAYS = ("exact", "overlap")
NOBODY = (None, "", "unnamed")


@dataclass
class Part:
    """Counts of one measure."""

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    overlap: int = 0

    def hits(self, way: str) -> int:
        """Those that count as found, ``exact`` or by ``overlap``."""
        return self.exact if way == "exact" else self.overlap

    def precision(self, way: str) -> float:
        """The share of what was found that is right."""
        return self.hits(way) / self.predicted if self.predicted else 0.0

    def recall(self, way: str) -> float:
        """The share of what is right that was found."""
        return self.hits(way) / self.gold if self.gold else 0.0

    def f1(self, way: str) -> float:
        """The harmonic mean of both."""
        both = self.predicted + self.gold
        return 2 * self.hits(way) / both if both else 0.0


@dataclass(frozen=True)
class Missed:
    """A mark that has no partner on the other side, for people who look for the reason."""

    document: str
    cue: str
    who: str | None
    content: str


@dataclass
class Scores:
    """What a run reached."""

    documents: int = 0
    parts: dict[str, Part] = field(default_factory=lambda: {name: Part() for name in PARTS})
    kinds: dict[str, tuple[int, int]] = field(default_factory=dict)
    missed: list[Missed] = field(default_factory=list)
    spurious: list[Missed] = field(default_factory=list)


@dataclass(frozen=True)
class _Side:
    """A mark as sets of characters."""

    mark: Mark
    cue: Cells
    source: Cells
    content: Cells

    def part(self, name: str) -> Cells:
        return {"cue": self.cue, "source": self.source, "content": self.content}[name]


def score(gold: Sequence[GoldDocument], predicted: Mapping[str, Sequence[Mark]]) -> Scores:
    """Compare ``predicted`` (marks by document name) with ``gold``."""
    scores = Scores()
    for document in gold:
        text = document.text.clean
        right = [_side(text, mark) for mark in document.marks]
        found = [_side(text, mark) for mark in predicted.get(document.name, ())]
        scores.documents += 1
        for name in ("cue", "source", "content"):
            _count_spans(scores.parts[name], _distinct(right, name), _distinct(found, name))
        pairs = _count_relations(scores.parts["relation"], right, found)
        _count_kinds(scores, right, {i for i, _ in pairs})
        scores.missed += _left(document, right, {i for i, _ in pairs})
        scores.spurious += _left(document, found, {j for _, j in pairs})
    return scores


def _side(text: str, mark: Mark) -> _Side:
    return _Side(mark, cells(text, _one(mark.cue)), cells(text, _one(mark.source)), cells(text, mark.content))


def _one(place: Range | None) -> tuple[Range, ...]:
    return () if place is None else (place,)


def _distinct(sides: Iterable[_Side], name: str) -> list[Cells]:
    return sorted({side.part(name) for side in sides if side.part(name)}, key=sorted)


def _count_spans(part: Part, right: list[Cells], found: list[Cells]) -> None:
    part.gold += len(right)
    part.predicted += len(found)
    part.exact += len(set(right) & set(found))
    part.overlap += len(paired(right, found, overlap))


def _count_relations(part: Part, right: list[_Side], found: list[_Side]) -> list[tuple[int, int]]:
    pairs = paired(right, found, _same_relation)
    part.gold += len(right)
    part.predicted += len(found)
    part.overlap += len(pairs)
    part.exact += sum(all(right[i].part(name) == found[j].part(name) for name in PARTS[:3]) for i, j in pairs)
    return pairs


def _same_relation(right: _Side, found: _Side) -> float:
    if right.cue.isdisjoint(found.cue) or not _same_source(right, found):
        return 0.0
    return overlap(right.content, found.content)


def _same_source(right: _Side, found: _Side) -> bool:
    if right.source and found.source:
        return overlap(right.source, found.source) >= LEAST
    if same_name(right.mark.who, found.mark.who):
        return True
    return not right.source and not found.source and right.mark.who in NOBODY


def _count_kinds(scores: Scores, right: list[_Side], hit: set[int]) -> None:
    for i, side in enumerate(right):
        kind = str(side.mark.kind)
        hits, of = scores.kinds.get(kind, (0, 0))
        scores.kinds[kind] = (hits + (i in hit), of + 1)


def _left(document: GoldDocument, sides: list[_Side], hit: set[int]) -> list[Missed]:
    text = document.text.clean
    return [
        Missed(
            document.name,
            text[slice(*side.mark.cue)] if side.mark.cue else "",
            side.mark.who,
            text[side.mark.content[0][0] : side.mark.content[-1][1]] if side.mark.content else "",
        )
        for i, side in enumerate(sides)
        if i not in hit
    ]
