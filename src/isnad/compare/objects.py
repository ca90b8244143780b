"""What a deed was done to: a happening that was arranged, a thing that was ordered, a body that was founded."""

from __future__ import annotations

import re

from isnad.compare.entities import Entities, entity_at
from isnad.compare.groups import concept_groups, concept_types
from isnad.compare.phrases import prepositions
from isnad.compare.scene import How
from isnad.compare.told import Told
from isnad.compare.whom import is_common, is_passive, office_concepts
from isnad.model import Span, Topic
from isnad.text.bridge import bridge_words
from isnad.text.fold import fold, fold_key

_NEAR = 30
"""Characters between an order and what was ordered."""
_OF_SOMEBODY = frozenset({"found", "kill"})
"""Deeds that are told apart by whom they were done to, not by the happening that they belong to."""
_IT = {"ar": re.compile(r"\w{3,}(?:ها|ه|هما)$"), "en": re.compile(r"\W*(?:it|this|that|them)\b")}
_NOT = frozenset({"side", "family", "government"})
"""Groups that nobody founds."""

Where = tuple[str | None, How]


def object_of(told: Told, deed: str, word: Span, entities: Entities) -> Where | None:
    """What the deed was done to: a happening that the clause names, or somebody; None where that is not told."""
    if deed == "lead":
        side = _side_led(told, word)
        return (f"{deed} {side}", "named") if side else None
    if deed in _OF_SOMEBODY:
        return _somebody(told, deed, word, entities)
    claim = told.claim
    words = [w for part in claim.text for w in told.scene.within(part.start, part.end) if w.start != word.start]
    near = min(words, key=lambda w: abs(w.start - word.start)) if words else None
    if near is not None and (deed != "order" or abs(near.start - word.start) <= _NEAR):
        return near.group, "clause"
    states = [topic for topic in claim.topics if topic.concept in concept_groups().lasting]
    if states:
        return min(states, key=lambda topic: abs(topic.span.start - word.start)).concept, "clause"
    if deed == "order":
        return None, "clause"
    if _is_it(told, word) and told.scene.main:
        return told.scene.main, "question"
    return None


def _side_led(told: Told, word: Span) -> str | None:
    """Whose delegation, or which commission, is led: the word for it with the name or noun right beside it."""
    part = next((part for part in told.claim.text if part.covers(word)), None)
    if part is None:
        return None
    folded, language = fold(part.text), told.claim.language
    words = [(word.start, word.keys) for word in bridge_words(folded, 0, len(folded.key), language)]
    for i, (_, keys) in enumerate(words):
        kind = next((kind for key, kind in _LED.items() if key in keys), None)
        if kind is None:
            continue
        beside = words[i - 1 : i] if language == "en" and i and kind == "delegation" else words[i + 1 : i + 2]
        whose = [key for _, keys in beside for key in keys if key[0] in ("kpg" if kind == "delegation" else "c")]
        return f"{kind} {whose[0]}" if whose else None
    return None


_LED = {"c:delegation": "delegation", "c:side": "delegation", "c:team": "delegation", "c:committee": "committee"}
"""Bodies that have one head: what they are called, and what they count as."""


def _is_it(told: Told, word: Span) -> bool:
    """Whether what was done is only called "it" («رتبته», "arranged it")."""
    behind = told.scene.analysis.text.clean[word.end : word.end + _NEAR]
    if told.claim.language == "en":
        return _IT["en"].match(fold_key(behind)) is not None
    return told.claim.language == "ar" and _IT["ar"].search(fold_key(word.text)) is not None


def _somebody(told: Told, deed: str, word: Span, entities: Entities) -> Where | None:
    claim = told.claim
    done_to = [(entity_at(entities, claim.document, p.span), p) for p in claim.participants if p.role == "patient"]
    patients = [(entity, p.span) for entity, p in done_to if entity and (deed != "found" or p.span in _bodies_at(told))]
    common = deed == "found" and any(is_common(span.text) for _, span in patients)
    if len(patients) == 1 and not common:
        return f"{deed} {patients[0][0]}", "named"
    if deed == "found" and (common or not patients):
        body = founded(told, word, entities)
        return (f"found {body}", "named") if body else None
    return None


def founded(told: Told, word: Span, entities: Entities) -> str | None:
    """The body that was founded: its concept where common words tell it, else its entity.

    It stands behind the verb; in Persian, in the passive and beside an Arabic verb that ends in "it" before it.
    """
    claim = told.claim
    bodies = [(t.span, t.concept) for t in claim.topics if _can_be_founded(told, t)]
    for party in claim.participants:
        entity = entity_at(entities, claim.document, party.span)
        if entity and party.span in _bodies_at(told):
            heads, _ = office_concepts(party.span.text, "group")
            bodies.append((party.span, heads[0] if heads and is_common(party.span.text) else entity))
    bodies = [
        body
        for body in sorted(bodies, key=lambda body: (body[0].start, body[0].end, body[1]))
        if not body[0].overlaps(word)
    ]
    verb = word == claim.event_span
    if (claim.language == "fa" and verb) or is_passive(told, word):
        before = [body for span, body in bodies if span.end <= word.start]
        return before[-1] if before else None
    if claim.language == "ar" and _IT["ar"].search(fold_key(word.text)):
        return next((body for span, body in bodies if span.end <= word.start), None)
    behind = [body for span, body in bodies if span.start >= word.end]
    if claim.language == "ar" and verb and len(behind) > 1 and not _has_person(told, word.end):
        return behind[1]  # the first one did it
    return behind[0] if behind else None


def _bodies_at(told: Told) -> list[Span]:
    return [mention.span for mention in told.scene.analysis.mentions if mention.kind == "organisation"]


def _can_be_founded(told: Told, topic: Topic) -> bool:
    """Whether a concept is a body, or a place such as a school that no preposition makes the place of the deed."""
    kind = concept_types().get(topic.concept)
    if kind != "place":
        return kind == "group" and topic.concept not in _NOT
    left = fold_key(told.scene.analysis.text.clean[max(0, topic.span.start - _BEFORE) : topic.span.start])
    return not prepositions(told.claim.language).intersection(left.split()) and topic.span.text[:1] not in "بل"


_BEFORE = 10


def _has_person(told: Told, place: int) -> bool:
    """Whether a person is named behind the verb: then no body of the clause did it."""
    end = told.claim.text[-1].end
    return any(m.kind == "person" and place <= m.span.start < end for m in told.scene.analysis.mentions)
