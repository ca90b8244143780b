"""What words are: in one way for values and claims, in another for names.

A word of a value or a claim is letters or digits in a row, or any other sign alone.  A word of a name is letters and
digits together, and no sign is one; in English "O'Hara" and "u.s." are one word.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import numpy.typing as npt

Range = tuple[int, int]
Codes = npt.NDArray[np.uint32]
Kinds = npt.NDArray[np.uint8]

# Letters by their ranges: other scripts fall apart, which harms no value.
_LETTERS = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0620-\u064a\u0671-\u06d3\u06d5]+"
_WORD = re.compile(rf"{_LETTERS}(?:['’]{_LETTERS})*|\d+(?:[.,]\d+)*|[^\w\s]|\w")
_INNER = "_.'’"
_RUN = re.compile(rf"[\w{_INNER}]*")
# It begins with its own characters, so that only they are tried.
_JOINS = re.compile(r"[.'’](?:(?<!\.)(?!s\b)\w|(?<=\.)[a-z]\.)")
# A possessive "'s" is no part of the name before it.
_ENGLISH = re.compile(r"(?:[a-z]\.){2,}|\w+(?:['’](?!s\b)\w+)?")

SPACE, LETTER, DIGIT, OTHER, SIGN = range(5)
"""Kinds of characters: an ``OTHER`` letter or number is a word alone, as a sign is, except in names.  A mark that may
join two characters of a kind is a sign by so much more."""
_KINDS = (
    (r"[^\W\d]", OTHER),
    (_LETTERS, LETTER),
    (r"\d", DIGIT),
    (r"\s", SPACE),
    ("['’]", SIGN + LETTER),
    ("[.,]", SIGN + DIGIT),
)


def tokens(form: str) -> list[str]:
    """The words of a folded form, as a text's words are cut."""
    return _WORD.findall(form)


def kinds_of(key: str, codes: Codes) -> Kinds:
    """The kind of every character of a key, given with its code points."""
    kinds = _plane().take(codes, mode="clip")
    if codes.max(initial=0) > 0xFFFF:
        for at in (codes > 0xFFFF).nonzero()[0].tolist():
            kinds[at] = DIGIT if key[at].isdecimal() else OTHER if key[at].isalnum() else SIGN
    return kinds


@cache
def _plane() -> Kinds:
    """The kind of every code point of the basic plane."""
    plane = "".join(map(chr, range(0x10000)))
    kinds = np.full(len(plane), SIGN, dtype=np.uint8)
    for pattern, kind in _KINDS:
        for match in re.finditer(pattern, plane):
            kinds[match.start() : match.end()] = kind
    return kinds


def joined(kinds: Kinds) -> Kinds:
    """Kinds that begin and end with a space, the marks inside of words and numbers as parts of them."""
    marks = (kinds > SIGN).nonzero()[0]
    before = kinds[marks - 1]
    inside = (kinds[marks + 1] == before) & (kinds[marks] == SIGN + before)
    found = kinds.copy()
    found[marks[inside]] = before[inside]
    return found


def english_names(key: str, start: int, end: int) -> list[tuple[Range, list[Range]]]:
    """The runs of letters and marks within a stretch in which marks join letters, each with its words, in order."""
    found: list[tuple[Range, list[Range]]] = []
    last = start
    for join in _JOINS.finditer(key, start, end):
        first = join.start()
        run = _RUN.match(key, first, end) if first >= last else None
        if run is None:
            continue
        while first > start and (key[first - 1].isalnum() or key[first - 1] in _INNER):
            first -= 1
        last = run.end()
        found.append(((first, last), [match.span() for match in _ENGLISH.finditer(key, first, last)]))
    return found
