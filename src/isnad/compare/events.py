"""Which reports tell of one happening.

Each report has a unit for every happening that it names, with keys: who is named beside it, when, where, its values,
what else.  Units of two reports are one happening when the keys they share are together rare enough in the case
(inverse document frequency, Spärck Jones 1972), when a passage that holds both was copied, and when nothing that
both say of it (the day) keeps them apart.  Only units that share a rare key are ever compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from isnad.compare.affinity import Affinity
from isnad.compare.classes import Classes
from isnad.compare.cluster import Cluster, shared
from isnad.compare.happenings import Happening, Key, Unit
from isnad.compare.rare import FREQUENT, WORLD, neighbours, rarity
from isnad.compare.scene import Scene
from isnad.model import Copy, Event
from isnad.model.ids import tagged

NEIGHBOURS = 6
"""Units behind one in a key's list that it is compared with; the others follow by joining."""
CLEAR = 2
"""Names and days from which a happening is told so clearly that it can be told from another of its kind."""


class Links(NamedTuple):
    """The classes of units that are one happening, and why each two of them were joined."""

    classes: Classes[Unit]
    reasons: dict[Unit, list[str]]


def link(
    units: Sequence[Happening],
    copies: Sequence[Copy],
    scenes: Sequence[Scene],
    labels: Mapping[str, str],
    affinity: Affinity,
    told: Collection[Unit] = (),
) -> Links:
    """Join the units of different documents that are one happening.

    ``labels`` names entities in reasons, ``affinity`` tells how much reports have in common, ``told`` are the units
    that facts belong to.
    """
    classes: Classes[Unit] = Classes()
    reasons: dict[Unit, list[str]] = defaultdict(list)
    first: dict[str, Unit] = {}
    for one in units:
        classes.add(one.unit)
        if " en:" in one.unit[1]:
            # What was done to one person or organisation is named by it.
            classes.join(first.setdefault(one.unit[1], one.unit), one.unit)
    cluster = Cluster(units, classes, _weights(units, len(scenes)), affinity)
    by_unit = {one.unit: one for one in units}
    for left, right, why in _copied(units, copies, scenes):
        if cluster.join(by_unit[left], by_unit[right]):
            reasons[left].append(why)
    for a, b in cluster.best_first(_candidates(units)):
        if cluster.join(a, b):
            reasons[a.unit].append(_why(a, b, shared(a, b, cluster.weights), scenes, labels))
    for a, b in _of_one_story(units, affinity):
        if cluster.join(a, b):
            reasons[a.unit].append("reports of one story that tell of one such happening")
    _join_the_vague(units, classes, reasons, told)
    return Links(classes, dict(reasons))


def _join_the_vague(
    units: Sequence[Happening], classes: Classes[Unit], reasons: dict[Unit, list[str]], told: Collection[Unit]
) -> None:
    """A happening that nothing tells apart from one that the reports beside it tell of is that one.

    Nothing tells it apart if it has fewer than two names or days, or none that the other has not.  The reports beside
    it are those that tell of another happening together with it.  Where they have several that fit, it is the one that
    most of them tell of, if that is plain.  ``told`` are the units with facts.
    """
    parts: dict[Unit, list[Happening]] = defaultdict(list)
    for one in units:
        parts[classes.top(one.unit)].append(one)
    together: dict[int, set[Unit]] = defaultdict(set)
    for top, members in parts.items():
        if len(members) > 1:
            for one in members:
                together[one.unit[0]].add(top)
    tops = {one.unit: top for top, members in parts.items() for one in members}
    firm = {
        top: frozenset(key for one in members for key in one.keys if key[0] in ("who", "day"))
        for top, members in parts.items()
    }
    for top, members in parts.items():
        if not any(one.unit in told for one in members):
            continue
        beside = set.intersection(*(together[one.unit[0]] for one in members)) - {top}
        near = {one.unit[0] for other in beside for one in parts[other]} if beside else set()
        if len(near) > FREQUENT:
            continue
        found = Counter(home for number in near if (home := tops.get((number, top[1]))) and home != top)
        homes = sorted(
            (
                (count, home)
                for home, count in found.items()
                if count >= len(members) and len(firm[home]) >= CLEAR and _fits(firm[top], firm[home])
            ),
            reverse=True,
        )
        if homes and (len(homes) == 1 or homes[0][0] >= 2 * homes[1][0]):
            classes.join(homes[0][1], top)
            reasons[top].append(f"the only {top[1]} that these reports tell of")


def _fits(firm: frozenset[Key], home: frozenset[Key]) -> bool:
    return len(firm) < CLEAR or firm <= home


