"""Which names are worth comparing: rapidfuzz proposes over coarse consonants, the comparison itself decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from rapidfuzz import fuzz, process

from isnad.claim.entities.parts import Name
from isnad.claim.entities.sounds import skeleton

NEAR = 75
"""Least likeness (rapidfuzz ratio) of two coarse skeletons that are compared; below it no pair of the test is one."""
MOST = 4000
"""Most distinct skeletons that are compared all with all; beyond, only names of one skeleton are."""


def proposed(names: Mapping[str, Name]) -> Iterator[tuple[str, str]]:
    """Pairs of name forms that may be one person's, each once, in order."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for form, name in names.items():
        buckets[_key(name)].append(form)
    for forms in buckets.values():
        yield from combinations(forms, 2)
    keys = list(buckets)
    for a, b in _near(keys):
        for left in buckets[a]:
            for right in buckets[b]:
                yield left, right


def _key(name: Name) -> str:
    ends = (name.parts[0], name.parts[-1]) if len(name.parts) > 1 else name.parts
    return " ".join(skeleton(part) for part in (*ends, *((name.kunya,) if name.kunya else ())))


def _near(keys: list[str]) -> Iterator[tuple[str, str]]:
    if len(keys) > MOST:
        return
    for i, key in enumerate(keys):
        for other, _, _ in process.extract(key, keys[i + 1 :], scorer=fuzz.ratio, score_cutoff=NEAR, limit=None):
            yield key, other
