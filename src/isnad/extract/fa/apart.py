"""Cues that are written apart: «شعار «…» سر دادند», «به اطلاع همشهریان می‌رساند», «دلیر را متهم به … کرد»."""

from __future__ import annotations

import re

from isnad.extract.base import CueMatch, Range
from isnad.extract.fa.contents import Content, after, kind_of, predicate
from isnad.extract.fa.lexicon import FUNCTION, class_of
from isnad.extract.fa.phrases import Phrase, trimmed
from isnad.extract.fa.state import Sentence
from isnad.extract.fa.subjects import subject

_LIKE = re.compile(r"(?: (?:از قبيل|از جمله|نظير|مانند|مثل|چون|همچون|با مضمون|با محتواي))? ?:? ?")
_AND = re.compile(r"[ ,]*(?:و )?")
_CHANTED = re.compile(
    r"(?: (?:را|هم|نيز))? (?:سر )?(?:مي ?)?(?:دادند|داد|دهند|دهد|داده ?اند|داده(?: است| بودند)?)\b(?! شد)"
)
_MADE_KNOWN = re.compile(r"[^,.:;«»\n]{0,60}? (?:مي ?رسان(?:د|ند|يم|م)|رساند(?:ند)?|رسانده(?: است| ?اند)?)\b(?! به\b)")
_DID = re.compile(r" (?:كرد(?:ند)?|كرده(?: است| ?اند| بود(?:ند)?)?|مي ?كند|مي ?كنند|مي ?كرد(?:ند)?|نمود(?:ند)?)\b")
_FAR = 120

Found = tuple[Phrase | None, Range, Content]


def chanted(sentence: Sentence, cue: CueMatch, start: int) -> Found | None:
    """«معترضان شعار «…» و «…» سر دادند»: the quotations between the noun and its verb, each a part of the content."""
    key, context = sentence.key, sentence.context
    like = _LIKE.match(key, cue.end, sentence.unit.end)
    at = like.end() if like else cue.end
    spans: list[Range] = []
    while quote := context.quote_at(at):
        spans.append((quote.inner_start, quote.inner_end))
        last = quote.end
        joint = _AND.match(key, last)
        at = joint.end() if joint else last
    if not spans or _CHANTED.match(key, last) is None:
        return None
    content = Content(tuple(spans), "direct", "quote", last)
    return subject(key, start, cue.start, True), (cue.start, cue.end), content


def made_known(sentence: Sentence, cue: CueMatch, start: int) -> Found | None:
    """«اداره بندر به اطلاع همشهریان می‌رساند که …»: the cue with those who are told."""
    told = _MADE_KNOWN.match(sentence.key, cue.end, sentence.unit.end)
    content = after(sentence.context, sentence.unit, told.end(), False) if told else None
    if told is None or content is None:
        return None
    return subject(sentence.key, start, cue.start), (cue.start, told.end()), content


def accused(sentence: Sentence, cue: CueMatch, start: int) -> Found | None:
    """«دادستان مدیر بندر را متهم به کم‌فروشی کرد»: the object, and what stands between «به» and the light verb."""
    key = sentence.key
    did = _DID.search(key, cue.end, min(cue.end + _FAR, sentence.unit.end))
    if did is None or not key.endswith(" را ", start, cue.start):
        return None
    if any(class_of(token) in "vk,;" for token in FUNCTION.finditer(key, cue.end, did.start())):
        return None
    found = subject(key, start, cue.start, did.group().endswith("ند"), True)
    where = cue.start, cue.end - len(" به")
    begin = max(found.rest if found else start, sentence.clause)
    whom = predicate(sentence.context, begin, cue.start, False)
    what = trimmed(key, where[1], did.start())
    if whom is None or what[1] - what[0] < len("به او"):
        return None
    parts = ((whom.spans[0][0], whom.spans[0][1] + len(" را")), what)
    return found, where, Content(parts, kind_of(sentence.context, *what), "before", did.end())
