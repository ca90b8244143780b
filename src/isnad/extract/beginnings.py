"""Where listed expressions can begin in a text: told for all its words at once, so that few places are read.

The first letters of every word are looked up together in one table of bits; what they let through is a listed word or
one that begins alike, and is left to the caller to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import numpy as np
import numpy.typing as npt

U32 = npt.NDArray[np.uint32]
_FACTORS = np.array([0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1], dtype=np.uint32)
"""One for each letter that is looked at: odd and far from each other, so that few words meet in the table."""
_BITS = 18
_BEGINNING = re.compile(rf"[^\W_]{{1,{len(_FACTORS)}}}")


class Beginnings:
    """The first letters of expressions, each of which begins with a letter."""

    def __init__(self, expressions: Iterable[str]) -> None:
        first = {found.group() for written in expressions if (found := _BEGINNING.match(written))}
        self._known = np.zeros(1 << _BITS, dtype=np.bool_)
        self._known[_looked_up(_numbers(" ".join(first)))[1]] = True

    def places(self, key: str) -> list[int]:
        """The beginnings of words at which one of the expressions may stand."""
        starts, hashes = _looked_up(_numbers(key))
        found: list[int] = starts[self._known.take(hashes)].tolist()
        return found


@cache
def _letters() -> U32:
    """For every code point of the basic plane its own number, 0 for what is no letter or digit."""
    letters = np.zeros(0x10000, dtype=np.uint32)
    codes = [found.start() for found in re.finditer(r"[^\W_]", "".join(map(chr, range(0x10000))))]
    letters[codes] = codes
    return letters


def _numbers(key: str) -> U32:
    codes = np.frombuffer(key.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _letters().take(codes, mode="clip")


def _looked_up(numbers: U32) -> tuple[npt.NDArray[np.intp], U32]:
    """Where words begin, and the place of the first letters of each in the table."""
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
    return starts, hashes >> np.uint32(32 - _BITS)
