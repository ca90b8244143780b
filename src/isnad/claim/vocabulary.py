"""Every word that texts were found to use, once: what is known of it stands in columns by its number.

A word is looked up once for all that is read of it, and from then on whole texts are asked at once by array arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.intp]
Cells = npt.NDArray[np.object_]
T = TypeVar("T")

_MOST = 200_000
"""With more words a vocabulary is given up."""
_UNKNOWN = -1


class Vocabulary(dict[str, int]):
    """Words → their numbers; every word is a key. ``texts`` has the words by number."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = np.empty(1024, dtype=np.object_)
        self._new: list[str] = []
        self._facets: dict[Hashable, Facet[Any]] = {}

    @property
    def full(self) -> bool:
        """Whether the vocabulary has become too much to be kept."""
        return len(self) > _MOST

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        self._new.append(word)
        return number

    def numbers(self, words: Sequence[str]) -> Ints:
        """The numbers of words."""
        found = np.fromiter(map(self.__getitem__, words), np.intp, len(words))
        if self._new:
            self.texts = _longer(self.texts, len(self), None)
            self.texts[len(self) - len(self._new) : len(self)] = self._new
            self._new = []
        return found

    def facet(self, read: Callable[[str], tuple[T, int]]) -> Facet[T]:
        """What ``read``, a function that is made once, says of the words."""
        found = self._facets.get(read)
        if found is None:
            found = self._facets[read] = Facet(self, read)
        return found


class Facet(Generic[T]):
    """What one reader says of words: of each a cell and the bits by which it is looked for, read when first asked."""

    def __init__(self, vocabulary: Vocabulary, read: Callable[[str], tuple[T, int]]) -> None:
        self._vocabulary = vocabulary
        self._read = read
        self._cells = np.empty(0, dtype=np.object_)
        self._bits = np.empty(0, dtype=np.intp)
        self.others: dict[str, list[int]] = {}
        """Of words that have a ``core``: what it is → the words that are spelt in another way."""

    def of(self, numbers: Ints) -> tuple[Cells, Ints]:
        """The cells and the bits of words."""
        size = len(self._vocabulary)
        self._cells, self._bits = _longer(self._cells, size, None), _longer(self._bits, size, _UNKNOWN)
        bits = self._bits.take(numbers)
        unread = bits < 0
        if unread.any():
            self._fill(list(set(numbers[unread].tolist())))
            bits = self._bits.take(numbers)
        return self._cells.take(numbers), bits

    def _fill(self, numbers: list[int]) -> None:
        words: list[str] = self._vocabulary.texts[numbers].tolist()
        found = list(map(self._read, words))
        self._bits[numbers] = [bits for _, bits in found]
        for number, word, (cell, _) in zip(numbers, words, found, strict=True):
            self._cells[number] = cell
            core = getattr(cell, "core", word)
            if core != word:
                self.others.setdefault(core, []).append(number)


def _longer(column: npt.NDArray[Any], size: int, cell: object) -> npt.NDArray[Any]:
    """A column with room for so many cells, the new ones alike."""
    if size <= len(column):
        return column
    return np.concatenate((column, np.full(size + 1024, cell, dtype=column.dtype)))


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return Vocabulary()


def vocabulary() -> Vocabulary:
    """The vocabulary for the next text; another one when it has become too much."""
    if _vocabulary().full:
        _vocabulary.cache_clear()
    return _vocabulary()
