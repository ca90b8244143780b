"""A text folded and cut into words, once for all that is read of it: names, values and claims.

The steps of a document run one after the other, so the last text is remembered; what is cut is a function of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

import msgspec
import numpy as np

from isnad.claim.pieces import DIGIT, OTHER, SPACE, Codes, Kinds, Range, english_names, joined, kinds_of
from isnad.claim.vocabulary import Cells, Ints, Vocabulary, vocabulary
from isnad.model import Text
from isnad.text.fold import Folded, fold

T = TypeVar("T")
_SKIPPED = frozenset({"boilerplate", "related_link", "repeat", "pull_quote"})
_SPACE, _HYPHEN = map(ord, " -")
Reader = Callable[[str], tuple[T, int]]
"""What a word is to somebody, and the bits by which it is looked for."""


class Piece(msgspec.Struct, frozen=True, gc=False):
    """One segment that is read: its number in the text, its words ``first`` to ``last`` of the text's words, and where
    it begins and ends in the text's key."""

    number: int
    first: int
    last: int
    start: int
    end: int


class Cut(NamedTuple):
    """A text's key, the segments that are read, and their words: what each is, where it begins and ends in the key."""

    folded: Folded
    pieces: tuple[Piece, ...]
    texts: list[str]
    starts: list[int]
    ends: list[int]
    places: tuple[Ints, Ints]
    numbers: Ints
    vocabulary: Vocabulary
    codes: Codes
    kinds: Kinds
    """``starts`` and ``ends``; the words' numbers in a vocabulary; the code points of the key, and their kinds with a
    space before and behind, all space where nothing is read."""

    def said(self, readers: Sequence[Reader[T] | None]) -> tuple[Cells, Ints]:
        """What readers, one for each segment that has one, say of the words."""
        borders = [piece.first for piece in self.pieces] + [len(self.texts)]
        return _said(self.vocabulary, self.numbers, readers, borders)


class NameWords(NamedTuple):
    """Words of names: where each begins and ends, whether only a space (or a hyphen) stands between it and the next,
    how many stand before each segment and before the end, and what they are."""

    starts: list[int]
    ends: list[int]
    glued: list[bool]
    before: list[int]
    numbers: Ints
    cells: Cells
    bits: Ints


def read_cut(text: Text) -> Cut:
    """A text cut into words, with all that other cuts can be made from."""
    return _cut(_This(text))


