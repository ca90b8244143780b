"""«…» این را دلیر گفت: a verb whose object points back to what stands before it; and subjects behind a heading."""

from __future__ import annotations

import re
from bisect import bisect_left

from isnad.extract.base import CueMatch
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.contents import Content, kind_of, marked
from isnad.extract.fa.mentions import plausible
from isnad.extract.fa.phrases import Phrase, trimmed
from isnad.extract.fa.state import Sentence
from isnad.extract.fa.subjects import subject
from isnad.lang.cues import Form

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
    begin = sentence.unit.start
    window = max(begin, cue.start - _REACH)
    if key.find(" را ", window, cue.start) < 0 or key.startswith((" كه ", ":"), cue.end):
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


def behind_heading(sentence: Sentence, cue: CueMatch, form: Form, phrase: Phrase) -> Phrase | None:
    """«تأیید حکم بندر روز شنبه ۱۸ آذر، نادر پارسا گفت که …»: a heading that lost its line break, told by the date
    behind it; the subject is who stands behind the date, when it is plainly a speaker."""
    key = sentence.key
    if form.cue.cue_class != "speech" or not marked(sentence.context, sentence.unit, cue.end):
        return None
    dates = [token for token in lx.FUNCTION.finditer(key, phrase.start, cue.start) if lx.class_of(token) == "t"]
    if not dates or any(lx.class_of(token) == "v" for token in lx.FUNCTION.finditer(key, phrase.start, cue.start)):
        return None
    found = subject(key, dates[0].start(), cue.start, form.tag.endswith("3p"))
    if found is None or found.end < cue.start - 1 or not lx.SPEAKER.match(key, found.start, found.end):
        return None
    if not any(letter.isdigit() for letter in key[dates[0].start() : found.start]):
        return None  # «چهارشنبه مجلس»: no date
    return found if plausible(key, found.start, found.end) else None
