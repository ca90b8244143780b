"""Values that one report gives of nothing that is known, and another of something: "stayed for five hours", "the halt
of five hours".

Within reports that have much in common, one length, sum, day, hour or number of people that is told twice is told of
one thing.  The value of the one then belongs to the detail of the other, if there is only one such detail.  Dates and
distances of nothing that is known in either report are one detail where they agree and their clauses name one thing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from isnad.compare.classes import Classes
from isnad.compare.facts import Fact
from isnad.compare.groups import concept_groups, concept_types
from isnad.compare.intervals import relation
from isnad.compare.rare import FREQUENT

_ASPECTS = frozenset({"length", "price", "distance"})
_LOST = frozenset({"date", "distance"})
LEAST = 3
"""Number from which a length or a distance tells enough to be known again."""
LEAST_PEOPLE = 5

Key = tuple[object, ...]


def echoes(
    facts: Sequence[Fact],
    keys: Sequence[Key | None],
    stories: Classes[int],
    akin: Callable[[int, int], bool],
) -> Iterator[tuple[int, int]]:
    """Pairs of facts of which the first is known by the second only. ``keys`` are None for facts that are of nothing
    known, ``akin`` tells whether two reports have much in common."""
    told: dict[Key, list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        if keys[i] is not None and _is_telling(fact):
            told[_value(fact, stories)].append(i)
            if fact.aspect == "count":
                told[_counted(fact, stories)].append(i)
    lost: list[int] = []
    again: dict[Key, list[tuple[int, Key | None]]] = defaultdict(list)
    for i, fact in enumerate(facts):
        if keys[i] is not None:
            continue
        others = (
            told.get(_value(fact, stories), ()) or told.get(_counted(fact, stories), ()) if _is_telling(fact) else ()
        )
        found = [j for j in others if facts[j].document != fact.document and _is_near(fact, facts[j])]
        found = [j for j in found if akin(fact.document, facts[j].document) and _is_asked_about(fact, facts[j])]
        if len({keys[j] for j in found}) == 1:
            again[_value(fact, stories)].append((i, keys[found[0]]))
            yield i, found[0]
        elif fact.aspect in _LOST and fact.whole:
            lost.append(i)
    yield from _found_again(facts, lost, stories, akin)
    yield from _by_days(facts, lost, again, stories, akin)


def _by_days(
    facts: Sequence[Fact],
    lost: Sequence[int],
    again: Mapping[Key, Sequence[tuple[int, Key | None]]],
    stories: Classes[int],
    akin: Callable[[int, int], bool],
) -> Iterator[tuple[int, int]]:
    """Pairs of exact days of which the second was known again itself: two reports that share a day with a third need
    not be like each other in anything else."""
    for i in lost:
        if not _is_telling(facts[i]):
            continue
        near = [
            (j, key)
            for j, key in again.get(_value(facts[i], stories), ())
            if akin(facts[i].document, facts[j].document)
        ]
        if len({key for _, key in near}) == 1:
            yield i, near[0][0]


def _found_again(
    facts: Sequence[Fact], lost: Sequence[int], stories: Classes[int], akin: Callable[[int, int], bool]
) -> Iterator[tuple[int, int]]:
    """Pairs of dates and distances of nothing known that agree: the same hour, or beside one thing that both clauses
    name."""
    near: dict[Key, list[int]] = defaultdict(list)
    for i in lost:
        amount = facts[i].amount
        if amount is not None and math.isfinite(amount.low):
            year = date.fromordinal(int(amount.low)).year if amount.dimension == "date" else None
            hour = amount.low if amount.dimension == "clock" else None
            near[amount.dimension, year, hour, facts[i].mood, stories.top(facts[i].document)].append(i)
    for members in near.values():
        if len(members) > FREQUENT:
            continue
        for i, j in combinations(members, 2):
            a, b = facts[i], facts[j]
            if a.document != b.document and _agree(a, b) and akin(a.document, b.document):
                yield i, j


def _is_near(a: Fact, b: Fact) -> bool:
    """Whether two values are one, or the one about the other ("some 300 families" and 310)."""
    if a.amount is None or b.amount is None:
        return False
    how = relation(a.amount, b.amount)
    return how == "same" or (how == "compatible" and a.amount.approximate != b.amount.approximate)


def _is_asked_about(fact: Fact, other: Fact) -> bool:
    """Whether an answer is about what another fact is about: who is asked how long the lights were on is no witness of
    how long a meeting was."""
    return not fact.asked or bool(fact.asked & ({other.concept, other.event} | _named(other)))


def _agree(a: Fact, b: Fact) -> bool:
    if a.amount is None or b.amount is None:
        return False
    how = relation(a.amount, b.amount)
    if a.amount.dimension == "clock":
        return how == "same"
    return how in ("same", "compatible") and bool(_named(a) & _named(b))


def _named(fact: Fact) -> frozenset[str]:
    named = {topic.concept for topic in fact.claim.topics}
    return frozenset(named - concept_groups().generic)


def _is_telling(fact: Fact) -> bool:
    if fact.aspect == "date":
        return fact.amount is not None and fact.amount.low == fact.amount.high
    if fact.value is None or fact.amount is None or not fact.whole or fact.value.low is None:
        return False
    if fact.aspect in _ASPECTS:
        return fact.aspect == "price" or fact.value.low >= LEAST
    return fact.aspect == "count" and _is_people(fact.concept) and fact.value.low >= LEAST_PEOPLE


def _is_people(concept: str | None) -> bool:
    befell = concept in concept_groups().counts.values() and concept in concept_groups().states
    return concept is not None and concept_types().get(concept) in ("person", "group") and not befell


def _value(fact: Fact, stories: Classes[int]) -> Key:
    assert fact.amount is not None
    amount = fact.amount
    return fact.aspect, amount.dimension, amount.low, amount.high, fact.mood, stories.top(fact.document)


def _counted(fact: Fact, stories: Classes[int]) -> Key:
    return fact.aspect, fact.concept, fact.mood, stories.top(fact.document)
