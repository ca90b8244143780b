"""Somebody is asked to do something: «طلب المدير من فريقه الخروج إلى الساحة»."""

from __future__ import annotations

import re

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Intro
from isnad.extract.ar.phrase import subject
from isnad.extract.ar.place import Place, break_of, head_of, introduced, surely_noun
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.words import OBJECTS

_FROM_WHOM = re.compile(
    r" (?:منه|منها|منهم|من (?:(?!ال)\w{2,}(?:ه|ها|هم)|ال\w{3,}(?: ال\w{3,})??|(?!ال)\w{3,} ال\w{3,}))(?= ال(\w{3,})\b)"
)
_DEED = re.compile(r"ا\w\wا\w|ت\w\wي\w|است\w\wا\w|ا\wت\wا\w|ان\w\wا\w|م\w\w\w\wه")


def asked_of(key: str, frame: Frame, place: Place) -> Frame | None:
    """The frame of a request whose deed is a verbal noun with the article, behind whom it is asked of."""
    if frame.form.cue.lemma != "طلب" or not place.opens:
        return None
    asked = _FROM_WHOM.search(key, place.match.end, min(place.limit, place.match.end + 120))
    if asked is None or not (asked[1] in OBJECTS or _DEED.fullmatch(asked[1])):
        return None
    who = subject(key, place.match.end, asked.start())
    if who is None or key[place.match.end : who[0]].strip() or key[who[1] : asked.start()].strip():
        return None
    if not surely_noun(key, who) or agrees(frame.form.tag, head_of(key, who), before=False) is False:
        return None
    frame.spoken_by(key, who)
    frame.breaks = break_of(key, place)
    return introduced(frame, Intro("obj", asked.end() + 1, asked.end() + 1))
