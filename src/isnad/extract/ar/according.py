"""«بحسب X»، «وفقاً لـX»، «حسبما أفادت X»: the source behind a frame, the content beside it."""

from __future__ import annotations

import re

from isnad.extract.ar.beside import content_before, content_behind, content_of_pronoun
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.phrase import trimmed, unhung
from isnad.extract.ar.place import RELATIVES, Place
from isnad.extract.ar.words import (
    ANONYMOUS,
    COLLECTIVES,
    DOCUMENTS,
    GIVEN,
    NOT_SUBJECT,
    ORGANISATIONS,
    OUTLETS,
    PRONOUNS,
    ROLES,
    RULES,
    TITLES,
    TOKEN,
    bare,
    definite,
    finite,
    governs,
    known,
    named_before,
    stop_in,
)
from isnad.extract.base import Range
from isnad.lang.cues import Form

_END = re.compile(
    r",(?!\d)|;|\. |:| - |\b(?:فان|فقد|فانه|فانها|فسوف|ان|انه|انها|حيث|لكن|الا|قد|هناك)\b"
    r"| (?:امس|اليوم|صباح|مساء|خلال|في عام|بنسبه|في وقت|في بيان|في تصريح|في حديث) ?"
)
_RELAYED = re.compile(r"[ ,]*(?:قول(?:ه|ها|هم|هما)|ان|انه|انها|انهم)\b")
_LAND = re.compile(r"(?!ال)\w+ (?:بين|وسط|داخل)\b")  # «على لسان صخري بين خليجين»: a tongue of land
# A sound plural with the article: people, unless it is a broken plural of the shape of «القوانين».
_PEOPLE = re.compile(r"ال(?!\w\wا\wين)\w{4,}(?:ين|ون)")


def read_according(key: str, form: Form, place: Place, frames: list[Frame]) -> Frame | None:
    """The frame of an "according to" expression; the content is set whole."""
    frame = Frame((place.cue, place.match.end), form, place.zone.number)
    if place.before in ("علي", "كل", "كلا", "لا", "لم", "ليس", "كلٌ") and not place.gap.strip():
        return None
    sentence = place.sentence
    if key.startswith("علي ما ", place.match.start) and key[place.cue - 2 : place.cue].strip() != ",":
        return None  # «ردّ على ما قاله»: only behind a comma is it the frame
    front = key[sentence[0] : place.cue].strip(' ,-«»"') in ("", "وذلك", "ذلك")
    if frame.form.cue.lemma == "استنادا" and not front and key[place.cue - 2] != ",":
        return None  # «يرتب الموقع الصحف استناداً إلى البيانات»: how it is done
    if "pron" in frame.flags:
        source: Range | None = None
    else:
        source = _source(key, place, frame, front)
        if source is None:
            return None
        if "phrase" in frame.flags and _adjective(key, source):
            # «وفق تقديرات رسمية»: the noun of the cue is the source
            noun = key.rfind(" ", 0, frame.cue[1]) + 1
            if key[noun : frame.cue[1]].endswith(("ات", "ه")):  # no «لسان», no «قول»
                source, frame.cue = (noun, source[1]), (frame.cue[0], noun - 1)
        if key.endswith("لسان", *frame.cue) and _RELAYED.match(key, source[1]):
            return None  # «نشرت على لسان X قوله إن»: the words behind are told by «قوله»
        if key.endswith("لسان", *frame.cue) and _LAND.match(key, source[0]):
            return None
        frame.mention = mention(key, source)
        if not _plausible(key, source, frame, front):
            return None
    frame.source = source
    if source is None:
        frame.carry = "same"
        if front:
            return content_of_pronoun(key, frame, place)
    frame.intro = "according"
    if frame.form.cue.lemma == "نقلا عن" and source is not None and _handed(key, frame, place, source, frames):
        return frame
    if front and source is not None:
        return content_behind(key, frame, place, source)
    return content_before(key, frame, place, frames)


def _adjective(key: str, source: Range) -> bool:
    """A single word that is neither noun nor name."""
    word = key[slice(*source)]
    return " " not in word and not (
        definite(word) or known(word) or word in GIVEN or word in PRONOUNS or named_before(key, word, source[0])
    )


def _source(key: str, place: Place, frame: Frame, front: bool) -> Range | None:
    at = place.match.end
    end = min(place.sentence[1], place.limit)
    while at < end and key[at] in " ,":
        at += 1
    if "ل" in frame.form.cue.takes:
        if key[at : at + 1] != "ل":
            if frame.form.cue.lemma != "وفقا" or key[place.match.start : place.match.end] != "وفق":
                return None
        elif key[at + 1 : at + 2] != "ل" and key[place.match.start : place.match.end] != "وفق":
            at += 1
    cut = _END.search(key, at, end)
    stop = cut.start() if cut else end
    while cut and cut.group() == "," and _apposition(key, at, cut.end(), end):
        cut = _END.search(key, cut.end(), end)
        stop = cut.start() if cut else end
    closed = _CLOSED.match(key, at, stop)
    behind = TOKEN.match(key, closed.end() + 1, end) if closed else None
    if closed and behind and key[closed.end()] == " " and not definite(behind.group()) and behind.group()[0] != "و":
        stop = min(stop, closed.end())  # «وفقاً لمجلة «الضفة» هناك خلاف»
    if cut and cut.group().startswith("ان"):
        reports = _REPORTS.search(key, at, stop)
        stop = reports.start() if reports else stop
    stop = _verb_in(key, at, stop) if front else stop
    said = stop_in(key, at, stop) if "verbal" in frame.flags else -1
    if key[place.cue - 2] != "," and len(key[place.sentence[0] : place.cue].split()) < 5:
        stop = _preposition_in(key, at, said if said > at else stop, place.cue - place.sentence[0])
    start, stop = unhung(key, *trimmed(key, at, min(stop, said) if said > at else stop))
    if not 1 < stop - start <= (160 if "," in key[start : stop + 2] else 100):
        return None
    return start, stop


