"""Where a cue stands, and what every reading of a cue asks about its place."""

from __future__ import annotations

import re

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Intro
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.reports import of_report
from isnad.extract.ar.stops import blessed
from isnad.extract.ar.subjects import WAS, before_verb, checked
from isnad.extract.ar.words import (
    GIVEN,
    NOT_SUBJECT,
    OBJECT,
    OPENERS,
    PLACES,
    PREPOSITIONS,
    STOP,
    TOKEN,
    WEEKDAYS,
    definite,
    known,
)
from isnad.extract.ar.zones import Zone
from isnad.extract.base import CueMatch, Range

_MARKS = ' \t\n,;:.-«»"()_*•'
_BEFORE = re.compile(r"[^\s,;:.()\[\]«»\"_*•\-]+$")


class Place:
    """Where a cue stands: its zone and sentence, the word before it, and the frames before it."""

    __slots__ = ("before", "cue", "gap", "last", "limit", "match", "sentence", "zone")

    def __init__(self, key: str, match: CueMatch, zone: Zone, sentence: Range, last: Frame | None, limit: int) -> None:
        self.match = match
        self.zone = zone
        self.sentence = sentence
        self.last = last
        self.limit = min(limit, sentence[1])
        self.cue = match.start - len(match.clitic)
        self.look_before(key, self.cue)

    def look_before(self, key: str, at: int) -> None:
        """Take the word before ``at`` for the one before the cue (a negation is part of a cue of belief)."""
        text = key[max(self.sentence[0], at - 30) : at]
        words = text.rstrip(_MARKS)
        self.gap = text[len(words) :]
        word = words[words.rfind(" ") + 1 :]
        if not word.isalnum():
            found = _BEFORE.search(word)
            word = found[0] if found else ""
        self.before = word
        if not word:
            self.gap = ""

    @property
    def opens(self) -> bool:
        """Whether the cue stands at the beginning of a clause."""
        return not self.before or bool(self.gap.strip()) or bool(self.match.clitic) or self.before in OPENERS


RELATIVES = frozenset(("الذي", "التي", "الذين", "والذي", "والتي", "والذين", "اللذان", "اللتان"))


def break_of(key: str, place: Place) -> int | None:
    """Where a statement of the same level before this one ends."""
    if place.match.clitic:
        return place.cue
    if place.before in RELATIVES:
        return None
    low = max(place.sentence[0], place.cue - 160)
    text = key[low : place.cue]
    if not text.strip():
        return place.cue
    comma = max(text.rfind(","), text.rfind(";"), text.rfind("»"), text.rfind('"'))
    if comma >= 0:
        return low + comma + 1
    if place.before in OPENERS:
        return place.cue - len(place.gap) - len(place.before)
    return None


def clausal(place: Place) -> bool:
    """Whether the verb opens a clause by a conjunction or the sentence, not only by a comma."""
    opener = place.before in OPENERS and place.before not in _ALSO
    return bool(place.match.clitic) or not place.before or (opener and not place.gap.strip())


_ALSO = frozenset(("كذلك", "وكذلك", "ايضا"))  # «وكذلك عبر وسائل الإعلام»: no verb need follow
ADVERBIAL = re.compile(
    r"\s*و?(?:في|من|عن|علي|حول|خلال|اثناء|بعد|قبل|عقب|ردا|تعليقا|بشان|وفق|بدور\w+|ب\w+|لدي|منذ|ضمن|كما|اليوم|امس|قد"
    r"|فيما يخص|فيما يتعلق)\b"
)


def framed(key: str, place: Place) -> bool:
    """Whether the clause before the verb is an adverbial («وفي ختام حديثه ذكر الوزير أن»)."""
    text = key[max(place.sentence[0], place.cue - 160) : place.cue].rstrip(" ,")
    cut = max(text.rfind(","), text.rfind(";"), text.rfind(":"))
    return ADVERBIAL.match(text, cut + 1) is not None and text.find(" ان ", cut + 1) < 0


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


