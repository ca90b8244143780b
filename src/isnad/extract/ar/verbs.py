"""Finite cue verbs: subject, introducer and the beginning of the content."""

from __future__ import annotations

import re

from isnad.extract.ar.behind import ABOUT_IT, WHAT, after_quote, as_said, pointed, with_pronoun
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Intro, Introducers
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.objects import IT, about_speaker, any_object, described, first_person, predicated, wish
from isnad.extract.ar.phrase import subject, trimmed
from isnad.extract.ar.place import (
    RELATIVES,
    Place,
    break_of,
    clausal,
    framed,
    goes_on,
    head_of,
    introduced,
    no_noun,
    subject_before,
    surely_noun,
)
from isnad.extract.ar.split import split_addressee
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.topics import topic
from isnad.extract.ar.words import GIVEN, HYPOTHETICAL, NATIVE, NEGATIONS, PREPOSITIONS, STOP, TOKEN, known
from isnad.extract.base import Range
from isnad.lang.cues import Form

_AFTER_AN = re.compile(r"\b(?:بعد|سبق|منذ|وسبق) ان $")


_WEEKDAY = re.compile(r"(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه)(?: الماضي| المقبل)?")


def read_verb(key: str, finder: Introducers, form: Form, place: Place, taken: set[int]) -> Frame | None:
    """The frame of a finite verb, or None when it is no statement."""
    match, tag, flags = place.match, form.tag, form.cue.flags
    frame = Frame((place.cue, match.end), form, place.zone.number)
    if not _asserted(key, place, frame):
        return None
    if ".obj" in tag:
        what = WHAT.search(key[max(place.sentence[0], place.cue - 25) : place.cue])
        if "desc" in form.cue.takes or "predobj" in flags:
            return predicated(key, frame, place)
        if what or not (flags & {"whom"} or key.endswith("ني", match.start, match.end)):
            return with_pronoun(key, frame, place, match.end)
    about = ABOUT_IT.match(key, match.end)
    if about and WHAT.search(key[max(place.sentence[0], place.cue - 25) : place.cue]):
        return with_pronoun(key, frame, place, about.end())
    if "desc" in form.cue.takes:
        return described(key, frame, place)
    if key.startswith((" ذلك ", " بذلك "), match.end):
        return pointed(key, frame, place)
    if frame.cue_class == "topic":  # «شكراً» is spelled like the dual
        return None if tag.endswith("3md") else topic(key, frame, place)
    intro = finder.find(match.end, place.limit, form.cue.takes, flags)
    if flags & {"wish", "predicate"} and (intro is None or intro.start - match.end > 20):
        wished = wish(key, frame, place)
        if wished or (intro is None and "any" not in flags):
            return wished
    if intro is None and ("any" in flags or (tag.endswith(("3mp", "3md")) and "obj" in form.cue.takes)):
        return any_object(key, frame, place)
    if intro is None:
        return pointed(key, frame, place) or as_said(key, frame, place) or after_quote(key, frame, place, taken)
    if "1" in tag or tag.startswith("adj"):
        return first_person(key, frame, place, intro)
    if place.before in IT and not place.gap.strip() and not match.clitic:
        return about_speaker(key, frame, place, intro)
    if "paper" in flags and intro.kind == "colon":
        return None
    if place.before in RELATIVES and "strict" in flags and (intro.kind == "quote" or tag.startswith("pres")):
        # A relative clause that only describes, set apart by a comma, tells what they say («…، الذين يخشون أن»).
        apart = key.endswith((",", ", "), 0, place.cue - len(place.gap) - len(place.before))
        if not apart or intro.kind == "quote":
            return None
    if ".obj" in tag and intro.kind == "obj":
        return None  # «طلبتها مصر»: she asked for it
    if form.cue.takes & _POINTING and _GESTURE.search(key, max(0, place.cue - 16), match.end + 12):
        return None  # «ومد يده وأشار إلى …»
    if "wish" in flags and (
        intro.kind not in ("that", "obj", "prep") or (intro.kind != "that" and intro.start - match.end > 60)
    ):
        return None
    if not _find_subject(key, frame, place, intro):
        return None
    if "paper" in flags and tag.startswith("pres") and not (frame.mention and frame.mention.type == "document"):
        return None  # «تظهر المخاوف»: they appear, they do not show
    if intro.kind == "obj" and frame.source is None and place.last is None:
        return None  # «أعلن برنامج …»: nobody spoke before, so the noun is the subject
    return introduced(frame, intro)


