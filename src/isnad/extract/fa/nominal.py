"""Nouns and participial phrases as cues: «ادعای X مبنی بر …», «با بیان اینکه …», «خواستار … شد»."""

from __future__ import annotations

import re

from isnad.extract.base import CueMatch, Range
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.contents import Content, kind_of, tail_cut
from isnad.extract.fa.context import Context, Unit
from isnad.extract.fa.mentions import plausible
from isnad.extract.fa.phrases import Phrase, read, skip_lead, trimmed
from isnad.extract.fa.subjects import subject
from isnad.lang.cues import Form

_LIGHT = {
    "شد": re.compile(
        r"(?: هم| نيز)? (?:شد|شدند|شده است|شدهاند|شده اند|شده بود|شده بودند|شده|است|هستند|بود|بودند)\b"
        r"(?:(?<=شده است)|(?<=شدهاند)|(?<=شده اند)|(?<=هستند)|(?= ?(?:[.,;:!?»)\"]|و\b|كه\b|تا\b|اما\b|ولي\b|$)))"
    ),
    "داد": re.compile(
        r"(?: را)?(?: هم| نيز| بارها)? (?:داد|دادند|داده است|دادهاند|داده اند|داده بود|داده بودند|داده|"
        r"صادر كرد|صادر كردند|صادر كرده است|صادر كردهاند|صادر كرده|صادر كرده بود|تكرار كرد|تكرار كردند)\b"
    ),
    "دارد": re.compile(r" (?:است|بود|دارد|داشت|دارند|داشتند|بوده است|هستند)\b"),
}
_COMMA = re.compile(",")
_SPLIT_LIMIT = 260
_OBJECT_LIMIT = 110


def split_frame(context: Context, unit: Unit, cue: CueMatch, form: Form) -> Content | None:
    """What stands between a noun and its light verb: «خواستار پرداخت دستمزدها شد»."""
    key = context.key
    name = next((flag for flag in form.cue.flags if flag in _LIGHT), "دارد")
    limit = min(unit.end, cue.end + _SPLIT_LIMIT)
    closed = _LIGHT[name].search(key, cue.end, limit)
    if closed is None:
        return None
    for token in lx.FUNCTION.finditer(key, cue.end, closed.start()):
        if lx.class_of(token) in "v;":
            return None
    left, right = trimmed(key, cue.end, closed.start())
    if right - left < 3:
        return None
    return Content(((left, right),), kind_of(context, left, right), "before", closed.end())


def participle_end(context: Context, unit: Unit, cue: CueMatch, main: CueMatch | None, clause: bool) -> int | None:
    """Where the content of «با بیان اینکه» ends: at the comma before the main clause."""
    key = context.key
    following = next((other for other in unit.cues if other.start > cue.end and _participial(other)), None)
    if following and key[cue.end : following.start].rstrip().endswith(","):
        return key.rfind(",", cue.end, following.start)  # «با اشاره به اینکه …، با بیان اینکه …، گفت»
    limit = main.start if main else unit.end
    commas = [comma.start() for comma in _COMMA.finditer(key, cue.end, limit)]
    if main:
        if not clause and (apart := _to_main(key, main, commas)):
            return apart
        for comma in reversed(commas):
            at, opened = skip_lead(key, comma, limit)
            if at >= limit or opened or not clause or _after_verb(key, comma):
                return comma
        if clause:
            last = _last_verb(key, cue.end, limit)
            joined = last is not None and key.startswith(" و ", last) and key[last + 3 : main.start].strip() != ""
            goes_on = joined or _WISHED.search(key, last or cue.end, main.start) is not None
            return main.start if goes_on and _told(key, main) else last
        judged = not commas and any("ra" in form.cue.takes for form in main.forms)
        if judged and key.find(" را ", cue.end, limit) >= 0:
            return None  # «با رد این خبر دلیر را به دروغ متهم کرد»: where the object begins cannot be told
        pointed = _POINTED.match(key, cue.end, limit)
        if pointed and not commas:
            return pointed.end()
        return limit if not commas and limit - cue.end < _OBJECT_LIMIT else None
    if clause:
        return next((comma for comma in commas if _after_verb(key, comma)), None)
    for comma in commas:
        at = comma + 2
        if lx.PREPOSITION.match(key, at, limit) or lx.LEAD.match(key, at, limit):
            return comma
        found = subject(key, comma, limit)
        if found and plausible(key, found.start, found.end):
            return comma
    return commas[0] if len(commas) == 1 else None


# «… راه را ببندند گفت: …»: a wish closes the clause
_WISHED = re.compile(r" [بن](?!لند|ايد|هبود|ازديد|رخورد|نياد|يداد|هداد|عد )\w{2,}ن?د $")


def _to_main(key: str, main: CueMatch, commas: list[int]) -> int:
    """«ضمن اعلام آمادگی …، بر ضرورت ساخت پل، اسکله و راه تأکید کرد»: the comma before the preposition of the main
    verb; 0 for none."""
    if not any("bar" in form.cue.takes for form in main.forms):
        return 0
    return next((comma for comma in commas if key.startswith(" بر ", comma + 1)), 0)


