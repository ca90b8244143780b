"""Where a thing was counted: numbers of the dead in two towns are two details, though both are numbers of the dead."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from isnad.compare.classes import Classes
from isnad.compare.facts import Fact
from isnad.compare.groups import concept_groups, happening
from isnad.compare.intervals import relation

_SCOPED = frozenset({"count", "share"})


def by_place(members: Sequence[int], facts: Sequence[Fact], copied: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """The facts of a detail, parted by the places that their clauses name where these are apart.

    Places named in one clause, or on two sides of a copy, are one.  A fact without a place goes where its number is
    given, else to the place that most reports tell of.  ``copied`` are the facts taken over from or by each fact.
    """
    if facts[members[0]].aspect not in _SCOPED or not any(facts[i].places for i in members):
        return [list(members)]
    inside = set(members)
    classes: Classes[str] = Classes()
    for i in members:
        near = [j for j in copied.get(i, ()) if j in inside]
        places = sorted({place for j in (i, *near) for place in facts[j].places})
        for place in places:
            classes.join(places[0], place)
    groups: dict[str, list[int]] = defaultdict(list)
    loose: list[int] = []
    for i in members:
        if facts[i].places:
            groups[classes.top(min(facts[i].places))].append(i)
        else:
            loose.append(i)
    if len(groups) < 2:
        return [list(members)]
    spread = Counter({top: len({facts[i].document for i in group}) for top, group in groups.items()})
    most = max(groups, key=lambda top: (spread[top], top))
    firm = {top: tuple(group) for top, group in groups.items()}
    for i in loose:
        same = [top for top, group in firm.items() if any(_one(facts[i], facts[j]) for j in group)]
        groups[same[0] if len(same) == 1 else most].append(i)
    return [sorted(group) for group in groups.values()]


GAP = 4.0
"""How many times larger a number is from which, with nothing else to tell, it rather counts something else."""


def by_size(members: Sequence[int], facts: Sequence[Fact], copied: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """The numbers of a detail, parted where they are of another order (4 and 23; none is of no order).

    Where their reports name the happening in the same clause, or the one was copied from the other, they contradict
    each other all the same.
    """
    if facts[members[0]].aspect not in ("count", "price") or len(members) < 2:
        return [list(members)]
    order = sorted(members, key=lambda i: (_size(facts[i]), i))
    groups = [[order[0]]]
    for before, i in pairwise(order):
        if _size(facts[before]) and _size(facts[i]) >= GAP * _size(facts[before]):
            groups.append([])
        groups[-1].append(i)
    if len(groups) == 1:
        return [list(members)]
    classes: Classes[int] = Classes()
    for group in groups:
        for i in group:
            classes.join(group[0], i)
    inside = set(members)
    for i in members:
        for j in copied.get(i, ()):
            if j in inside:
                classes.join(i, j)
    named: dict[str, int] = {}
    for i in order:
        event = facts[i].event
        if event and facts[i].how in ("named", "clause") and event not in _deeds():
            before = named.get(event, i)
            if _size(facts[i]) < GAP * GAP * _size(facts[before]):
                classes.join(before, i)
            named[event] = i
    return [sorted(group) for group in classes.groups(members).values()]


@cache
def _deeds() -> frozenset[str]:
    """What befalls those who are counted ("killed"): it names no happening by which one count is told from another."""
    found = concept_groups().befalling
    return found | {group for concept in found if (group := happening(concept))}


def _size(fact: Fact) -> float:
    amount = fact.amount
    if amount is None:
        return 0.0
    return amount.low if math.isfinite(amount.low) else amount.high


def _one(a: Fact, b: Fact) -> bool:
    return bool(a.amount and b.amount and relation(a.amount, b.amount) == "same")
