"""«…» این را دلیر گفت: a verb whose object points back to what stands before it."""

from __future__ import annotations

import re
from bisect import bisect_left

from isnad.extract.base import CueMatch
from isnad.extract.fa.contents import Content, kind_of
from isnad.extract.fa.phrases import Phrase, trimmed
from isnad.extract.fa.state import Sentence

_THIS = re.compile(r"\b(?:اين|همين)(?: (?:جمله|سخن|سخنان|مطلب|نكته|خبر|حرف|موضوع|جملات|حرفها|حرف ها))? را\b")
_MIN_WORDS = 2
_REACH = 80
_BETWEEN = ' .,;»"\n'


def behind_pointer(key: str, start: int, end: int) -> int:
    """Where the subject of «این را نادر پارسا گفت» can begin: behind the object when the clause begins with it."""
    at = start
    while at < end and key[at] in _BETWEEN:
        at += 1
    this = _THIS.match(key, at, end)
    return this.end() if this else start


def told_before(sentence: Sentence, phrase: Phrase | None, cue: CueMatch) -> Content | None:
    """The quotation or the clause that «این را» points to; None without such an object, or with nothing to point to.

    The quotation stands at the beginning of the sentence or closes the one before; a clause without marks is taken only
    before a semicolon of the same sentence («پل بسته است؛ این را دلیر گفت»).
    """
    key, context = sentence.key, sentence.context
    if key.startswith((" كه ", ":"), cue.end):
        return None
    begin = sentence.unit.start
    window = max(begin, cue.start - _REACH)
    if key.find(" را ", window, cue.start) < 0:
        return None
    this = _THIS.search(key, window, cue.start)
    if this is None or (phrase is not None and this.start() > phrase.end + 2):
        return None
    left = min(this.start(), phrase.start) if phrase else this.start()
    index = bisect_left(context.outer_starts, left) - 1
    quote = context.outer[index] if index >= 0 else None
    if quote and not quote.repair and not key[quote.end : left].strip(_BETWEEN):
        if key.count(" ", quote.inner_start, quote.inner_end) >= _MIN_WORDS:
            return Content(((quote.inner_start, quote.inner_end),), "direct", "quote", cue.end)
        return None
    if key[begin:left].rstrip().endswith(";") and sentence.floor <= begin:
        first, last = trimmed(key, begin, left)
        if key.count(" ", first, last) >= _MIN_WORDS:
            return Content(((first, last),), kind_of(context, first, last), "before", cue.end)
    return None
