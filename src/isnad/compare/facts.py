"""Facts: what one claim says of one detail, with who says it.

A fact is the smallest thing that is compared: an aspect (how long, how many …) of a concept within a happening, with
an amount, an entity or a polarity.  Phrases that look alike but measure something else are left out: the first two
hours, three years later, one of three parts of a sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from isnad.compare.dates import dates_another, dates_something, hour_of
from isnad.compare.groups import concept_groups, concept_types
from isnad.compare.intervals import Amount, amount_of, clock_of
from isnad.compare.measures import enclosing, happening_of, is_its_length, is_too_long, measured, per_of, totals
from isnad.compare.parts import is_clock, is_counted, is_end, is_part, is_relative, is_unreached, taken_away
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
_SEASON = 92
"""Days beyond which a date tells which of several ("the 2018 cup") and not when it was."""
LEAST_CONFIDENCE = 0.5
"""Statements below this are not taken as anybody's word."""


class Fact(NamedTuple):
    """One claim's word on one detail.

    ``document`` is the number of the analysis. ``event`` is the group of the happening and ``how`` says how it was
    found. ``mood`` is ``actual`` or ``planned``; ``per`` what each such value is for. ``whole`` is False where the
    value is a part (the first two hours): it is compared only with its copies. ``headline`` marks what a headline says.
    ``sharp`` is False for happenings of which reports tell many (meetings), ``outright`` says that there was none of
    them at all; ``parties`` are the entities of the clause,
    ``places`` the places that it names; ``within`` is the room, vehicle … in which people were counted, ``asked`` what
    the question names that the fact answers.
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
    outright: bool = False
    parties: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    within: str | None = None
    asked: frozenset[str] = frozenset()


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
    unique = {(fact.span.start, fact.span.end, fact.amount and fact.amount.dimension): fact for fact in found}
    return without_sums(
        _without_totals(sorted(unique.values(), key=lambda fact: (fact.span.start, fact.span.end)), scene)
    )


def _without_totals(facts: list[Fact], scene: Scene) -> list[Fact]:
    """The facts, with the whole of which a part is told ("three of eight gates") marked as what there is."""
    counts = [i for i, fact in enumerate(facts) if fact.aspect == "count"]
    wholes = {counts[n] for n in totals([facts[i].span for i in counts], scene)}
    return [fact._replace(per="all") if i in wholes else fact for i, fact in enumerate(facts)]


def _of_claim(
    document: int, scene: Scene, claim: Claim, statement: Statement | None, chains: dict[str, Chain]
) -> Iterator[Fact]:
    if claim.statement and (statement is None or statement.confidence < LEAST_CONFIDENCE):
        return
    if scene.is_question(claim):
        return
    chain = chains.get(claim.statement or "")
    for value in _whole_values(claim, scene):
        if value.kind == "ordinal" or value.uncertain or value.modality in ("denied", "alleged", "conditional"):
            continue
        if (
            (value.kind != "age" and _is_of_speech(claim, value, scene))
            or scene.segment(value.span.start) is None
            or not is_counted(value)
            or is_clock(value, scene)
        ):
            continue
        unreached = is_unreached(value, scene)
        if unreached and value.low is not None and value.low == value.high:
            value = structs.replace(value, low=None)
        elif value in claim.values and not _is_asserted(claim, value):
            continue
        for made in (_fact(document, scene, claim, value), _time(document, scene, claim, value)):
            if made is not None:
                yield made._replace(statement=statement, chain=chain)


_MINUTES = {"day": 1440, "hour": 60, "minute": 1}


def _whole_values(claim: Claim, scene: Scene) -> Iterator[Value]:
    """The values of a clause, with a length that is told by two numbers as one: "ten hours and 52 minutes", "eleven
    hours less ten minutes"."""
    used: set[int] = set()
    for value in claim.values:
        following = scene.following(value) if value.kind == "duration" else None
        if value.span.start in used:
            continue
        if following is None or following.kind != "duration" or not (_exact(value) and _exact(following)):
            yield value
            continue
        joined = scene.joined_on(value) is not None
        if not joined and not taken_away(value, following, scene):
            yield value
            continue
        used.add(following.span.start)
        parts = [int(one.low or 0) * _MINUTES[one.unit or ""] for one in (value, following)]
        minutes = parts[0] + parts[1] if joined else parts[0] - parts[1]
        span = scene.analysis.text.span(value.span.start, following.span.end)
        yield structs.replace(value, span=span, low=minutes, high=minutes, unit="minute")


