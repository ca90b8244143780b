"""The comparing of a case from facts to events and findings, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from isnad.compare.affinity import Affinity
from isnad.compare.altered import alterations, unasserted
from isnad.compare.carry import Carried, carried
from isnad.compare.circles import content_circles
from isnad.compare.citing import Citing
from isnad.compare.contradictions import contradictions, statements_apart
from isnad.compare.deeds import read_deeds
from isnad.compare.details import find_details
from isnad.compare.direction import Side
from isnad.compare.disputes import Kin, forms_of, spread_of
from isnad.compare.entities import Entities, entities_of, named, unsure_pairs
from isnad.compare.events import events, link
from isnad.compare.facts import Fact, lasting, read_facts
from isnad.compare.findings import Case, detail_findings
from isnad.compare.happenings import happenings
from isnad.compare.places import settled_places
from isnad.compare.planned import raised
from isnad.compare.roots import grounds
from isnad.compare.scene import Scene
from isnad.compare.stories import names_in, stories
from isnad.compare.whom import Offices, offices_of
from isnad.lang.concepts import load_concepts
from isnad.lang.outlets import OutletTable
from isnad.model import Analysis, Copy, Event, Finding, Resolution, Span


class Found(NamedTuple):
    """The events that several reports tell of, the findings over their details and over what copies altered, and
    pairs of statements (ids) of which one altered the other."""

    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    apart: frozenset[tuple[str, str]]


def find_details_of_case(
    analyses: Sequence[Analysis],
    copies: Sequence[Copy],
    sides: Sequence[Side],
    outlets: OutletTable,
    resolution: Resolution,
) -> Found:
    """Compare a case: facts, happenings, what was copied, details, findings."""
    scenes = [Scene(analysis) for analysis in analyses]
    entities = entities_of(resolution)
    offices = offices_of(resolution)
    facts = lasting([fact for i, scene in enumerate(scenes) for fact in _facts(i, scene, entities, offices)])
    facts = settled_places(facts)
    altered = alterations(copies, analyses, entities)
    void = unasserted(altered)
    facts = [fact for fact in facts if fact.claim.id not in void and _is_placed(fact)]
    labels = {entity.id: entity.name for entity in resolution.entities}
    types = {concept.id: concept.event for concept in load_concepts() if concept.event}
    units = happenings(scenes, facts, entities)
    affinity = Affinity(analyses, entities)
    links = link(units, copies, scenes, labels, affinity, {(fact.document, fact.event) for fact in facts if fact.event})
    found, owner = events(units, links, scenes, types)
    shared = {event.id: event.name for event in found}
    known = {
        links.classes.top(unit): (key, _done_to(unit[1], labels) or shared.get(key, unit[1]), key in shared)
        for unit, key in owner.items()
    }
    pairs = carried(facts, copies, analyses)
    taken: dict[int, list[Carried]] = defaultdict(list)
    for pair in pairs:
        taken[pair.a].append(pair)
        taken[pair.b].append(pair)
    citing = Citing(analyses, sides, outlets)
    told = stories(facts, pairs, links.classes, units, [names_in(one, entities) for one in analyses])
    tellers = [(citing.teller(fact), citing.target(fact)) for fact in facts]
    details = find_details(facts, pairs, links.classes, told, raised(facts, told, tellers), affinity.one_story)
    case = Case(
        analyses=analyses,
        facts=facts,
        taken=taken,
        grounds=grounds(facts, pairs, citing, resolution),
        events=known,
        related=frozenset(unit[0] for unit, key in owner.items() if key in shared),
        entities=labels,
        types=types,
        kin=Kin(facts, taken, affinity, spread_of(facts), forms_of(facts, pairs), unsure_pairs(resolution)),
    )
    findings = detail_findings(details, case)
    circles = _other_circles(findings, content_circles(analyses, citing, [side.outlet for side in sides]))
    findings = (*findings, *contradictions(altered, findings, analyses), *circles)
    return Found(found, findings, statements_apart(altered))


def _done_to(unit: str, labels: Mapping[str, str]) -> str | None:
    """Whom or what a deed was done to, where that is what tells it from others ("found en:…"), as a report names it."""
    return labels.get(unit.rpartition(" ")[2]) if " en:" in unit else None


def _other_circles(findings: Sequence[Finding], circles: Sequence[Finding]) -> list[Finding]:
    """The circles that no finding over a detail tells of already."""
    told = {statement for one in findings if one.kind == "circular" for r in one.readings for statement in r.statements}
    return [one for one in circles if told.isdisjoint(one.readings[0].statements)]


def _is_placed(fact: Fact) -> bool:
    """Whether a deed is known by what it was done to, or may be known by the story that it belongs to."""
    return fact.aspect != "agent" or fact.event is not None or fact.concept == "order"


def _facts(document: int, scene: Scene, entities: Entities, offices: Offices) -> list[Fact]:
    """The facts of one document, in text order."""
    found = [*read_facts(document, scene), *read_deeds(document, scene, entities, offices)]
    places = _places(scene, entities)
    found = [
        fact._replace(
            headline=scene.in_headline(fact.span.start),
            places=frozenset(entity for place, entity in places if any(_at(place, part) for part in fact.claim.text)),
        )
        for fact in found
    ]
    found = [_of_whom(fact, scene, entities) if fact.aspect == "age" else fact for fact in found]
    return sorted(found, key=lambda fact: (fact.span.start, fact.span.end, fact.aspect))


_BESIDE = 12
"""Characters between an age and the name of who is so old."""


def _of_whom(fact: Fact, scene: Scene, entities: Entities) -> Fact:
    """An age with the person whose name stands right beside it in the same sentence, if one does."""
    start, end = scene.sentence(fact.span.start)
    near = [
        (max(m.span.start - fact.span.end, fact.span.start - m.span.end), m.span.start, entity)
        for m, entity in named(scene.analysis.mentions, entities)
        if m.kind == "person" and start <= m.span.start < end
    ]
    gap, _, entity = min(near, default=(_BESIDE + 1, 0, None))
    return fact._replace(entity=entity) if gap <= _BESIDE else fact


def _places(scene: Scene, entities: Entities) -> list[tuple[int, str]]:
    """Where the places of a document are named."""
    return [(m.span.start, entity) for m, entity in named(scene.analysis.mentions, entities) if m.kind == "place"]


def _at(place: int, part: Span) -> bool:
    return part.start <= place < part.end
