"""A text folded and cut into words, once for all that is read of it: names, values and claims.

The steps of a document run one after the other, so the last text is remembered; everything here is a pure function of
the text.  The cutting is array arithmetic over the letters' kinds: an expression asked word by word costs more than
much of what is read of the words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from isnad.model import Segment, Text
from isnad.text.fold import Folded, fold

Ints = npt.NDArray[np.intp]
Codes = npt.NDArray[np.uint32]
Mask = npt.NDArray[np.bool_]

_SKIPPED = frozenset({"boilerplate", "related_link", "repeat", "pull_quote"})
# Letters by their ranges: other scripts fall apart, which harms no value.
_LETTERS = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0620-\u064a\u0671-\u06d3\u06d5]+"
_WORD = re.compile(rf"({_LETTERS}(?:['’]{_LETTERS})*|\d+(?:[.,]\d+)*|[^\w\s]|\w)")
_NOTHING, _LETTER, _DIGIT, _OTHER, _MARK = range(5)
_KINDS = ((r"\s+", _NOTHING), (r"\w+", _OTHER), (r"\d+", _DIGIT), (_LETTERS, _LETTER))
_JOINING = ((_LETTER, tuple(map(ord, "'’"))), (_DIGIT, tuple(map(ord, ".,"))))
"""Marks that stand inside a word of letters, and inside a number."""


class Words(msgspec.Struct, frozen=True, gc=False):
    """The words of one segment (``number`` in the text): keys, and where each begins and ends in the text's key."""

    number: int
    texts: list[str]
    starts: list[int]
    ends: list[int]
    start: int
    end: int


class Cut(NamedTuple):
    """A text's key, its words by segments, and what they were cut by: the code points of the key, which of them are
    letters, digits or underscores, and all words (a piece of a text that is not read has some too)."""

    folded: Folded
    lines: tuple[Words, ...]
    codes: Codes
    letters: Mask
    texts: list[str]
    starts: Ints
    ends: Ints


def read_words(text: Text) -> tuple[Folded, tuple[Words, ...]]:
    """The key of a text and the words of each segment that is read, in order."""
    found = read_cut(text)
    return found.folded, found.lines


def read_cut(text: Text) -> Cut:
    """A text cut into words, with all that other cuts can be made from."""
    return _cut(text.clean, text.segments)


def tokens(form: str) -> list[str]:
    """The words of a folded form, as a text's words are cut."""
    return _WORD.findall(form)


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    """The kind of every code point of the basic plane."""
    plane = "".join(map(chr, range(0x10000)))
    kinds = np.full(len(plane), _MARK, dtype=np.uint8)
    for pattern, kind in _KINDS:
        for match in re.finditer(pattern, plane):
            kinds[match.start() : match.end()] = kind
    return kinds


def _kinds_of(key: str, codes: Codes) -> npt.NDArray[np.uint8]:
    """The kind of every letter of a key."""
    kinds = _kinds().take(codes, mode="clip")
    for at in (codes > 0xFFFF).nonzero()[0].tolist():
        kinds[at] = _DIGIT if key[at].isdecimal() else _OTHER if key[at].isalnum() else _MARK
    return kinds


@lru_cache(maxsize=1)
def _cut(clean: str, segments: tuple[Segment, ...]) -> Cut:
    folded = fold(clean)
    key = folded.key
    read = [(i, segment) for i, segment in enumerate(segments) if segment.kind not in _SKIPPED]
    edges = folded.to_keys([at for _, segment in read for at in (segment.start, segment.end)])
    codes = np.frombuffer(key.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kinds_of(key, codes)
    letters = (kinds != _NOTHING) & (kinds != _MARK)
    starts, ends = _edges(_joined(kinds, codes), edges)
    begins, stops = starts.tolist(), ends.tolist()
    texts = [key[start:end] for start, end in zip(begins, stops, strict=True)]
    at = starts.searchsorted(edges).tolist()
    lines = tuple(
        [
            Words(i, texts[first:last], begins[first:last], stops[first:last], start, end)
            for (i, _), first, last, start, end in zip(read, at[::2], at[1::2], edges[::2], edges[1::2], strict=True)
        ]
    )
    return Cut(folded, lines, codes, letters, texts, starts, ends)


def _joined(kinds: npt.NDArray[np.uint8], codes: Codes) -> npt.NDArray[np.uint8]:
    """The kinds with nothing before and behind, and the marks inside words and numbers as parts of them."""
    out = np.zeros(len(kinds) + 2, dtype=np.uint8)
    out[1:-1] = kinds
    for kind, (one, other) in _JOINING:
        at = ((codes == one) | (codes == other)).nonzero()[0] + 1
        out[at[(out[at - 1] == kind) & (out[at + 1] == kind)]] = kind
    return out


def _edges(kinds: npt.NDArray[np.uint8], borders: list[int]) -> tuple[Ints, Ints]:
    """Where the words begin and end: a word is letters or digits in a row, or any other sign alone, and lies on one
    side of a border."""
    begins = (kinds[1:] != kinds[:-1]) | (kinds[1:] > _DIGIT)
    begins[borders] = True
    inside = kinds[1:] > _NOTHING
    starts = (begins & inside).nonzero()[0]
    ends = (inside[:-1] & (begins[1:] | ~inside[1:])).nonzero()[0] + 1
    return starts, ends
