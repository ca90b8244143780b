"""A text folded and cut into words, once for all that is read of it: names, values and claims.

The steps of a document run one after the other, so the last text is remembered; everything here is a pure function of
the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

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


@lru_cache(maxsize=1)
def _words(clean: str, segments: tuple[Segment, ...]) -> tuple[Folded, tuple[Words, ...]]:
    folded = fold(clean)
    read = [(i, segment) for i, segment in enumerate(segments) if segment.kind not in _SKIPPED]
    edges = folded.to_keys([at for _, segment in read for at in (segment.start, segment.end)])
    places = zip((i for i, _ in read), edges[::2], edges[1::2], strict=True)
    return folded, tuple([Words(i, *cut(_WORD, folded.key, start, end), start, end) for i, start, end in places])
