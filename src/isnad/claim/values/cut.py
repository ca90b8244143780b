"""The words of a text, cut once for values and claims."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from isnad.claim.values.lexicon import TOKEN
from isnad.model import Text
from isnad.text.fold import Folded, fold

SKIPPED = frozenset({"boilerplate", "related_link", "repeat", "pull_quote"})


class Words(NamedTuple):
    """The words of one segment (``number`` in the text): keys, and where each begins and ends in the key."""

    number: int
    texts: list[str]
    starts: Sequence[int]
    ends: Sequence[int]
    start: int
    end: int


def read_words(text: Text) -> tuple[Folded, tuple[Words, ...]]:
    """The key of a text and the words of each segment that is read, in order.

    Values and claims of a text are read one after the other, so the last text is remembered; the result is a pure
    function of the text.
    """
    places = tuple([(i, s.start, s.end) for i, s in enumerate(text.segments) if s.kind not in SKIPPED])
    return _words(text.clean, places)


@lru_cache(maxsize=1)
def _words(clean: str, places: tuple[tuple[int, int, int], ...]) -> tuple[Folded, tuple[Words, ...]]:
    folded = fold(clean)
    edges = folded.to_keys([at for _, start, end in places for at in (start, end)])
    key = folded.key
    out: list[Words] = []
    for n, (number, _, _) in enumerate(places):
        first, last = edges[2 * n], edges[2 * n + 1]
        texts = TOKEN.findall(key, first, last)
        spans = [match.span() for match in TOKEN.finditer(key, first, last)]
        starts, ends = zip(*spans, strict=True) if spans else ((), ())
        out.append(Words(number, texts, starts, ends, first, last))
    return folded, tuple(out)