_READ_AS_PASSIVE = frozenset(("كشف", "ذكر", "أعلن", "علم", "عرف"))  # they go on with nobody: «وأضاف» does


def continue_speaker(frame: Frame, place: Place) -> None:
    """No subject of its own: the speaker of the sentence goes on, or the last one."""
    last = place.last
    if place.zone.number and any(form.tag.endswith(("1s", "1p")) for form in place.match.forms):
        frame.carry = "self"  # «أعتقد» in a quotation is spelled like «اعتقد» in the key
        return
    if place.zone.number and not place.match.clitic and not goes_on(place):
        frame.carry = "unknown"  # «قال نعم. قال إننا …»: a dialogue that somebody tells
        frame.doubt(0.3, "nobody named in a dialogue inside a quotation")
        return
    if frame.cue_class == "belief" and frame.form.tag == "pres.3ms" and not goes_on(place):
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
    if last is not None and place.sentence[0] <= last.cue[0] < place.sentence[1]:
        frame.takes_from(last)
        if frame.source is None and not frame.carry:
            frame.carry = "same"
    else:
        frame.carry = "same"
        frame.doubt(0.05, "no subject in the sentence")
    if frame.form.tag.startswith(("past.3", "pres.3")) and _differs(frame, frame):
        frame.doubt(0.3, "verb does not agree with the speaker before")


_DETERMINERS = frozenset(("هذا", "هذه", "ذات", "نفس", "كل", "من"))


def head_of(key: str, where: Range) -> str:
    first = TOKEN.search(key, *where)
    if first is None or first.group() not in _DETERMINERS:
        return first.group() if first else ""
    words = [token.group() for token in TOKEN.finditer(key, *where)][:3]
    while len(words) > 1 and words[0] in _DETERMINERS:
        words.pop(0)
    return words[0] if words else ""


def surely_noun(key: str, where: Range) -> bool:
    """Whether a phrase is surely a noun phrase: for verbs that are often other words."""
    word = head_of(key, where)
    if word in NOT_SUBJECT or word.startswith("وب"):
        return False
    return (
        (definite(word) and OBJECT.search(f" {word[2:]} ا") is None)
        or word in GIVEN
        or known(word) is not None
        or key[where[0]] in '«"'
    )


def somebody(key: str, where: Range) -> bool:
    """Whether a known noun, a first name or a quoted name heads the phrase."""
    head = head_of(key, where)
    return known(head) is not None or head in GIVEN or head in PLACES or key[where[0]] in '«"'


def introduced(frame: Frame, intro: Intro) -> Frame:
    frame.intro = intro.kind
    frame.start = intro.content
    return frame


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
    frame.source, frame.mention = found, mention(key, found)
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
    if place.before in RELATIVES or not (clausal(place) or _frame_only(key, frame, place)):
        return False
    if "clausal" in frame.flags and frame.form.tag.startswith("pres"):
        return False  # «وتبيّن أن»: it turned out
    frame.breaks = break_of(key, place)
    continue_speaker(frame, place)
    return True


_THEY = frozenset(("لانهم", "انهم", "بانهم", "وانهم"))
MEANWHILE = re.compile(r"(?:و(?:هو|هي|هم|هما) (?!ان)[يتسم]\w{2,}|بينما [يت]\w{2,}) ")
"""«يضيف وهو يمسح جبينه: «…»»: what the speaker does while speaking."""


def no_noun(key: str, start: int, end: int) -> bool:
    """Whether nothing but adverbials stands between the verb and its content."""
    start, end = trimmed(key, start, end)
    if start >= end:
        return True
    if MEANWHILE.match(key, start, end):
        return end - start < 90
    if blessed(key, start, end) >= end:
        return True
    if STOP.match(key, start, end):
        return True
    token = TOKEN.search(key, start, end)
    if token is not None and token.group() in WEEKDAYS and token.end() >= end:
        return True  # «لكن الصحيفة ذكرت الاثنين أن»
    return token is None or token.group() in PREPOSITIONS or token.group().startswith(("ب", "ل"))
