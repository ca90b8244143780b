"""Which reports tell of one story: they share a happening, a copied passage, or several names that few others have.

What is counted or paid ("23 killed", "three gates") often stands in a clause that names no happening at all.  It is set
beside what other reports count only within a story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from isnad.compare.carry import Carried
from isnad.compare.classes import Classes
from isnad.compare.entities import Entities, named
from isnad.compare.facts import Fact
from isnad.compare.happenings import Happening, Unit
from isnad.compare.rare import WORLD, neighbours, rarity
from isnad.model import Analysis

LEAST_NAMES = 3
"""Names that two reports must share to be of one story by names alone."""
ENOUGH = 7.0
"""What those names must weigh together (inverse document frequency)."""
NEIGHBOURS = 8
"""Reports behind one in a name's list that it is compared with; the others follow by joining."""

Name = tuple[str, str]


def stories(
    facts: Sequence[Fact],
    pairs: Sequence[Carried],
    units: Classes[Unit],
    every: Sequence[Happening],
    names: Sequence[frozenset[Name]],
) -> Classes[int]:
    """Documents (numbers) joined into stories; linear in the names of the case but for the rare ones.

    ``names`` are the names of each document (`names_in`).
    """
    found: Classes[int] = Classes()
    for one in every:
        found.join(units.top(one.unit)[0], one.unit[0])
    for pair in pairs:
        found.join(facts[pair.a].document, facts[pair.b].document)
    for a, b in _by_names(names):
        found.join(a, b)
    return found


def names_in(analysis: Analysis, entities: Entities) -> frozenset[Name]:
    """Who and where a document names."""
    found = named(analysis.mentions, entities)
    return frozenset(("where" if m.kind == "place" else "who", entity) for m, entity in found)


def _by_names(names: Sequence[frozenset[Name]]) -> Iterator[tuple[int, int]]:
    having: dict[Name, list[int]] = defaultdict(list)
    for document, own in enumerate(names):
        for name in own:
            having[name].append(document)
    weight = {name: rarity(len(names), WORLD[name[0]], len(found)) for name, found in having.items()}
    for a, b in neighbours(having, NEIGHBOURS):
        shared = names[a] & names[b]
        if len(shared) >= LEAST_NAMES and sum(weight[name] for name in shared) >= ENOUGH:
            yield a, b
