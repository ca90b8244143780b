"""Verbs that name nobody («وأضاف أن»): whether who spoke before goes on with them."""

from __future__ import annotations

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.place import BUT, Place


def goes_on(place: Place) -> bool:
    """Whether a statement before in the sentence can lend its speaker."""
    return place.last is not None and place.sentence[0] <= place.last.cue[0] < place.sentence[1]


def spoke_before(place: Place) -> bool:
    """Whether who spoke in the sentences right before can be the subject of a verb that has none."""
    return place.last is not None and not place.zone.number and place.cue - place.last.cue[0] < 900


def _one(last: Frame) -> bool:
    """Whether one person or body spoke last, so that a plural verb does not go on with them."""
    if last.mention is None:
        return last.form.tag.endswith("3ms")
    return not last.mention.plural


def _differs(frame: Frame, last: Frame) -> bool:
    """Whether a verb of one person or thing does not agree with who spoke last."""
    feminine = last.mention.feminine if last.mention else None
    return feminine is not None and frame.form.tag.endswith("3ms" if feminine else "3fs")


def _person_differs(frame: Frame, last: Frame) -> bool:
    """Whether a man spoke last and the verb is a woman's."""
    who = last.mention
    return who is not None and who.type == "person" and who.feminine is False and frame.form.tag.endswith("3fs")


def nobody(frame: Frame) -> Frame:
    """Who speaks changes from turn to turn, and a story may tell of several people."""
    frame.carry = "unknown"
    frame.doubt(0.3, "nobody named in a dialogue inside a quotation")
    return frame


_READ_AS_PASSIVE = frozenset(("كشف", "ذكر", "أعلن", "علم", "عرف"))  # they go on with nobody: «وأضاف» does


def continue_speaker(frame: Frame, place: Place) -> None:
    """No subject of its own: the speaker of the sentence goes on, or the last one."""
    last = place.last
    if place.zone.number and any(form.tag.endswith(("1s", "1p")) for form in place.match.forms):
        frame.carry = "self"  # «أعتقد» in a quotation is spelled like «اعتقد» in the key
        return
    if place.zone.number and not place.match.clitic and not goes_on(place):
        nobody(frame)  # «قال نعم. قال إننا …»: a dialogue that somebody tells
        return
    if frame.cue_class == "belief" and frame.form.tag == "pres.3ms" and not goes_on(place) and place.before not in BUT:
        frame.carry = "unnamed"  # «يُعتقد أن»
        frame.doubt(0.1, "verb read as passive")
        return
    if last is None and frame.form.tag == "past.3ms" and frame.form.cue.lemma in _READ_AS_PASSIVE:
        frame.carry = "unnamed"  # «وكُشف لاحقاً أن»
        frame.doubt(0.1, "verb read as passive")
        return
    if frame.form.tag.endswith("3mp") and last is not None and _one(last):
        frame.carry = "unknown"
        frame.doubt(0.2, "plural verb without subject")
        return
    if last is not None and last.mention and last.mention.type == "document" and _differs(frame, last):
        frame.carry = "unknown"  # «برقية جاء فيها … وأضاف»: who wrote it goes on
        return
    if last is not None and goes_on(place):
        frame.takes_from(last)
        if frame.source is None and not frame.carry:
            frame.carry = "same"
    else:
        frame.carry = "same"
        frame.doubt(0.05, "no subject in the sentence")
    if frame.form.tag.startswith(("past.3", "pres.3")) and _differs(frame, frame):
        frame.doubt(0.3, "verb does not agree with the speaker before")
    elif frame.carry == "same" and last is not None and _person_differs(frame, last):
        frame.carry = "unknown"  # «قال سالم … حيث قالت»: somebody else
        frame.doubt(0.1, "verb does not agree with the speaker before")
