"""The outermost quotations of a text, with two apostrophes as a mark too («''…''» of news archives)."""

from __future__ import annotations

import re

from isnad.extract.base import Range
from isnad.extract.quotes import Quote

_DOUBLED = re.compile(r"(?:''|’’|``)")
# The mark first and what is before it afterwards: an expression that begins with a set is searched faster.
_SINGLE = re.compile(r"['’](?<![^ \n(\[:-].)(?=[^\W\d])(?!(?:tis|twas|til|em|cause|n)\b)")
# After a word only where no possessive plural can stand («the boats' crews»).
_SINGLE_END = re.compile(r"(?<=[.,!?…])['’](?![\w'’])|(?<=[^\Ws])['’](?![\w'’])|(?<=s)['’](?=[.,;:!?)]|$| *\n)")
_OPENING = frozenset(' \n([-:—"')


def quotations(key: str, quotes: list[Quote], blocks: list[Range]) -> list[Range]:
    """Where quotations that stand in no other begin and end, in order."""
    found = [(q.start, q.end) for q in quotes if q.depth == 0]
    if "''" in key or "’’" in key or "``" in key:
        found += [pair for start, end in blocks for pair in _doubled(key, start, end)]
    if _SINGLE.search(key):
        found += [pair for start, end in blocks for pair in _single(key, start, end)]
    found.sort(key=lambda r: (r[0], -r[1]))
    out: list[Range] = []
    for start, end in found:
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return out


def in_single(key: str, at: int) -> bool:
    """Whether a quotation in single marks begins at ``at``."""
    return _SINGLE.match(key, at) is not None


def _single(key: str, start: int, end: int) -> list[Range]:
    """Quotations in single marks; an apostrophe inside («don't», «the dockers' union») does not close them."""
    out: list[Range] = []
    at = start
    while opening := _SINGLE.search(key, at, end):
        closing = _SINGLE_END.search(key, opening.end(), end)
        if closing is None:
            break
        if closing.end() - opening.start() > 4:
            out.append((opening.start(), closing.end()))
        at = closing.end()
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