class _This:
    """A text by which one it is: to ask whether all segments of two are the same costs as much as to cut them."""

    __slots__ = ("text",)

    def __init__(self, text: Text) -> None:
        self.text = text

    def __hash__(self) -> int:
        return id(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.text is other.text


def name_words(cut: Cut, readers: Sequence[Reader[T] | None], english: Sequence[bool]) -> NameWords:
    """The words of names, cut as in English in some segments; no words of a segment that has no reader."""
    kinds, pieces, key = cut.kinds, cut.pieces, cut.folded.key
    if None in readers:
        kinds = kinds.copy()
        for piece, read in zip(pieces, readers, strict=True):
            if read is None:
                kinds[piece.start + 1 : piece.end + 1] = SPACE
    borders = [piece.start for piece in pieces]
    starts, ends = _edges(((kinds > SPACE) & (kinds <= OTHER)).view(np.uint8), borders)
    if True in english:
        stretches = [(piece.start, piece.end) for piece, its in zip(pieces, english, strict=True) if its]
        starts, ends = _in_english(key, stretches, starts, ends)
    before = [*starts.searchsorted(borders).tolist(), len(starts)]
    glued = _glued(cut.codes, starts, ends)
    numbers = _numbers(cut, starts, ends)
    cells, bits = _said(cut.vocabulary, numbers, readers, before)
    return NameWords(starts.tolist(), ends.tolist(), glued, before, numbers, cells, bits)


def _numbers(cut: Cut, starts: Ints, ends: Ints) -> Ints:
    """The numbers of words of names, most of which are words of the text."""
    firsts, lasts = cut.places
    at = firsts.searchsorted(starts)
    found = cut.numbers.take(at, mode="clip")
    own = ((firsts.take(at, mode="clip") != starts) | (lasts.take(at, mode="clip") != ends)).nonzero()[0]
    key, places = cut.folded.key, zip(starts[own].tolist(), ends[own].tolist(), strict=True)
    found[own] = cut.vocabulary.numbers([key[start:end] for start, end in places])
    return found


def _in_english(key: str, stretches: Sequence[Range], starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """The words of names with those of some stretches cut as in English."""
    runs = [run for start, end in stretches for run in english_names(key, start, end)]
    if not runs:
        return starts, ends
    inside = np.zeros(len(key), dtype=np.bool_)
    for (first, last), _ in runs:
        inside[first:last] = True
    kept = ~inside[starts]
    again = np.array([word for _, words in runs for word in words], dtype=np.intp).reshape(-1, 2)
    return np.sort(np.concatenate((starts[kept], again[:, 0]))), np.sort(np.concatenate((ends[kept], again[:, 1])))


def _glued(codes: Codes, starts: Ints, ends: Ints) -> list[bool]:
    if not len(ends):
        return []
    gaps = codes[ends[:-1]]
    glued = (starts[1:] - ends[:-1] == 1) & ((gaps == _SPACE) | (gaps == _HYPHEN))
    return [*glued.tolist(), False]


def _said(
    known: Vocabulary, numbers: Ints, readers: Sequence[Reader[T] | None], borders: Sequence[int]
) -> tuple[Cells, Ints]:
    """What readers say of the words between borders."""
    different = set(readers)
    if len(different) == 1 and (only := readers[0]) is not None:
        return known.facet(only).of(numbers)
    cells, bits = np.empty(len(numbers), dtype=np.object_), np.zeros(len(numbers), dtype=np.intp)
    for one in different:
        if one is None:
            continue
        its = np.repeat([reader is one for reader in readers], np.diff(borders))
        cells[its], bits[its] = known.facet(one).of(numbers[its])
    return cells, bits


@lru_cache(maxsize=1)
def _cut(this: _This) -> Cut:
    text = this.text
    folded = fold(text.clean)
    key = folded.key
    read = [(i, segment) for i, segment in enumerate(text.segments) if segment.kind not in _SKIPPED]
    edges = folded.to_keys([at for _, segment in read for at in (segment.start, segment.end)])
    ranges = list(zip(edges[::2], edges[1::2], strict=True))
    codes = np.frombuffer(key.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds, every = np.zeros(len(key) + 2, dtype=np.uint8), kinds_of(key, codes)
    for start, end in ranges:
        kinds[start + 1 : end + 1] = every[start:end]
    starts, ends = _edges(joined(kinds), edges[::2])
    bounds = [*starts.searchsorted(edges[::2]).tolist(), len(starts)]
    pieces = [
        Piece(i, first, last, *place)
        for (i, _), (first, last), place in zip(read, pairwise(bounds), ranges, strict=True)
    ]
    begins, stops = starts.tolist(), ends.tolist()
    known = vocabulary()
    numbers = known.numbers([key[start:end] for start, end in zip(begins, stops, strict=True)])
    texts = known.texts.take(numbers).tolist()
    return Cut(folded, tuple(pieces), texts, begins, stops, (starts, ends), numbers, known, codes, kinds)


def _edges(kinds: Kinds, borders: Sequence[int]) -> tuple[Ints, Ints]:
    """Where the words begin and end: a word is characters of one kind in a row, or one that is a word alone, and lies
    on one side of a border."""
    begins = (kinds[1:] != kinds[:-1]) | (kinds[1:] > DIGIT)
    begins[borders] = True
    inside = kinds[1:] > SPACE
    starts = (begins & inside).nonzero()[0]
    ends = (begins[1:] & inside[:-1]).nonzero()[0] + 1
    return starts, ends
