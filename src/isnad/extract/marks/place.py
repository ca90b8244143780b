"""Where marks stand in the clean text of a document.

The words of a mark must be the words of the slice.  Marks made in another rendering of the same report (lines wrapped
anew, a headline cut off, ZWNJ lost) are placed again, from the surest way to the least sure: offsets as they are; the
whole text of the marks found in the clean text, white space aside; one shift for all; the same words near by.  A mark
whose words are not found is an error: to drop it, or to take other words, would be a statement nobody made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from isnad.extract.marks.base import Mark, MarkedDocument, Marking, fail, shown

Range = tuple[int, int]
Places = Callable[[Mark], Range]

REACH = 5000
"""Letters around the place a statement should have in which its longest mark is looked for."""
NEAR = 300
"""Letters around the place a mark should have once another mark of its statement is found."""
CANDIDATES = 200
"""Shifts that are tried: places where the longest mark of the document stands."""

# What an editor, a page or an annotation tool may add or lose without changing a word.
_BLANK = np.array(
    sorted(
        {code for code in range(0x3001) if chr(code).isspace()}
        | {0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)}
    ),
    dtype=np.uint32,
)


class Squeezed(NamedTuple):
    """A text without white space and invisible characters; ``places`` are the positions of what is left."""

    text: str
    places: npt.NDArray[np.intp]

    def rank(self, position: int) -> int:
        """How many characters are left of those before ``position`` of the full text."""
        return int(np.searchsorted(self.places, max(0, min(position, 2**62))))

    def range(self, start: int, end: int) -> Range:
        """The slice of the full text from the first to the last of these characters."""
        return int(self.places[start]), int(self.places[end - 1]) + 1


def squeezed(text: str) -> Squeezed:
    """``text`` without white space and invisible characters."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kept = np.flatnonzero(~np.isin(codes, _BLANK))
    return Squeezed(codes[kept].tobytes().decode("utf-32-le", "surrogatepass"), kept)


def place(marked: MarkedDocument, clean: str) -> Places:
    """The way from each mark of the document to its place in ``clean``; it raises ``DataError`` for a mark that has
    none."""
    marks = [mark for marking in marked.markings for mark in marking.marks()]
    if _fits(marks, clean, 0):
        return lambda mark: (mark.start, mark.end)
    whole = squeezed(clean)
    by_text = None if marked.text is None else _by_whole_text(squeezed(marked.text), whole)
    if by_text is not None:
        return by_text
    shift = _one_shift(marks, clean)
    if shift is not None:
        return lambda mark: (mark.start + shift, mark.end + shift)
    found = _near_by(marked.markings, whole)
    return lambda mark: found[mark]


def _fits(marks: Iterable[Mark], clean: str, shift: int) -> bool:
    return all(mark.start + shift >= 0 and clean[mark.start + shift : mark.end + shift] == mark.text for mark in marks)


def _by_whole_text(marked: Squeezed, whole: Squeezed) -> Places | None:
    """The map of the marks' own text into the clean text, where one of the two holds the other."""
    shift = whole.text.find(marked.text)
    if shift < 0:
        skipped = marked.text.find(whole.text)
        if skipped < 0:
            return None
        shift = -skipped

    def placed(mark: Mark) -> Range:
        start, end = marked.rank(mark.start) + shift, marked.rank(mark.end) + shift
        if not 0 <= start < end <= len(whole.places):
            fail(mark.where, f"{shown(mark.text)} is in the text of the marks, but not in the document")
        return whole.range(start, end)

    return placed


def _one_shift(marks: Sequence[Mark], clean: str) -> int | None:
    """The smallest shift that makes all marks right."""
    longest = max(marks, key=lambda mark: (mark.end - mark.start, -mark.start))
    shifts = [at - longest.start for at in islice(_all_places(clean, longest.text), CANDIDATES)]
    fitting = [shift for shift in shifts if _fits(marks, clean, shift)]
    return min(fitting, key=abs) if fitting else None


def _all_places(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _near_by(markings: Sequence[Marking], whole: Squeezed) -> dict[Mark, Range]:
    """Every mark where its words stand nearest to where they should, statement by statement.

    A statement's longest mark is found first, as the one that is hardest to mistake; how far it had moved is where the
    rest of the statement is looked for, and the next statement.
    """
    found: dict[Mark, Range] = {}
    moved = 0
    for marking in sorted(markings, key=lambda one: min(mark.start for mark in one.marks())):
        first, *rest = sorted(dict.fromkeys(marking.marks()), key=lambda mark: mark.start - mark.end)
        if first not in found:
            found[first] = _nearest(first, whole, moved, REACH)
        moved = found[first][0] - first.start
        for mark in rest:
            if mark not in found:
                # Other mentions of the source may stand far away, and have moved otherwise.
                reach = REACH if mark in marking.corefers else NEAR
                found[mark] = _nearest(mark, whole, moved, reach)
    return found


def _nearest(mark: Mark, whole: Squeezed, moved: int, reach: int) -> Range:
    words = squeezed(mark.text).text
    expected = whole.rank(mark.start + moved)
    before = whole.text.rfind(words, max(0, expected - reach), expected + len(words))
    after = whole.text.find(words, expected, expected + reach + len(words))
    length = int(whole.places[-1]) + 1 if len(whole.places) else 0
    outside = not -reach <= mark.start + moved <= length + reach
    places = [at for at in (before, after) if words and at >= 0 and not outside]
    if not places:
        fail(
            mark.where,
            f"{shown(mark.text)} does not stand at {mark.start} in the document, nor near it; were the marks made in"
            " another version of it? Give that version, or correct the offsets and the text",
        )
    start = min(places, key=lambda at: (abs(at - expected), at))
    return whole.range(start, start + len(words))
