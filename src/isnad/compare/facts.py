"""Facts: what one claim says of one detail, with who says it.

A fact is the smallest thing that is compared: an aspect (how long, how many …) of a concept within a happening, with
an amount, an entity or a polarity.  Phrases that look alike but measure something else are left out: the first two
hours, three years later, one of three parts of a sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from isnad.compare.groups import concept_groups, concept_types, counted, happening
from isnad.compare.intervals import Amount, amount_of
from isnad.compare.parts import is_counted, is_part, is_relative
from isnad.compare.scene import How, Scene
from isnad.model import Chain, Claim, Span, Statement, Value
from isnad.model.finding import Aspect

_ASPECTS: dict[str, Aspect] = {
    "duration": "length",
    "count": "count",
    "money": "price",
    "percent": "share",
    "distance": "distance",
    "age": "age",
    "date": "date",
}
_LOOSE = frozenset({"length", "agent"})
_TIMED: frozenset[How] = frozenset({"named", "clause", "sentence", "question"})
"""How a happening must be found for a duration to be its length."""
LEAST_CONFIDENCE = 0.5
"""Statements below this are not taken as anybody's word."""


class Fact(NamedTuple):
    """One claim's word on one detail.

    ``document`` is the number of the analysis. ``event`` is the group of the happening and ``how`` says how it was
    found. ``mood`` is ``actual`` or ``planned``; ``per`` what each such value is for. ``whole`` is False where the
    value is a part (the first two hours): it is compared only with its copies. ``headline`` marks what a headline says.
    ``sharp`` is False for happenings of which reports tell many (meetings); ``parties`` are the entities of the clause.
    """

    document: int
    claim: Claim
    statement: Statement | None
    chain: Chain | None
    aspect: Aspect
    concept: str | None
    event: str | None
    how: How
    mood: str
    span: Span
    amount: Amount | None = None
    value: Value | None = None
    entity: str | None = None
    polarity: str | None = None
    per: str | None = None
    whole: bool = True
    headline: bool = False
    sharp: bool = True
    parties: frozenset[str] = frozenset()


def read_facts(document: int, scene: Scene) -> list[Fact]:
    """The facts that the values of a document's claims tell, in text order."""
    analysis = scene.analysis
    statements = {statement.id: statement for statement in analysis.statements}
    chains = {chain.statement: chain for chain in analysis.chains}
    found = [
        fact
        for claim in analysis.claims
        for fact in _of_claim(document, scene, claim, statements.get(claim.statement or ""), chains)
    ]
    found = _parallel(found, scene)
    unique = {(fact.span.start, fact.span.end, fact.aspect): fact for fact in found}
    return without_sums(sorted(unique.values(), key=lambda fact: (fact.span.start, fact.span.end)))


def _of_claim(
    document: int, scene: Scene, claim: Claim, statement: Statement | None, chains: dict[str, Chain]
) -> Iterator[Fact]:
    if claim.statement and (statement is None or statement.confidence < LEAST_CONFIDENCE):
        return
    chain = chains.get(claim.statement or "")
    for value in claim.values:
        if value.kind == "ordinal" or value.uncertain or value.modality in ("denied", "alleged", "conditional"):
            continue
        if (
            scene.names_source(value.span)
            or scene.segment(value.span.start) is None
            or not is_counted(value)
            or _frames_speech(claim, scene)
        ):
            continue
        if not _is_asserted(claim, value):
            continue
        made = _fact(document, scene, claim, value)
        if made is not None:
            yield made._replace(statement=statement, chain=chain)


def _frames_speech(claim: Claim, scene: Scene) -> bool:
    """Whether a clause of narration says that somebody spoke: its numbers and dates belong to the speaking."""
    return claim.statement is None and any(scene.has_cue(part.start, part.end) for part in claim.text)


def is_anniversary(claim: Claim) -> bool:
    """Whether a clause dates an anniversary and not the happening itself."""
    return any(topic.concept == "anniversary" for topic in claim.topics)


def _fact(document: int, scene: Scene, claim: Claim, value: Value) -> Fact | None:
    amount = amount_of(value)
    if amount is None or (value.kind == "duration" and is_relative(value, scene)):
        return None
    event, how = _event(scene, claim, value)
    if value.kind == "date" and (how != "named" or value.unit == "anniversary" or is_anniversary(claim)):
        return None
    if value.kind == "duration" and how not in _TIMED:
        event = None
    concept = _concept(claim, value, event)
    if concept is None and value.kind in ("count", "percent"):
        return None
    return Fact(
        document=document,
        claim=claim,
        statement=None,
        chain=None,
        aspect=_ASPECTS[value.kind],
        concept=concept,
        event=event,
        how=how,
        mood="planned" if value.modality in ("planned", "ordered") else "actual",
        span=value.span,
        amount=amount,
        value=value,
        per=value.per,
        whole=not is_part(value, scene),
    )


