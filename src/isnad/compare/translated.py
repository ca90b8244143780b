"""Passages that a report took over from a report in another language, without any machine translation.

Sentences are compared by language-independent keys (numbers, names, places, concepts) and aligned in order.  What
counts as a translation and not as another report of the same event: most of what both sentences hold is shared, and
the sentences follow each other in both reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.compare.translated_align import Bead, beads, chains, units
from isnad.compare.translated_bags import Bags, Side, read_bags
from isnad.compare.translated_candidates import candidates, likeness
from isnad.model import Analysis, Passage
from isnad.text.fold import Folded

LEAST_LIKE_RUN = 0.32
LEAST_EVIDENCE = 2.5
LEAST_LIKE_ONE = 0.5
LEAST_SHARED_ONE = 3.0
LEAST_HARD_ONE = 3


class Translation(NamedTuple):
    """What document ``a`` and document ``b`` (numbers of analyses, a < b) share in translation.

    ``contained_a`` is the share of a's own words that stand in aligned sentences.
    """

    a: int
    b: int
    contained_a: float
    contained_b: float
    likeness: float
    passages: tuple[Passage, ...]


class Run(NamedTuple):
    a: Side
    b: Side
    chain: list[Bead]


def find_runs(bags: Bags) -> list[Run]:
    out = []
    cache = {}
    for i, j in candidates(bags, likeness(bags)):
        a, b = bags.sides[i], bags.sides[j]
        ua = cache.setdefault(i, None) or cache.__setitem__(i, units(bags, a)) or cache[i]
        ub = cache.setdefault(j, None) or cache.__setitem__(j, units(bags, b)) or cache[j]
        found = beads(ua, ub)
        if not found:
            continue
        for c in chains(found, bags.mass[a.first:a.last], bags.mass[b.first:b.last]):
            out.append(Run(a, b, c))
    return out
