"""Contents that stand before their cue: «…»، قال X؛ هذا ما أكده X؛ أوضح ذلك X."""

from __future__ import annotations

import re

from isnad.extract.ar.carrying import continue_speaker
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.phrase import subject, trimmed
from isnad.extract.ar.place import ADVERBIAL, Place, head_of, no_noun, surely_noun
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.words import NOT_SUBJECT, TOKEN, feminine, known
from isnad.extract.ar.zones import DATELINE
from isnad.extract.base import Range
from isnad.extract.quotes import Quote

_SAID = re.compile(r"[\s,.\-]*(?:هذا ما|وهو ما|ما|هكذا|بهذه الكلمات|بهذه العباره|كما|بدوره|بدورها)?\s*$")


_AGAIN = re.compile(r", ?(?=[«\"])")
_SENTENCE_PART = re.compile(r"[,;.:]|\b(?:ب?ان(?:ه|ها|هم)?|الذي|التي)\b")


def after_quote(key: str, frame: Frame, place: Place, taken: set[int]) -> Frame | None:
    """«…»، قال X: the quotation stands before its cue."""
    quote = _quote_before(key, place, taken)
    if quote is None or "say" not in frame.form.cue.takes:
        return None
    if place.match.clitic == "و" and "." in key[quote.inner_end - 1 : place.cue]:
        return None  # «….» وتابع الوزير قائلاً: «…»»: what it says follows
    end = place.sentence[1]
    found = subject(key, place.match.end, _clause_end(key, place.match.end, end))
    if found:
        if agrees(frame.form.tag, head_of(key, found), before=False) is False:
            return None
        frame.spoken_by(key, found)
    elif no_noun(key, place.match.end, end):
        continue_speaker(frame, place)
    else:
        return None
    frame.intro = "before"
    frame.content = [(quote.start, quote.end)]
    again = _AGAIN.match(key, found[1], end) if found else None
    on = next((q for q in place.zone.quotes if again and q.start == again.end()), None)
    if on is not None:
        frame.content.append((on.start, on.end))
    frame.breaks = place.cue
    taken.add(quote.start)
    return frame


def lead(key: str, place: Place, taken: set[int]) -> Range | None:
    """The quotation before «، قال X: «…»» that goes on behind the cue."""
    quote = _quote_before(key, place, taken) if place.gap.strip(' «»"') == "," and not place.match.clitic else None
    if quote is None or (place.last is not None and not key[place.last.start : quote.start].strip()):
        return None  # the last statement is this quotation
    taken.add(quote.start)
    return quote.start, quote.end


def _quote_before(key: str, place: Place, taken: set[int]) -> Quote | None:
    for quote in reversed(place.zone.quotes):
        if quote.end <= place.cue:
            if quote.start in taken or place.cue - quote.end > 25 or not _SAID.fullmatch(key, quote.end, place.cue):
                return None
            return quote
    return None


def _clause_end(key: str, start: int, end: int) -> int:
    cut = _SENTENCE_PART.search(key, start, end)
    while cut and cut.group() == "," and cut.start() - start < 60 and cut.end() + 1 < end:
        after = TOKEN.search(key, cut.end(), end)
        if after is None or after.group() in NOT_SUBJECT or after.group().startswith(("م", "و")):
            break
        cut = _SENTENCE_PART.search(key, cut.end(), end)
    return cut.start() if cut else end


def as_said(key: str, frame: Frame, place: Place) -> Frame | None:
    """«…، كما قال X.»: the sentence before is the content."""
    if place.before != "كما" or place.gap.strip() or frame.cue_class != "speech" or "that" not in frame.form.cue.takes:
        return None
    at = place.cue - len(place.gap) - len("كما")
    found = subject(key, place.match.end, _clause_end(key, place.match.end, min(place.limit, place.sentence[1])))
    if _inserted(key, frame, place, at):
        return frame
    low = place.sentence[0]
    last = place.last
    if last is not None and last.breaks is not None and low < last.breaks < at:
        low = last.breaks
    start, end = trimmed(key, low, at)
    if not found or end - start < 20 or agrees(frame.form.tag, head_of(key, found), before=False) is False:
        return None
    closes = surely_noun(key, found) and not key[found[1] : place.sentence[1]].strip(' .!?»"')
    closes = closes and ")" not in key[slice(*found)] and _COMPLEMENT.search(key, *found) is None
    if key[place.match.end : found[0]].strip() or (key[at - 2 : at].strip() not in (",", ";") and not closes):
        return None
    frame.spoken_by(key, found)
    frame.content, frame.intro = [(start, end)], "before"
    frame.breaks = at
    return frame


