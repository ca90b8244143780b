"""Cue verbs with a plain object or in the first person: wishes, descriptions, beliefs of the speaker."""

from __future__ import annotations

import re

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Intro
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.place import Place, break_of, head_of, introduced, subject_before
from isnad.extract.ar.split import split_object
from isnad.extract.ar.subjects import agrees, before_verb
from isnad.extract.ar.words import TOKEN, definite

IT = frozenset(("انه", "انها", "بانه", "بانها", "وانه", "وانها", "انهم", "بانهم"))


def about_speaker(key: str, frame: Frame, place: Place, intro: Intro) -> Frame | None:
    """«واعترف X أنه يتمنى …»: the pronoun is the speaker of the statement around it."""
    last = place.last
    if last is None or not place.sentence[0] <= last.cue[0] or not last.source:
        return None
    if (last.mention and last.mention.type in ("document", "unnamed")) or key[place.match.end : intro.start].strip():
        return None
    wanted = place.before.endswith("ها")
    if last.mention and last.mention.feminine is not None and last.mention.feminine != wanted:
        return None
    if frame.cue_class != "belief" or intro.kind not in ("that", "obj"):
        return None  # «أنه رأى «ثلاث قنابل»»: he saw them
    frame.takes_from(last)
    frame.doubt(0.1, "pronoun taken for the speaker")
    return introduced(frame, intro)


def any_object(key: str, frame: Frame, place: Place) -> Frame | None:
    """«أدانت المنظمة الهجوم»: any definite noun after a known subject is the content."""
    start = place.match.end
    link = min(place.limit, start + 160)
    if "1" in frame.form.tag:
        return None
    if not place.match.clitic:
        found = before_verb(key, place.sentence[0], frame.cue[0], frame.form.tag)
        token = TOKEN.search(key, start, link)
        if found and token and definite(token.group()):
            frame.source, doubt, reason = found
            frame.mention = mention(key, frame.source)
            frame.doubt(doubt, reason)
            frame.intro, frame.start = "obj", token.start()
            before = key[max(0, frame.source[0] - 4) : frame.source[0]].split()
            frame.breaks = None if "ان" in before else frame.source[0]
            return frame
    return None


def wish(key: str, frame: Frame, place: Place) -> Frame | None:
    """«أريد الرحيل», «أنا متفائل»: the content is the object noun."""
    token = TOKEN.search(key, place.match.end, place.limit)
    if token is None or not definite(token.group()) or key[place.match.end : token.start()].strip():
        return None
    intro = Intro("obj", token.start(), token.start())
    if "1" in frame.form.tag:
        return first_person(key, frame, place, intro)
    if place.before in IT:
        return about_speaker(key, frame, place, intro)
    return None


_TO_WHOM = re.compile(r"ل(?:ه|ها|هم|هما|ي|نا|ك|كم)|(?:علي|الي)(?:ه|ها|هم)")


def first_person(key: str, frame: Frame, place: Place, intro: Intro) -> Frame | None:
    """«أعتقد أن»: a statement only inside somebody's direct speech; the grammar checks that it is."""
    gap = key[place.match.end : intro.start].strip()
    if gap and frame.cue_class != "belief" and not _TO_WHOM.fullmatch(gap):
        return None
    spoken = intro.kind in ("colon", "quote")
    if intro.start - place.match.end > 30 or (spoken and not frame.form.tag.startswith("past.1")):
        return None
    frame.carry = "self"
    if place.before in ("انا", "نحن", "وانا", "ونحن") and not place.gap.strip():
        start = place.cue - len(place.gap) - len(place.before.removeprefix("و"))
        frame.source = (start, start + len(place.before.removeprefix("و")))
        frame.mention = mention(key, frame.source)
    frame.reasons.append("first person")
    return introduced(frame, intro)


def described(key: str, frame: Frame, place: Place) -> Frame | None:
    """«وصف X Y بأنه Z»: the content is the object with its predicate."""
    carried = place.match.clitic != "" and place.last is not None and place.last.cue[0] >= place.sentence[0]
    if not place.match.clitic and before_verb(key, place.sentence[0], place.cue, frame.form.tag):
        carried = True
    link = split_object(key, place.match.end, place.sentence[1], carried, frame.form.cue.takes)
    if link is None:
        return None
    source, start = link
    if source is None:
        if not subject_before(key, frame, place):
            return None
    else:
        if agrees(frame.form.tag, head_of(key, source), before=False) is False or not place.opens:
            return None
        frame.source, frame.mention = source, mention(key, source)
        frame.breaks = break_of(key, place)
        frame.doubt(0.1, "subject and object told apart")
    frame.intro = "obj"
    frame.start = start
    return frame
