"""Facts without a number: who did what only one party can have done.

Exclusive deeds (who arranged the meeting, who ordered it, who founded, who killed) come from claims with an agent, from
phrases of `lang/deed_phrases.tsv` («صاحب فكرة …», "on orders from …"), and from a speaker's word for himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from isnad.compare.asked import answered_who, speaker
from isnad.compare.entities import Entities, entity_at, named
from isnad.compare.facts import LEAST_CONFIDENCE, Fact
from isnad.compare.failures import failed
from isnad.compare.nothing import none_of
from isnad.compare.objects import object_of
from isnad.compare.orders import ordered
from isnad.compare.phrases import phrases_in, self_words
from isnad.compare.places import took_place
from isnad.compare.presence import Attendance
from isnad.compare.roots import meanings
from isnad.compare.scene import Scene
from isnad.compare.told import Told, fact_of
from isnad.compare.whether import did, happened
from isnad.compare.whom import NOBODY, Offices, Who, by_office, who_did
from isnad.model import Claim, Mention, Span
from isnad.text.fold import fold, fold_key

EXCLUSIVE = frozenset({"arrange", "order", "found", "kill", "lead"})
"""Event types that one party only can have done."""
_NEXT = 12
"""Characters between a phrase and the party straight after it."""
_NEAR = 60
"""Characters between a phrase and the party that it names."""


def read_deeds(document: int, scene: Scene, entities: Entities, offices: Offices = NOBODY) -> list[Fact]:
    """The agents and the happenings that a document's claims tell of, in text order."""
    analysis = scene.analysis
    statements = {statement.id: statement for statement in analysis.statements}
    chains = {chain.statement: chain for chain in analysis.chains}
    found: list[Fact] = []
    attendance = Attendance(scene, entities, offices)
    for claim in analysis.claims:
        statement = statements.get(claim.statement or "")
        if not claim.text or (claim.statement and (statement is None or statement.confidence < LEAST_CONFIDENCE)):
            continue
        if scene.is_question(claim):
            continue
        told = Told(document, scene, claim, statement, chains.get(claim.statement or ""))
        found += _agents(told, entities, offices)
        found += ordered(told, statements, chains)
        found += happened(told, entities)
        found += did(told)
        found += failed(told)
        found += attendance.read(told)
        found += took_place(told)
        found += none_of(document, scene, claim, statement, told.chain)
    unique = {(fact.span.start, fact.aspect, fact.event, fact.entity): fact for fact in found}
    return sorted(unique.values(), key=lambda fact: (fact.span.start, fact.span.end, fact.aspect))


def _agents(told: Told, entities: Entities, offices: Offices) -> list[Fact]:
    claim = told.claim
    if claim.polarity == "negative" or claim.modality not in ("actual", "ordered"):
        return []
    found: list[Fact] = []
    if claim.event in EXCLUSIVE and claim.event_span is not None and claim.modality == "actual":
        found = list(_by_verb(told, claim.event, claim.event_span, entities, offices))
    return found or list(_by_phrase(told, entities, offices)) or list(answered_who(told, entities, offices))


def _by_verb(told: Told, deed: str, word: Span, entities: Entities, offices: Offices) -> Iterator[Fact]:
    claim = told.claim
    where = object_of(told, deed, word, entities)
    if where is None and deed == "arrange":
        deed, where = "found", object_of(told, "found", word, entities)  # "set up a fund"
    if where is None:
        return
    agents = [
        p.span for p in claim.participants if p.role == ("patient" if deed == "found" and _swapped(told) else "agent")
    ]
    for span in agents[:1]:
        entity = entity_at(entities, claim.document, span)
        if entity:
            yield fact_of(told, deed, where, entity, span)
            return
    if not agents and _is_self(claim, word):
        yield from speaker(told, deed, where, word)
    elif deed != "kill":
        part = next((part for part in claim.text if part.covers(word)), None)
        found = who_did(told, part, word, entities, offices) if part else None
        if found:
            yield fact_of(told, deed, where, *found)


def _swapped(told: Told) -> bool:
    """Whether the one that has it done to him is a person and the other a body: nobody founds a person."""
    kinds = {m.span.start: m.kind for m in told.scene.analysis.mentions}
    roles = {p.role: kinds.get(p.span.start) for p in told.claim.participants}
    return roles.get("patient") == "person" and roles.get("agent") == "organisation"


