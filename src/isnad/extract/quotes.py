"""Pairing quotation marks, with repair.

Marks open or close by their shape and by what stands beside them, since many pages turn them round in
right-to-left text.  A mark that stays without partner is repaired and the repair is kept as the reason: a quote
never closed ends with its paragraph, or goes on when the next paragraph opens with a mark again (a quotation over
several paragraphs); a quote never opened begins after the nearest colon before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec
from msgspec.structs import replace

_MARKS = '«»"'
_ENDS = frozenset(".!?…,")
_STOPS = frozenset(".!?…")
_UNOPENED = 350  # a colon farther back belongs to something else («سبق - متابعة: …»)
_CLOSED_BY = frozenset(".,;!?")  # behind a mark that stands at the end of a word: it closes
_OPENS_BEFORE = frozenset(" \n([:-,;.«\"'/|")


class Quote(msgspec.Struct, frozen=True, gc=False, order=True):
    """A quotation in key positions: ``start``/``end`` with its marks, ``inner_*`` without. ``depth`` 0 is outermost;
    ``repair`` is empty, ``unclosed`` or ``unopened``."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    repair: str


def find_quotes(key: str, blocks: list[tuple[int, int]]) -> list[Quote]:
    """The quotations of a key, in order of start. ``blocks`` are the paragraphs, in order."""
    marks = mark_places(key)
    out: list[Quote] = []
    first = 0
    for number, (start, end) in enumerate(blocks):
        first = bisect_left(marks, start, first)
        last = bisect_left(marks, end, first)
        if last > first:
            following = blocks[number + 1][0] if number + 1 < len(blocks) else len(key)
            out.extend(_in_block(key, start, end, following, marks[first:last]))
    return sorted(out)


def mark_places(key: str) -> list[int]:
    """Where quotation marks stand in a key, in order; `str.find` is far faster than a pattern for so few letters."""
    places: list[int] = []
    for mark in _MARKS:
        at = key.find(mark)
        while at >= 0:
            places.append(at)
            at = key.find(mark, at + 1)
    return sorted(places)


def _opens(key: str, at: int, start: int, end: int, open_marks: list[int]) -> bool:
    mark = key[at]
    before = key[at - 1] if at > start else " "
    after = key[at + 1] if at + 1 < end else " "
    spaced_before, spaced_after = before in _OPENS_BEFORE, after.isspace() or after in ".,;:!?)]»"
    if mark == '"':
        if not open_marks:
            return not (spaced_after and (before in _ENDS or (after in _CLOSED_BY and not spaced_before)))
        return spaced_before and not spaced_after and key[open_marks[-1]] != '"'
    if mark == "»" and before in _STOPS and open_marks and key[open_marks[-1]] == "«":
        return False  # «… باز شد.»استاندار»: the next sentence is written to the mark
    if spaced_before != spaced_after:  # the neighbours are clear: they win over a mark that was turned round
        return spaced_before
    if open_marks:
        return mark == "«" and key[open_marks[-1]] != "»"
    return mark == "«" or before not in _ENDS


_NEXT_SPEECH = re.compile(r"([.!?])[^.!?:\"«»]{2,60}: ?$")


def _stopped(key: str, at: int, end: int, open_marks: list[int]) -> int:
    """Where a quotation ended that nobody closed, when ``at`` opens the next: behind a full stop somebody else, or the
    same, says something («قال: "… الأول. وأضاف: "…»); else 0."""
    if not open_marks or key[at] == "»" or key[open_marks[-1]] != key[at] or key[at + 1 : at + 2].isspace():
        return 0
    opened = open_marks[-1]
    found = _NEXT_SPEECH.search(key, max(opened + 2, at - 70), at)
    if found is None or (key[at] == "«" and key.count("«", opened, end) <= key.count("»", opened, end)):
        return 0  # every mark is closed: talk told inside the quotation
    return found.end(1)


def _in_block(key: str, start: int, end: int, following: int, marks: list[int]) -> list[Quote]:
    out: list[Quote] = []
    open_marks: list[int] = []
    floor = start
    for at in marks:
        stop = _stopped(key, at, end, open_marks)
        if stop:
            opened = open_marks.pop()
            out.append(Quote(opened, stop, opened + 1, stop, len(open_marks), "unclosed"))
            floor = stop
            open_marks.append(at)
        elif _opens(key, at, start, end, open_marks):
            open_marks.append(at)
        elif open_marks:
            opened = open_marks.pop()
            out.append(Quote(opened, at + 1, opened + 1, at, len(open_marks), ""))
            floor = at + 1
        else:
            colon = key.rfind(":", floor, at)
            opened = colon + 1 if colon >= 0 else floor
            while opened < at and key[opened] == " ":
                opened += 1
            if colon >= 0 and 1 < at - opened < _UNOPENED:
                out.append(Quote(opened, at + 1, opened, at, 0, "unopened"))
            floor = at + 1
    if open_marks:
        opened = open_marks[0]
        goes_on = key.startswith(tuple(_MARKS), following)
        closed = end
        while closed > opened + 1 and key[closed - 1] in " \n":
            closed -= 1
        out = [replace(q, depth=max(q.depth - 1, 0)) if q.start > opened else q for q in out]
        out.append(Quote(opened, closed, opened + 1, closed, 0, "continued" if goes_on else "unclosed"))
    return out
