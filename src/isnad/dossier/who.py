"""The entities of a case as a reader looks them up: by id, by number, by a place in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from isnad.model import Entity, Resolution, Span

QUOTES = "\"'«»“”„‟‘’‹›`´"

# The order of the index: who acts first, then where, then things.
KINDS = ("person", "organisation", "agency", "place", "work", "weapon")


@dataclass(frozen=True, slots=True)
class Who:
    """Entities by id with their number (from 1, in the order of the index), outlets among them by their id in the
    outlet table, and whom a place in a text names."""

    entities: dict[str, Entity]
    numbers: dict[str, int]
    speakers: dict[str, str]
    outlets: dict[str, Entity]
    _places: dict[str, tuple[list[int], list[tuple[int, int, str]]]]
    _named: dict[str, str | None]

    def by_name(self, key: str) -> Entity | None:
        """The one entity with a name of this key (``name_key``); None where there is none, or more than one."""
        return self.entities.get(self._named.get(key) or "")

    def speaker(self, statement: str) -> Entity | None:
        """The entity that says a statement, where that is sure."""
        return self.entities.get(self.speakers.get(statement, ""))

    def at(self, document: str, span: Span | None) -> Entity | None:
        """The one entity that a span of a document names; None where there is none, or more than one."""
        if span is None or document not in self._places:
            return None
        starts, places = self._places[document]
        found: set[str] = set()
        for start, end, entity in places[: bisect_right(starts, span.end - 1)][::-1]:
            if end > span.start:
                found.add(entity)
            if start < span.start - _LONGEST:
                break
        return self.entities[found.pop()] if len(found) == 1 else None

    def named(self, document: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """The places (start, end, entity) between two places of a document where somebody is named, in order."""
        if document not in self._places:
            return []
        starts, places = self._places[document]
        inside = places[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
        return [place for place in inside if place[1] <= end]


# No expression that names somebody is longer (characters).
_LONGEST = 400


def who_is_who(
    resolution: Resolution, document_id: Callable[[str], str | None], outlets: Mapping[str, Mapping[str, str]]
) -> Who:
    """The look-ups of a case. ``document_id`` gives one id for a document's id or name, None for unknown ones;
    ``outlets`` are the names of outlets by language, which stand in for those that no report has."""
    entities = {entity.id: _with_names(entity, outlets.get(entity.outlet or "")) for entity in ranked(resolution)}
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in entities.values():
        for mention in entity.mentions:
            document = document_id(mention.document)
            if document is not None:
                places[document].append((mention.span.start, mention.span.end, entity.id))
    ordered = {document: sorted(found) for document, found in places.items()}
    return Who(
        entities,
        {entity: number for number, entity in enumerate(entities, start=1)},
        resolution.speakers,
        {entity.outlet: entity for entity in reversed(entities.values()) if entity.outlet},
        {document: ([place[0] for place in found], found) for document, found in ordered.items()},
        _by_name(entities.values()),
    )


def _with_names(entity: Entity, names: Mapping[str, str] | None) -> Entity:
    return replace(entity, names={**names, **entity.names}) if names else entity


def name_key(name: str) -> str:
    """The light key under which names of a case are held to be the same: no quotes, no case, single spaces."""
    return " ".join(name.strip(QUOTES).casefold().split())


def _by_name(entities: Iterable[Entity]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for entity in entities:
        for key in {name_key(name) for name in (entity.name, *entity.names.values())}:
            found[key] = None if key in found else entity.id
    return found


def ranked(resolution: Resolution) -> list[Entity]:
    """The entities by kind, within a kind those named most often first."""
    order = {kind: number for number, kind in enumerate(KINDS)}
    return sorted(
        resolution.entities, key=lambda one: (order.get(one.kind, len(order)), -len(one.joins), one.name, one.id)
    )
