"""Words of many texts at once, as arrays: where each word stands and a 64-bit hash of its folded spelling.

Everything is done by array arithmetic over the code points, since tokenising in Python is what costs most in
comparing large cases.  The hash of a word is the polynomial hash of its letters, taken from one running sum over
the whole text (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from isnad.text.fold import Folded

U64 = npt.NDArray[np.uint64]
I64 = npt.NDArray[np.int64]

_BASE = 0x9E3779B97F4A7C15 | 1
_BASE_INVERSE = pow(_BASE, -1, 1 << 64)
SPLIT = 1 << 16
"""Letters after which the powers begin anew, so that their tables stay small."""


class Words(NamedTuple):
    """The words of one text: key positions of their starts and ends, and their hashes."""

    starts: I64
    ends: I64
    hashes: U64


@cache
def powers() -> tuple[U64, U64]:
    """The first ``SPLIT`` powers of the hash's base, and of its inverse."""
    return _powers(_BASE), _powers(_BASE_INVERSE)


def _powers(base: int) -> U64:
    out = np.empty(SPLIT, dtype=np.uint64)
    value = 1
    for i in range(SPLIT):
        out[i] = value
        value = value * base & 0xFFFFFFFFFFFFFFFF
    return out


@cache
def letters() -> tuple[npt.NDArray[np.bool_], U64]:
    """Whether a code point belongs to words, and its number in the hash (case folded)."""
    is_word = np.zeros(0x10000, dtype=np.bool_)
    value = np.zeros(0x10000, dtype=np.uint64)
    mixer = np.uint64(0xD6E8FEB86659FD93)
    for code in range(0x10000):
        char = chr(code)
        is_word[code] = char.isalnum()
        value[code] = ord(char.lower()[0])
    with np.errstate(over="ignore"):
        value = (value + np.uint64(1)) * mixer
    return is_word, value ^ (value >> np.uint64(29))


def words_of(folded: Folded, ranges: Sequence[tuple[int, int]] | None = None) -> Words:
    """The words of a folded text, or of the given key ranges of it only."""
    codes = np.frombuffer(folded.key.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    index = np.minimum(codes, 0xFFFF)
    is_word, value = letters()
    inside = is_word[index]
    if ranges is not None:
        allowed = np.zeros(len(codes), dtype=np.bool_)
        for start, end in ranges:
            allowed[start:end] = True
        inside &= allowed
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inside, [False])).view(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    return Words(starts, ends, _hash(value[index], starts, ends))


def _hash(values: U64, starts: I64, ends: I64) -> U64:
    places = np.arange(len(values)) % SPLIT
    with np.errstate(over="ignore"):
        running = np.concatenate(
            (np.zeros(1, dtype=np.uint64), np.cumsum(values * powers()[0][places], dtype=np.uint64))
        )
        hashes = (running[ends] - running[starts]) * powers()[1][starts % SPLIT]
        # The few words that lie across a restart of the powers are hashed by themselves.
        for i in np.flatnonzero(starts // SPLIT != (ends - 1) // SPLIT):
            letters = values[starts[i] : ends[i]]
            hashes[i] = np.sum(letters * powers()[0][np.arange(len(letters)) % SPLIT], dtype=np.uint64)
        return hashes ^ (hashes >> np.uint64(31))
