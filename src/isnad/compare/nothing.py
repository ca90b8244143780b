"""What there was none of: "no deaths were recorded", «لم يُنزل أي صندوق», "nobody was hurt".

A clause that negates, with a word such as "no" before what is counted, gives the number nought.  It is set beside the
numbers that other reports give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from isnad.compare.facts import Fact
from isnad.compare.groups import concept_groups, concept_types, counted
from isnad.compare.intervals import amount_of
from isnad.compare.parts import none_words
from isnad.compare.scene import Scene
from isnad.model import Chain, Claim, Span, Statement, Value
from isnad.text.fold import fold_key

_REACH = 32
_COUNTED = frozenset({"thing", "person"})


def none_of(
    document: int, scene: Scene, claim: Claim, statement: Statement | None, chain: Chain | None
) -> Iterator[Fact]:
    """The numbers nought that a clause gives."""
    if claim.polarity != "negative" or claim.modality != "actual" or claim.language not in ("ar", "fa", "en"):
        return
    for topic in claim.topics:
        concept = _concept(topic.concept)
        if concept is None or not _has_none(scene, claim, topic.span, topic.concept):
            continue
        value = Value(claim.document, topic.span, "count", low=0, high=0, of=topic.concept, of_span=topic.span)
        event, how = scene.about(claim, topic.span.start, topic.span.end)
        yield Fact(
            document=document,
            claim=claim,
            statement=statement,
            chain=chain,
            aspect="count",
            concept=concept,
            event=event,
            how=how,
            mood="actual",
            span=topic.span,
            amount=amount_of(value),
            value=value,
        )
        return


def _concept(concept: str) -> str | None:
    """What there is none of: a thing or a kind of people that is counted, or people whom something befell."""
    if concept in concept_groups().befalling:
        befallen = counted("person", frozenset({concept}))
        return befallen if befallen != "person" else None
    if concept_types().get(concept) not in _COUNTED or concept in concept_groups().words | concept_groups().generic:
        return None
    return counted(concept, frozenset())


def _has_none(scene: Scene, claim: Claim, span: Span, concept: str) -> bool:
    part = next((part for part in claim.text if part.covers(span)), None)
    if part is None:
        return False
    left = fold_key(scene.analysis.text.clean[max(part.start, span.start - _REACH) : span.start])
    none = none_words(claim.language, "none")
    found = re.search(rf"\b(?:{none})\s*$", left) if none else None
    if found:
        return not _is_owner(claim, span.start - (len(left) - found.start()))
    nobody = none_words(claim.language, "nobody")
    befell = concept in concept_groups().befalling
    return bool(nobody and befell and re.search(rf"\b(?:{nobody})\b", fold_key(part.text)))


def _is_owner(claim: Claim, start: int) -> bool:
    """Whether "no" or "any" at a place begins whose something is: «ترمز هیچ واگنی», "the brake of any carriage"."""
    return any(topic.span.end + 1 == start for topic in claim.topics)