_COMPLEMENT = re.compile(r" (?:علي|الي) ")  # «كما أجابت المدربات على الأسئلة»: another deed
_REST = re.compile(r" ?, ?(?!و|ثم |ف(?!ان)\w|ان )(?:فان |فقد )?(?=\w)")


def _inserted(key: str, frame: Frame, place: Place, at: int) -> bool:
    """«الأسعار، كما يقول المدير، سترتفع»: the clause goes on behind what was set into it."""
    comma = key.find(",", place.match.end, place.sentence[1])
    found = subject(key, place.match.end, comma) if comma > 0 else None
    if found is None or key[place.match.end : found[0]].strip():
        return False
    before = trimmed(key, place.sentence[0], at)
    rest = _REST.match(key, found[1], place.sentence[1])
    if place.match.clitic or rest is None or (key[at - 2 : at].strip() != "," and before[1] > before[0]):
        return False
    if not surely_noun(key, found) or agrees(frame.form.tag, head_of(key, found), before=False) is False:
        return False
    start, end = trimmed(key, rest.end(), min(place.limit, place.sentence[1]))
    if end - start < 10 or (place.last is not None and place.last.cue[0] >= place.sentence[0]):
        return False
    lone = key.count(" ", *before) < 1 and key[before[0] : before[1]].endswith("ا")  # «وأخيراً»
    frame.spoken_by(key, found)
    frame.content = [(start, end)] if before[1] - before[0] < 4 or lone else [before, (start, end)]
    frame.intro, frame.breaks = "between", place.sentence[0]
    return True


def set_between(key: str, frame: Frame, place: Place) -> Frame | None:
    """«…، يضيف المدير، …»: the content stands on both sides, or only before («…، يضيف المدير.»)."""
    if place.match.clitic or place.gap.strip() != "," or "say" not in frame.form.cue.takes:
        return None
    if "clausal" in frame.flags:
        return None  # «…، بين المزارع وداخل المباني»
    if frame.cue_class not in ("speech", "belief") or not frame.form.tag.startswith(("past.3", "pres.3")):
        return None
    low, stop = place.sentence
    start, end = trimmed(key, low, place.cue)
    if end - start < 12 or ADVERBIAL.match(key, start) or (place.last is not None and place.last.cue[0] >= low):
        return None
    comma = key.find(",", place.match.end, stop)
    found = subject(key, place.match.end, comma if comma > 0 else stop)
    if not found or key[place.match.end : found[0]].strip() or key.count(" ", *found) > 9:
        return None
    if not surely_noun(key, found) or (frame.form.tag.endswith("3fs") and not feminine(head_of(key, found))):
        return None
    if "strict" in frame.flags and (known(head_of(key, found)) is None or key.count(" ", *found) > 5):
        return None
    if agrees(frame.form.tag, head_of(key, found), before=False) is False:
        return None
    if key[found[1] : comma if comma > 0 else stop].strip(' .!?»"'):
        return None
    frame.spoken_by(key, found)
    frame.content, frame.intro = [(start, end)], "between"
    rest = trimmed(key, comma + 1, min(stop, place.limit)) if comma > 0 else (stop, stop)
    while rest[1] > rest[0] and key[rest[1] - 1] in " .,;":
        rest = (rest[0], rest[1] - 1)
    if rest[1] - rest[0] > 8:
        frame.content.append(rest)
    frame.breaks = low
    return frame


WHAT = re.compile(r"(?:^|[\s,.«»\"\-])(?:و?هذا ما|و?هو ما|و?ذلك ما|ما|الامر الذي|و?هي)\s*$")


_THIS = re.compile(r" ?(?:ذلك|بذلك|هذا(?! ال)) ")


