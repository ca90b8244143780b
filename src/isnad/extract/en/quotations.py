"""The outermost quotations of a text, with two apostrophes as a mark too («''…''» of news archives)."""

from __future__ import annotations

import re

from isnad.extract.base import Range
from isnad.extract.quotes import Quote

_DOUBLED = re.compile(r"(?:''|’’|``)")
_OPENING = frozenset(' \n([-:—"')


def quotations(key: str, quotes: list[Quote], blocks: list[Range]) -> list[Range]:
    """Where quotations that stand in no other begin and end, in order."""
    found = [(q.start, q.end) for q in quotes if q.depth == 0]
    if _DOUBLED.search(key):
        found += [pair for start, end in blocks for pair in _doubled(key, start, end)]
        found.sort(key=lambda r: (r[0], -r[1]))
    out: list[Range] = []
    for start, end in found:
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return out


def _doubled(key: str, start: int, end: int) -> list[Range]:
    out: list[Range] = []
    opened = -1
    for match in _DOUBLED.finditer(key, start, end):
        opens = match.start() == start or key[match.start() - 1] in _OPENING
        if opened < 0:
            if opens:
                opened = match.start()
        elif not opens or match.end() == end or key[match.end()] in " .,;:":
            close = match.end()
            while close < end and key[close] == "'":
                close += 1
            out.append((opened, close))
            opened = -1
    if opened >= 0:
        out.append((opened, end))
    return out
