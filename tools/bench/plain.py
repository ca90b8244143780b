"""The baseline: the three-word join with diagonal alignment, as one writes it down in plain numpy.

Shingles in at most ``COMMON`` places are joined, matches are sorted by document pair, diagonal and place, and
matches that follow each other closely are one passage.  No joining of diagonals, no edges, no weights.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from isnad.text.bulk import WordTable

COMMON = 16
GAP = 8
SHORTEST = 9
Spans = npt.NDArray[np.int64]


def shingles(words: WordTable) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """The hash of every three words of one document, and the number of the first word."""
    with np.errstate(over="ignore"):
        keys = (words.hashes[:-2] * np.uint64(31) + words.hashes[1:-1]) * np.uint64(31) + words.hashes[2:]
    owners = words.owners()
    whole = np.flatnonzero(owners[:-2] == owners[2:])
    return keys[whole], whole


def plain_join(words: WordTable) -> Spans:
    """Passages as rows of (a, b, start in a, end in a, start in b, end in b), in word numbers of the documents."""
    owners = words.owners()
    keys, places = shingles(words)
    order = np.argsort(keys)
    keys, order = keys[order], places[order]
    borders = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1], [True])))
    sizes = np.repeat(np.diff(borders), np.diff(borders))
    order, keys = order[(sizes > 1) & (sizes <= COMMON)], keys[(sizes > 1) & (sizes <= COMMON)]
    lefts, rights = [], []
    for distance in range(1, COMMON):
        same = np.flatnonzero(keys[distance:] == keys[:-distance])
        one, other = order[same], order[same + distance]
        lefts.append(np.minimum(one, other))
        rights.append(np.maximum(one, other))
    left, right = np.concatenate(lefts), np.concatenate(rights)
    a, b = owners[left], owners[right]
    apart = a != b
    a, b, left, right = a[apart], b[apart], left[apart], right[apart]
    order = np.lexsort((left, right - left, b, a))
    a, b, left, right = a[order], b[order], left[order], right[order]
    new = (np.diff(a) != 0) | (np.diff(b) != 0) | (np.diff(right - left) != 0) | (np.diff(left) > GAP)
    first = np.flatnonzero(np.concatenate(([True], new))) if len(a) else np.zeros(0, dtype=np.int64)
    last = np.append(first[1:], len(a))[: len(first)] - 1
    long = left[last] + 3 - left[first] >= SHORTEST
    first, last = first[long], last[long]
    a, b = a[first], b[first]
    at_a, at_b = words.offsets[a], words.offsets[b]
    return np.column_stack(
        (a, b, left[first] - at_a, left[last] + 3 - at_a, right[first] - at_b, right[last] + 3 - at_b)
    )