def pointed(key: str, frame: Frame, place: Place) -> Frame | None:
    """«أوضح ذلك المدير»: the content is what the text said before."""
    if frame.cue_class != "speech" or "thatonly" in frame.flags:
        return None
    match = _THIS.match(key, place.match.end)
    if match is None or key[place.sentence[0] : place.cue].strip():
        return None
    found = subject(key, match.end(), _clause_end(key, match.end(), place.sentence[1]))
    if not found or agrees(frame.form.tag, head_of(key, found), before=False) is False:
        return None
    dateline = DATELINE.match(key, place.zone.start, place.sentence[0])
    start, end = trimmed(key, dateline.end() if dateline else place.zone.start, place.sentence[0])
    if end == place.zone.start and not place.zone.number and frame.form.cue.lemma in _POINTS_BACK:
        start, end = _sentence_above(key, end)
    if end - start < 20:
        return None
    frame.spoken_by(key, found)
    frame.content, frame.intro = [(start, end)], "before"
    frame.breaks = place.cue
    frame.doubt(0.25, "content is the text before")
    return frame


_POINTS_BACK = frozenset(("أكد", "أعلن", "أوضح", "كشف", "صرح", "أفاد", "ذكر", "قال"))  # «عقب ذلك»: after that
_FULL_STOP = re.compile(r"[.?!] (?=\w)")


def _sentence_above(key: str, at: int) -> Range:
    """The last sentence of the paragraph before ``at``."""
    end = len(key[:at].rstrip())
    start = key.rfind("\n", 0, end) + 1
    for stop in _FULL_STOP.finditer(key, start, end):
        start = stop.end()
    start, end = trimmed(key, start, end)
    return (start, end) if end - start > 40 else (end, end)


ABOUT_IT = re.compile(r" (?:اليه|اليها|عليه|عليها|عنه|عنها|به|بها) ")


_TOLD_OF = re.compile(
    r" (?:(?:من |علي |الي )?(?=ب?ان(?:ه|ها|هم)? )|(?:عن|حول|بشان|بخصوص|تجاه|حيال|في شان) |(?=ب(?!عد|عض|شكل|كل)\w{4,} ))"
)
_TOLD_END = re.compile(r",|[.;?!]| (?:لا اساس|لا صحه|غير صحيح|غير دقيق|عار |ليس|ليست|هو |هي |انما|مجرد )")


def _told_of(key: str, frame: Frame, at: int, place: Place) -> Frame | None:
    """«ما نشرته الصحيفة عن إغلاق المصنع»: the content is what the preposition behind the subject governs."""
    link = _TOLD_OF.match(key, at, place.sentence[1])
    if link is None or frame.cue_class not in ("speech", "relay"):
        return None
    end = _TOLD_END.search(key, link.end() + 4, place.sentence[1])
    frame.content = [trimmed(key, link.end(), end.start() if end else place.sentence[1])]
    frame.intro, frame.breaks = "prep", None
    frame.doubt(0.1, "told of in passing")
    return frame


def with_pronoun(key: str, frame: Frame, place: Place, at: int) -> Frame | None:
    """«هذا ما قاله X»: the content stands before."""
    what = WHAT.search(key[max(place.sentence[0], place.cue - 25) : place.cue])
    quote = _quote_before(key, place, set())
    if what is None or "wish" in frame.flags:
        return None
    found = subject(key, at, _clause_end(key, at, min(place.limit, place.sentence[1])))
    if not found or agrees(frame.form.tag.removesuffix(".obj"), head_of(key, found), before=False) is False:
        return None
    frame.spoken_by(key, found)
    frame.intro = "before"
    frame.breaks = place.cue
    if quote:
        frame.content = [(quote.start, quote.end)]
        return frame
    told = _told_of(key, frame, found[1], place) if what.group().strip(' ,.«»"-') == "ما" else None
    if told is not None:
        return told
    start, end = trimmed(key, place.sentence[0], place.cue - len(what.group()))
    if end - start < 15 or what.group().strip(' ,.«»"-') == "ما":
        return None
    frame.content = [(start, end)]
    frame.doubt(0.2, "content is the clause before")
    return frame