def _weights(units: Sequence[Happening], documents: int) -> dict[Key, float]:
    spread: dict[Key, set[int]] = defaultdict(set)
    for one in units:
        for key in one.keys:
            spread[key].add(one.unit[0])
    return {
        key: rarity(documents, WORLD[key[0]], len(found)) / (2 if key[0] in ("about", "value") else 1)
        for key, found in spread.items()
    }


def _candidates(units: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Units of one group that share a key which is not frequent, each with its neighbours in the key's list."""
    lists: dict[tuple[str, Key], list[int]] = defaultdict(list)
    for i, one in enumerate(units):
        for key in one.keys:
            lists[one.unit[1], key].append(i)
    for i, j in neighbours(lists, NEIGHBOURS):
        if units[i].unit[0] != units[j].unit[0]:
            yield units[i], units[j]


def _of_one_story(units: Sequence[Happening], affinity: Affinity) -> Iterator[tuple[Happening, Happening]]:
    """Units of one group whose reports have much in common, the most alike first.

    A story tells of one strike, one dismissal, one opening (one sense to a discourse: Gale, Church and Yarowsky 1992),
    unless the days, or the reports that are already known to tell of either, keep two of them apart.
    """
    by_group: dict[str, list[Happening]] = defaultdict(list)
    for one in units:
        by_group[one.unit[1]].append(one)
    found = [
        (-affinity.of(a.unit[0], b.unit[0]), a.unit, b.unit, a, b)
        for members in by_group.values()
        if len(members) <= FREQUENT
        for a, b in combinations(members, 2)
        if affinity.one_story(a.unit[0], b.unit[0])
    ]
    yield from ((a, b) for *_, a, b in sorted(found, key=lambda one: one[:3]))


def _copied(
    units: Sequence[Happening], copies: Sequence[Copy], scenes: Sequence[Scene]
) -> Iterator[tuple[Unit, Unit, str]]:
    """Units that are named in both sides of a copied passage."""
    number = {scene.analysis.document.name: i for i, scene in enumerate(scenes)}
    known = {one.unit for one in units}
    for copy in copies:
        a, b = number[copy.a], number[copy.b]
        for passage in copy.passages:
            left = {word.group for word in scenes[a].within(passage.a.start, passage.a.end)}
            right = {word.group for word in scenes[b].within(passage.b.start, passage.b.end)}
            for group in sorted(left & right):
                if (a, group) in known and (b, group) in known:
                    yield (a, group), (b, group), f"{copy.a} and {copy.b} share a passage that tells of it"


def _why(
    a: Happening,
    b: Happening,
    shared: Sequence[tuple[Key, float]],
    scenes: Sequence[Scene],
    labels: Mapping[str, str],
) -> str:
    told = [labels.get(key[1], key[1]) if key[0] in ("who", "where") else _told(key) for key, _ in shared[:4]]
    names = (scenes[a.unit[0]].analysis.document.name, scenes[b.unit[0]].analysis.document.name)
    return f"{names[0]} and {names[1]} both have {', '.join(told)}"


def _told(key: Key) -> str:
    if key[0] == "day":
        return date.fromordinal(int(float(key[1]))).isoformat()
    if key[0] == "value":
        return f"{key[1]} of {key[2]}" if key[2] else key[1]
    return key[1]


def events(
    units: Sequence[Happening], links: Links, scenes: Sequence[Scene], types: Mapping[str, str]
) -> tuple[tuple[Event, ...], dict[Unit, str]]:
    """The happenings that two reports or more tell of, most accounts first, and the event of each unit."""
    by_unit = {one.unit: one for one in units}
    found = []
    owner: dict[Unit, str] = {}
    for top, members in links.classes.groups(one.unit for one in units).items():
        documents = list(dict.fromkeys(scenes[unit[0]].analysis.document.name for unit in members))
        key = tagged("ev", scenes[top[0]].analysis.document.name, top[1], digits=12)
        owner.update(dict.fromkeys(members, key))
        if len(documents) < 2:
            continue
        parts = [by_unit[unit] for unit in members]
        who = Counter(key[1] for one in parts for key in sorted(one.keys) if key[0] in ("who", "where"))
        found.append(
            Event(
                id=key,
                name=parts[0].name,
                types=tuple(dict.fromkeys(filter(None, [types.get(top[1])]))),
                entities=tuple(entity for entity, _ in who.most_common(8)),
                documents=tuple(documents),
                claims=tuple(claim for one in parts for claim in one.claims),
                reason="; ".join(dict.fromkeys(why for unit in members for why in links.reasons.get(unit, ())[:1])),
            )
        )
    return tuple(sorted(found, key=lambda event: (-len(event.documents), event.id))), owner
