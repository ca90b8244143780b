"""Whether something happened at all, and whether a thing did what it is there for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from isnad.compare.entities import Entities, entity_at
from isnad.compare.facts import Fact
from isnad.compare.groups import concept_groups, happening
from isnad.compare.moods import says
from isnad.compare.parts import none_words
from isnad.compare.phrases import borders, determiners, prepositions
from isnad.compare.told import Told, fact_of
from isnad.lang.concepts import load_events
from isnad.model import Claim, Span
from isnad.text.fold import fold_key

_HAPPENED = frozenset({"material conflict", "material cooperation"})
_ALSO_HAPPENED = frozenset({"meet", "agree"})
_SKIPPED = frozenset({"alleged", "conditional", "planned", "ordered"})
_FIRST = 30
"""Characters from the beginning of a content up to which a clause is its main one."""


def happened(told: Told, entities: Entities) -> Iterator[Fact]:
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
    if negative and not _is_negated(told, claim.event_span):
        return
    yield fact_of(told, "", (group, "named"), "", claim.event_span)._replace(
        aspect="whether",
        concept=group,
        entity=None,
        polarity="negative" if negative else "positive",
        sharp=_is_sharp(claim.event),
        outright=negative and (denied or _is_none(told)),
        parties=frozenset(
            entity for party in claim.participants if (entity := entity_at(entities, claim.document, party.span))
        ),
    )


def _is_negated(told: Told, word: Span) -> bool:
    """Whether it is this word that the clause negates.

    No other clause begins between it and the negation, as in "no word from the man who was dismissed" or "with nothing
    settled, as the rebels attacked", and it is not what a preposition holds: who was not *at the meeting* denies none.
    """
    language = told.claim.language
    before = re.findall(r"\w+", _left(told, word))
    if borders(language).intersection(before) or _is_of_another_verb(told, word, before):
        return False
    if before and before[-1] in determiners(language) - prepositions(language):
        before = before[:-1] if before[-1] not in _NONE else []
    held = before and before[-1] in prepositions(language)
    return not held and not (language == "ar" and _HELD.match(fold_key(word.text)))


def _is_of_another_verb(told: Told, word: Span, before: list[str]) -> bool:
    """Whether it is another verb that is negated: behind the word ("the deal does not ask for it"), or with the known
    happening as its object ("nobody claimed the attack").

    "A meeting was not held" denies one.  A Persian verb stands last, so nothing is told by its place.
    """
    language, held = told.claim.language, none_words(told.claim.language, "held", "after")
    if language == "fa" or held is None:
        return False
    part = next((part for part in told.claim.text if part.covers(word)), word)
    behind = fold_key(told.scene.analysis.text.clean[word.end : part.end])
    left = " ".join(before)
    if not says(left, language, _DENYING):
        return says(behind, language, _DENYING) and not re.search(rf"\b(?:{held})\b", behind)
    known = before[-1:] == ["the"] or (language == "ar" and re.match("[وفبك]?ال", fold_key(word.text)) is not None)
    return known and not re.search(rf"\b(?:{held})\b", f"{left} {behind}")


_DENYING = frozenset({"negative", "neither"})
_NONE = frozenset({"no", "any"})
_HELD = re.compile("بال|لل")
"""Arabic prepositions that are written with the article."""


def _left(told: Told, word: Span) -> str:
    part = next((part for part in told.claim.text if part.covers(word)), word)
    return fold_key(told.scene.analysis.text.clean[part.start : word.start])


def _is_none(told: Told) -> bool:
    """Whether a clause says that there was none ("no meeting", «أي اجتماع», "nobody signed")."""
    said = fold_key(" ".join(part.text for part in told.claim.text))
    found = (none_words(told.claim.language, use) for use in ("none", "nobody"))
    return any(re.search(rf"\b[وف]?(?:{pattern})\b", said) for pattern in found if pattern)


def did(told: Told) -> Iterator[Fact]:
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
        yield fact_of(told, "", (group, "named"), "", thing)._replace(
            aspect="whether", concept=group, entity=None, polarity="negative" if negative else "positive"
        )


def _is_subordinate(told: Told) -> bool:
    """Whether the claim is not the first of the content that it stands in."""
    content = told.statement.content if told.statement else ()
    start = told.claim.text[0].start
    return not any(start - piece.start <= _FIRST for piece in content if piece.start <= start)


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