_THEN = re.compile(r"(?<=\w) (?=((?!ال)\w{3,}) (?!الذي |التي ))")


def _verb_in(key: str, at: int, stop: int) -> int:
    """Where the clause behind a frame begins that no mark closes («وبحسب البيان هاجم رجل …»): at the first finite verb
    behind a definite noun."""
    for match in _THEN.finditer(key, at, stop):
        word, before = match[1], key[key.rfind(" ", 0, match.start()) + 1 : match.start()]
        if finite(word) and definite(before) and before not in RELATIVES:
            return match.start()
    return stop


_PREPOSITION = re.compile(r"(\w+) (?:الي|علي)(?= )")


def _preposition_in(key: str, at: int, stop: int, before: int) -> int:
    """Where the clause that the frame was set into goes on («استحوذت المطاحن حسب تقرير الضفة على السوق»)."""
    if before < 8:
        return stop  # nothing stands before the frame
    for match in _PREPOSITION.finditer(key, at, stop):
        if not governs(match[1], key[match.end() - 3 : match.end()].strip()) and match[1] not in GIVEN:
            return match.end(1)
    return stop


_CLOSED = re.compile(r"[^«»\",]{0,30}(?:«[^«»]{2,40}»|»[^«»]{2,40}«|\"[^\"]{2,40}\")")
_REPORTS = re.compile(r",? (?:الذي|التي) \w+ $")  # «حسب موقع «الضفة» الذي يؤكد أن»


def _apposition(key: str, start: int, at: int, end: int) -> bool:
    """Whether an office follows the comma at ``at``: one with the article only behind a name («سالم الحلو، المدير»)."""
    token = TOKEN.search(key, at, end)
    if token is None or not (bare(token.group()) in ROLES or token.group() in TITLES or _anonymous(token.group())):
        return False
    names = key[start : at - 1].split()
    return token.group()[:2] != "ال" or not GIVEN.isdisjoint(names) or not any(definite(w) or known(w) for w in names)


def _anonymous(word: str) -> bool:
    return word.startswith("ال") and bare(word) in ANONYMOUS  # «سالم الحلو، المسؤول في المركز»


def _plausible(key: str, source: Range, frame: Frame, place_front: bool) -> bool:
    tokens = [token.group() for token in TOKEN.finditer(key, *source)][:6]
    if not tokens:
        return False
    head = tokens[0]
    if "ل" in frame.form.cue.takes:
        if head.startswith("لل") and known("ال" + head[2:]):
            head = "ال" + head[2:]
        elif head.startswith("ل") and known(head[1:]):
            head = head[1:]
    if head in _NEXT and len(tokens) > 1:
        head = tokens[1]
    noun = bare(head)
    pair = " ".join((head, *tokens[1:2]))
    if pair in OUTLETS or pair.removeprefix("ل") in OUTLETS:
        return True  # «وفقاً لوسائل الإعلام»
    if head.startswith("لل") and head.endswith("ي") and len(tokens) == 1:
        return True  # a surname: «وفقاً للعلواني»
    if "verbal" in frame.flags or "phrase" in frame.flags or frame.form.cue.lemma == "نقلا عن":
        return head not in NOT_SUBJECT and head not in PRONOUNS
    if place_front and _FAN.match(key, source[1]) and head not in NOT_SUBJECT and head not in PRONOUNS:
        return noun not in RULES or noun in DOCUMENTS  # «وحسب ادعاءات المجلة، فقد»
    if noun in RULES:
        return head == "عدد" and tokens[1:2] != [] and tokens[1].startswith("من")
    if key[source[0]] in '«"' or key[source[0] : source[0] + 2] in ("ل«", 'ل"', "ل("):
        return True
    if noun in OUTLETS and head != noun and tokens[1:2] == ["علي"]:
        return False  # «حسب الموقع على سطح الأرض»
    tables = (ORGANISATIONS, OUTLETS, DOCUMENTS, COLLECTIVES, ANONYMOUS, ROLES, TITLES)
    if any(noun in table or head in table for table in tables):
        return True
    if head in GIVEN or (head.startswith("ل") and head[1:] in GIVEN) or _PEOPLE.fullmatch(head):
        return True
    if place_front and len(tokens) == 1 and not definite(head) and len(head) > 4 and head not in NOT_SUBJECT:
        # «وبحسب ماركوبولي فإن»: a surname that the text has given before
        return _FAN.match(key, source[1]) is not None and f" {head}" in key[: source[0] - 1]
    return definite(head) and named_before(key, head, source[0])


_FAN = re.compile(r",? ف(?:ان|قد|سوف|ل[من] |لا |ليس)")
_NEXT = frozenset(("ما", "هذا", "هذه", "نفس", "لنفس", "ذات", "لذات", "اخر", "لاخر", "احدث", "لاحدث", "اول", "لاول"))


_THAT = re.compile(r" (?=ان(?:ه|ها|هم)? )")


def _handed(key: str, frame: Frame, place: Place, source: Range, frames: list[Frame]) -> bool:
    """«ذكرت الوكالة نقلاً عن بيان للجيش أن»: the content behind is what the agency hands on."""
    last = frames[-1] if frames else None
    that = _THAT.match(key, source[1])
    if that is None or last is None or last.zone != frame.zone or last.start != that.end():
        return False
    frame.content = [trimmed(key, that.end(), place.sentence[1])]
    frame.level = 1
    return True
