"""One text as the Persian rules look at it: its key, its sentences with their cues, and its quotations by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from isnad.extract.base import Block, CueMatch, Range, View
from isnad.extract.fa.runaway import held_in
from isnad.extract.quotes import Quote, mark_places

_FORMULA = re.compile(r"\b(?:انتهاي پيام|انتهاي خبر|پايان پيام|انتهي پيام)\b")
_FORMULA_REACH = 30
_EDGE = " \n,;.:/|*-…"


# A mark between two sentences: «… شود.»مهرنیا», «… شود».مهرنیا», «… شود.«مهرنیا»
_GLUED = re.compile('(?:(?<=[.!?])[»"]|[»"][.!?])(?=[\u0621-\u06ff])|(?<=[\u0621-\u06ff][.!?])(?=«[\u0621-\u06ff])')


# «درویشان: …» in an interview: who answers is no part of the sentence
_LABEL = re.compile(r"[\s\-*•]*[^:\n.!?]{1,40}?\s*:\s*(?=\S)")


def _asked_before(key: str, start: int) -> bool:
    """A question mark right before a sentence that begins with the verb."""
    return key[max(0, start - 2) : start].rstrip()[-1:] == "?"


class Unit:
    """A sentence, or several that one quotation holds together, with its cues and its block."""

    __slots__ = ("block", "cues", "end", "start")

    def __init__(self, start: int, end: int, block: int, cues: list[CueMatch]) -> None:
        self.start = start
        self.end = end
        self.block = block
        self.cues = cues


class Context:
    """What the rules share while reading one view."""

    __slots__ = ("blocks", "key", "letters", "outer", "outer_starts", "quotes", "sentences", "supposed", "view")

    def __init__(self, view: View) -> None:
        self.view = view
        self.key = view.folded.key
        self.blocks: list[Block] = view.blocks
        quotes = held_in(view)
        self.quotes: dict[int, Quote] = {quote.start: quote for quote in quotes}
        self.outer: list[Quote] = [quote for quote in quotes if quote.depth == 0]
        self.outer_starts: list[int] = [quote.start for quote in self.outer]
        self.letters: list[Range] = []  # quotations over several paragraphs that a cue has introduced
        self.supposed: set[int] = set()  # cues in the first person behind a colon: kept if the words run on to them
        self.sentences: list[Range] = self._merged() if view.cues else []

    def units(self) -> Iterator[Unit]:
        """The sentences in which a cue stands."""
        sentences = self.sentences
        starts = [start for start, _ in sentences]
        block_starts = [block.start for block in self.blocks]
        following = -1  # where the next sentence starts
        unit: Unit | None = None
        for cue in self.view.cues:
            if unit is not None and cue.start < following:
                unit.cues.append(cue)
                continue
            index = bisect_right(starts, cue.start) - 1
            if index < 0:
                continue
            if unit is not None:
                yield unit
            following = starts[index + 1] if index + 1 < len(starts) else len(self.key)
            start, end = sentences[index]
            if index and cue.start <= start + 1 and _asked_before(self.key, start):
                start = sentences[index - 1][0]  # «در پاسخ به اینکه چرا پل بسته است؟ گفت: …»
            block = bisect_right(block_starts, start) - 1
            if self.blocks[block].kind == "answer":
                label = _LABEL.match(self.key, start, cue.start)
                start = label.end() if label else start
            unit = Unit(start, end, block, [cue])
        if unit is not None:
            yield unit

    def _merged(self) -> list[Range]:
        """The sentences; those that a quotation runs across are one."""
        sentences = self._split()
        starts = [start for start, _ in sentences]
        if not any(bisect_right(starts, quote.start) < bisect_left(starts, quote.end) for quote in self.outer):
            return sentences
        held = iter([quote for quote in self.outer if quote.repair != "unclosed" or self._introduced(quote)])
        out: list[Range] = []
        quote = next(held, None)
        for start, end in sentences:
            while quote is not None and quote.end <= start:
                quote = next(held, None)
            if out and quote is not None and quote.start < out[-1][1] <= start < quote.end:
                out[-1] = (out[-1][0], end)
            else:
                out.append((start, end))
            while quote is not None and quote.end <= end:
                last, quote = quote, next(held, None)
                if quote is None or quote.start >= end:
                    quote = quote if quote is not None else last
                    break
        return out

    def _split(self) -> list[Range]:
        """The sentences, cut also where a closing mark is glued to the next one: «… شود.»مهرنیا»."""
        key = self.key
        ends = [glued.end() for mark in mark_places(key) if (glued := _GLUED.match(key, mark))]
        if not ends:
            return self.view.sentences
        out: list[Range] = []
        for start, end in self.view.sentences:
            cuts = ends[bisect_left(ends, start + 1) : bisect_left(ends, end)]
            out.extend(pairwise([start, *cuts, end]))
        return out

    def _introduced(self, quote: Quote) -> bool:
        """A mark that is never closed opens a long quotation only after a colon."""
        before = self.key[max(0, quote.start - 2) : quote.start].rstrip()
        return before.endswith(":") and self.key.find("«", quote.start + 1, quote.end) < 0

    def quote_at(self, position: int) -> Quote | None:
        """The quotation that begins at ``position``."""
        return self.quotes.get(position)

    def quote_end(self, position: int, end: int) -> int:
        """``end``, or the end of the quotation that ``position`` stands in when that comes first."""
        index = bisect_right(self.outer_starts, position) - 1
        if index >= 0:
            quote = self.outer[index]
            if not quote.repair and quote.start < position <= quote.inner_end < end:
                return quote.inner_end
        return end

    def trim_end(self, start: int, end: int) -> int:
        """The end of a content without the full stop and the agency's closing formula."""
        kept = self.key[start:end].rstrip(_EDGE)
        tail = kept[-_FORMULA_REACH:]
        if "پيام" in tail or "انتهاي خبر" in tail:
            formula = _FORMULA.search(kept, max(0, len(kept) - _FORMULA_REACH))
            if formula and formula.start():
                kept = kept[: formula.start()].rstrip(_EDGE)
        return start + len(kept)
