"""The happenings that each report tells of, with what tells one from another: who, when, where, which values."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from isnad.compare.entities import Entities, named
from isnad.compare.facts import Fact
from isnad.compare.scene import Scene

_FAR = 1 << 60
Unit = tuple[int, str]
"""A document (its number) and the group of a happening."""
Key = tuple[str, ...]


class Happening(NamedTuple):
    """A unit: its keys, the days that are given for it, and the claims that name it."""

    unit: Unit
    keys: frozenset[Key]
    days: tuple[float, float] | None
    claims: tuple[str, ...]
    name: str


def happenings(scenes: Sequence[Scene], facts: Sequence[Fact], entities: Entities) -> list[Happening]:
    """The units of all documents."""
    of_document: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.aspect != "presence":  # who was there tells no happening from another
            of_document[fact.document].append(fact)
    return [one for i, scene in enumerate(scenes) for one in _of_document(i, scene, of_document[i], entities)]


def _of_document(number: int, scene: Scene, facts: Sequence[Fact], entities: Entities) -> Iterator[Happening]:
    analysis = scene.analysis
    sentences: dict[str, set[tuple[int, int]]] = defaultdict(set)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for word in scene.words:
        sentences[word.group].add(scene.sentence(word.start))
        names[word.group][analysis.text.clean[word.start : word.end]] += 1
    for fact in facts:
        if fact.event:
            sentences[fact.event].add(scene.sentence(fact.span.start))
    known = [
        (m.span.start, "where" if m.kind == "place" else "who", entity)
        for m, entity in named(analysis.mentions, entities)
    ]
    topics = [(t.span.start, t.concept) for claim in analysis.claims for t in claim.topics]
    claims = [(claim.text[0].start, claim.id) for claim in analysis.claims if claim.text]
    for group in sorted(sentences):
        ranges = sorted(sentences[group])
        keys: set[Key] = {(kind, entity) for place, kind, entity in known if _in(place, ranges)}
        keys |= {("about", concept) for place, concept in topics if _in(place, ranges)}
        keys |= {key for fact in facts if fact.event == group for key in _value_keys(fact)}
        yield Happening(
            unit=(number, group),
            keys=frozenset(keys),
            days=_days(facts, group),
            claims=tuple(dict.fromkeys(claim for place, claim in claims if _in(place, ranges))),
            name=names[group].most_common(1)[0][0] if names[group] else group,
        )


def _in(place: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the ranges, which are in order and apart."""
    i = bisect_right(ranges, (place, _FAR)) - 1
    return i >= 0 and place < ranges[i][1]


def _value_keys(fact: Fact) -> Iterator[Key]:
    if fact.amount is None:
        if fact.entity:
            yield ("value", fact.aspect, fact.concept or "", fact.entity, "")
        return
    if fact.amount.dimension == "date":
        if fact.amount.high - fact.amount.low < 32:
            yield ("day", str(fact.amount.low), str(fact.amount.high))
    else:
        yield ("value", fact.aspect, fact.concept or "", f"{fact.amount.low:g}", f"{fact.amount.high:g}")


def _days(facts: Iterable[Fact], group: str) -> tuple[float, float] | None:
    """The days of a happening where the report gives one only."""
    given = {
        (f.amount.low, f.amount.high) for f in facts if f.event == group and f.amount and f.amount.dimension == "date"
    }
    return given.pop() if len(given) == 1 else None
