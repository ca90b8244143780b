"""Zones: the report's own sentences, and the inside of each longer quotation, are read apart.

A cue inside a quotation belongs to the speaker quoted; a full stop inside it does not end the report's sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter, itemgetter
from typing import NamedTuple

from isnad.extract.base import Block, Range, View
from isnad.extract.quotes import Quote

DATELINE = re.compile(
    r"(?=[^:]{5,45}:)[^\W\d]+(?: [^\W\d]+){0,3} ?[-–(] ?[^\W\d]+(?: [^\W\d]+){0,2} ?\)? ?[-:–]\s+(?=\w+ )"
)
"""«تل زهرة - الأفق: …»: where and by whom, before a report's first sentence."""


class Zone(NamedTuple):
    """A stretch of text on one level of speech. ``number`` is 0 for the report itself."""

    number: int
    start: int
    end: int
    sentences: list[Range]
    quotes: list[Quote]
    """The longer quotations directly inside it."""


def is_long(key: str, quote: Quote) -> bool:
    """Whether a quotation is speech rather than a name or a word set apart."""
    inner = key[quote.inner_start : quote.inner_end]
    if len(inner) >= 25 and inner.count(" ") >= 3:
        return True
    before = key[max(0, quote.start - 2) : quote.start].rstrip()
    if inner.count(" ") >= 2 and before[-1:] in ("", "\n", ".") and key[quote.end : quote.end + 1] == ",":
        return True  # «…»، تقول مريم
    return before.endswith(":") and len(inner) > 2


def zones_of(view: View, block: Block, quotes: list[Quote], sentences: list[Range]) -> list[Zone]:
    """The zones of a block: itself first, then its longer quotations in order."""
    key = view.folded.key
    if not quotes:
        return [_zone(key, 0, block.start, block.end, sentences, [])]
    longs = [quote for quote in quotes if is_long(key, quote)]
    out = [_zone(key, 0, block.start, block.end, sentences, longs)]
    for number, quote in enumerate(longs, 1):
        begin, end = quote.inner_start, quote.inner_end
        near = longs[bisect_left(longs, begin, key=_start) : bisect_left(longs, end, key=_start)]
        inner = [other for other in near if other.end <= end and other is not quote]
        own = sentences[bisect_left(sentences, begin, key=_end) : bisect_left(sentences, end, key=_end)]
        out.append(_zone(key, number, begin, end, own, inner))
    return out


_start = attrgetter("start")
_end = itemgetter(1)


def _zone(key: str, number: int, start: int, end: int, sentences: list[Range], inside: list[Quote]) -> Zone:
    top: list[Quote] = []
    for quote in inside:
        if not top or quote.start >= top[-1].end:
            top.append(quote)
    ends = [e for _, e in sentences if start < e < end and not (top and _within(top, e))]
    for quote in top:
        closing = quote.inner_end
        follows = key[quote.end : quote.end + 2].strip()
        if key[closing - 1 : closing] in (".", "?", "!") and follows[:1] not in (",", "."):
            ends.append(quote.end)
    dateline = DATELINE.match(key, start, end) if number == 0 else None
    at = dateline.end() if dateline else start
    parts: list[Range] = []
    for stop in sorted({*ends, end}):
        if stop > at:
            parts.append((at, stop))
            at = stop
    return Zone(number, start, end, parts, top)


def _within(quotes: list[Quote], position: int) -> bool:
    before = bisect_left(quotes, position, key=_start)
    return before > 0 and position < quotes[before - 1].end


def zone_of(zones: list[Zone], position: int) -> Zone:
    """The innermost zone at a position."""
    if not _within(zones[0].quotes, position):
        return zones[0]
    # Zones inside of each other begin one after the other: the last that holds the position is the innermost.
    after = bisect_right(zones, position, 1, key=_start)
    return next((zones[at] for at in range(after - 1, 0, -1) if position < zones[at].end), zones[0])


def sentence_of(zone: Zone, position: int) -> Range:
    """The zone's sentence at a position."""
    after = bisect_right(zone.sentences, position, key=_end)
    return zone.sentences[min(after, len(zone.sentences) - 1)]
