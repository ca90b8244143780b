"""A subject that is not where the clause begins: before «که», which the clause describes, or behind the object."""

from __future__ import annotations

import re
from itertools import islice

from msgspec.structs import replace

from isnad.extract.base import CueMatch
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.mentions import mention
from isnad.extract.fa.phrases import Phrase, skip_lead
from isnad.extract.fa.state import Sentence
from isnad.extract.fa.subjects import subject
from isnad.extract.fa.vetting import may_speak
from isnad.lang.cues import Form

_RECENT = 12
# «نادر پارسا نخستین کسی بود که …»: the clause behind «که» is about the subject of the copula.
_COPULA = frozenset({"است", "بود", "بودند", "هستند", "هست"})
_PREDICATE = re.compile(r",? (?:[^\s,]+ين |تنها |يكي |همان |كسي|فردي|نفري|از )")
_PARTICIPLE = re.compile(r" (?:شده|كرده|داده|گرفته|رسيده|امده|رفته|داشته|يافته|بوده) $")
_IN_IT = re.compile(r" (?:در|طي) (?:ان|انها) ")


def antecedent(sentence: Sentence, cue: CueMatch, form: Form, start: int, nested: bool) -> Phrase | None:
    """«دلیر کسی است که گفت …», «گزارشی منتشر شد که نشان می‌دهد …»: who speaks in the clause that begins at ``start``
    behind «که» and a verb, and has no subject of its own; None when nobody plainly does."""
    key = sentence.key
    if not key.endswith("كه", 0, start) or (nested and _opens_content(sentence, start)):
        return None
    begin = sentence.after_statement(cue, nested)
    verb = key.rfind(" ", begin, start - 3) + 1
    if verb <= begin or lx.CLASS.get(key[verb : start - 3]) != "v":
        return None
    between = [token for token in lx.FUNCTION.finditer(key, start, cue.start) if lx.class_of(token) in "vk"]
    if len(between) > 1 or any(not key.startswith(" و ", token.end()) for token in between):
        return None  # another clause stands between
    in_it = _IN_IT.match(key, start, cue.start)
    at, opened = skip_lead(key, in_it.end() if in_it else start, cue.start)
    if in_it or (key[verb : start - 3] in _COPULA and not _PARTICIPLE.search(key, begin, verb)):
        own = subject(key, begin, verb, form.tag.endswith("3p"))
        if own is None or not lx.speaks(key, own.start, own.end) or lx.SILENT.match(key, own.start, own.end):
            return None
        told = _PREDICATE.search(key, own.start + 1, own.end)
        own = replace(own, end=told.start() if told else own.end, rest=start)
        return None if mention(key, own.start, own.end).type == "document" else own
    found = None if opened or at < cue.start else _indefinite(key, begin, verb, form)
    return found if found and may_speak(key, found.start, found.end) else None


def _opens_content(sentence: Sentence, start: int) -> bool:
    """Whether this «که» opens the content that the cue stands in."""
    return sentence.open is not None and sentence.key[start : sentence.open.content.spans[0][0]].strip() == ""


def _indefinite(key: str, begin: int, end: int, form: Form) -> Phrase | None:
    """The last noun with «ی» before the verb, which «که» behind it describes: a text, or somebody by office."""
    shows = form.cue.cue_class == "document" or form.tag.startswith(("pres", "perf")) or not form.tag
    words = list(lx.WORD.finditer(key, begin, end))
    for number in range(len(words) - 1, -1, -1):
        last = words[number].group()
        if not last.endswith("ي") or last == "مبني" or last in lx.NOUNS or last in lx.ROLES:
            continue
        for first in words[max(0, number - 1) : number + 1][::-1]:  # «گزارشی», «گزارش تازه‌ای»
            start, stop = first.start(), words[number].end()
            noun, role = lx.NOUN.match(key, start, stop), lx.ROLE.match(key, start, stop)
            text = noun is not None and mention(key, start, stop).type == "document"
            somebody = role and form.cue.cue_class != "document" and _is_indefinite(key, start, stop)
            if somebody or (text and shows):
                return Phrase(start, stop, end, "k")
    return None


def _is_indefinite(key: str, start: int, end: int) -> bool:
    """«مهندسی را», «فردی», «یک مقام ارشد»: somebody, and no surname («رئیسی»)."""
    return (
        key.startswith(" را", end)
        or key.endswith("يك ", 0, start)
        or key[start : end - 1] in ("فرد", "شخص", "زن", "مرد", "مقام", "منبع", "شاهد")
    )


def behind_object(key: str, start: int, end: int, plural: bool) -> Phrase | None:
    """«این خبر را سخنگوی شورا تأیید کرد»: the object first, and the subject right before the verb."""
    marker = key.find(" را ", start, end)
    found = subject(key, marker + 4, end, plural) if marker > 0 and key.find(" را ", marker + 4, end) < 0 else None
    if found is None or found.end < end - 1 or not lx.speaks(key, found.start, found.end):
        return None
    return replace(found, rest=start)


def known_name(sentence: Sentence, start: int, end: int) -> Phrase | None:
    """«دلیر عملیات تخلیه را خطرناک خواند»: the name of somebody who has spoken ends the subject before the object."""
    key = sentence.key
    at, opened = skip_lead(key, start, end)
    if opened or at >= end or lx.speaks(key, at, end):
        return None
    for candidate in islice(reversed(sentence.out), _RECENT):
        who = candidate.mention
        if who is None or who.name is None or who.type != "person":
            continue
        for first in (who.name[0], key.rfind(" ", *who.name) + 1):
            last = at + who.name[1] - first
            known = first >= who.name[0] and last < end and key[last] == " "
            if known and key.startswith(key[first : who.name[1]], at):
                return Phrase(at, last, last, "r")
    return None
