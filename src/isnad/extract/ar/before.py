"""Subjects that stand before their verb («المدير قال», «وكان المدير قد قال», «أما المدير فقال»)."""

from __future__ import annotations

import re

from isnad.extract.ar.carrying import continue_speaker, spoke_before
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.place import ADVERBIAL, IN_IT, RELATIVES, SUBORDINATE, Place, break_of, clausal, framed
from isnad.extract.ar.reports import of_report
from isnad.extract.ar.subjects import WAS, before_verb, checked
from isnad.extract.ar.words import OPENERS


def _frame_only(key: str, frame: Frame, place: Place) -> bool:
    """«وعن المطار قال: …»: an adverbial opens the clause and the speaker goes on."""
    says = frame.form.tag.startswith("pres.3") and frame.form.cue.lemma == "قال" and place.gap.strip() == ","
    if not (says or frame.form.tag.startswith("past.3")) or frame.cue_class != "speech":
        return False
    text = key[place.sentence[0] : place.cue]
    return framed(key, place) or (
        len(text) < 110 and text.find(",") == len(text.rstrip()) - 1 and ADVERBIAL.match(text) is not None
    )


def had_subject(key: str, frame: Frame, place: Place) -> bool:
    """Fill in the source of «وكان X قد قال»; False when the verb has no such subject."""
    found = before_verb(key, place.sentence[0], frame.cue[0], frame.form.tag)
    if not found or found[2]:
        return False
    frame.source = found[0]
    frame.mention = mention(key, frame.source)
    frame.breaks = frame.source[0]
    return True


_TOPICAL = re.compile(r"(?:^|[\s.,])و?اما ([^:]{3,120}?),? $")


def _topical(key: str, frame: Frame, place: Place) -> bool:
    """«أما المديرية فأفادت بأن»: the subject is set before its clause."""
    match = _TOPICAL.search(key, max(place.sentence[0] - 1, place.cue - 130, 0), place.cue)
    if match is None:
        return False
    found = checked(key, match.start(1), match.end(1), frame.form.tag)
    if not found:
        return False
    frame.spoken_by(key, found)
    frame.breaks = match.start()
    return True


_GOVERNING = frozenset(("ان", "وان", "بان", "وبان"))
_EXCEPTIVE = frozenset(("غير", "الا", "بيد"))  # «غير أن المدير قال»: a clause of its own


def governed(key: str, start: int) -> bool:
    """Whether أن stands before: what begins here is part of the content around it («إن …، وأن الوزير أكد»)."""
    words = key[max(0, start - 12) : start].split()
    return not _GOVERNING.isdisjoint(words[-1:]) and _EXCEPTIVE.isdisjoint(words[-2:-1])


def subject_before(key: str, frame: Frame, place: Place) -> bool:
    if place.match.clitic == "ف" and _topical(key, frame, place):
        return True
    if place.before == "قد" and WAS.search(key, place.sentence[0], place.cue):
        return False  # somebody had said it, and who is not clear
    if _pronoun_first(key, frame, place):
        return True
    if not place.match.clitic and of_report(key, frame, place.sentence[0], place.cue):
        return True
    if not place.match.clitic:
        found = before_verb(key, place.sentence[0], frame.cue[0], frame.form.tag)
        if found:
            frame.source, doubt, reason = found
            if reason:
                frame.doubt(doubt / 2, reason)
            frame.mention = mention(key, frame.source)
            if "relative" not in reason and not governed(key, frame.source[0]):
                frame.breaks = frame.source[0]
            return True
    if place.before in _THEY and frame.form.tag.startswith("past.3mp") and not place.gap.strip():
        frame.carry = "unknown"  # «لأنهم أخبروني أن»: the pronoun is the subject, and whom it means is not told here
        frame.doubt(0.2, "plural pronoun as subject")
        return True
    dual = frame.form.tag.endswith(("3md", "3fd")) and not place.match.clitic
    if dual and (place.before not in OPENERS or place.before.endswith("قد")):
        return False  # «قدراً», «حذراً»: nouns are spelled like the dual
    if place.before in RELATIVES:
        return False
    if not (clausal(place) or _frame_only(key, frame, place) or _behind_subordinate(key, place)):
        return False
    if "clausal" in frame.flags and frame.form.tag.startswith("pres"):
        return False  # «وتبيّن أن»: it turned out
    frame.breaks = break_of(key, place)
    continue_speaker(frame, place)
    return True


def _behind_subordinate(key: str, place: Place) -> bool:
    """«وفيما أشار إلى أن …، شدد على»: the main verb behind what the same speaker said in a subordinate clause."""
    last = place.last
    if last is None or place.gap.strip() != "," or place.match.clitic or last.cue[0] < place.sentence[0]:
        return False
    return SUBORDINATE.fullmatch(key, place.sentence[0], last.cue[0]) is not None


_HE = {"هو": "3ms", "هي": "3fs", "هم": "3mp"}


def _pronoun_first(key: str, frame: Frame, place: Place) -> bool:
    """«فهي ترى أن»: a pronoun that opens the sentence, or its clause behind ف, is the subject."""
    joined = place.before[:1] in ("و", "ف")
    word = place.before[joined:]
    if word not in _HE or place.gap != " " or place.match.clitic or place.zone.number:
        return False
    end = place.cue - 1
    opens = not key[place.sentence[0] : end - len(place.before)].strip()
    agrees = frame.form.tag.endswith(_HE[word]) if frame.form.tag else key[place.match.start] in "يت"
    if not (opens or place.before[0] == "ف") or not agrees or frame.cue_class == "order":
        return False
    if opens and (place.last is None or place.last.cue[0] < place.zone.start):
        return False  # whom it means is told in no statement of the paragraph
    frame.spoken_by(key, (end - len(word), end))
    frame.breaks = end - len(place.before) if opens else None
    frame.doubt(0.1, "pronoun before its verb")
    if not spoke_before(place):
        frame.carry = "unknown"
    return True


_THEY = frozenset(("لانهم", "انهم", "بانهم", "وانهم"))


def named_first(key: str, frame: Frame, place: Place) -> bool:
    """Whether the subject of a verb that takes an addressee stands before it."""
    if place.before in RELATIVES or IN_IT.match(key, place.match.end):
        return False
    if not before_verb(key, place.sentence[0], frame.cue[0], frame.form.tag):
        return False
    return subject_before(key, frame, place)
