"""Verbs without a content of their own whose subject speaks on in a participle."""

from __future__ import annotations

import re

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.phrase import subject, trimmed
from isnad.extract.ar.place import Place, break_of, clausal, head_of, subject_before, surely_noun
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.words import (
    COLLECTIVES,
    GIVEN,
    NOT_SUBJECT,
    OBJECT,
    TITLES,
    VERBS,
    bare,
    definite,
    feminine,
    known,
)
from isnad.extract.base import Range
from isnad.lang.cues import Form


def topic(key: str, frame: Frame, place: Place) -> Frame | None:
    """A verb without content of its own whose subject speaks on in participles."""
    if not frame.form.tag.startswith("past.3"):
        return None
    if place.match.clitic or place.opens:
        found = subject(key, place.match.end, min(place.sentence[1], place.match.end + 90))
        if (
            found
            and (surely_noun(key, found) or place.match.clitic)
            and agrees(frame.form.tag, head_of(key, found), before=False) is not False
        ):
            frame.source = shortest(key, found)
            frame.mention = mention(key, frame.source)
            frame.breaks = break_of(key, place) if clausal(place) else None
            return frame
    if not place.match.clitic and subject_before(key, frame, place) and frame.source:
        return frame
    return None


_PHRASE_END = re.compile(r" (?:ل\w{3,}|ب\w{3,}|قل|عن|الي|علي|في|من|مع|معاليه|و\w+|تحيات\w*)\b|,")


def shortest(key: str, where: Range) -> Range:
    cut = _PHRASE_END.search(key, *where)
    end = cut.start() if cut else where[1]
    noun = OBJECT.search(key, where[0], end)
    if noun and " " in key[where[0] : noun.start() - 1]:
        end = noun.start()
    return trimmed(key, where[0], end)


_OBJECT_NOUN = re.compile(r" (?!ال)\w{3,}ا$")
_OPENING = re.compile(r"[\s\-]*(?:و?(?:قد|كما|كان|كانت|لقد|فقد) )?و?(\w{3,}) ")


def actor(key: str, place: Place, form: Form) -> Range | None:
    """The subject of the verb that opens the sentence («وصل الوزير إلى … مؤكداً أن»), when it surely is one."""
    opening = _OPENING.match(key, place.sentence[0], place.cue)
    if opening is None or definite(opening[1]) or known(opening[1]) or opening[1] in NOT_SUBJECT:
        return None
    found = subject(key, opening.end(), min(place.cue, opening.end() + 120))
    if not found:
        return None
    found = shortest(key, found)
    if _OBJECT_NOUN.search(key, *found):
        return None  # «شارك النزلاء جانباً من …»
    head = head_of(key, found)
    row = known(head)
    if opening[1] in VERBS or opening[1][1:] in VERBS:  # «وأوضح يوسف قائلاً: …»
        return found if feminine(head) in (None, form.tag.endswith(".fs")) else None
    if not ((row and (definite(head) or head in TITLES or len(key[found[0] : found[1]].split()) > 1)) or head in GIVEN):
        return None
    gender = feminine(head)
    wanted = form.tag.endswith(".fs")
    if form.tag.endswith(".mp"):
        return found if bare(head) in COLLECTIVES or head.endswith(("ون", "ان", "ا")) else None
    return None if gender is None or gender != wanted else found
