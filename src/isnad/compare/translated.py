"""Passages that a report took over from a report in another language, without any machine translation.

Sentences are compared by language-independent keys (numbers, names, places, concepts) and aligned in order.  What
counts as a translation and not as another report of the same event: most of what both sentences hold is shared, and
the sentences follow each other in both reports.  A single sentence is taken only when it is long and nearly all of it
is shared.  Where one report names the other's outlet beside the sentences, less is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from isnad.compare.naming import REACH
from isnad.compare.translated_align import Bead, Units, beads, chains, units
from isnad.compare.translated_bags import Bags, Side, read_bags
from isnad.compare.translated_candidates import candidates, likeness
from isnad.model import Analysis, Passage, Span
from isnad.text.fold import Folded

LEAST_LIKE, LESS_FOR_LONGER = 0.4, 0.1
"""Share of the mass of a run of n sentences that both sides have, and what is wanted more, divided by n.  Two outlets'
own words on one event reach 0.38 over five sentences and 0.44 over two, of which one is the headline."""
LEAST_SHARED = 2.8
"""Shared mass of a run, where a key that stands once in the case weighs nearly 1."""
LONG, LEAST_LIKE_LONG = 8, 0.34
"""A run of so many aligned sentences tells by its order too, and may be more freely translated."""
LEAST_LIKE_ONE, LEAST_SHARED_ONE, LEAST_KEYS_ONE = 0.57, 2.8, 6
"""The same for a single pair of sentences, which has no order to speak for it."""
CITED = ((0, 0.36), (REACH, 0.42), (None, 0.57))
"""Likeness that is enough where one report cites the other's outlet: within the sentences, near them, anywhere.  A
reporter who quotes two sentences of an interview and names the paper is taken at his word."""
LEAST_SHARED_CITED, LEAST_KEYS_CITED = 2.0, 4
"""Of 7,200 pairs of unrelated articles some ten reach this and a likeness of 0.42, if everybody cited everybody."""

Cites = Callable[[int, int, Span, Span], int | None]
"""How far from what they share (a span of each) one of two analyses names the other's outlet, None where nowhere."""


class Translation(NamedTuple):
    """What documents ``a`` and ``b`` (numbers of analyses, a < b) share in translation, passages ordered by place in a.

    ``contained_a`` is the share of the words of a's own sentences that stand in the passages; ``like`` is the share of
    both sides' rare words that the passages have in common.
    """

    a: int
    b: int
    contained_a: float
    contained_b: float
    like: float
    passages: tuple[Passage, ...]


class Ranked(NamedTuple):
    """How like the whole documents ``a`` and ``b`` of two languages are: 1 for the same words, 0 for nothing shared."""

    a: int
    b: int
    score: float


