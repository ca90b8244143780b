"""Verbs without a subject of their own: passives («گفته می‌شود») and the first person inside somebody's words."""

from __future__ import annotations

import re

from msgspec.structs import replace

from isnad.extract.base import Candidate, CueMatch
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.announced import before_predicate, may_state, predicated
from isnad.extract.fa.contents import DUMMY, Content, after, complement
from isnad.extract.fa.finite import CONDITION, document_of, has_verb, is_finite, source_of
from isnad.extract.fa.mentions import plausible
from isnad.extract.fa.phrases import Phrase, read, trimmed
from isnad.extract.fa.running import may_run
from isnad.extract.fa.said import is_meanwhile, told_start
from isnad.extract.fa.state import Open, Sentence
from isnad.extract.fa.subjects import subject
from isnad.lang.cues import Form

_STRICT = frozenset({"strict", "strictke", "object"})
_SAID_BARE = frozenset({"thought", "az"})
_ANTECEDENT = 12
_WHEN = re.compile(r"\b(?:زماني|هنگامي|وقتي)(?: كه)? [^,.;]{0,60}$")
_NAMED = frozenset({"be", "bar", "az", "nesbat", "dar"})
_WISHED = re.compile(r"\b(?:كن|ده|شو|باش|گير|گذار|ب\w{2,})(يم|م|د|ند|يد)\b")
_ASKED_OF = re.compile(lx.OF_WHOM)
_ASKED = re.compile(r"\b(?:از|به) ")
_RELATIVE = re.compile(r"\w(?:ي|هاي|اي) كه [^.,;]{0,90}$")
_AFTER_THAT = re.compile(r" (?:پس از|بعد از|در پي|در واكنش به) (?:ان|اين) ")
_WORD_OF_TIME = re.compile(r"\b(?:روز|شب|ماه|سال|هفته|ساعت|بعد|پيش|قبل|بار|باره|نيز|هم)\b")
_THAT = re.compile(r" ?(?:كه|تا|:)(?:\b|$| )")  # «سه پل پیش‌بینی شده که …»
_AGENT = re.compile(r"\b(?:از سوي|توسط|از جانب|از طرف) ")
_TOLD = re.compile(r"(?:گفته|گزارش|شنيده|ادعا) شده(?! (?:از|به|در|تا|باش|بود)\b)")


