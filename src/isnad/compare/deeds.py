"""Facts without a number: who did what only one party can have done.

Exclusive deeds (who arranged the meeting, who ordered it, who founded, who killed) come from claims with an agent, from
phrases of `lang/deed_phrases.tsv` («صاحب فكرة …», "on orders from …"), and from a speaker's word for himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from isnad.compare.entities import Entities, entity_at, named
from isnad.compare.facts import LEAST_CONFIDENCE, Fact
from isnad.compare.groups import concept_groups
from isnad.compare.nothing import none_of
from isnad.compare.phrases import phrase_in, self_words
from isnad.compare.places import took_place
from isnad.compare.roots import meanings
from isnad.compare.scene import How, Scene
from isnad.compare.told import Told, fact_of
from isnad.compare.whether import did, happened
from isnad.model import Claim, Mention, Span
from isnad.text.fold import fold, fold_key

EXCLUSIVE = frozenset({"arrange", "order", "found", "kill"})
"""Event types that one party only can have done."""
_OF_SOMEBODY = frozenset({"found", "kill"})
"""Deeds that are told apart by whom they were done to, not by the happening that they belong to."""
_NEXT = 12
"""Characters between a phrase and the party straight after it."""
_NEAR = 60
"""Characters between a phrase and the party that it names."""


def read_deeds(document: int, scene: Scene, entities: Entities) -> list[Fact]:
    """The agents and the happenings that a document's claims tell of, in text order."""
    analysis = scene.analysis
    statements = {statement.id: statement for statement in analysis.statements}
    chains = {chain.statement: chain for chain in analysis.chains}
    found: list[Fact] = []
    for claim in analysis.claims:
        statement = statements.get(claim.statement or "")
        if not claim.text or (claim.statement and (statement is None or statement.confidence < LEAST_CONFIDENCE)):
            continue
        if scene.is_question(claim):
            continue
        told = Told(document, scene, claim, statement, chains.get(claim.statement or ""))
        found += _agents(told, entities)
        found += happened(told, entities)
        found += did(told)
        found += took_place(told)
        found += none_of(document, scene, claim, statement, told.chain)
    unique = {(fact.span.start, fact.aspect, fact.event, fact.entity): fact for fact in found}
    return sorted(unique.values(), key=lambda fact: (fact.span.start, fact.span.end, fact.aspect))


def _agents(told: Told, entities: Entities) -> list[Fact]:
    claim = told.claim
    if claim.polarity == "negative" or claim.modality not in ("actual", "ordered"):
        return []
    found: list[Fact] = []
    if claim.event in EXCLUSIVE and claim.event_span is not None and claim.modality == "actual":
        found = list(_by_verb(told, claim.event, claim.event_span, entities))
    return found or list(_by_phrase(told, entities))


def _by_verb(told: Told, deed: str, word: Span, entities: Entities) -> Iterator[Fact]:
    claim = told.claim
    where = _object(told, deed, word, entities)
    if where is None:
        return
    agents = [p.span for p in claim.participants if p.role == "agent"]
    for span in agents[:1]:
        entity = entity_at(entities, claim.document, span)
        if entity:
            yield fact_of(told, deed, where, entity, span)
            return
    if not agents and _is_self(claim, word):
        yield from _speaker(told, deed, where, word)


def _speaker(told: Told, deed: str, where: tuple[str | None, How], word: Span) -> Iterator[Fact]:
    if told.chain is not None and not told.chain.root_unnamed and told.chain.root.startswith("en:"):
        yield fact_of(told, deed, where, told.chain.root, word)


def _object(told: Told, deed: str, word: Span, entities: Entities) -> tuple[str | None, How] | None:
    """What the deed was done to: a happening that the clause names, or somebody; None where that is not told."""
    claim = told.claim
    if deed in _OF_SOMEBODY:
        done_to = [entity_at(entities, claim.document, p.span) for p in claim.participants]
        patients = [
            entity for p, entity in zip(claim.participants, done_to, strict=True) if entity and p.role == "patient"
        ]
        return (f"{deed} {patients[0]}", "named") if len(patients) == 1 else None
    words = [w for part in claim.text for w in told.scene.within(part.start, part.end) if w.start != word.start]
    if words:
        return min(words, key=lambda w: abs(w.start - word.start)).group, "clause"
    states = [topic for topic in claim.topics if topic.concept in concept_groups().lasting]
    if states:
        return min(states, key=lambda topic: abs(topic.span.start - word.start)).concept, "clause"
    return (None, "clause") if deed == "order" else None


def _is_self(claim: Claim, word: Span) -> bool:
    """Whether the clause's subject is the speaker: a word for oneself, or the Persian verb's ending."""
    pattern = self_words(claim.language)
    said = fold_key(" ".join(part.text for part in claim.text))
    if pattern and pattern.search(said):
        return True
    return claim.language == "fa" and fold_key(word.text).endswith("م")


def _by_phrase(told: Told, entities: Entities) -> Iterator[Fact]:
    claim, text = told.claim, told.scene.analysis.text
    for part in claim.text:
        folded = fold(part.text)
        found = phrase_in(folded.key, claim.language)
        if found is None:
            continue
        start, end = folded.text_range(*found[:2])
        _, _, deed, side = found
        word = text.span(part.start + start, part.start + end)
        where = _object(told, deed, word, entities)
        if where is None:
            continue
        party = _party(told, part, word, side, entities)
        if party:
            yield fact_of(told, deed, where, *party)
    if len(claim.text) == 1:
        yield from _answer(told)


def _party(told: Told, part: Span, word: Span, side: str, entities: Entities) -> tuple[str, Span] | None:
    """The one party named on a side of the phrase; for «بأمر من مكتب المحافظ» the name of an office will do."""
    mentions = [m for m in told.scene.analysis.mentions if _beside(m, part, word, side)]
    known = {entity: m.span for m, entity in named(mentions, entities)}
    people = {e: s for e, s in known.items() if any(m.span == s and m.kind == "person" for m in mentions)}
    office = _office(told, part, word) if side in ("after", "next") else None
    if office:
        return office
    chosen = sorted((people or known).items(), key=lambda one: one[1].start)
    if len(chosen) == 2 and _APPOSED.fullmatch(
        part.text[chosen[0][1].end - part.start : chosen[1][1].start - part.start]
    ):
        chosen = chosen[1:]  # "the minister, Salim": the name says who it is
    return chosen[0] if len(chosen) == 1 else None


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


def _answer(told: Told) -> Iterator[Fact]:
    """«من دعا إلى الاجتماع؟» «أنا.»: an answer that is nothing but the word for oneself."""
    claim = told.claim
    question = told.scene.asked_at(claim.text[0].start)
    selves = self_words(claim.language)
    said = fold_key(claim.text[0].text).strip(" .!،,«»\"'")
    if question is None or selves is None or not selves.fullmatch(said):
        return
    asked = phrase_in(fold_key(told.scene.analysis.text.clean[question.start : question.end]), claim.language)
    group = told.scene.asked_about(question)
    if asked and group:
        yield from _speaker(told, asked[2], (group, "question"), claim.text[0])