class _Run(NamedTuple):
    a: Side
    b: Side
    chain: list[Bead]

    @property
    def shared(self) -> float:
        return sum(bead.shared for bead in self.chain)

    @property
    def mass(self) -> float:
        return sum(bead.mass for bead in self.chain)

    @property
    def places(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The sentences of either side, as numbers into the bags."""
        first, last = self.chain[0], self.chain[-1]
        a, b = self.a.first, self.b.first
        return (a + first.a_first, a + last.a_last), (b + first.b_first, b + last.b_last)


def find_translations(
    analyses: Sequence[Analysis], folded: Sequence[Folded], cites: Cites | None = None
) -> list[Translation]:
    """All passages that stand in translation in two documents of a case, ordered by (a, b).

    ``folded`` are the matching keys of the analyses' clean texts; ``cites`` tells which reports name whom (none, if it
    is not given).  Documents of one language are not compared.
    """
    bags = read_bags(analyses, folded)
    found = (run for run in _runs(bags) if _is_translation(run) or (cites and _is_cited(run, analyses, bags, cites)))
    runs = sorted(found, key=lambda r: (r.a.document, r.b.document, r.a.first + r.chain[0].a_first))
    grouped = groupby(runs, key=lambda r: (r.a.document, r.b.document))
    return [_translation(list(group), analyses, bags) for _, group in grouped]


def rank_translations(analyses: Sequence[Analysis], folded: Sequence[Folded]) -> list[Ranked]:
    """All pairs of documents of two languages that share a rare key, the likest first."""
    bags = read_bags(analyses, folded)
    like = likeness(bags)
    best: dict[tuple[int, int], float] = {}
    for i, j, score in zip(like.a.tolist(), like.b.tolist(), like.cosine.tolist(), strict=True):
        pair = bags.sides[i].document, bags.sides[j].document
        best[pair] = max(score, best.get(pair, 0.0))
    return [Ranked(a, b, score) for (a, b), score in sorted(best.items(), key=lambda one: (-one[1], one[0]))]


def _runs(bags: Bags) -> Iterator[_Run]:
    """The runs of aligned sentences of documents that may be translations."""
    read: dict[int, Units] = {}
    for pair in candidates(bags):
        for i in pair:
            if i not in read:
                read[i] = units(bags, bags.sides[i])
        a, b = bags.sides[pair[0]], bags.sides[pair[1]]
        found = beads(read[pair[0]], read[pair[1]])
        for chain in chains(found, bags.mass[a.first : a.last], bags.mass[b.first : b.last]):
            yield _Run(a, b, chain)


def _is_translation(run: _Run) -> bool:
    like = run.shared / run.mass
    if len(run.chain) == 1:
        return like >= LEAST_LIKE_ONE and run.shared >= LEAST_SHARED_ONE and run.chain[0].keys >= LEAST_KEYS_ONE
    least = LEAST_LIKE_LONG if len(run.chain) >= LONG else LEAST_LIKE + LESS_FOR_LONGER / len(run.chain)
    return run.shared >= LEAST_SHARED and like >= least


def _is_cited(run: _Run, analyses: Sequence[Analysis], bags: Bags, cites: Cites) -> bool:
    """Whether a run is like enough for sentences that one of the reports has, as it says, from the other's outlet."""
    like = run.shared / run.mass
    keys = sum(bead.keys for bead in run.chain)
    if like < CITED[0][1] or run.shared < LEAST_SHARED_CITED or keys < LEAST_KEYS_CITED:
        return False
    a, b = run.a.document, run.b.document
    shared = _passage(*run.places, analyses[a], analyses[b], bags)
    distance = cites(a, b, shared.a, shared.b)
    return distance is not None and any(like >= least for reach, least in CITED if reach is None or distance <= reach)


def _translation(runs: list[_Run], analyses: Sequence[Analysis], bags: Bags) -> Translation:
    a, b = runs[0].a.document, runs[0].b.document
    aligned_a = {run.a.first + i for run in runs for bead in run.chain for i in range(bead.a_first, bead.a_last)}
    aligned_b = {run.b.first + i for run in runs for bead in run.chain for i in range(bead.b_first, bead.b_last)}
    return Translation(
        a=a,
        b=b,
        contained_a=_contained(aligned_a, a, bags),
        contained_b=_contained(aligned_b, b, bags),
        like=sum(run.shared for run in runs) / sum(run.mass for run in runs),
        passages=tuple(_passage(*run.places, analyses[a], analyses[b], bags) for run in runs),
    )


def _contained(aligned: set[int], document: int, bags: Bags) -> float:
    own = [i for side in bags.sides if side.document == document for i in range(side.first, side.last)]
    return sum(bags.sentences[i].words for i in aligned) / max(1, sum(bags.sentences[i].words for i in own))


def _passage(a: tuple[int, int], b: tuple[int, int], of_a: Analysis, of_b: Analysis, bags: Bags) -> Passage:
    first_a, last_a, first_b, last_b = (bags.sentences[i] for i in (a[0], a[1] - 1, b[0], b[1] - 1))
    return Passage(of_a.text.span(first_a.start, last_a.end), of_b.text.span(first_b.start, last_b.end), "translated")