def _told(key: str, cue: CueMatch) -> bool:
    """A colon or a quotation mark behind the verb."""
    return key[cue.end : cue.end + 2].strip()[:1] in (":", "«", '"')


# «با رد این احتمال در …»
_POINTED = re.compile(r" (?:اين|ان|همين) [^\s,]+(?= (?:در|به|از|با|بر|و|طي) )")


def _participial(cue: CueMatch) -> bool:
    return any(form.cue.takes & {"inke", "obj"} for form in cue.forms)


def _after_verb(key: str, comma: int) -> bool:
    last = key.rfind(" ", 0, comma) + 1
    token = lx.FUNCTION.match(key, last, comma)
    return token is not None and token.end() == comma and lx.class_of(token) == "v"


def _last_verb(key: str, start: int, end: int) -> int | None:
    found = None
    for token in lx.FUNCTION.finditer(key, start, end):
        if lx.class_of(token) == "v":
            found = end if token.group() in lx.OPEN_VERBS else token.end()
    return found


_LINK = re.compile(
    r" ?(?:مبني بر(?: اينكه| اين كه| ان كه)?|داير بر(?: اينكه)?|درباره|در مورد|در خصوص|درخصوص|در باره|پيرامون"
    r"|در زمينه|بر|كه|:)(?: |$|\b)"
)
_FOR = re.compile(r" ?(?:براي|مبني بر(?: اينكه)?) ")  # «درخواست شورا برای …»
_IS_THAT = re.compile(r",? (?:بر )?اين (?:است|بود|هست) كه ")
_NEAR = 16
_FEW = 4
_LATE_LINK = re.compile(r"[^,.;:]{0,45}? مبني بر(?: اينكه| اين كه)?\b")


_OWN = re.compile(r"(?:خود|خويش)(?:ش|شان)?\b")
_RECENT = re.compile(r" (?:اخير|امروز|ديروز|جديد|تازه|پيشين|اوليه) ")


def _verbal(cue: CueMatch) -> bool:
    return any(form.tag for form in cue.forms)


def _noun_end(key: str, start: int, end: int) -> int:
    """A comma, or «را» that makes the whole noun phrase an object."""
    comma = key.find(",", start, end)
    marker = key.find(" را ", start, end if comma < 0 else comma)
    return marker if marker >= 0 else comma


def _is_that(context: Context, unit: Unit, phrase: Phrase) -> tuple[Range, Content] | None:
    """«پیش‌بینی او این است که …»: the source and the whole clause."""
    key = context.key
    link = _IS_THAT.search(key, phrase.start, min(phrase.end + _NEAR, unit.end))
    if link is None or key.count(" ", phrase.start, link.start()) > _FEW or "," in key[phrase.start : link.start()]:
        return None
    start, end = link.end(), tail_cut(key, link.end(), context.trim_end(link.end(), unit.end))
    quote = context.quote_at(start)
    if quote and quote.end >= end:
        return (phrase.start, link.start()), Content(((quote.inner_start, quote.inner_end),), "direct", "quote", end)
    return (phrase.start, link.start()), Content(((start, end),), kind_of(context, start, end), "ke", end)


def noun_frame(context: Context, unit: Unit, cue: CueMatch) -> tuple[Range, Content] | None:
    """«اظهارات نادر پارسا درباره …»: the source in ezāfe, then what it is about."""
    key = context.key
    recent = _RECENT.match(key, cue.end, unit.end)
    phrase = read(key, recent.end() if recent else cue.end + 1, unit.end, apposed=False)
    if phrase is None or not plausible(key, phrase.start, phrase.end) or phrase.end - phrase.start > 60:
        return None
    if _OWN.match(key, phrase.start, phrase.end):
        return None  # «در سخنان خود»: whose they are the verb tells
    at = phrase.rest
    stated = _is_that(context, unit, phrase)
    if stated:
        return stated
    if all("isthat" in form.cue.flags for form in cue.forms if "noun" in form.cue.takes):
        return None
    link = _LINK.match(key, at, unit.end)
    asked = any("for" in form.cue.flags for form in cue.forms)
    if asked:
        link = _FOR.match(key, at, unit.end)
    elif link is None:
        link = _LATE_LINK.match(key, at, unit.end)
    if link is None or link.end() >= unit.end:
        return None
    start = link.end()
    while start < unit.end and key[start] == " ":
        start += 1
    quote = context.quote_at(start)
    if quote and quote.inner_end - quote.inner_start > 8:
        content = Content(((quote.inner_start, quote.inner_end),), "direct", "quote", quote.end)
        return (phrase.start, phrase.end), content
    limit = next((other.start for other in unit.cues if other.start > start and _verbal(other)), unit.end)
    comma = _noun_end(key, start, limit)
    if comma < 0 and limit < unit.end and key[limit - 1] == " ":
        comma = limit - 1  # «به تأکید X بر … اشاره کرد»
    if comma < 0 or comma - start < 6 or comma - start > 200:
        return None
    if asked and any(lx.class_of(token) == "v" for token in lx.FUNCTION.finditer(key, start, comma)):
        return None  # the clause goes on to its verb: where the request ends cannot be told
    content = Content(((start, comma),), kind_of(context, start, comma), "before", comma)
    return (phrase.start, phrase.end), content
