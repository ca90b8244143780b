"""Where a cue stands, and what every reading of a cue asks about its place."""

from __future__ import annotations

import re

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Intro
from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.stops import blessed
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

SUBORDINATE = re.compile(r"\s*و?(?:فيما|بينما|اذ|في حين|بعد ان|بعدما|عندما|حين|حينما|قبل ان) (?:قد |كان |كانت )?")
IN_IT = re.compile(r" (?:من )?(?:فيه|فيها|خلاله|خلالها|عبره|عبرها)\b")
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


BUT = frozenset(("لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "ولكنهم"))


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
    if low == place.sentence[0] and framed(key, place):
        return low  # «وخلال اللقاء أكد المدير أن»
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


_FOR_HIS_PART = re.compile(r"(?:من|و?ب)(?: ?)(?:جهت|جانب|ناحيت|دور)(?:ه|ها|هم)[ ,]*$")


def for_his_part(key: str, place: Place) -> bool:
    """«من جهته قال الرئيس»: somebody else than who spoke before."""
    return _FOR_HIS_PART.search(key, max(place.sentence[0], place.cue - 16), place.cue) is not None


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