_SHORT = 12
"""Words up to which a clause's negation or denial is taken to reach every value in it."""


def _is_asserted(claim: Claim, value: Value) -> bool:
    """Whether a clause gives the value as its own word: a negated one does so only in a bound ("no less than 300")."""
    if claim.polarity == "positive" and claim.modality not in ("denied", "conditional"):
        return True
    if value.low is None or value.high is None or value.modality == "planned":
        return True
    return claim.event is None or sum(len(part.text.split()) for part in claim.text) > _SHORT


def _event(scene: Scene, claim: Claim, value: Value) -> tuple[str | None, How]:
    named = happening(value.of)
    if named and value.kind in ("duration", "date"):
        return named, "named"
    if value.of and value.of in concept_groups().implied:
        return concept_groups().implied[value.of], "named"
    return scene.about(claim, value.span.start, value.span.end)


def _concept(claim: Claim, value: Value, event: str | None) -> str | None:
    """What the value measures: the thing counted, or the happening itself for its length and date."""
    if value.kind in ("duration", "date"):
        return event
    if value.kind == "age":
        return None
    beside = frozenset(topic.concept for topic in claim.topics)
    thing = value.of or (value.unit if value.kind == "count" else None)
    if value.kind == "money" and value.per and value.per != "each":
        return value.per
    return counted(thing, beside) if thing else None


def _parallel(facts: list[Fact], scene: Scene) -> list[Fact]:
    """Durations that go on with the happening of the one before: "… went on for five hours. 45 minutes had been set
    aside." Only where the clause names nothing else that could have lasted."""
    out: list[Fact] = []
    last: Fact | None = None
    for fact in facts:
        if fact.aspect == "length" and fact.event is None and fact.whole and last is not None:
            here, there = scene.segment(fact.span.start), scene.segment(last.span.start)
            if here is there and not things(fact.claim):
                fact = fact._replace(event=last.event, concept=last.concept, how="sentence")
        if fact.aspect == "length" and fact.event is not None:
            last = fact
        out.append(fact)
    return out


def things(claim: Claim) -> list[str]:
    """The things, places and substances that a clause names."""
    kinds = concept_types()
    return [topic.concept for topic in claim.topics if kinds.get(topic.concept) in ("thing", "substance")]


def lasting(facts: list[Fact], least: int = 2) -> list[Fact]:
    """Durations and orders of no happening, given to the thing of their clause ("the radar was off for 40 minutes").

    Of several things it is the one that the fewest reports name, and two reports must name it in this way.
    """
    spread: dict[str, set[int]] = defaultdict(set)
    loose = [i for i, fact in enumerate(facts) if fact.aspect in _LOOSE and fact.event is None and fact.whole]
    for i in loose:
        for thing in things(facts[i].claim):
            spread[thing].add(facts[i].document)
    out = list(facts)
    for i in loose:
        found = [thing for thing in things(facts[i].claim) if len(spread[thing]) >= least]
        if found:
            thing = min(found, key=lambda one: (len(spread[one]), one))
            concept = facts[i].concept if facts[i].aspect == "agent" else thing
            out[i] = facts[i]._replace(concept=concept, event=thing, how="clause")
    return out


def without_sums(facts: list[Fact]) -> list[Fact]:
    """The facts, with the parts of a sum marked as parts."""
    parts = sums(facts)
    return [fact._replace(whole=False) if i in parts else fact for i, fact in enumerate(facts)]


def sums(facts: Sequence[Fact]) -> set[int]:
    """Numbers (by index) that are the parts of a sum in one sentence: "six, three of ours and three of theirs"."""
    parts: set[int] = set()
    for i, whole in enumerate(facts):
        following = [j for j in range(i + 1, min(i + 4, len(facts))) if _summed(whole, facts[j])]
        if len(following) > 1 and whole.amount:
            total = sum(amount.low for j in following if (amount := facts[j].amount))
            if total == whole.amount.low:
                parts.update(following)
    return parts


def _summed(whole: Fact, part: Fact) -> bool:
    return part.aspect == "count" == whole.aspect and part.concept == whole.concept and part.claim.id == whole.claim.id
