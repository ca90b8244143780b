"""The entities of a case, asked for by the place where they are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from isnad.model import Mention, Resolution, Span

Entities = Mapping[tuple[str, int, int], str]
"""Where a mention stands (document, start, end) → the id of its entity; a mention of nobody known is not in it."""


def entities_of(resolution: Resolution) -> Entities:
    """The entities of a case by place."""
    return {
        (m.document, m.span.start, m.span.end): entity.id for entity in resolution.entities for m in entity.mentions
    }


def entity_at(entities: Entities, document: str, span: Span) -> str | None:
    """The entity that this very span names."""
    return entities.get((document, span.start, span.end))


def named(mentions: Iterable[Mention], entities: Entities) -> Iterator[tuple[Mention, str]]:
    """The mentions whose entity is known, each with it, in their order."""
    for mention in mentions:
        entity = entity_at(entities, mention.document, mention.span)
        if entity:
            yield mention, entity
