"""Reading one sentence: its cues from left to right, each by the frame that its lexicon entry takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from isnad.extract.base import Candidate, CueMatch
from isnad.extract.fa.according import Agent, agent_frame
from isnad.extract.fa.announced import published
from isnad.extract.fa.apart import Found, accused, chanted, made_known
from isnad.extract.fa.contents import DUMMY, Content
from isnad.extract.fa.context import Context, Unit
from isnad.extract.fa.finite import (
    SPOKEN,
    VERBAL,
    governed,
    is_finite,
    read_gapped,
    read_verb,
    source_of,
    unmarked_clause,
)
from isnad.extract.fa.mentions import mention, plausible
from isnad.extract.fa.nominal import noun_frame, participle_end, split_frame
from isnad.extract.fa.passive import read_passive, read_self
from isnad.extract.fa.phrases import Phrase, trimmed
from isnad.extract.fa.state import Sentence, Source
from isnad.extract.fa.subjects import subject
from isnad.extract.fa.vetting import may_speak, surnames
from isnad.lang.cues import Form

_NO_PRESENT = frozenset({"nopres", "past"})
_NO_FIRST_PERSON = _NO_PRESENT | {"weak", "object"}


def read_sentence(context: Context, unit: Unit, out: list[Candidate]) -> None:
    """Read every cue of a sentence; what is found is added to ``out``."""
    sentence = Sentence(context, unit, out)
    for number, cue in enumerate(unit.cues):
        if cue.start < sentence.floor:
            continue
        sentence.number = number
        plan = _PLANS.get(id(cue.forms)) or _plan(cue.forms)
        for reader, form in plan[1]:
            if reader(sentence, cue, form):
                break


_Reader = Callable[[Sentence, CueMatch, Form], bool]
# By identity: the tuples live as long as the lexicon, and comparing their entries would cost more than reading.
_PLANS: dict[int, tuple[tuple[Form, ...], list[tuple[_Reader, Form]]]] = {}


def _plan(forms: tuple[Form, ...]) -> tuple[tuple[Form, ...], list[tuple[_Reader, Form]]]:
    """The readers for the forms a cue can be, one for each kind of entry: «تاکید» and «تأکید» are read once."""
    plan: list[tuple[_Reader, Form]] = []
    seen = set()
    for form in forms:
        kind = (form.cue.cue_class, form.cue.takes, form.cue.flags, form.tag)
        reader = None if form.cue.cue_class == "block" or kind in seen else _reader(form)
        seen.add(kind)
        if reader:
            plan.append((reader, form))
    _PLANS[id(forms)] = forms, plan
    return forms, plan


def _reader(form: Form) -> _Reader | None:
    takes = form.cue.takes
    if "news" in takes:
        return _published
    if form.tag == "gap":
        return _gapped
    if form.tag == "pass":
        return read_passive
    if form.tag == "self":
        flags = form.cue.flags
        barred = (flags & _NO_FIRST_PERSON and "az" not in flags) or takes.isdisjoint(("ke", "ta"))
        return None if barred else read_self
    past = "az" not in form.cue.flags and form.cue.flags & _NO_PRESENT
    if form.tag not in SPOKEN or (past and form.tag.startswith(("pres", "impf"))):
        return None
    for name, reader in _READERS.items():
        if name in takes:
            return reader
    if takes.isdisjoint(VERBAL):
        return None
    return read_passive if "unnamed" in form.cue.flags else read_verb


def _gapped(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
    cues, following = sentence.unit.cues, sentence.number + 1
    return read_gapped(sentence, cue, cues[following] if following < len(cues) else None, form)


def _according(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
    """«به گزارش X، …», «به گفتهٔ X …», and «به نقل از Y» that waits for the verb."""
    nested = sentence.encloses(cue, form)
    agent = agent_frame(sentence.context, sentence.unit, cue, form, sentence.floor, partial(surnames, sentence))
    if agent is None:
        return False
    if agent.content is None:
        sentence.via = agent
        return True
    level = 0
    if sentence.joined is not None and sentence.joined == agent.content:
        level, sentence.joined = 1, None
    content = agent.content
    following = _next_via(sentence, agent)
    if following is not None:
        content = sentence.joined = following
    sentence.out.append(
        Candidate(
            agent.cue,
            agent.range,
            content.spans,
            content.kind,
            "according",
            "",
            agent.confidence,
            agent.reasons,
            agent.mention,
            level,
        )
    )
    if not nested:
        sentence.source = sentence.open = None
    sentence.floor = agent.floor
    return True


def _next_via(sentence: Sentence, agent: Agent) -> Content | None:
    """«به گزارش X به نقل از Y، …»: both answer for the same content."""
    end = agent.range[1]
    for other in sentence.unit.cues:
        if other.start < end:
            continue
        via = next((form for form in other.forms if "via" in form.cue.flags), None)
        if via is None or sentence.key[end : other.start].strip(" ,-") not in ("", "و"):
            return None
        inner = agent_frame(sentence.context, sentence.unit, other, via, other.start, partial(surnames, sentence))
        return inner.content if inner else None
    return None


def _participle(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
    """«X با بیان اینکه …، گفت»: the source is the subject of the sentence."""
    key = sentence.key
    nested = sentence.encloses(cue, form)
    start = sentence.clause_start(cue, nested)
    main, end = _main_clause(sentence, cue, form)
    if end is None:
        return False
    source = _as_source(key, subject(key, start, cue.start))
    if source is None and not nested:
        following = subject(key, end, main.start if main else sentence.unit.end)
        if following and plausible(key, following.start, following.end):
            source = _as_source(key, following)
    source = source or sentence.source
    if source and not nested and not may_speak(key, *source.range):
        return False
    left, right = trimmed(key, cue.end, end)
    if right - left < 4 or source is None or DUMMY.fullmatch(key, left, right):
        return False
    content = Content(((left, right),), "indirect", "clause", end)
    sentence.add((cue.start, cue.end), source, content, form, (0.95, ()), nested)
    sentence.floor = end
    if nested:
        sentence.participle = end, source
    else:
        sentence.open = None
    return True


def _main_clause(sentence: Sentence, cue: CueMatch, form: Form) -> tuple[CueMatch | None, int | None]:
    """The verb of the main clause and where the participial clause ends: the first verb that a comma sets apart."""
    clause = "inke" in form.cue.takes
    first: tuple[CueMatch | None, int | None] | None = None
    for other in sentence.unit.cues[sentence.number + 1 :]:
        told = sentence.key[other.end : other.end + 2].strip()[:1] in (":", "«", '"')
        if clause and _verb_beside(sentence, other):
            continue  # «با بیان اینکه … مسئول می‌داند | گفت …»
        if not is_finite(other) or not (told or any("colon" not in form.cue.flags for form in other.forms)):
            continue
        pointed = not clause and DUMMY.fullmatch(sentence.key, cue.end + 1, other.start - 1)
        if pointed:
            return other, other.start  # «با اعلام این خبر گفته است …»
        if clause and first is None and _behind_participle(sentence.key, other.start):
            return other, other.start  # «با اشاره به اینکه … سپری کرده گفت»
        end = participle_end(sentence.context, sentence.unit, cue, other, clause)
        closed = end is not None and (sentence.key[end] == "," or (clause and told and end >= other.start - 1))
        if closed:
            return other, end
        first = first or (other, end)
        if told and end is not None and not sentence.key.endswith(" كه ", 0, other.start):
            break  # its words follow: what comes behind it is inside them
    return first or (None, participle_end(sentence.context, sentence.unit, cue, None, clause))


def _verb_beside(sentence: Sentence, cue: CueMatch) -> bool:
    """Whether another finite verb of saying stands right behind this one."""
    return is_finite(cue) and any(
        cue.end < other.start <= cue.end + 2 and is_finite(other) for other in sentence.unit.cues[sentence.number + 1 :]
    )


_PARTICIPLE = re.compile(r" (?:كرده|شده|بوده|داده|گرفته|داشته|يافته|رفته|امده|رسيده)(?: است| اند)? $")


def _behind_participle(key: str, at: int) -> bool:
    return _PARTICIPLE.search(key, max(0, at - 16), at) is not None


def _as_source(key: str, phrase: Phrase | None) -> Source | None:
    return Source((phrase.start, phrase.end), mention(key, phrase.start, phrase.end)) if phrase else None


def _noun(sentence: Sentence, cue: CueMatch, _form: Form) -> bool:
    """«ادعای X مبنی بر اینکه …»."""
    found = noun_frame(sentence.context, sentence.unit, cue)
    if found is None:
        return False
    where, content = found
    reasons = ("nominal cue",)
    who = mention(sentence.key, *where)
    sentence.out.append(
        Candidate((cue.start, cue.end), where, content.spans, content.kind, "nominal", "", 0.8, reasons, who)
    )
    return True


def _split(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
    """«X خواستار … شد»: the content stands between a noun and its light verb; behind a preposition («از دستور آزادی …
    خبر داد») it is a noun like any other."""
    if "split" in form.cue.takes and governed(sentence.key, cue.start):
        return False
    nested = sentence.encloses(cue, form)
    content = split_frame(sentence.context, sentence.unit, cue, form)
    if content is None:
        return False
    start = sentence.clause_start(cue, nested)
    phrase = subject(sentence.key, start, cue.start)
    phrase = unmarked_clause(sentence, cue, phrase) or phrase
    source = source_of(sentence.key, phrase, False, form)
    if source is None and (phrase is None or form.cue.cue_class != "document"):
        source = sentence.source
    if source is None or not may_speak(sentence.key, *source.range):
        return False
    sentence.add((cue.start, cue.end), source, content, form, (0.9, ()), nested)
    sentence.floor = content.floor
    return True


def _apart(frame: Callable[[Sentence, CueMatch, int], Found | None]) -> _Reader:
    """The reader of a cue that is written apart."""

    def read(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
        if governed(sentence.key, cue.start):
            return False
        nested = sentence.encloses(cue, form)
        found = frame(sentence, cue, sentence.clause_start(cue, nested))
        if found is None:
            return False
        phrase, where, content = found
        source = source_of(sentence.key, phrase, False, form) or (None if nested else sentence.source)
        if source is not None and not may_speak(sentence.key, *source.range):
            return False
        if source is None and (nested or content.shape == "before"):
            return False
        sentence.add(where, source, content, form, (0.9, ()), nested)
        return True

    return read


def _published(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
    """«گزارش‌هایی از … منتشر شده است»."""
    found = published(sentence, cue, form)
    if found is None:
        return False
    nested = sentence.encloses(cue, form)
    source = Source(found[0], mention(sentence.key, *found[0]))
    sentence.add((cue.start, cue.end), source, found[1], form, (0.9, ("passive",)), nested)
    return True


_READERS: dict[str, _Reader] = {
    "np": _according,
    "inke": _participle,
    "obj": _participle,
    "noun": _noun,
    "split": _split,
    "hakiaz": _split,
    "chant": _apart(chanted),
    "inform": _apart(made_known),
    "accuse": _apart(accused),
}
