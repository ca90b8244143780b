"""What is announced with nobody who announces it: «علت مرگ ایست قلبی اعلام شده است», «گزارش‌هایی از … منتشر شد»."""

from __future__ import annotations

import re

from msgspec.structs import replace

from isnad.extract.base import CueMatch, Range
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.contents import Content, kind_of
from isnad.extract.fa.phrases import Phrase, trimmed
from isnad.extract.fa.state import Sentence
from isnad.lang.cues import Form
from isnad.text.trie import trie_pattern

_MIN_WORDS = 3
_NUMBER = re.compile(r"\d|\b(?:يك|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|بيست|صد|هزار|ميليون|ميليارد|برابر|نيمي|صفر)\b")
# «علت»، «هدف»: nouns that another noun tells the value of
_MEASURE = re.compile(rf"(?:{trie_pattern(lx.words_of('measure'))})(?:ش|شان)?\b")
_ONE_OF = re.compile(r"\b(?:از جمله|يكي از) ")
_MAY_MEASURE = re.compile(rf"\b{_MEASURE.pattern}|{_ONE_OF.pattern}|[»\"] $")
_ENDS = re.compile(r" ?(?:[.,;!?»]|و\b|اما\b|ولي\b|$)")
_PERFECT = ("است", "بود", "اند")


def before_predicate(key: str, agent: Phrase | None, cue: CueMatch) -> Phrase | None:
    """«از سوی سخنگوی دولت | سازنده ارزیابی شد»: the last word before the verb is what is said, not who says it."""
    if agent is None or agent.rest < cue.start - 1:
        return agent
    last = key.rfind(" ", agent.start, agent.end)
    return replace(agent, end=last) if last > 0 else None


def may_state(key: str, cue: CueMatch, flags: frozenset[str]) -> bool:
    """A number, or for some verbs a noun like «علت», somewhere before the cue: asked before the clause is looked at."""
    if flags.isdisjoint(("number", "measure")):
        return True
    start = max(0, cue.start - _NEWS_REACH)
    return _NUMBER.search(key, start, cue.start) is not None or (
        "measure" in flags and _MAY_MEASURE.search(key, start, cue.start) is not None
    )


def predicated(sentence: Sentence, cue: CueMatch, form: Form, start: int, agent: Phrase | None) -> Content | None:
    """«شمار زخمی‌ها بیست نفر اعلام شد»: a noun and what is said of it, before a passive; None where only the noun
    stands there («نتایج اعلام شد»)."""
    key = sentence.key
    if key.endswith("شده", cue.start, cue.end) and not _ENDS.match(key, cue.end):
        return None  # «روش‌های اعلام شده در …»
    left, right = trimmed(key, max(start, sentence.clause), cue.start)
    lead = None if _MEASURE.match(key, left, right) else lx.LEAD.match(key, left, right)
    left = lead.end() if lead else left
    if key.count(" ", left, right) < _MIN_WORDS - 1:
        return None
    if any(lx.class_of(token) in "vk,;:" for token in lx.FUNCTION.finditer(key, left, right)):
        return None
    flags = form.cue.flags
    counted = _NUMBER.search(key, left, right) is not None
    if "number" in flags and not counted:
        return None
    if "measure" in flags and not counted and key[right - 1] not in '»"':
        told = _MEASURE.match(key, left, right) is not None and key.endswith(_PERFECT, cue.start, cue.end)
        if not told and _ONE_OF.search(key, left, right) is None:
            return None
    spans: tuple[Range, ...] = ((left, right),)
    if agent is not None:  # «این دیدار | از سوی دلیر | سازنده ارزیابی شد»
        by = key.rfind(" از ", left, agent.start)
        by = by if by >= 0 else key.rfind(" توسط", left, agent.start)
        parts = (trimmed(key, left, max(by, left)), trimmed(key, agent.end, right))
        spans = tuple(part for part in parts if part[0] < part[1])
    return Content(spans, kind_of(sentence.context, left, right), "before", cue.end) if spans else None


_SOME_NEWS = re.compile(
    r"((?:گزارش|خبر|شايعه|گمانهزني|گمانه زني)(?:هايي| هايي|هاي [^\s,]+ي)|(?:اخبار|شايعات|گزارشات)ي(?: [^\s,]+ي)?"
    r"|(?:خبر|گزارش|شايعه)ا?ي(?= (?:مبني|داير|دال|حاكي)))"
    r"(?: (?:هم|نيز))? (?:درباره |در مورد |در خصوص |پيرامون |حاكي از |(?:مبني|داير|دال) بر (?:اينكه |اين كه )?"
    r"|از (?!استان|شهر|منطقه|مناطق|منابع|كشور|سراسر|گوشه|سوي))"
)


_NEWS_REACH = 220


def published(sentence: Sentence, cue: CueMatch, form: Form) -> tuple[Range, Content] | None:
    """«گزارش‌هایی از قطع برق منتشر شده است»: some news, and what it tells; None for anything else that is published."""
    key = sentence.key
    found = _SOME_NEWS.search(key, max(sentence.floor, cue.start - _NEWS_REACH), cue.start)
    if found is None or found.start() < sentence.clause_start(cue, sentence.encloses(cue, form)):
        return None
    left, right = trimmed(key, found.end(), cue.start)
    if key.count(" ", left, right) < 1:
        return None
    return found.span(1), Content(((left, right),), kind_of(sentence.context, left, right), "before", cue.end)
