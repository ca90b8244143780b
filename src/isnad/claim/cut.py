"""A text folded and cut into words, once for all that is read of it: names, values and claims.

The steps of a document run one after the other, so the last text is remembered; what is cut is a function of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

import msgspec
import numpy as np
import numpy.typing as npt

from isnad.claim.vocabulary import ENGLISH_NAMES, NAMES, WORDS, Cells, Ints, Tokens, Vocabulary, vocabulary
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
    numbers: Ints
    vocabulary: Vocabulary
    codes: npt.NDArray[np.uint32]
    stretches: Ints
    places: Ints
    bounds: list[int]
    """The numbers of all stretches between spaces, where they begin, and how many stand before each segment."""

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
    stretches, places, bounds = cut.stretches, cut.places, cut.bounds
    way, other = ENGLISH_NAMES if all(english) else NAMES, None
    if None in readers:
        kept = np.repeat([reader is not None for reader in readers], np.diff(bounds))
        stretches, places = stretches[kept], places[kept]
        bounds = np.concatenate(([0], kept.cumsum()))[bounds].tolist()
    if way == NAMES and any(english):
        other = (ENGLISH_NAMES, np.repeat(english, np.diff(bounds)))
    found = cut.vocabulary.cut(stretches, places, way, other)
    before = found.before[bounds].tolist()
    cells, bits = _said(cut.vocabulary, found.numbers, readers, before)
    glued = _glued(cut.codes, found)
    return NameWords(found.starts.tolist(), found.ends.tolist(), glued, before, found.numbers, cells, bits)


def _glued(codes: npt.NDArray[np.uint32], words: Tokens) -> list[bool]:
    if not len(words.ends):
        return []
    ends = words.ends[:-1]
    gaps = codes[ends]
    glued = (words.starts[1:] - ends == 1) & ((gaps == _SPACE) | (gaps == _HYPHEN))
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
    codes = np.frombuffer(key.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    ranges = list(zip(edges[::2], edges[1::2], strict=True))
    found: list[str] = []
    bounds = [0]
    for start, end in ranges:
        found += key[start:end].split()
        bounds.append(len(found))
    known = vocabulary()
    stretches, places = known.numbers(found), _places(codes, edges)
    words = known.cut(stretches, places, WORDS)
    before = words.before[bounds].tolist()
    pieces = [
        Piece(i, first, last, *place)
        for (i, _), first, last, place in zip(read, before, before[1:], ranges, strict=False)
    ]
    return Cut(
        folded, tuple(pieces), known.texts.take(words.numbers).tolist(), words.starts.tolist(), words.ends.tolist(),
        words.numbers, known, codes, stretches, places, bounds,
    )  # fmt: skip


@cache
def _blank() -> npt.NDArray[np.bool_]:
    """Whether each code point of the basic plane is a space."""
    return np.array([chr(code).isspace() for code in range(0x10000)])


def _places(codes: npt.NDArray[np.uint32], edges: list[int]) -> Ints:
    """Where the stretches between spaces begin; none lies across an edge."""
    filled = ~_blank().take(codes, mode="clip")
    begins = filled.copy()
    begins[1:] &= ~filled[:-1]
    inner = [edge for edge in edges if edge < len(codes)]
    begins[inner] = filled[inner]
    found = begins.nonzero()[0]
    at = found.searchsorted(edges).tolist()
    ranges = [found[first:last] for first, last in zip(at[::2], at[1::2], strict=True)]
    return np.concatenate(ranges) if ranges else found[:0]
