"""Which facts of a detail can be set beside each other at all, and whether they contradict each other.

A pile of reports is not one story.  Two numbers of dead in two reports of one war are mostly those of two attacks, and
that both are eleven is mostly chance: the reports must have enough in common, and where the case tells of such things
again and again, their clauses must.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from isnad.compare.affinity import Affinity
from isnad.compare.carry import Carried
from isnad.compare.classes import Classes
from isnad.compare.details import apart, value_key
from isnad.compare.facts import Fact
from isnad.compare.groups import concept_groups, concept_types, happening
from isnad.compare.intervals import relation

_BEFALLEN = frozenset({"killed", "injured"})
MANY = 20
"""Reports that count dead or injured from which a case tells of many happenings, each with its own."""
LEAST_ANEW = 3
"""Numbers that a copy must have changed, and more than it kept, to be a form filled in anew."""


class Kin(NamedTuple):
    """What tells whether facts are of one thing: what was copied, what reports have in common, and in how many reports
    there is a fact of each aspect and concept. ``forms`` are pairs of reports of which the one fills in anew what the
    other filled in, ``unsure`` pairs of entities that may be one."""

    facts: Sequence[Fact]
    taken: Mapping[int, Sequence[Carried]]
    affinity: Affinity
    spread: Counter[tuple[str, str | None]]
    forms: frozenset[tuple[int, int]] = frozenset()
    unsure: frozenset[frozenset[str]] = frozenset()

    def akin(self, i: int, j: int, common: bool) -> bool:
        """Whether two facts can be of one thing; ``common`` if the case has many such things."""
        a, b = self.facts[i], self.facts[j]
        if any(j in (pair.a, pair.b) for pair in self.taken.get(i, ())):
            return True
        if a.chain and b.chain and a.chain.root == b.chain.root and not a.chain.root_unnamed:
            return True
        if a.document == b.document and value_key(a) == value_key(b):
            return True
        if common and a.aspect != "presence":
            named = len(a.parties & b.parties) + len(a.places & b.places)
            return named > (a.aspect == "whether")  # of war, its two parties are in every report
        return a.document == b.document or self.affinity.akin([(a.document, b.document)])

    def altered(self, i: int, j: int) -> bool:
        """Whether the one of two facts is what a copy made of the other."""
        return any(not pair.same and j in (pair.a, pair.b) for pair in self.taken.get(i, ()))

    def common(self, members: Sequence[int]) -> bool:
        """Whether most reports with such a fact have it of something else."""
        first = self.facts[members[0]]
        if first.concept is None:
            return False
        documents = {self.facts[i].document for i in members}
        if first.concept in _BEFALLEN or concept_types().get(first.concept) == "person":
            # War, crime and accidents: what is common is that people were killed or hurt at all.
            befell = max(self.spread["count", concept] for concept in _BEFALLEN)
            if befell > max(MANY, 2 * len(documents)):
                return True
        return 2 * len({self.facts[i].document for i in members}) < self.spread[first.aspect, first.concept]


def forms_of(facts: Sequence[Fact], pairs: Sequence[Carried]) -> frozenset[tuple[int, int]]:
    """Pairs of reports that share their sentences and few of their numbers: yesterday's market and today's.

    One changed number is a distortion, many are another day.
    """
    counts: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    for pair in pairs:
        if facts[pair.a].amount:
            counts[facts[pair.a].document, facts[pair.b].document][pair.same] += 1
    return frozenset(both for both, (other, same) in counts.items() if other >= LEAST_ANEW and other > same)


def spread_of(facts: Sequence[Fact]) -> Counter[tuple[str, str | None]]:
    """In how many documents there is a fact of each aspect and concept."""
    return Counter(what for what, _ in {((fact.aspect, fact.concept), fact.document) for fact in facts})


def of_one_thing(members: Sequence[int], kin: Kin) -> list[int]:
    """The facts of a detail that are akin, directly or by others: those that most reports give."""
    if len({kin.facts[i].document for i in members}) < 2:
        return list(members)
    common = kin.common(members)
    classes: Classes[int] = Classes()
    inside = set(members)
    first: dict[object, int] = {}
    for i in members:
        one = kin.facts[i]
        # Facts of one voice that name the same are akin to the same others.
        classes.join(first.setdefault((voice(one), value_key(one), one.parties, one.places), i), i)
        for pair in kin.taken.get(i, ()):
            if pair.a in inside and pair.b in inside:
                classes.join(pair.a, pair.b)
    for i, j in combinations(sorted(first.values()), 2):
        if not classes.together(i, j) and kin.akin(i, j, common):
            classes.join(i, j)
    parts = classes.groups(members).values()
    return max(parts, key=lambda part: len({kin.facts[i].document for i in part}))


def disputed(groups: Sequence[Sequence[int]], kin: Kin) -> bool:
    """Whether two readings contradict each other and are akin.

    "Yesterday" in one paper and "Sunday" in another are no two dates: the day of a report is too uncertain.  A value
    that is only ever given together with others by one voice is one of several (the shares of a budget), and no
    answer to what another voice gives.
    """
    common = bool(groups) and kin.common([i for group in groups for i in group])
    voices = [{voice(kin.facts[i]) for i in group} for group in groups]
    counted = Counter(voice for own in voices for voice in own)
    several = [all(counted[voice] > 1 for voice in own) for own in voices]
    for n, left in enumerate(groups):
        for m, right in enumerate(groups[n + 1 :], n + 1):
            # What one voice says in one report goes together: two shares of one budget, dead of two days.
            if (
                voices[n].isdisjoint(voices[m])
                and (not (several[n] or several[m]) or any(kin.altered(i, j) for i in left for j in right))
                and apart(kin.facts, left[0], right[0])
                and not _both_moods(left, right, kin)
                and frozenset((kin.facts[left[0]].entity or "", kin.facts[right[0]].entity or "")) not in kin.unsure
                and any(
                    _comparable(i, j, kin) and kin.akin(i, j, common) and of_one_scene(i, j, kin)
                    for i in left
                    for j in right
                )
            ):
                return True
    return False


_NAMED = frozenset({"named", "clause", "question"})
LEAST_SHARED = 2
"""Names and concepts that two clauses must share, beside their happening and what is counted, to tell of one scene."""


def of_one_scene(i: int, j: int, kin: Kin) -> bool:
    """Whether two facts that differ, or places called by one word, are surely of one thing and not of two alike.

    They are if their reports are of one story, if the one was copied from the other, or if one person gives both.  Else
    both clauses must name the happening, and what else was there: that two papers write on one war is not enough.
    """
    a, b = kin.facts[i], kin.facts[j]
    if a.document == b.document:
        return a.aspect != "place"
    if kin.affinity.one_story(a.document, b.document) or any(j in (pair.a, pair.b) for pair in kin.taken.get(i, ())):
        return True
    if _by_one_person(a, b):
        return True
    if a.event != b.event or a.how not in _NAMED or b.how not in _NAMED:
        return False
    return len(_shared(a, b)) >= LEAST_SHARED


def _by_one_person(a: Fact, b: Fact) -> bool:
    """Whether one named person says both; a body ("the Observatory") speaks of many things."""
    if a.chain is None or b.chain is None or a.chain.root != b.chain.root or a.chain.root_unnamed:
        return False
    return a.statement is not None and a.statement.speaker.type == "person"


def _shared(a: Fact, b: Fact) -> set[str]:
    """The names and concepts of both clauses but for what the facts are about themselves."""
    table = concept_groups()
    own = {a.concept, a.event, b.concept, b.event, *table.generic, *table.befalling}
    both = {topic.concept for topic in a.claim.topics} & {topic.concept for topic in b.claim.topics}
    concepts = {one for one in both if one not in own and happening(one) not in own}
    return concepts | (a.parties & b.parties) | (a.places & b.places)


def voice(fact: Fact) -> tuple[int, str]:
    """Who says a fact: its report, and on whose word the report has it."""
    return fact.document, fact.chain.root if fact.chain else ""


def _both_moods(left: Sequence[int], right: Sequence[int], kin: Kin) -> bool:
    """Whether one report has a number both as planned and as done: the two readings are one, told in two ways."""
    a, b = kin.facts[left[0]], kin.facts[right[0]]
    if not a.amount or not b.amount or a.mood == b.mood or relation(a.amount, b.amount) != "same":
        return False
    return not {kin.facts[i].document for i in left}.isdisjoint(kin.facts[j].document for j in right)


def _comparable(i: int, j: int, kin: Kin) -> bool:
    """Whether two facts can contradict each other. Shares do so only with one root, or where a copy changed one:
    there are many shares of everything."""
    a, b = kin.facts[i], kin.facts[j]
    if (a.document, b.document) in kin.forms or (b.document, a.document) in kin.forms:
        return False
    if a.aspect == "share" and not kin.altered(i, j):
        return a.chain is not None and b.chain is not None and a.chain.root == b.chain.root
    return _datable(a, b)


def _datable(a: Fact, b: Fact) -> bool:
    return (
        not a.amount
        or a.amount.dimension != "date"
        or all(any(char.isdigit() for char in one.span.text) for one in (a, b))
    )