def _is_self(claim: Claim, word: Span) -> bool:
    """Whether the clause's subject is the speaker: a word for oneself, or the Persian verb's ending."""
    pattern = self_words(claim.language)
    said = fold_key(" ".join(part.text for part in claim.text))
    if pattern and pattern.search(said):
        return True
    return claim.language == "fa" and fold_key(word.text).endswith("م")


def _by_phrase(told: Told, entities: Entities, offices: Offices) -> Iterator[Fact]:
    claim, text = told.claim, told.scene.analysis.text
    for part in claim.text:
        folded = fold(part.text)
        for begin, stop, deed, side in phrases_in(folded.key, claim.language):
            start, end = folded.text_range(begin, stop)
            word = text.span(part.start + start, part.start + end)
            where = object_of(told, deed, word, entities)
            if where is None:
                continue
            party = _either(told, part, word, side, entities, offices)
            if party:
                yield fact_of(told, deed, where, *party)
                break
            if side in ("before", "either") and _is_self(claim, word):
                yield from speaker(told, deed, where, word)
                break


def _either(told: Told, part: Span, word: Span, side: str, entities: Entities, offices: Offices) -> Who | None:
    """Who is named on the side of a phrase, or straight after it and else before."""
    for one in ("next", "before") if side == "either" else (side,):
        party = _party(told, part, word, one, entities) or _by_office(told, part, word, one, offices)
        if party:
            return party
    return None


def _party(told: Told, part: Span, word: Span, side: str, entities: Entities) -> tuple[str, Span] | None:
    """The one party named on a side of the phrase; for «بأمر من مكتب المحافظ» the name of an office will do."""
    mentions = [m for m in told.scene.analysis.mentions if _beside(m, part, word, side)]
    known = {entity: m.span for m, entity in named(mentions, entities)}
    people = {e: s for e, s in known.items() if any(m.span == s and m.kind == "person" for m in mentions)}
    called = any(m.kind == "person" and m.name and m.name.start - word.end <= _NEXT for m in mentions)
    office = _office(told, part, word) if side in ("after", "next") and not called else None
    if office:
        return office
    chosen = sorted((people or known).items(), key=lambda one: one[1].start)
    if len(chosen) == 2 and _APPOSED.fullmatch(
        part.text[chosen[0][1].end - part.start : chosen[1][1].start - part.start]
    ):
        chosen = chosen[1:]  # "the minister, Salim": the name says who it is
    return chosen[0] if len(chosen) == 1 else None


def _by_office(told: Told, part: Span, word: Span, side: str, offices: Offices) -> Who | None:
    """The one whose office is named on that side of the phrase."""
    if side == "before":
        return by_office(told, part.start, word.start, offices, bodies=True)
    return by_office(
        told, word.end, min(part.end, word.end + (_NEXT if side == "next" else _NEAR)), offices, bodies=True
    )


_APPOSED = re.compile(r"[,،]?\s*")
_COPULA = re.compile(r"\s+(?:بود|بوده|بوده است|است)\W*$")


def _beside(mention: Mention, part: Span, word: Span, side: str) -> bool:
    if mention.kind not in ("person", "organisation") or not part.covers(mention.span):
        return False
    if side == "after":
        return 0 <= mention.span.start - word.end <= _NEAR
    if side == "next":
        return 0 <= mention.span.start - word.end <= _NEXT
    return mention.span.end <= word.start


def _office(told: Told, part: Span, word: Span) -> tuple[str, Span] | None:
    """An office that is named by common words only, straight after the phrase to the end of its clause."""
    # A Persian verb stands last: the office ends where the happening that was ordered is named.
    verbs = [w.start for w in told.scene.within(word.end, part.end)]
    verbs += [told.claim.event_span.start] if told.claim.event_span else []
    end = min((start for start in verbs if start > word.end), default=part.end)
    rest = _COPULA.sub("", part.text[word.end - part.start : end - part.start])
    match = re.match(r"\s*((?:[^\W\d_'’]+(?:['’]s)?\s?){1,4})[.,;،؛«»\"”]*\s*$", rest)
    if match is None:
        return None
    words = match[1].strip()
    keys = sorted(meanings(words), key=lambda key: (sum(part[0] != "c" for part in key.split()), key))
    if not keys:
        return None
    at = word.end + match.start(1)
    return f"means:{keys[0]}", told.scene.analysis.text.span(at, at + len(words))
