"""What one report tells as done and the report that it cites has as planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from isnad.compare.classes import Classes
from isnad.compare.details import Key, value_key
from isnad.compare.facts import Fact


def raised(
    facts: Sequence[Fact], told: Classes[int], tellers: Sequence[tuple[str | None, str | None]]
) -> list[tuple[int, int]]:
    """Pairs of facts with one number of one thing, of which the one is told as done by a report that cites the outlet
    or speaker who has it as planned.  ``tellers`` are the outlet of each fact's report and the outlet that it cites."""
    planned: dict[Key, list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        if fact.mood == "planned" and fact.aspect == "count" and fact.concept and fact.whole:
            planned[_thing(fact, told)].append(i)
    done = [j for j, fact in enumerate(facts) if fact.mood == "actual" and fact.aspect == "count" and fact.whole]
    return [
        (i, j)
        for j in done
        for i in planned.get(_thing(facts[j], told), ())
        if _one_root(facts[i], facts[j]) or (tellers[j][1] is not None and tellers[j][1] == tellers[i][0])
    ]


def _one_root(a: Fact, b: Fact) -> bool:
    return a.chain is not None and b.chain is not None and a.chain.root == b.chain.root


def _thing(fact: Fact, told: Classes[int]) -> Key:
    return fact.concept, value_key(fact)[:2], told.top(fact.document)
