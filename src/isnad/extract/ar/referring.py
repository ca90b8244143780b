"""Verbs whose clause refers back to a speech or a deed around it: «كلمة لفلان أكد فيها», «ألقى فلان كلمة رحب فيها»."""

from __future__ import annotations

import re

from isnad.extract.ar.carrying import goes_on
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.place import IN_IT, RELATIVES, Place, head_of, surely_noun
from isnad.extract.ar.subjects import agrees, antecedent, disagree
from isnad.extract.ar.topics import actor
from isnad.extract.ar.words import ABILITIES
from isnad.extract.base import Range

_OWN = re.compile(r"(\w{3,}?)(?:ه|ها|هم) ")


def shows(key: str, place: Place, content: int) -> bool:
    """«المباراة التي أكد فيها الحارس على مهاراته»: what somebody shows by doing it, which is no statement."""
    own = _OWN.match(key, content, place.sentence[1])
    if own is None or place.before not in RELATIVES or not IN_IT.match(key, place.match.end):
        return False
    return own[1] in ABILITIES or (own[1].endswith("ت") and f"{own[1][:-1]}ه" in ABILITIES)


_SPEECH_OF = re.compile(
    r"\bب?(?:كلمه|خطابا?|محاضره|رساله|تغريده|مداخله|تصريحا?|بيانا?|مقالا?|تقريرا?) ل((?!ل)\w{3,}[^,.;:]{2,90}),? ?$"
)


def speech_of(key: str, frame: Frame, place: Place) -> bool:
    """«كلمة لمدير الميناء أكد فيها»: whose speech it is."""
    held = _SPEECH_OF.search(key, place.sentence[0], place.cue)
    found = trimmed(key, *held.span(1)) if held else None
    if (
        found is None
        or not surely_noun(key, found)
        or agrees(frame.form.tag, head_of(key, found), before=True) is False
    ):
        return False
    frame.spoken_by(key, found)
    frame.breaks = place.cue
    return True


def of_clause(key: str, frame: Frame, place: Place) -> bool:
    """«ألقى الوزير كلمة رحّب فيها بـ»: the subject of the clause around speaks."""
    if goes_on(place) and place.last is not None:
        frame.takes_from(place.last)
        return frame.source is not None
    found = actor(key, place, frame.form.tag.endswith("3fs"))
    if found is None:
        return False
    frame.spoken_by(key, found)
    frame.breaks = place.cue
    frame.doubt(0.1, "subject of the clause around")
    return True


_WHO = re.compile(r" (?:الذي|التي) (?=\w)")


def of_relative(key: str, start: int, cue: int, tag: str) -> Range | None:
    """The noun that the relative clause around a verb describes («المدير الذي عاد أمس حينما قال»)."""
    pronoun = None
    for pronoun in _WHO.finditer(key, max(start, cue - 160), cue):  # noqa: B007
        pass
    if pronoun is None or disagree(pronoun.group(), tag) or re.search(r"[.;:]", key[pronoun.end() : cue]):
        return None
    return antecedent(key, start, pronoun.start(), tag)
