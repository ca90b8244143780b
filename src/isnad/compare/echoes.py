"""Values that one report gives of nothing that is known, and another of something: "stayed for five hours", "the halt
of five hours".

Within reports that have much in common, one length, sum or number of people that is told twice is told of one thing.
The value of the one then belongs to the detail of the other, if there is only one such detail.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from isnad.compare.classes import Classes
from isnad.compare.facts import Fact
from isnad.compare.groups import concept_groups, concept_types

_ASPECTS = frozenset({"length", "price", "distance"})
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
    for i, fact in enumerate(facts):
        if keys[i] is not None or not _is_telling(fact):
            continue
        found = [j for j in told.get(_value(fact, stories), ()) if facts[j].document != fact.document]
        found = [j for j in found if akin(fact.document, facts[j].document)]
        if len({keys[j] for j in found}) == 1:
            yield i, found[0]


def _is_telling(fact: Fact) -> bool:
    if fact.value is None or fact.amount is None or not fact.whole or fact.value.low is None:
        return False
    if fact.aspect in _ASPECTS:
        return fact.aspect == "price" or fact.value.low >= LEAST
    return fact.aspect == "count" and _is_people(fact.concept) and fact.value.low >= LEAST_PEOPLE


def _is_people(concept: str | None) -> bool:
    befell = concept in concept_groups().counts.values() and concept in concept_groups().states
    return concept is not None and concept_types().get(concept) == "person" and not befell


def _value(fact: Fact, stories: Classes[int]) -> Key:
    assert fact.amount is not None
    amount = fact.amount
    return fact.aspect, amount.dimension, amount.low, amount.high, fact.mood, stories.top(fact.document)
