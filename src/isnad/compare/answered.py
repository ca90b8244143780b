"""Which facts of whether something happened answer each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from isnad.compare.carry import Carried
from isnad.compare.classes import Classes
from isnad.compare.disputes import voice
from isnad.compare.facts import Fact
from isnad.compare.groups import concept_groups, happening


def answered(members: Sequence[int], facts: Sequence[Fact], taken: Mapping[int, Sequence[Carried]]) -> list[int]:
    """The facts on whether something happened that are of one thing, if some of them say yes and some no.

    Two are of one thing if the one is taken from the other, or their clauses name one party, place or thing.  Reports
    that tell of meetings, agreements and the like tell of many: there they must name the same two parties, or the one
    says that there was no such thing at all.
    """
    links: Classes[object] = Classes()
    denied = {voice(facts[i]) for i in members if facts[i].outright}
    # Whoever says that there was none grants none where the word stands again ("a paper with my signature").
    members = [i for i in members if facts[i].polarity == "negative" or voice(facts[i]) not in denied]
    for i in members:
        links.add(i)
        if denied and not facts[i].sharp and (facts[i].outright or facts[i].polarity == "positive"):
            links.join("outright", i)
        for name in _named(facts[i]):
            links.join(name, i)
        for pair in taken.get(i, ()):
            links.join(pair.a, pair.b)
    if all(facts[i].polarity == "negative" for i in members):
        return [i for i in members if facts[i].sharp or facts[i].outright]
    said: dict[object, set[str | None]] = defaultdict(set)
    for i in members:
        said[links.top(i)].add(facts[i].polarity)
    return [i for i in members if len(said[links.top(i)]) > 1]


def _named(fact: Fact) -> Iterator[object]:
    """What two facts must share one of to be of one thing."""
    if not fact.sharp:
        yield from combinations(sorted(fact.parties), 2)
        return
    if happening(fact.concept) is None:
        yield "itself", fact.concept  # a siren that sounded is the thing
    yield from (("party", party) for party in sorted(fact.parties))
    yield from (("place", place) for place in sorted(fact.places))
    named = dict.fromkeys(topic.concept for topic in fact.claim.topics if happening(topic.concept) != fact.concept)
    yield from (("concept", concept) for concept in named if concept not in concept_groups().generic)
