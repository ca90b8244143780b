"""Entities as a reader asks for them: where they are named, what they say, what others say about them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from isnad.dossier.case import Case, Quote, Report
from isnad.dossier.who import KINDS
from isnad.model import Entity, Mention, Office, Span


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity: its ``mentions`` by report, the statements it makes (``said``) and those that others make in whose
    contents it is named (``about``, each with the first place)."""

    entity: Entity
    number: int
    mentions: tuple[tuple[Report, tuple[Mention, ...]], ...]
    said: tuple[Quote, ...]
    about: tuple[tuple[Quote, Span], ...]
    offices: tuple[Entity, ...]


def profiles(case: Case) -> list[tuple[str, list[Profile]]]:
    """All entities by kind, in the order of the index; kinds without one are left out."""
    said: dict[str, list[Quote]] = defaultdict(list)
    for voice in case.speakers:
        if voice.entity is not None:
            said[voice.entity.id].extend(voice.quotes)
    about = _about(case)
    offices = _offices(case, case.dossier.resolution.offices)
    made = [
        Profile(
            entity,
            case.who.numbers[entity.id],
            _mentions(case, entity),
            tuple(said[entity.id]),
            tuple(about[entity.id]),
            tuple(offices[entity.id]),
        )
        for entity in case.who.entities.values()
    ]
    kinds = [*KINDS, *sorted({profile.entity.kind for profile in made} - set(KINDS))]
    groups = [(kind, [profile for profile in made if profile.entity.kind == kind]) for kind in kinds]
    return [(kind, group) for kind, group in groups if group]


def _mentions(case: Case, entity: Entity) -> tuple[tuple[Report, tuple[Mention, ...]], ...]:
    found: dict[int, list[Mention]] = defaultdict(list)
    reports: dict[int, Report] = {}
    for mention in entity.mentions:
        report = case.report(mention.document)
        if report is not None:
            reports[report.number] = report
            found[report.number].append(mention)
    return tuple(
        (reports[number], tuple(sorted(found[number], key=lambda mention: mention.span.start)))
        for number in sorted(found)
    )


def _about(case: Case) -> dict[str, list[tuple[Quote, Span]]]:
    """Who is named in whose statement: a name in a statement within a statement belongs to the inner one only."""
    found: dict[str, list[tuple[Quote, Span]]] = defaultdict(list)
    taken: set[tuple[str, int]] = set()
    for quote in sorted(case.quotes, key=lambda one: (_length(one), one.report.number, one.number)):
        analysis = quote.report.analysis
        speaker = case.who.speaker(quote.statement.id)
        told: set[str] = set()
        for content in quote.statement.content:
            for start, end, entity in case.who.named(analysis.document.id, content.start, content.end):
                place = (analysis.document.id, start)
                if place in taken:
                    continue
                taken.add(place)
                if entity not in told and (speaker is None or speaker.id != entity):
                    told.add(entity)
                    found[entity].append((quote, analysis.text.span(start, end)))
    for pairs in found.values():
        pairs.sort(key=lambda pair: (pair[0].report.number, pair[0].number))
    return found


def _length(quote: Quote) -> int:
    return sum(content.end - content.start for content in quote.statement.content)


def _offices(case: Case, offices: tuple[Office, ...]) -> dict[str, list[Entity]]:
    """The organisations that a person speaks for by office."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for office in offices:
        organisation = case.who.entities.get(office.organisation)
        if organisation is not None and organisation not in found[office.person]:
            found[office.person].append(organisation)
    return found
