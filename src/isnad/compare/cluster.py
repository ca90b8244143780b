"""Joining what several reports name into one happening: what two must share, and that the whole holds together."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from isnad.compare.affinity import Affinity
from isnad.compare.classes import Classes
from isnad.compare.happenings import Happening, Key, Unit

ENOUGH = 4.0
"""Weight of what two units share from which they are one happening. A key of one report in fifty weighs about 4."""
FEW = 20
"""Reports that tell of one kind of happening up to which that weight is enough; beyond, it grows with the logarithm."""
SAMPLE = 6
"""Units of a happening that are asked whether it holds together."""
DAYS_APART = 7
"""Days between two dates of one happening beyond which these are two happenings, not a contradiction."""
TELLING = 12
"""A number (in hours, metres or as counted) from which a shared value with two shared concepts is enough."""
_MOST_ABOUT = 4
_LEAST_ABOUT = 2


class Cluster:
    """Joins units to happenings that hold together: a chain of reports of which each shares something with the next,
    and the first nothing with the last, is not one happening.

    What two units must share grows with how many reports tell of such a happening: among four hundred attacks two
    names meet by chance where among twenty they do not.
    """

    def __init__(
        self,
        units: Sequence[Happening],
        classes: Classes[Unit],
        weights: Mapping[Key, float],
        affinity: Affinity,
    ) -> None:
        self.weights = weights
        self._classes = classes
        self._affinity = affinity
        told_of = Counter(one.unit[1] for one in units)
        self._enough = {group: ENOUGH + math.log(max(1.0, count / FEW)) for group, count in told_of.items()}
        self._members: dict[Unit, list[Happening]] = defaultdict(list)
        for one in units:
            self._members[classes.top(one.unit)].append(one)

    def best_first(self, pairs: Iterable[tuple[Happening, Happening]]) -> Iterator[tuple[Happening, Happening]]:
        """The pairs that share enough, those first that share most."""
        found = []
        for a, b in pairs:
            weight = self._weight(a, b)
            if weight >= self._enough[a.unit[1]]:
                found.append((-weight, a.unit, b.unit, a, b))
        yield from ((a, b) for *_, a, b in sorted(found, key=lambda one: one[:3]))

    def join(self, a: Happening, b: Happening) -> bool:
        """Join the happenings of two units if they hold together; whether they were joined now."""
        left, right = self._classes.top(a.unit), self._classes.top(b.unit)
        if left == right or _other_days(a, b) or not self._holds(self._members[left], self._members[right]):
            return False
        self._classes.join(left, right)
        members = self._members.pop(left) + self._members.pop(right)
        self._members[self._classes.top(left)] = members
        return True

    def _holds(self, left: Sequence[Happening], right: Sequence[Happening]) -> bool:
        """Whether no two days keep two happenings apart, and their reports have enough in common."""
        pairs = [(a, b) for a in _sample(left) for b in _sample(right)]
        if any(_other_days(a, b) for a, b in pairs):
            return False
        return self._affinity.akin([(a.unit[0], b.unit[0]) for a, b in pairs])

    def _weight(self, a: Happening, b: Happening) -> float:
        found = shared(a, b, self.weights)
        return sum(weight for _, weight in found) if len(found) > 1 else 0.0


def _sample(members: Sequence[Happening]) -> Sequence[Happening]:
    """Members from all over a class, few enough to be compared."""
    return members[:: -(-len(members) // SAMPLE)]


def _other_days(a: Happening, b: Happening) -> bool:
    if a.days is None or b.days is None:
        return False
    return a.days[0] - b.days[1] > DAYS_APART or b.days[0] - a.days[1] > DAYS_APART


def shared(a: Happening, b: Happening, weights: Mapping[Key, float]) -> list[tuple[Key, float]]:
    """The keys of both, heaviest first. Two must be names, days or values: one hero is in every report of a case, and
    what else is named counts for little, of which only the heaviest few."""
    both = sorted(((key, weights[key]) for key in a.keys & b.keys), key=lambda found: (-found[1], found[0]))
    firm = [found for found in both if found[0][0] != "about"]
    loose = [found for found in both if found[0][0] == "about" and found[0][1] != a.unit[1]]
    if len(firm) == 1 and not (_is_telling(firm[0][0]) and len(loose) >= _LEAST_ABOUT):
        return []
    return firm + loose[:_MOST_ABOUT] if firm else []


def _is_telling(key: Key) -> bool:
    """Whether a key is a day, or a number so large that chance hardly gives it twice for one thing."""
    if key[0] == "day":
        return key[1] == key[2]
    return key[0] == "value" and key[1] != "agent" and key[3] == key[4] and float(key[3]) >= TELLING
