"""Quotations that run away: a mark that was never closed takes half of a report with it.

Pages without line breaks hold a report in one paragraph, so that a forgotten mark is paired with one far behind it, or
lasts to the end.  Here such a quotation is given up, or ended where the report plainly goes on in its own voice.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec.structs import replace

from isnad.extract.base import CueMatch, Range, View
from isnad.extract.quotes import Quote

_FAR = 2500  # a quotation so long, with other quotations in it, was closed by a mark that is not its own
_INNER = 4
_LONG = 200  # a shorter quotation that is never closed takes little with it
_TELLS = re.compile(r' ?(?::|،? ?[«"])')
_THAT = re.compile(r" كه\b")
_GOES_ON = re.compile(r"\W*(?:وي|او|ايشان|(?:اين|ان) (?:مقام|مسيول|نماينده|كارشناس|وزير))\b")
_SPOKEN = ("past.3", "perf.3", "pres.3", "plup.3")


def held_in(view: View) -> list[Quote]:
    """The quotations of a view without those that run away."""
    quotes = view.quotes
    if all(quote.end - quote.start <= _LONG for quote in quotes):
        return quotes
    for lost in [quote for quote in quotes if _is_lost(quote, quotes)]:
        quotes = [
            replace(quote, depth=quote.depth - 1) if lost.start < quote.start < lost.end else quote
            for quote in quotes
            if quote is not lost
        ]
    return [_ended(view, quote) if quote.repair == "unclosed" else quote for quote in quotes]


def _is_lost(quote: Quote, quotes: list[Quote]) -> bool:
    if quote.depth or quote.repair or quote.end - quote.start <= _FAR:
        return False
    return sum(quote.start < inner.start < quote.end and inner.depth == 1 for inner in quotes) >= _INNER


def _ended(view: View, quote: Quote) -> Quote:
    """A quotation that is never closed, up to the sentence in which the report tells something else."""
    if quote.end - quote.start <= _LONG:
        return quote
    starts = [start for start, _ in view.sentences]
    for cue in view.cues:
        if not quote.start < cue.start < quote.end:
            continue
        number = bisect_right(starts, cue.start) - 1
        if number >= 0 and starts[number] > quote.start and _tells(view.folded.key, cue, view.sentences[number]):
            end = len(view.folded.key[: starts[number]].rstrip())
            return replace(quote, end=end, inner_end=end)
    return quote


def _tells(key: str, cue: CueMatch, sentence: Range) -> bool:
    """«وی افزود که …», «سخنگوی بندر گفت: …»: a verb of saying in the third person, and what it says."""
    says = any(form.cue.cue_class == "speech" and form.tag.startswith(_SPOKEN) for form in cue.forms)
    if not says:
        return False
    if _TELLS.match(key, cue.end):
        return True
    return _THAT.match(key, cue.end) is not None and _GOES_ON.match(key, sentence[0]) is not None