def read_self(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
    """«… به هر دو گفتم …», «امیدواریم …» in somebody's words: whose words they are says it."""
    key, context = sentence.key, sentence.context
    answer = context.blocks[sentence.unit.block].kind == "answer"
    inside = answer or sentence.encloses(cue, form) or context.quote_end(cue.start, len(key)) < len(key)
    if not inside and not any(start < cue.start < end for start, end in context.letters):
        if not may_run(context, sentence.unit, sentence.out) or _WHEN.search(key, sentence.unit.start, cue.start):
            return False
        context.supposed.add(cue.start)
    start = sentence.clause_start(cue, True)
    if told_start(key, max(0, start - _ANTECEDENT), cue.start) and not key.startswith(",", cue.end):
        return False  # «همان‌گونه که گفتم راه باز است»: said before
    # A hope needs its «که»: without one («امیدواریم کار تمام شود») it is a manner of speaking.
    strict = not (form.cue.flags & _SAID_BARE) and (form.cue.cue_class != "speech" or "strict" in form.cue.flags)
    content = after(context, sentence.unit, cue.end, strict, "ta" in form.cue.takes)
    if content is None or (content.shape == "bare" and not has_verb(key, *content.spans[0])):
        return False
    if CONDITION.search(key, start, cue.start) or key.startswith(" تا ", cue.end):
        return False
    if "az" in form.cue.flags and not _asks(key, start, cue, content):
        return False
    content = _until_next(sentence, content)
    confidence = 0.8 if content.shape == "bare" else 0.9
    place = (cue.start, cue.end)
    sentence.out.append(
        Candidate(
            place, None, content.spans, content.kind, form.cue.cue_class, "self", confidence, ("first person",), None
        )
    )
    sentence.floor = cue.end
    return True


def _until_next(sentence: Sentence, content: Content) -> Content:
    """«فکر می‌کنم راه بسته است و معتقدم که …»: the first content ends before the verb that is joined to it."""
    start, end = content.spans[-1]
    for other in sentence.unit.cues[sentence.number + 1 :]:
        joined = start < other.start < end and sentence.key.endswith(" و ", start, other.start)
        if joined and any(form.tag == "self" for form in other.forms):
            return replace(content, spans=(*content.spans[:-1], trimmed(sentence.key, start, other.start - 3)))
    return content


def _asks(key: str, start: int, cue: CueMatch, content: Content) -> bool:
    """«از همه می‌خواهم بمانند», with an addressee and what he is to do; «می‌خواهیم برویم» is a wish of one's own."""
    wished = _WISHED.search(key, *content.spans[0])
    own = wished is not None and wished[1] in ("م", "يم")
    return not own and _ASKED_OF.search(key, start, cue.start) is not None


def read_passive(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
    """«گفته می‌شود که …»: unnamed unless a document or an agent stands in the clause."""
    key, flags = sentence.key, form.cue.flags
    if "nopass" in flags:
        return False
    if "predicate" in flags and (_THAT.match(key, cue.end) or not may_state(key, cue, flags)):
        return False
    nested = sentence.encloses(cue, form)
    start = sentence.clause_start(cue, nested)
    content: Content | None = None
    if form.cue.takes & {"ke", "ta"}:
        content = after(sentence.context, sentence.unit, cue.end, bool(flags & _STRICT), "ta" in form.cue.takes)
    if form.cue.takes & _NAMED and (content is None or content.shape == "bare"):
        content = _mentioned(sentence, start, cue, form) or content
    by: Phrase | None = None
    if "predicate" in flags:
        by = before_predicate(key, _agent(key, start, cue), cue)
        content = predicated(sentence, cue, form, start, by)
    elif content is None and "whole" in form.cue.takes:
        left, right = trimmed(key, start, cue.start)
        content = Content(((left, right),), "indirect", "before", cue.end) if right - left > 8 else None
    if content is None or (content.shape == "ke" and is_meanwhile(key, start, cue)):
        return False
    asked = "ta" in form.cue.takes and _ASKED.search(key, start, cue.start) is not None
    if content.shape == "bare" and _before_verb(sentence, content):
        return False
    wished = asked and _WISHED.search(key, *content.spans[0]) is not None  # «از مردم خواسته شده بمانند»
    if (content.shape == "bare" and not wished and _adjectival(key, cue)) or (
        key.startswith(" تا ", cue.end) and not asked
    ):
        return False  # a participle, or a purpose: «پیش‌بینی شده تا …»
    agent = document_of(key, start, cue, form) or by or _agent(key, start, cue)
    if content.shape in ("bare", "ke") and agent is None and _about_subject(sentence, start, cue, content.shape):
        return False
    source = source_of(key, agent, False, form)
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


def _mentioned(sentence: Sentence, start: int, cue: CueMatch, form: Form) -> Content | None:
    """«در این گزارش به کمبود آب اشاره شده است»: the complement, when a document is there to say it."""
    key = sentence.key
    document = document_of(key, start, cue, form)
    if document is None:
        return None
    found = complement(sentence.context, form.cue.takes, document.rest, cue.start)
    return None if found is None or DUMMY.fullmatch(key, *found.spans[0]) else found


def _about_subject(sentence: Sentence, start: int, cue: CueMatch, shape: str) -> bool:
    """«سه پل پیش‌بینی شده که …», «شایعاتی که گفته می‌شود، …»: the verb has a subject or an antecedent of its own, so
    that what follows is not what is said."""
    key = sentence.key
    if shape == "bare":
        return _RELATIVE.search(key, max(0, start - _ANTECEDENT), cue.start) is not None
    begin = max(start, sentence.clause)
    own = subject(key, begin, cue.start)
    if (
        own is None
        or own.stop in (",", ":")
        or " " not in key[own.start : own.end]
        or " و " in key[own.end : cue.start]
    ):
        return False
    if _AFTER_THAT.search(key, own.end, cue.start):
        return True  # «این سخنان پس از آن گفته شد که …»
    pointed = lx.DEMONSTRATIVE.match(key, own.start, own.end)
    if pointed and " " not in key[pointed.end() : own.end]:
        return False  # «این پرسش مطرح شد که …», «آن زمان گفته شد که …»
    return not _WORD_OF_TIME.search(key, own.start, own.end)


def _before_verb(sentence: Sentence, content: Content) -> bool:
    """«طرحی که … اعلام شده است گفت: …»: right behind it stands the verb of the main clause."""
    number = sentence.number + 1
    cues = sentence.unit.cues
    return number < len(cues) and cues[number].start == content.spans[0][0] and is_finite(cues[number])


def _adjectival(key: str, cue: CueMatch) -> bool:
    """«دغدغه‌های مطرح شده از سوی …»: the participle describes a noun, unless it can only tell («گفته شده …»)."""
    return key.startswith("شده", cue.end - 3) and _TOLD.match(key, cue.start) is None


def _agent(key: str, start: int, cue: CueMatch) -> Phrase | None:
    """«از سوی پلیس اعلام شد»."""
    found = _AGENT.search(key, start, cue.start)
    phrase = read(key, found.end(), cue.start) if found else None
    if phrase is None or phrase.stop == "v" or not plausible(key, phrase.start, phrase.end):
        return None  # «ارقامی که از سوی بندر اعلام می‌شود»: the agent of another verb
    return phrase
