"""Spans made comparable: as the set of the characters that matter.

Two careful people disagree about a bracket or about whether «أنّ» belongs to what was said; that must not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from isnad.evaluate.base import Range

Cells = frozenset[int]

_PUNCTUATION = frozenset("\"'“”„‟«»‹›‘’`()[]{}:؛;،,.…!?؟-–—_*•")
_INVISIBLE = frozenset("\u200c\u200e\u200f\u061c")
_EDGE = _PUNCTUATION | _INVISIBLE
# «بأنه» and «بأنها» hold the pronoun that speaks of the subject: they are left on, unless another word that only
# introduces stands before them.
_WITH_PRONOUN = ("بأنه", "بأنها")
_INTRODUCES = frozenset(("أن", "إن", "ان", "بأن", "بإن", "بان", "أنّ", "بأنّ", "إنّ", "که", "that", *_WITH_PRONOUN))
_WORD = re.compile(r"(\S+)\s+")


def cells(text: str, ranges: Iterable[Range]) -> Cells:
    """The characters of all ranges, each trimmed; white space does not count."""
    found: set[int] = set()
    for whole in ranges:
        start, end = trimmed(text, *whole)
        if start >= end:  # nothing but punctuation: then the punctuation is meant, a colon is a cue
            start, end = whole
        found.update(at for at in range(start, end) if not text[at].isspace())
    return frozenset(found)


def trimmed(text: str, start: int, end: int) -> Range:
    """The range without white space, punctuation and introducing words at its edges."""
    while True:
        inner = _introduced(text, *_stripped(text, start, end))
        if inner == (start, end):
            return inner
        start, end = inner


def _stripped(text: str, start: int, end: int) -> Range:
    while start < end and _is_edge(text[start]):
        start += 1
    while start < end and _is_edge(text[end - 1]):
        end -= 1
    return start, end


def _is_edge(character: str) -> bool:
    return character in _EDGE or character.isspace()


def _introduced(text: str, start: int, end: int) -> Range:
    at = start
    while (word := _WORD.match(text, at, end)) is not None and word[1] in _INTRODUCES:
        if at == start and word[1] in _WITH_PRONOUN:
            break
        at = word.end()
    return (at, end) if at < end else (start, end)


def overlap(one: Cells, other: Cells) -> float:
    """Intersection over union; nothing overlaps nothing by 0."""
    return len(one & other) / len(one | other) if one and other else 0.0
