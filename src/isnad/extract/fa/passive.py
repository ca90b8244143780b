"""Verbs without a subject of their own: passives («گفته می‌شود») and the first person inside somebody's words."""

from __future__ import annotations

import re

from isnad.extract.base import Candidate, CueMatch
from isnad.extract.fa.contents import Content, after
from isnad.extract.fa.finite import CONDITION, document_of, has_verb, is_meanwhile, source_of
from isnad.extract.fa.mentions import plausible
from isnad.extract.fa.phrases import Phrase, read, trimmed
from isnad.extract.fa.state import Open, Sentence
from isnad.lang.cues import Form

_AGENT = re.compile(r"\b(?:از سوي|توسط|از جانب|از طرف) ")
_TOLD = re.compile(r"(?:گفته|گزارش|شنيده|ادعا) شده(?! (?:از|به|در|تا|باش|بود)\b)")


def read_self(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
    """«… به هر دو گفتم …», «امیدواریم …» in somebody's words: whose words they are says it."""
    key, context = sentence.key, sentence.context
    answer = context.blocks[sentence.unit.block].kind == "answer"
    if not answer and not (sentence.encloses(cue, form) or context.quote_end(cue.start, len(key)) < len(key)):
        return False
    start = sentence.clause_start(cue, True)
    # A hope needs its «که»: without one («امیدواریم کار تمام شود») it is a manner of speaking.
    strict = form.cue.cue_class != "speech" or "strict" in form.cue.flags
    content = after(context, sentence.unit, cue.end, strict, "ta" in form.cue.takes)
    if content is None or (content.shape == "bare" and not has_verb(key, *content.spans[0])):
        return False
    if CONDITION.search(key, start, cue.start) or key.startswith(" تا ", cue.end):
        return False
    confidence = 0.8 if content.shape == "bare" else 0.9
    place = (cue.start, cue.end)
    sentence.out.append(
        Candidate(
            place, None, content.spans, content.kind, form.cue.cue_class, "self", confidence, ("first person",), None
        )
    )
    sentence.floor = cue.end
    return True


def read_passive(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
    """«گفته می‌شود که …»: unnamed unless a document or an agent stands in the clause."""
    key, flags = sentence.key, form.cue.flags
    if "nopass" in flags:
        return False
    nested = sentence.encloses(cue, form)
    start = sentence.clause_start(cue, nested)
    content: Content | None = None
    if form.cue.takes & {"ke", "ta"}:
        content = after(sentence.context, sentence.unit, cue.end, "strict" in flags or "strictke" in flags)
    if content is None and "whole" in form.cue.takes:
        left, right = trimmed(key, start, cue.start)
        content = Content(((left, right),), "indirect", "before", cue.end) if right - left > 8 else None
    if content is None or (content.shape == "ke" and is_meanwhile(key, start, cue)):
        return False
    if (content.shape == "bare" and _adjectival(key, cue)) or key.startswith(" تا ", cue.end):
        return False  # a participle, or a purpose: «پیش‌بینی شده تا …»
    source = source_of(key, document_of(key, start, cue, form) or _agent(key, start, cue), False, form)
    sentence.out.append(
        Candidate(
            (cue.start, cue.end),
            source.range if source else None,
            content.spans,
            content.kind,
            form.cue.cue_class,
            "" if source else "unnamed",
            0.9,
            ("passive",),
            source.mention if source else None,
        )
    )
    if not nested:
        sentence.open = Open(len(sentence.out) - 1, content, form.tag)
    sentence.floor = cue.end
    return True


def _adjectival(key: str, cue: CueMatch) -> bool:
    """«دغدغه‌های مطرح شده از سوی …»: the participle describes a noun, unless it can only tell («گفته شده …»)."""
    return key.startswith("شده", cue.end - 3) and _TOLD.match(key, cue.start) is None


def _agent(key: str, start: int, cue: CueMatch) -> Phrase | None:
    """«از سوی پلیس اعلام شد»."""
    found = _AGENT.search(key, start, cue.start)
    phrase = read(key, found.end(), cue.start) if found else None
    return phrase if phrase and plausible(key, phrase.start, phrase.end) else None
