"""Where the words of a text begin and end, by array arithmetic over the letters of its key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.intp]
Range = tuple[int, int]

_SPACE, _HYPHEN, _STOP, _APOSTROPHE, _QUOTE = map(ord, " -.'’")
_INNER = "_.'’"
_RUN = re.compile(rf"[\w{_INNER}]*")
_JOINS = re.compile(r"['’](?!s\b)\w|\.[a-z]\.")
# A possessive "'s" is no part of the name before it.
_ENGLISH = re.compile(r"(?:[a-z]\.){2,}|\w+(?:['’](?!s\b)\w+)?")


@cache
def _letters() -> npt.NDArray[np.bool_]:
    """Whether a code point of the basic plane stands in words: a letter, a digit or an underscore."""
    return np.fromiter((char.isalnum() or char == "_" for char in map(chr, range(0x10000))), np.bool_, 0x10000)


def words_in(key: str, ranges: Sequence[Range], english: Sequence[Range]) -> tuple[list[int], list[int], list[bool]]:
    """The words in some ranges of a key that begin and end between words: where each begins, where it ends, and
    whether only a space (or a hyphen) stands between it and the next.

    In the ``english`` ones of the ranges "O'Hara" and "u.s." are one word.
    """
    codes = np.frombuffer(key.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters = _letters().take(codes, mode="clip")
    for at in (codes > 0xFFFF).nonzero()[0].tolist():
        letters[at] = key[at].isalnum()
    inside = np.zeros(len(codes) + 2, dtype=np.bool_)
    for start, end in ranges:
        inside[start + 1 : end + 1] = letters[start:end]
    edges = (inside[1:] != inside[:-1]).nonzero()[0]
    starts, ends = edges[::2], edges[1::2]
    if english:
        starts, ends = _with_marks(key, _runs(key, codes, english), starts, ends)
    gaps = codes[ends[:-1]]
    glued = (starts[1:] - ends[:-1] == 1) & ((gaps == _SPACE) | (gaps == _HYPHEN))
    return starts.tolist(), ends.tolist(), [*glued.tolist(), False]


def _runs(key: str, codes: npt.NDArray[np.uint32], ranges: Sequence[Range]) -> list[Range]:
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
