"""Where the words of a text begin and end, as names are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from isnad.claim.cut import Codes, Cut, Ints

Range = tuple[int, int]

_SPACE, _HYPHEN, _STOP, _APOSTROPHE, _QUOTE = map(ord, " -.'’")
_INNER = "_.'’"
_RUN = re.compile(rf"[\w{_INNER}]*")
_JOINS = re.compile(r"['’](?!s\b)\w|\.[a-z]\.")
# A possessive "'s" is no part of the name before it.
_ENGLISH = re.compile(r"(?:[a-z]\.){2,}|\w+(?:['’](?!s\b)\w+)?")


class NameWords(NamedTuple):
    """Words, where each begins and ends in the key, and whether only a space (or a hyphen) stands between it and the
    next."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    glued: list[bool]


def name_words(cut: Cut, ranges: Sequence[Range], english: Sequence[Range]) -> NameWords:
    """The words in some ranges of a key, which begin and end between words: letters and digits together.

    In the ``english`` ones of the ranges "O'Hara" and "u.s." are one word.
    """
    key, codes = cut.folded.key, cut.codes
    inside = np.zeros(len(codes) + 2, dtype=np.bool_)
    for start, end in ranges:
        inside[start + 1 : end + 1] = cut.letters[start:end]
    edges = (inside[1:] != inside[:-1]).nonzero()[0]
    starts, ends = edges[::2], edges[1::2]
    if english:
        starts, ends = _with_marks(key, _runs(key, codes, english), starts, ends)
    gaps = codes[ends[:-1]]
    glued = (starts[1:] - ends[:-1] == 1) & ((gaps == _SPACE) | (gaps == _HYPHEN))
    return NameWords(_texts(cut, starts, ends), starts.tolist(), ends.tolist(), [*glued.tolist(), False])


def _texts(cut: Cut, starts: Ints, ends: Ints) -> list[str]:
    """The words; most are words of the text's first cut too, and a string made once is there."""
    at = cut.starts.searchsorted(starts, side="right") - 1
    texts = list(map(cut.texts.__getitem__, at.tolist()))
    for i in ((cut.starts[at] != starts) | (cut.ends[at] != ends)).nonzero()[0].tolist():
        texts[i] = cut.folded.key[starts[i] : ends[i]]
    return texts


def _runs(key: str, codes: Codes, ranges: Sequence[Range]) -> list[Range]:
    """The stretches of letters and marks in which marks join letters, in order."""
    marks = (codes == _APOSTROPHE) | (codes == _QUOTE)
    marks[:-2] |= (codes[:-2] == _STOP) & (codes[2:] == _STOP)
    found: list[Range] = []
    last = 0
    for at in marks.nonzero()[0].tolist():
        run = _RUN.match(key, at) if at >= last and _JOINS.match(key, at) else None
        if run is None:
            continue
        first, last = at, run.end()
        while first and (key[first - 1].isalnum() or key[first - 1] in _INNER):
            first -= 1
        if any(start <= first and last <= end for start, end in ranges):
            found.append((first, last))
    return found


def _with_marks(key: str, runs: Sequence[Range], starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """The words, those of some stretches cut again."""
    kept = np.ones(len(starts), dtype=np.bool_)
    again: list[Range] = []
    for first, last in runs:
        kept[starts.searchsorted(first) : starts.searchsorted(last)] = False
        again += [match.span() for match in _ENGLISH.finditer(key, first, last)]
    more = np.array(again, dtype=np.intp).reshape(-1, 2)
    return np.sort(np.concatenate((starts[kept], more[:, 0]))), np.sort(np.concatenate((ends[kept], more[:, 1])))
