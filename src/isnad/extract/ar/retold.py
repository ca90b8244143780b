"""Turns of a retold dialogue, which need no mark: «سألته هل سمع بالخبر؟ أجاب نعم، قال كيف وصلك؟»."""

from __future__ import annotations

import re

from isnad.extract.ar.carrying import continue_speaker, goes_on, nobody
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.place import Place
from isnad.extract.ar.words import GIVEN, MANNERS, known

_SPOKEN = frozenset(("قال", "أجاب", "رد", "سأل"))
_YES = re.compile(r" (?:نعم|بلي|كلا|اجل|لا)(?=[ ,]+(?:و?لم لا\b|و?لكن|ثم |قال|قلت|ف?اجاب|و?قال)|[,.!?\"»]|$)")
_QUESTION = re.compile(r" (?:هل|لماذا|كيف|متي|اين|من اين|الي اين|ماذا|ما الذي|الم|اليس|اما|كم|اي) ")
_POINTING = re.compile(r" (?:هذا|هذه|ذلك) (?:يعني|معناه|معناها|يكفي|مستحيل|صحيح|غير صحيح)\b")
# «وقال اضرب هذا الهدف»: an order, where no name and no noun stands behind the verb.
_ORDER = re.compile(r" (ا(?!ل)\w{2,4}) (?:هذا|هذه|ذلك|تلك) ال")
_MANNER = re.compile(r" (\w{4,}ا)(?= \w)")
# «قال للسائق الذي رافقه أن يجلب المفتاح»: somebody is told to do something.
_BIDDEN = re.compile(r" (?:له|لها|لهم|لي|لنا|لل\w{3,}(?: (?!ان)\w+){0,5}) (?=ان [يتن]\w{2,} )")
_DONE = re.compile(r", ?(?:و(?:بالفعل|قد|فعلا)|كتب|ف?قال|ف?ذهب|ثم) |[;.!?]")
_TURN_END = re.compile(r"[?.!]|, ?(?=(?:و|ف)?(?:قال|قلت|اجاب|اجبت|رد|سال)\w* )")


def read_turn(key: str, frame: Frame, place: Place) -> Frame | None:
    """The frame of a verb of speaking with a turn right behind it; None where nothing tells that one begins."""
    if frame.form.cue.lemma not in _SPOKEN or not frame.form.tag.startswith(("past.3", "past.1")):
        return None
    bidden = _BIDDEN.match(key, place.match.end, place.sentence[1]) if frame.form.cue.lemma == "قال" else None
    if bidden and place.zone.number and place.opens and not place.match.clitic:
        done = _DONE.search(key, bidden.end(), place.sentence[1])
        frame.content = [trimmed(key, bidden.end(), done.start() if done else place.sentence[1])]
        frame.intro, frame.breaks = "that", place.cue
        return nobody(frame)
    start = _turn(key, place, asked=frame.form.cue.lemma == "سأل")
    if start is None or not place.opens:
        return None
    end = _TURN_END.search(key, start, place.sentence[1])
    stop = (end.end() if end.group() == "?" else end.start()) if end else place.sentence[1]
    frame.content = [(start, stop)]
    frame.intro, frame.breaks = "turn", None if _is_told(place) else place.cue
    if frame.form.tag.startswith("past.1"):
        frame.carry = "self"
    elif place.zone.number:
        return nobody(frame)
    else:
        continue_speaker(frame, place)
    return frame


def _is_told(place: Place) -> bool:
    """Whether the turn is part of what somebody says behind a colon («يقول المدير: شاورني ومد يده وقال ارفع هذا»)."""
    behind = goes_on(place) and place.last is not None and place.last.intro == "colon"
    return behind and place.match.clitic == "و" and not place.gap.strip()


def _turn(key: str, place: Place, asked: bool) -> int | None:
    """Where the words of a turn begin, if yes or no, a question, or somebody's manner of speaking tells it."""
    at, limit = place.match.end, place.sentence[1]
    manner = _MANNER.match(key, at, limit)
    at = manner.end() if manner and manner[1] in MANNERS else at
    question = key.find("?", at, limit) > 0
    if (asked and not question) or key[at : at + 1] != " ":
        return None
    if _QUESTION.match(key, at, limit) and question:
        return at + 1
    if not asked and (_YES.match(key, at, limit) or _POINTING.match(key, at, limit)):
        return at + 1
    order = _ORDER.match(key, at, limit) if place.zone.number and not asked else None
    if order and order[1] not in GIVEN and known(order[1]) is None:
        return at + 1
    return at + 1 if at > place.match.end and question else None