def _asserted(key: str, place: Place, frame: Frame) -> bool:
    """Whether the verb is said of a real speech act: not negated, hypothetical or only wished for."""
    word, tag = place.before, frame.form.tag
    if not word or place.gap.strip():
        return True
    if word in NEGATIONS and word != "لما":
        if frame.cue_class != "belief":
            return False
        start = frame.cue[0] - len(place.gap) - len(word)
        frame.cue = (start, frame.cue[1])
        place.look_before(key, start)
        return True
    if place.match.clitic:
        return True
    if word in ("ان", "بان"):
        past = tag.startswith("past")
        return past and bool(_AFTER_AN.search(key[max(0, place.cue - 12) : place.cue]))
    if (word == "قد" and tag.startswith("pres")) or (
        word in PREPOSITIONS and not word.endswith(("ه", "ها", "هم", "د", "ل"))
    ):
        return False  # «على أمل»: a preposition stands before a noun
    return word not in HYPOTHETICAL


_POINTING = frozenset(("إلى",))
_GESTURE = re.compile(r"\bب?(?:يده|يدها|يديه|اصبعه|اصبعها|راسه|راسها)\b")
_FIGURE = re.compile(r"(?<![(\d\w]) \d")


def _find_subject(key: str, frame: Frame, place: Place, intro: Intro) -> bool:
    """Fill in the source; False when the words around the verb fit no reading."""
    tag = frame.form.tag
    match = place.match
    found = subject(key, match.end, intro.start) if "3mp" not in tag and "3md" not in tag else None
    if found and "whom" in frame.flags:
        found = split_addressee(key, found)
    if found and _FIGURE.search(key, *found):
        return False  # «ويبلغ وزنها 78 جراماً»
    if found and not _fits_between(key, found[1], intro.start, frame):
        return False
    attached = intro.kind == "prep" and intro.start == intro.content
    if found and attached and intro.start - found[1] > 45:
        return False
    if found and "ب" in frame.form.cue.takes and key[found[0]] == "ب" and not _own_letter(key, found):
        return False
    if found:
        head = TOKEN.search(key, *found)
        fits = agrees(tag, head_of(key, found) if head else "", before=False)
        if fits is False and "whom" in frame.flags and match.clitic:
            if not goes_on(place):
                return False
            return subject_before(key, frame, place)  # «وحث الدول على»: those spoken to stand behind the verb
        if fits is False:
            if known(head_of(key, found)) and ("3fs" in tag or "strict" in frame.flags):
                return False
            frame.doubt(0.25, "verb and subject differ in gender")
        frame.source = found
        frame.mention = mention(key, found)
        if "strict" in frame.flags and not place.opens and not framed(key, place):
            return False
        if "clausal" in frame.flags and not clausal(place):
            return False
        if frame.cue_class in ("belief", "perception") and place.before in RELATIVES:
            return False
        if (frame.cue_class == "perception" or "wish" in frame.flags) and not surely_noun(key, found):
            return False
        frame.breaks = break_of(key, place)
        return True
    if "whom" not in frame.flags and not no_noun(key, match.end, intro.start):
        return False
    return subject_before(key, frame, place)


def _own_letter(key: str, where: Range) -> bool:
    """Whether the ب that a phrase begins with is its own letter, not the verb's preposition."""
    word = head_of(key, where)
    return word in NATIVE or word in GIVEN or known(word) is not None


def _fits_between(key: str, start: int, end: int, frame: Frame) -> bool:
    """Whether only adverbials or an addressee stand between the subject and the content."""
    start, end = trimmed(key, start, end)
    if end - start > 130 or key.count(",", start, end) > 2:
        return False
    if end - start < 3 or STOP.match(key, start, end) or "whom" in frame.flags:
        return True
    if (
        key[start:end] == "حديثه"
        or key.endswith(("التاليه", "الاتيه"), start, end)
        or _WEEKDAY.fullmatch(key, start, end)
    ):
        return True
    if key[start] in '([«"' and end - start < 40:
        return True
    token = TOKEN.search(key, start, end)
    return token is None or token.group() in PREPOSITIONS or (token.group().startswith(("ب", "ل")) and end - start < 80)
