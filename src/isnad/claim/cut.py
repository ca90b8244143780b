"""A text folded and cut into words, once for all that is read of it: names, values and claims.

The steps of a document run one after the other, so the last text is remembered; everything here is a pure function of
the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, compress, islice
from operator import eq, not_

import msgspec

from isnad.model import Segment, Text
from isnad.text.fold import Folded, fold

_SKIPPED = frozenset({"boilerplate", "related_link", "repeat", "pull_quote"})
# Letters by their ranges: half as fast again as the general class of letters; other scripts fall apart, which harms
# no value.
_LETTERS = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0620-\u064a\u0671-\u06d3\u06d5]+"
_WORD = re.compile(rf"({_LETTERS}(?:['’]{_LETTERS})*|\d+(?:[.,]\d+)*|[^\w\s]|\w)")


class Words(msgspec.Struct, frozen=True, gc=False):
    """The words of one segment (``number`` in the text): keys, and where each begins and ends in the text's key."""

    number: int
    texts: list[str]
    starts: list[int]
    ends: list[int]
    start: int
    end: int


def read_words(text: Text) -> tuple[Folded, tuple[Words, ...]]:
    """The key of a text and the words of each segment that is read, in order."""
    return _words(text.clean, text.segments)


def tokens(form: str) -> list[str]:
    """The words of a folded form, as a text's words are cut."""
    return _WORD.findall(form)


def cut(pattern: re.Pattern[str], key: str, start: int, end: int) -> tuple[list[str], list[int], list[int]]:
    """The words in ``key[start:end]``, where each begins and where it ends; ``pattern`` is a word in one group.

    Splitting at the words and adding up lengths asks the expression once and makes no match objects.
    """
    parts = pattern.split(key[start:end])
    edges = list(accumulate(map(len, parts), initial=start))
    return parts[1::2], edges[1:-1:2], edges[2::2]


def recut(piece: Words, key: str, pattern: re.Pattern[str]) -> tuple[list[str], list[int], list[int]]:
    """The words that ``pattern`` cuts, which takes letters and digits together, as `cut` gives them.

    Most words are the same by both cuts and are kept; only what stands between two spaces and has a mark inside
    («1,500», "it's", "u.s.") or letters beside digits («و10») is cut again.
    """
    texts, begins, stops = piece.texts, piece.starts, piece.ends
    inside = list(map(str.isalnum, texts))
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at, n = 0, len(texts)
    for i in [*_otherwise(piece, inside), n]:
        if i < at:
            continue
        first = last = i
        while at < first < n and stops[first - 1] == begins[first]:
            first -= 1
        while last < n and (last == i or stops[last - 1] == begins[last]):
            last += 1
        kept = inside[at:first]
        again = cut(pattern, key, begins[first], stops[last - 1]) if i < n else ((), (), ())
        found += [*compress(texts[at:first], kept), *again[0]]
        starts += [*compress(begins[at:first], kept), *again[1]]
        ends += [*compress(stops[at:first], kept), *again[2]]
        at = last
    return found, starts, ends


def _otherwise(piece: Words, inside: list[bool]) -> list[int]:
    """The words, in order, at which two cuts may differ."""
    texts, starts, ends = piece.texts, piece.starts, piece.ends
    marked = [
        i
        for i in compress(range(len(texts)), map(not_, inside))
        if len(texts[i]) > 1 or texts[i] == "_" or (texts[i] == "." and i and len(texts[i - 1]) == 1)
    ]
    words = list(compress(range(len(texts)), inside))
    joined = map(eq, compress(ends, inside), islice(compress(starts, inside), 1, None))
    return sorted([*marked, *compress(words, joined)])


@lru_cache(maxsize=1)
def _words(clean: str, segments: tuple[Segment, ...]) -> tuple[Folded, tuple[Words, ...]]:
    folded = fold(clean)
    read = [(i, segment) for i, segment in enumerate(segments) if segment.kind not in _SKIPPED]
    edges = folded.to_keys([at for _, segment in read for at in (segment.start, segment.end)])
    places = zip((i for i, _ in read), edges[::2], edges[1::2], strict=True)
    return folded, tuple([Words(i, *cut(_WORD, folded.key, start, end), start, end) for i, start, end in places])
