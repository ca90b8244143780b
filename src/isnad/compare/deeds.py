"""Facts without a number: who did what only one party can have done, and whether a thing happened at all.

Exclusive deeds (who arranged the meeting, who ordered it, who founded, who killed) come from claims with an agent, from
phrases of `lang/deed_phrases.tsv` («صاحب فكرة …», "on orders from …"), and from a speaker's word for himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from isnad.compare.entities import Entities, entity_at, named
from isnad.compare.facts import LEAST_CONFIDENCE, Fact
from isnad.compare.groups import concept_groups, happening
from isnad.compare.nothing import none_of
from isnad.compare.phrases import phrase_in, relatives, self_words
from isnad.compare.roots import meanings
from isnad.compare.scene import How, Scene
from isnad.lang.concepts import load_events
from isnad.model import Chain, Claim, Mention, Span, Statement
from isnad.text.fold import fold, fold_key

EXCLUSIVE = frozenset({"arrange", "order", "found", "kill"})
"""Event types that one party only can have done."""
_OF_SOMEBODY = frozenset({"found", "kill"})
"""Deeds that are told apart by whom they were done to, not by the happening that they belong to."""
_HAPPENED = frozenset({"material conflict", "material cooperation"})
_ALSO_HAPPENED = frozenset({"meet", "agree"})
_SKIPPED = frozenset({"alleged", "conditional", "planned", "ordered"})
_NEXT = 12
"""Characters between a phrase and the party straight after it."""
_NEAR = 60
"""Characters between a phrase and the party that it names."""


class _Told(NamedTuple):
    """What a claim is told with: its place in the analyses, scene, statement and chain."""

    document: int
    scene: Scene
    claim: Claim
    statement: Statement | None
    chain: Chain | None


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
        told = _Told(document, scene, claim, statement, chains.get(claim.statement or ""))
        found += _agents(told, entities)
        found += _happened(told, entities)
        found += _did(told)
        found += none_of(document, scene, claim, statement, told.chain)
    unique = {(fact.span.start, fact.aspect, fact.event, fact.entity): fact for fact in found}
    return sorted(unique.values(), key=lambda fact: (fact.span.start, fact.span.end, fact.aspect))


def _agents(told: _Told, entities: Entities) -> list[Fact]:
    claim = told.claim
    if claim.polarity == "negative" or claim.modality not in ("actual", "ordered"):
        return []
    found: list[Fact] = []
    if claim.event in EXCLUSIVE and claim.event_span is not None and claim.modality == "actual":
        found = list(_by_verb(told, claim.event, claim.event_span, entities))
    return found or list(_by_phrase(told, entities))


def _by_verb(told: _Told, deed: str, word: Span, entities: Entities) -> Iterator[Fact]:
    claim = told.claim
    where = _object(told, deed, word, entities)
    if where is None:
        return
    agents = [p.span for p in claim.participants if p.role == "agent"]
    for span in agents[:1]:
        entity = entity_at(entities, claim.document, span)
        if entity:
            yield _agent(told, deed, where, entity, span)
            return
    if not agents and _is_self(claim, word):
        yield from _speaker(told, deed, where, word)


def _speaker(told: _Told, deed: str, where: tuple[str | None, How], word: Span) -> Iterator[Fact]:
    if told.chain is not None and not told.chain.root_unnamed and told.chain.root.startswith("en:"):
        yield _agent(told, deed, where, told.chain.root, word)


def _agent(told: _Told, deed: str, where: tuple[str | None, How], entity: str, span: Span) -> Fact:
    event, how = where
    return Fact(
        document=told.document,
        claim=told.claim,
        statement=told.statement,
        chain=told.chain,
        aspect="agent",
        concept=deed,
        event=event,
        how=how,
        mood="actual",
        span=span,
        entity=entity,
    )


def _object(told: _Told, deed: str, word: Span, entities: Entities) -> tuple[str | None, How] | None:
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


def _by_phrase(told: _Told, entities: Entities) -> Iterator[Fact]:
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
            yield _agent(told, deed, where, *party)
    if len(claim.text) == 1:
        yield from _answer(told)


def _party(told: _Told, part: Span, word: Span, side: str, entities: Entities) -> tuple[str, Span] | None:
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


def _office(told: _Told, part: Span, word: Span) -> tuple[str, Span] | None:
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


def _answer(told: _Told) -> Iterator[Fact]:
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


def _happened(told: _Told, entities: Entities) -> Iterator[Fact]:
    """Whether a happening was: the clause asserts it, negates it, or is denied."""
    claim = told.claim
    if claim.event_span is None or claim.modality in _SKIPPED or not _is_material(claim.event):
        return
    if told.scene.in_value(claim.event_span):
        return
    group = _group(claim)
    if group is None:
        return
    denied = claim.modality == "denied"
    # A denial denies its main clause; what stands in a clause behind it may well be granted.
    if denied and (claim.polarity == "negative" or _is_subordinate(told)):
        return
    negative = denied or claim.polarity == "negative"
    if negative and not denied and _is_relative(told, claim.event_span):
        return
    yield _agent(told, "", (group, "named"), "", claim.event_span)._replace(
        aspect="whether",
        concept=group,
        entity=None,
        polarity="negative" if negative else "positive",
        sharp=_is_sharp(claim.event),
        parties=frozenset(
            entity for party in claim.participants if (entity := entity_at(entities, claim.document, party.span))
        ),
    )


def _is_relative(told: _Told, word: Span) -> bool:
    """Whether the word stands in a relative clause behind the verb that the clause negates ("no word from the man who was
    dismissed")."""
    part = next((part for part in told.claim.text if part.covers(word)), word)
    before = told.scene.analysis.text.clean[part.start : word.start]
    return bool(relatives(told.claim.language).intersection(re.findall(r"\w+", fold_key(before))))


def _did(told: _Told) -> Iterator[Fact]:
    """Whether a thing did what it is there for: the siren sounded, or was not heard, or was silent."""
    claim = told.claim
    if claim.modality in _SKIPPED or claim.modality == "denied":
        return
    named = {topic.concept: topic.span for topic in claim.topics}
    for group, things, deeds in concept_groups().whether:
        thing = next((named[concept] for concept in named if concept in things), None)
        did = {concept for concept in named if concept in deeds}
        if thing is None or not did:
            continue
        negative = (claim.polarity == "negative") != ("silence" in did)
        yield _agent(told, "", (group, "named"), "", thing)._replace(
            aspect="whether", concept=group, entity=None, polarity="negative" if negative else "positive"
        )


def _is_subordinate(told: _Told) -> bool:
    """Whether the claim is not the first of the content that it stands in."""
    content = told.statement.content if told.statement else ()
    start = told.claim.text[0].start
    return not any(start - piece.start <= _NEAR // 2 for piece in content if piece.start <= start)


@cache
def _is_material(event: str | None) -> bool:
    row = load_events().get(event or "")
    return row is not None and (row["class"] in _HAPPENED or event in _ALSO_HAPPENED)


@cache
def _is_sharp(event: str | None) -> bool:
    return load_events()[event or ""]["class"] == "material conflict"


def _group(claim: Claim) -> str | None:
    """The happening of the clause's own event word; for a shot or a shell fired, what it implies."""
    word = claim.event_span
    for topic in claim.topics:
        if word and topic.span.overlaps(word) and (group := happening(topic.concept)):
            return group
    if claim.event == "assault":
        return next(
            (concept_groups().implied[t.concept] for t in claim.topics if t.concept in concept_groups().implied), None
        )
    return None
