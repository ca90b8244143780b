"""Where listed expressions can begin in a text: told for all its words at once, so that few places are read.

The first letters of every word are looked up in one table of bits, those of a word and the next one in another; what
they let through is a listed expression or one that begins alike, and is left to the caller to read.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
import numpy.typing as npt

U32 = npt.NDArray[np.uint32]
_FACTORS = np.array([0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1], dtype=np.uint32)
"""One for each letter that is looked at: odd and far from each other, so that few words meet in the table."""
_BITS = 18
_SHIFT = np.uint32(32 - _BITS)
_PAIR = np.uint32(0x2545F491)


class Beginnings:
    """The first letters of expressions: of their first two words, or of the one. ``expressions`` are words of letters
    with single spaces between; each of ``clitics`` may be written before one."""

    def __init__(self, expressions: Iterable[str], clitics: str = "") -> None:
        first = {" ".join(written.split(" ", 2)[:2]) for written in expressions}
        first |= {clitic + words for clitic in clitics for words in first}
        self._alone = _table(_hashes(" ".join(words for words in first if " " not in words))[1])
        pairs = _hashes(" ".join(words for words in first if " " in words))[1]
        self._paired = _table(_with_next(pairs)[::2])

    def places(self, key: str) -> list[int]:
        """The beginnings of words at which one of the expressions may stand."""
        starts, hashes = _hashes(key)
        known = self._alone.take(hashes >> _SHIFT)
        known |= self._paired.take(_with_next(hashes) >> _SHIFT)
        found: list[int] = starts[known].tolist()
        return found


def _table(hashes: U32) -> npt.NDArray[np.bool_]:
    known = np.zeros(1 << _BITS, dtype=np.bool_)
    known[hashes >> _SHIFT] = True
    return known


def _with_next(hashes: U32) -> U32:
    """For each word one number of it and the next."""
    paired = hashes * _PAIR
    paired[:-1] += hashes[1:]
    return paired


@cache
def _letters() -> U32:
    """For every code point of the basic plane its own number, 0 for what is no letter or digit."""
    is_letter = np.fromiter(map(str.isalnum, map(chr, range(0x10000))), dtype=np.bool_)
    return np.where(is_letter, np.arange(0x10000, dtype=np.uint32), np.uint32(0))


def _numbers(key: str) -> U32:
    codes = np.frombuffer(key.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _letters().take(codes, mode="clip")


def _hashes(key: str) -> tuple[npt.NDArray[np.intp], U32]:
    """Where words begin, and a number for the first letters of each."""
    numbers = _numbers(key)
    padded = np.zeros(1 + len(numbers) + len(_FACTORS), dtype=np.uint32)
    padded[1 : 1 + len(numbers)] = numbers
    inside = padded != 0
    starts = np.flatnonzero(inside[1:] > inside[:-1])
    hashes = np.zeros(len(starts), dtype=np.uint32)
    going: U32 | None = None
    for i, factor in enumerate(_FACTORS, 1):
        letters = padded.take(starts + i)
        if going is not None:
            letters *= going != 0  # nothing behind the word
        hashes += letters * factor
        going = letters
    return starts, hashes
