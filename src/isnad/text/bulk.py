"""Words of a whole case at once: where each stands in its text, and the 64-bit hash of its folded spelling.

The words are those of `isnad.text.tokens.words_of` on `isnad.text.fold.fold`, without making a key for every text:
texts are read in batches, and one table over code points tells which letter a character stands for.  The few texts
where folding is not letter by letter (presentation forms of PDFs, letters that grow when lowered) go the long way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from isnad.text.fold import FILTER_DOTS, PLAIN_PLANE, fold, is_presentation
from isnad.text.tokens import I64, SPLIT, U64, letters, powers, words_of

I32 = npt.NDArray[np.int32]
Ranges = Sequence[tuple[int, int]]

_BREAK, _LETTER, _DROPPED, _HARD = range(4)
_TATWEEL = "\u0640"


class WordTable(NamedTuple):
    """The words of all texts in one row of arrays; text ``i`` has the words ``offsets[i]`` to ``offsets[i + 1]``.

    ``starts`` and ``ends`` are code point offsets in the text itself, not in its key.
    """

    hashes: U64
    starts: I32
    ends: I32
    offsets: I64

    def owners(self) -> I32:
        """For every word the number of its text."""
        return np.repeat(np.arange(len(self.offsets) - 1, dtype=np.int32), np.diff(self.offsets))

    def count(self, text: int) -> int:
        """How many words a text has."""
        return int(self.offsets[text + 1] - self.offsets[text])

    def range(self, text: int, start: int, end: int) -> tuple[int, int]:
        """The offsets of words ``start`` to ``end`` of a text, without the marks behind its last letter."""
        origin = int(self.offsets[text])
        return int(self.starts[origin + start]), int(self.ends[origin + end - 1])


class _Part(NamedTuple):
    hashes: U64
    starts: I32
    ends: I32
    counts: list[int]


def tokenise(texts: Sequence[str], own: Sequence[Ranges] | None = None) -> WordTable:
    """The words of the texts, or of the ranges ``own`` of each text only."""
    ranges = own if own is not None else [[(0, len(text))] for text in texts]
    counts: list[int] = []
    # Byte arrays grow in place: the words of a large case are never held twice.
    columns = bytearray(), bytearray(), bytearray()
    for batch in _batches(texts):
        for part in _words_of_batch(texts, ranges, *batch):
            counts += part.counts
            columns[0].extend(part.hashes.tobytes())
            columns[1].extend(part.starts.tobytes())
            columns[2].extend(part.ends.tobytes())
    return WordTable(
        np.frombuffer(columns[0], dtype=np.uint64),
        np.frombuffer(columns[1], dtype=np.int32),
        np.frombuffer(columns[2], dtype=np.int32),
        np.concatenate(([0], np.cumsum(counts, dtype=np.int64))),
    )


def _batches(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Ranges of texts that fit, with a line break after each, into one table of powers; longer texts stand alone."""
    first = size = 0
    for i, text in enumerate(texts):
        if i > first and size + len(text) + 1 > SPLIT:
            yield first, i
            first, size = i, 0
        size += len(text) + 1
    if first < len(texts):
        yield first, len(texts)


def _words_of_batch(texts: Sequence[str], own: Sequence[Ranges], first: int, last: int) -> list[_Part]:
    joined = "\n".join(texts[first:last]) + "\n"
    if len(joined) > SPLIT:
        return [_words_of_one(texts[first], own[first])]
    kind, number = _tables()
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    # Clipped: nothing beyond the basic plane is a letter here, as in `words_of`.
    kinds = kind.take(codes, mode="clip")
    borders = np.concatenate(([0], np.cumsum([len(text) + 1 for text in texts[first:last]])))
    if kinds.max(initial=0) == _HARD:
        hard = np.unique(np.searchsorted(borders, np.flatnonzero(kinds == _HARD), side="right") - 1 + first)
        return _without_hard(texts, own, first, last, hard.tolist())
    if _TATWEEL in joined:
        for match in FILTER_DOTS.finditer(joined):
            kinds[match.start() : match.end()] = _DROPPED
    kinds[~_allowed(own[first:last], borders)] = _BREAK
    return [_read(kinds, number.take(codes, mode="clip"), borders)]


def _without_hard(
    texts: Sequence[str], own: Sequence[Ranges], first: int, last: int, hard: Sequence[int]
) -> list[_Part]:
    """The hard texts of a batch the long way, those between them together."""
    parts = []
    for text in hard:
        if text > first:
            parts += _words_of_batch(texts, own, first, text)
        parts.append(_words_of_one(texts[text], own[text]))
        first = text + 1
    return parts + _words_of_batch(texts, own, first, last) if first < last else parts


def _read(kinds: npt.NDArray[np.uint8], numbers: U64, borders: I64) -> _Part:
    """The words of a batch, given what each character is and where each text begins."""
    places: I64 | None = None
    if (kinds == _DROPPED).any():
        places = np.flatnonzero(kinds != _DROPPED)
        kinds, numbers = kinds[places], numbers[places]
    inside = np.concatenate(([False], kinds == _LETTER, [False]))
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    hashes = _hash(numbers, starts, ends)
    if places is not None:
        starts, ends = places[starts], places[ends - 1] + 1
    counts = np.diff(np.searchsorted(starts, borders))
    origin = np.repeat(borders[:-1], counts)
    return _Part(hashes, (starts - origin).astype(np.int32), (ends - origin).astype(np.int32), counts.tolist())


def _allowed(own: Sequence[Ranges], borders: I64) -> npt.NDArray[np.bool_]:
    allowed = np.zeros(int(borders[-1]), dtype=np.bool_)
    for ranges, border in zip(own, borders.tolist(), strict=False):
        for start, end in ranges:
            allowed[border + start : border + end] = True
    return allowed


def _hash(numbers: U64, starts: I64, ends: I64) -> U64:
    """The hashes of `words_of`; no batch is long enough to restart the powers."""
    running = np.zeros(len(numbers) + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        np.cumsum(numbers * powers()[0][: len(numbers)], out=running[1:])
        hashes = running[ends]
        hashes -= running[starts]
        hashes *= powers()[1][starts]
    hashes ^= hashes >> np.uint64(31)
    return hashes


def _words_of_one(text: str, own: Ranges) -> _Part:
    """The long way."""
    folded = fold(text)
    borders = folded.to_keys([place for start_end in own for place in start_end])
    words = words_of(folded, list(zip(borders[::2], borders[1::2], strict=True)))
    starts, ends = folded.places[words.starts], folded.places[words.ends - 1] + 1
    return _Part(words.hashes, starts.astype(np.int32), ends.astype(np.int32), [len(starts)])


@cache
def _tables() -> tuple[npt.NDArray[np.uint8], U64]:
    """For every code point of the basic plane what it is to a word, and its number in the hash once it is folded."""
    is_word, number = letters()
    mapped, kept = PLAIN_PLANE
    kinds = np.empty(len(mapped), dtype=np.uint8)
    keys = np.empty(len(mapped), dtype=np.int64)
    for code, folded in enumerate(mapped.tolist()):
        lowered = chr(folded).lower()
        keys[code] = ord(lowered[0])
        # What a capital sigma becomes depends on the letters around it.
        hard = len(lowered) > 1 or chr(folded) == "Σ" or is_presentation(chr(code))
        kinds[code] = _HARD if hard else _LETTER if is_word[keys[code]] else _BREAK
    kinds[~kept] = _DROPPED
    return kinds, number[keys]
