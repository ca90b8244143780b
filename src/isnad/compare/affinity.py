"""How much two reports have in common: the same people, places and things, weighed by how few reports name them.

Cosine of the reports' names and concepts with logarithmic frequency and inverse document frequency (Salton and
Buckley 1988).  Reports of one story share its cast; two roundups of a day's news share a country and a war.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from isnad.compare.entities import Entities, named
from isnad.compare.rare import WORLD, rarity
from isnad.model import Analysis

AKIN = 0.06
"""What two reports of one story must have in common, times the decimal logarithm of the number of reports: the more
there are, the likelier two are alike by chance. 0.06 for ten reports, 0.2 for two thousand."""
_THING = 0.5
"""What a concept tells, beside a name."""

Feature = tuple[str, str]


class Affinity:
    """The reports of a case as vectors."""

    def __init__(self, analyses: Sequence[Analysis], entities: Entities) -> None:
        counts = [_features(analysis, entities) for analysis in analyses]
        spread = Counter(feature for one in counts for feature in one)
        weights = {feature: _weight(feature, found, len(counts)) for feature, found in spread.items()}
        self._enough = AKIN * math.log10(max(len(counts), 10))
        self._vectors = [_unit({f: (1 + math.log(n)) * weights[f] for f, n in one.items()}) for one in counts]

    def akin(self, pairs: Sequence[tuple[int, int]]) -> bool:
        """Whether pairs of reports have, on average, enough in common to tell of one thing."""
        return sum(self.of(a, b) for a, b in pairs) >= self._enough * len(pairs)

    def one_story(self, a: int, b: int) -> bool:
        """Whether two reports have so much in common that they tell of one story; among many this asks for much."""
        return self.of(a, b) >= self._enough * self._enough / AKIN

    def of(self, a: int, b: int) -> float:
        """The affinity of two reports (their numbers), between 0 and 1."""
        left, right = self._vectors[a], self._vectors[b]
        if len(left) > len(right):
            left, right = right, left
        return sum(weight * right[feature] for feature, weight in left.items() if feature in right)


def _features(analysis: Analysis, entities: Entities) -> Counter[Feature]:
    found: Counter[Feature] = Counter(("name", entity) for _, entity in named(analysis.mentions, entities))
    found.update(("thing", topic.concept) for claim in analysis.claims for topic in claim.topics)
    return found


def _weight(feature: Feature, spread: int, documents: int) -> float:
    return rarity(documents, WORLD["who"], spread) * (_THING if feature[0] == "thing" else 1)


def _unit(vector: dict[Feature, float]) -> dict[Feature, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {feature: weight / length for feature, weight in vector.items()}
