"""The subject of a clause: told from adverbs, leading phrases, datelines, and from the object that follows it."""

from __future__ import annotations

import re

from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.mentions import plausible
from isnad.extract.fa.phrases import Phrase, read, skip_lead

_PLACES = re.compile(rf"{lx.PLACE.pattern}(?:, {lx.PLACE.pattern})*(?:,? و {lx.PLACE.pattern})?")
_POINTED = re.compile(r"(?:(?:اين|ان) [^ ,]+ |(?:بسياري|برخي|بعضي) (?=(?:اين|ان) ))")
_NEW_PHRASE = re.compile(r" (?:اين|ان|همين|هرگونه|هر گونه|هر|هيچ|چنين|يك) ")


def split_object(key: str, start: int, end: int) -> int:
    """Where the subject ends when the object follows it without a comma: «ایران | این خبر را رد کرد»; 0 if unsure."""
    for known in (lx.PRONOUN, _PLACES):
        found = known.match(key, start, end)
        if found and found.end() < end and key[found.end()] == " ":
            return found.end()
    pointed = _POINTED.match(key, start, end)
    if pointed and pointed.end() < end:
        return pointed.end() - 1
    at, many = start, 0
    title = lx.TITLE.match(key, at, end)
    while title:
        at = title.end()
        title = lx.TITLE.match(key, at, end)
    first = lx.FIRST_NAME.match(key, at, end)
    if at > start or first:
        name = lx.WORD.match(key, first.end() + 1 if first else at, end)
        after = lx.WORD.match(key, name.end() + 1, end) if name else None
        if name and after and not lx.ROLE.match(key, after.start(), end):
            return name.end()
    mute = _mute_object(key, start, end)
    if mute:
        return mute
    if lx.NOUN.match(key, start, end) or lx.ROLE.match(key, start, end):
        for word in lx.WORD.finditer(key, start, end):
            role = lx.ROLES.get(word.group())
            if role and role.get("number") == "p" and word.start() == start and word.end() < end:
                many = word.end()
            place = lx.PLACE.match(key, word.start(), end)
            if place and place.end() < end and word.start() > start and not key.startswith(" و ", place.end()):
                return place.end()
    new = _NEW_PHRASE.search(key, start, end)
    if new:
        last = key.rfind(" ", start, new.start()) + 1 or start
        if last > start and not lx.ROLE.match(key, last, new.start()) and not lx.NOUN.match(key, last, new.start()):
            return new.start()
    return many


# «تهران - موج -» before the first sentence of an agency report
_DATELINE = re.compile(r"(?:[^\s,:;.«\"-]+(?: [^\s,:;.«\"-]+){0,4}(?: - ?|- |/ | \| ?)){1,3}")


_THIS = re.compile(r" (?:اين|ان|همين|هر) $")


def _late_subject(key: str, start: int, end: int, plural: bool) -> Phrase | None:
    """«در پی این حادثه تاکنون چند سازمان …»: after an open phrase, what follows an adverb or a time."""
    for token in lx.FUNCTION.finditer(key, start, end):
        if lx.class_of(token) in "at":
            at, opened = skip_lead(key, token.start(), end)
            found = None if opened or at >= end else read(key, at, end, plural)
            if found and found.stop != "r" and plausible(key, found.start, found.end):
                return found
            return None
    return None


def _mute_object(key: str, start: int, end: int) -> int:
    """«سخنگوی بندر | خبر غرق شدن کشتی را …»: a noun that cannot speak begins the object."""
    last = start
    headed = lx.ROLE.match(key, start, end) is not None or lx.NOUN.match(key, start, end) is not None
    for word in lx.WORD.finditer(key, start, end):
        if last > start and (lx.MUTE.match(key, word.start(), end) or word.group() in ("خبر", "دست")):
            pointed = _THIS.search(key, start, word.start())
            return pointed.start() if pointed else word.start() - 1
        # «ستاد انتخابات» is one name, «پلیس | بازداشت دو نفر» is not: only some heads are whole sources.
        if word.start() > start or not headed or word.group() in lx.WHOLE:
            last = word.end()
    return 0


def subject(key: str, start: int, end: int, plural: bool = False, objects: bool = False) -> Phrase | None:
    """The subject of the clause ``key[start:end]`` that a cue ends; None when the clause names none. ``objects``:
    the cue takes an object with «را», which may follow the subject without a comma."""
    dateline = _DATELINE.match(key, start, end)
    at, opened = skip_lead(key, dateline.end() if dateline else start, end)
    if at >= end:
        return None
    if opened:
        return _late_subject(key, at, end, plural)
    found = read(key, at, end, plural)
    if found is None or found.end - found.start < 2 or lx.QUANTIFIER.fullmatch(key[found.start : found.end] + " "):
        return None
    if found.stop == "r" or (objects and found.stop not in ",a"):
        cut = split_object(key, found.start, found.end)
        if cut:
            return Phrase(found.start, cut, cut, "r")
        if found.stop == "r":
            return None
    return found
