"""Every spelling that texts were found to use, once: what is known of it stands in columns by its number.

A text is looked up stretch by stretch (what stands between two spaces, with the signs written to it): one look-up gives
the words that it is cut into, as numbers, and from then on whole texts are asked at once by array arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from isnad.claim.pieces import Range, english_names, is_word, names, words

Ints = npt.NDArray[np.intp]
Cells = npt.NDArray[np.object_]
T = TypeVar("T")

WORDS, NAMES, ENGLISH_NAMES = range(3)
"""The ways of cutting: for values and claims, for names, for names in English."""
_WAYS = 3
_MOST = 300_000
"""With more words in all stretches a vocabulary is given up."""
_UNKNOWN = -1


class Column:
    """Cells (or rows of some cells) by number, which grows."""

    __slots__ = ("_cells", "size")

    def __init__(self, kind: npt.DTypeLike, *width: int) -> None:
        self._cells: npt.NDArray[Any] = np.empty((1024, *width), dtype=kind)
        self.size = 0

    def extend(self, cells: Sequence[object]) -> None:
        """More cells behind the others."""
        first, rows = self.size, np.array(cells, dtype=self._cells.dtype).reshape(-1, *self._cells.shape[1:])
        self.grow(first + len(rows))
        self._cells[first : self.size] = rows

    def grow(self, size: int, cell: object = None) -> None:
        """So many cells in all, the new ones alike."""
        while size > len(self._cells):
            self._cells = np.concatenate((self._cells, np.empty_like(self._cells)))
        if size > self.size:
            if cell is not None:
                self._cells[self.size : size] = cell
            self.size = size

    def take(self, numbers: Ints) -> npt.NDArray[Any]:
        """The cells of these numbers."""
        return self._cells.take(numbers, axis=0)

    def put(self, numbers: list[int], cells: list[Any]) -> None:
        """Other cells in place of some."""
        self._cells[numbers] = cells


class Tokens(NamedTuple):
    """The words of some stretches: their numbers, where each begins and ends, and how many stand before each stretch
    and before the end."""

    numbers: Ints
    starts: Ints
    ends: Ints
    before: Ints


class Vocabulary(dict[str, int]):
    """Stretches → their numbers; every stretch is a key. ``texts`` has the words by their own numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, int] = {}
        self.texts = Column(np.object_)
        # What is asked for together stands together: most of the time goes into fetching it from memory.
        self._ranges = Column(np.int32, 2 * _WAYS)
        self._pieces = Column(np.int32, 3)
        self._new_ranges: list[int] = []
        self._new_pieces: list[int] = []
        self._new_texts: list[str] = []
        self._facets: dict[Hashable, Facet[Any]] = {}

    @property
    def full(self) -> bool:
        """Whether the vocabulary has become too much to be kept."""
        return self._pieces.size > _MOST

    def __missing__(self, stretch: str) -> int:
        number = self[stretch] = len(self)
        if is_word(stretch):
            self._new_ranges += (self._add(stretch, ((0, len(stretch)),)), 1) * _WAYS
            return number
        known: dict[tuple[Range, ...], int] = {}
        plain = names(stretch)
        for found in (words(stretch), plain, english_names(stretch, plain)):
            places = tuple(found)
            if places not in known:  # most stretches are cut alike in two ways
                known[places] = self._add(stretch, places)
            self._new_ranges += (known[places], len(places))
        return number

    def _add(self, stretch: str, places: Sequence[Range]) -> int:
        """Notes the words of a stretch; the number of the first."""
        first = self._pieces.size + len(self._new_pieces) // 3
        words = self.words
        for start, end in places:
            word = stretch[start:end]
            number = words.get(word)
            if number is None:
                number = words[word] = len(words)
                self._new_texts.append(word)
            self._new_pieces += (number, start, end - start)
        return first

    def numbers(self, stretches: Sequence[str]) -> Ints:
        """The numbers of stretches."""
        found = np.fromiter(map(self.__getitem__, stretches), np.intp, len(stretches))
        if self._new_ranges:
            self._ranges.extend(self._new_ranges)
            self._pieces.extend(self._new_pieces)
            self.texts.extend(self._new_texts)
            self._new_ranges, self._new_pieces, self._new_texts = [], [], []
        return found

    def cut(
        self, stretches: Ints, places: Ints, way: int, other: tuple[int, npt.NDArray[np.bool_]] | None = None
    ) -> Tokens:
        """The words of stretches that begin at ``places``, cut in one ``way``; some of them in an ``other``."""
        ranges = self._ranges.take(stretches)
        firsts, counts = ranges[:, 2 * way], ranges[:, 2 * way + 1]
        if other is not None:
            firsts = np.where(other[1], ranges[:, 2 * other[0]], firsts)
            counts = np.where(other[1], ranges[:, 2 * other[0] + 1], counts)
        before = np.zeros(len(stretches) + 1, dtype=np.intp)
        counts.cumsum(out=before[1:])
        pieces = self._pieces.take(np.arange(before[-1]) + (firsts - before[:-1]).repeat(counts))
        starts = places.repeat(counts) + pieces[:, 1]
        return Tokens(pieces[:, 0], starts, starts + pieces[:, 2], before)

    def facet(self, read: Callable[[str], tuple[T, int]]) -> Facet[T]:
        """What ``read``, a function that is made once, says of the words."""
        found = self._facets.get(read)
        if found is None:
            found = self._facets[read] = Facet(self, read)
        return found


class Facet(Generic[T]):
    """What one reader says of words: of each a cell and the bits by which it is looked for, read when first asked."""

    def __init__(self, vocabulary: Vocabulary, read: Callable[[str], tuple[T, int]]) -> None:
        self._texts = vocabulary.texts
        self._read = read
        self._cells, self._bits = Column(np.object_), Column(np.int32)
        self.others: dict[str, list[int]] = {}
        """Of words that have a ``core``: what it is → the words that are spelt in another way."""

    def of(self, numbers: Ints) -> tuple[Cells, Ints]:
        """The cells and the bits of words."""
        self._cells.grow(self._texts.size)
        self._bits.grow(self._texts.size, _UNKNOWN)
        bits = self._bits.take(numbers)
        if np.minimum.reduce(bits, initial=0) == _UNKNOWN:
            self._fill(list(set(numbers[bits == _UNKNOWN].tolist())))
            bits = self._bits.take(numbers)
        return self._cells.take(numbers), bits

    def _fill(self, numbers: list[int]) -> None:
        words: list[str] = self._texts.take(np.array(numbers)).tolist()
        found = list(map(self._read, words))
        self._cells.put(numbers, [cell for cell, _ in found])
        self._bits.put(numbers, [bits for _, bits in found])
        for number, word, (cell, _) in zip(numbers, words, found, strict=True):
            core = getattr(cell, "core", word)
            if core != word:
                self.others.setdefault(core, []).append(number)


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return Vocabulary()


def vocabulary() -> Vocabulary:
    """The vocabulary for the next text; another one when it has become too much."""
    if _vocabulary().full:
        _vocabulary.cache_clear()
    return _vocabulary()