def _exact(value: Value) -> bool:
    return value.unit in _MINUTES and value.low == value.high and isinstance(value.low, int)


def _is_of_speech(claim: Claim, value: Value, scene: Scene) -> bool:
    """Whether a value belongs to the speaking and not to what is said: it stands in the words that name a source, or
    in a clause of narration that says that somebody spoke. The age of who speaks is a detail all the same."""
    if scene.names_source(value.span):
        return True
    return claim.statement is None and any(scene.has_cue(part.start, part.end) for part in claim.text)


def _fact(document: int, scene: Scene, claim: Claim, value: Value) -> Fact | None:
    amount = amount_of(value)
    if amount is None or value.clock or (value.kind == "duration" and is_relative(value, scene)):
        return None
    event, how = happening_of(scene, claim, hour_of(claim, value))
    if value.kind == "date":
        if dates_another(claim, value, scene) or (how != "named" and not dates_something(claim, value, scene)):
            return None
        event = event if how == "named" else None
        if event in concept_groups().recurring and amount.high - amount.low > _SEASON:
            return None
    if value.kind == "duration":
        its = is_its_length(claim, value, (event, how), scene)
        event, how = (event, "sentence" if how == "paragraph" else how) if its else (None, how)
    concept = measured(claim, value, event, scene)
    if concept is None and value.kind in ("count", "percent"):
        return None
    within = enclosing(claim, value, scene)
    if within and how not in ("named", "clause"):
        concept = "person"
    return Fact(
        document=document,
        claim=claim,
        within=within,
        asked=scene.concepts_asked(value.span.start),
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
        per=per_of(value, scene),
        whole=not is_part(value, scene),
    )


def _time(document: int, scene: Scene, claim: Claim, value: Value) -> Fact | None:
    """The time of day at which the happening of the clause was."""
    amount = clock_of(value)
    if amount is None or is_end(value, scene):
        return None
    event, how = happening_of(scene, claim, value)
    if how not in ("named", "clause"):
        if not dates_something(claim, value, scene):
            return None
        event = None
    mood = "planned" if value.modality in ("planned", "ordered") else "actual"
    return Fact(document, claim, None, None, "date", event, event, how, mood, value.span, amount, value)


_SHORT = 12
"""Words up to which a clause's negation or denial is taken to reach every value in it."""


def _is_asserted(claim: Claim, value: Value) -> bool:
    """Whether a clause gives the value as its own word: a negated one does so only in a bound ("no less than 300")."""
    if claim.polarity == "positive" and claim.modality not in ("denied", "conditional"):
        return True
    if value.low is None or value.high is None or value.modality == "planned":
        return True
    return claim.event is None or sum(len(part.text.split()) for part in claim.text) > _SHORT


def _parallel(facts: list[Fact], scene: Scene) -> list[Fact]:
    """Durations that go on with the happening of the one before: "… went on for five hours. 45 minutes had been set
    aside." Only where the clause names nothing else that could have lasted."""
    out: list[Fact] = []
    last: Fact | None = None
    for fact in facts:
        if fact.aspect == "length" and fact.event is None and fact.whole and last is not None:
            here, there = scene.segment(fact.span.start), scene.segment(last.span.start)
            steady = last.concept in concept_groups().lasting
            brief = fact.amount is not None and is_too_long(fact.amount, last.event)
            if here is there and not steady and not brief and not things(fact.claim):
                fact = fact._replace(event=last.event, concept=last.concept, how="sentence")
        if fact.aspect == "length" and fact.event is not None:
            last = fact
        out.append(fact)
    return out


def things(claim: Claim) -> list[str]:
    """The things, places and substances that a clause names."""
    kinds = concept_types()
    found = [topic.concept for topic in claim.topics if kinds.get(topic.concept) in ("thing", "substance")]
    return [concept for concept in found if concept not in concept_groups().words]


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
