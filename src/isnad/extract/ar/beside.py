"""Where the content of an "according to" frame stands: behind it, before it, or on both sides."""

from __future__ import annotations

import re

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.place import Place
from isnad.extract.ar.words import COMMA, OBJECT, TOKEN, finite
from isnad.extract.base import Range

_FA = re.compile(r"[,\s]*(?:(?:فان|فقد|ان)\b)?\s*")


def content_of_pronoun(key: str, frame: Frame, place: Place) -> Frame | None:
    """«وعلى حد قوله، فإن …»: who spoke before goes on; only a comma or فإن shows that the clause follows."""
    begin = _FA.match(key, place.match.end)
    if place.last is None or begin is None or not begin.group().strip():
        return None
    start, end = trimmed(key, begin.end(), place.sentence[1])
    if end - start < 12:
        return None
    frame.content = [(start, end)]
    frame.intro = "front"
    frame.breaks = frame.cue[0]
    return frame


def content_behind(key: str, frame: Frame, place: Place, source: Range) -> Frame | None:
    begin = _FA.match(key, source[1])
    start = begin.end() if begin else source[1]
    # An adverbial may stand between («بحسب المدير في حديثه أمس، فإن …»).
    if key[source[1] : source[1] + 1] not in ",؛" and begin and not begin.group().strip() and not _verb_at(key, start):
        comma = COMMA.search(key, start, min(place.sentence[1], start + 90))
        if comma:
            again = _FA.match(key, comma.start())
            start = again.end() if again else comma.end()
    start, end = trimmed(key, start, place.sentence[1])
    if end - start < 8:
        return _sentence_before(key, frame, place) if not place.zone.number else None
    frame.content = [(start, end)]
    frame.intro = "front"
    frame.breaks = frame.cue[0]
    return frame


def _verb_at(key: str, start: int) -> bool:
    """Whether the clause begins at once («وبحسب التقرير بلغت المساحة …»)."""
    token = TOKEN.match(key, start)
    return token is not None and finite(token.group())


def content_before(key: str, frame: Frame, place: Place, frames: list[Frame]) -> Frame | None:
    """The content before: from the last break of the sentence to the frame."""
    low = place.sentence[0]
    cut = key[max(low, place.cue - 8) : place.cue].rstrip()
    end = place.cue - (6 if cut.endswith((" وذلك", ",وذلك")) else 0)
    outer = _governor(frame, frames, low)
    if source_less := frame.source is None:
        if outer is not None and (outer.source is not None or outer.carry == "same"):
            return None  # «أكد X أن …، على حد قوله» says the same twice
        low = _last_clause(key, low, end)
    if outer is not None and not source_less and outer.start > end:
        return _around(key, frame, outer, (low, end), place.sentence[1])
    if outer is not None and not source_less and outer.start and not _outranks(frame, outer):
        start, end = trimmed(key, outer.start, end)
        frame.content = [(_after_that(key, start), end)]
        frame.breaks = outer.start  # it stands inside the outer statement, which goes on behind it
        return frame if end - start > 10 else None
    start, end = trimmed(key, low, end)
    link = _LINK.match(key, start, end)
    start = link.end() if link and end - link.end() > 10 else start
    if end - start < 10:
        if end > start or place.zone.number:
            return None
        return _sentence_before(key, frame, place)
    frame.content = [(start, end), *_goes_on(key, frame, place)]
    frame.breaks = end
    if outer is not None:
        outer.level = max(outer.level, 1)
    return frame


def _around(key: str, frame: Frame, inner: Frame, before: Range, end: int) -> Frame:
    """«ورفضت الشركة، وفقاً لمحضر الجلسة، إعادة البضاعة»: the frame stands between a statement's subject and its content,
    and tells all of it."""
    frame.content = [trimmed(key, *before), trimmed(key, inner.start, end)]
    frame.breaks = before[0]
    inner.level = max(inner.level, 1)
    return frame


_ON = re.compile(
    r" ?, (?=(?:الي|علي|عن|من|في|ب\w{3,}|ل\w{3,}) )(?!في حين|في وقت|في ما|من جهت|من جانب|ب(?:حسب|دور|ينما|عد|حيث))"
)


_CUT_AT = re.compile(r" ?(?=(?:الي|علي|عن) )")
_OBJECT_ON = re.compile(rf" ?, (?={OBJECT.pattern.removeprefix('(?<= )')})")


def _goes_on(key: str, frame: Frame, place: Place) -> list[Range]:
    """The rest of a clause that the frame was set into («وتعود القصة، بحسب الصحيفة، إلى عام مضى»): it begins with a
    preposition."""
    if frame.source is None:
        return []
    cut = key[place.cue - 2] != "," and _CUT_AT.match(key, frame.source[1])
    on = _CUT_AT.match(key, frame.source[1]) if cut else _ON.match(key, frame.source[1])
    if on is None and key.count(" ", place.sentence[0], place.cue) < 4:
        on = _OBJECT_ON.match(key, frame.source[1])
    elif not cut and key[place.cue - 2] != ",":
        return []
    if on is None:
        return []
    start, end = trimmed(key, on.end(), min(place.limit, place.sentence[1]))
    return [(start, end)] if end - start > 8 else []


_LINK = re.compile(
    r"(?:غير|الا|بيد|كما) ان |و?لكن |و?ذلك "
    r"|و?(?:من (?:جهه|ناحيه) اخري|من جانب اخر|في السياق(?: نفسه| ذاته)?) ?, "
    r"|و?(?:من (?:جانب|جهت|ناحيت)|بدور)(?:ه|ها|هم) ?, "
)


def _last_clause(key: str, low: int, end: int) -> int:
    comma = key.rfind(",", low, end - 4)
    if comma < 0:
        return low
    return comma + 1 + (2 if key.startswith(" و", comma + 1) else 0)


def _after_that(key: str, start: int) -> int:
    match = re.compile(r"ب?ان ").match(key, start)
    return match.end() if match else start


def _governor(frame: Frame, frames: list[Frame], low: int) -> Frame | None:
    for earlier in reversed(frames):
        if earlier.zone == frame.zone and earlier.cue[0] >= low and earlier.intro not in ("", "according", "front"):
            return earlier
    return None


def _outranks(frame: Frame, inner: Frame) -> bool:
    """Whether the frame reports the statement before it (an agency, an outlet) rather than being part of it."""
    kind = frame.mention.type if frame.mention else None
    if kind in ("agency", "outlet"):
        return True
    if inner.cue_class in ("belief", "perception", "document"):
        return True  # «ويعتزم النادي …، حسب مصدر»: who knows what others think
    other = inner.mention.type if inner.mention else None
    return (kind == "document" and other in ("document", "unnamed", None)) or kind is None


def _sentence_before(key: str, frame: Frame, place: Place) -> Frame | None:
    earlier = [part for part in place.zone.sentences if part[1] <= place.sentence[0]]
    if not earlier:
        return None
    frame.content = [trimmed(key, *earlier[-1])]
    frame.doubt(0.15, "content is the sentence before")
    return frame
