"""The entities of a case, asked for by the place where they are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from isnad.model import Entity, Mention, Resolution, Span
from isnad.text.bridge import bridge_words
from isnad.text.fold import fold

Entities = Mapping[tuple[str, int, int], str]
"""Where a mention stands (document, start, end) → the id of its entity; a mention of nobody known is not in it."""


def entities_of(resolution: Resolution) -> Entities:
    """The entities of a case by place."""
    return {
        (m.document, m.span.start, m.span.end): entity.id for entity in resolution.entities for m in entity.mentions
    }


def unsure_pairs(resolution: Resolution) -> frozenset[frozenset[str]]:
    """Pairs of entities that may be one: suggested to be, or of one given name and never named in one language."""
    found = {frozenset((one.a, one.b)) for one in resolution.suggestions}
    given: dict[str, list[Entity]] = defaultdict(list)
    for entity in resolution.entities:
        if entity.kind == "person":
            for key in _given_names(entity):
                given[key].append(entity)
    for same in given.values():
        found |= {frozenset((a.id, b.id)) for a, b in combinations(same, 2) if a.names.keys().isdisjoint(b.names)}
    return frozenset(found)


def _given_names(entity: Entity) -> frozenset[str]:
    """The keys of the first word of a name of several, by sound in any language."""
    keys: set[str] = set()
    for language, name in entity.names.items():
        folded = fold(name)
        words = list(bridge_words(folded, 0, len(folded.key), language))
        if len(words) > 1:
            keys.update(key for key in words[0].keys if key.startswith("k:"))
    return frozenset(keys)


def entity_at(entities: Entities, document: str, span: Span) -> str | None:
    """The entity that this very span names."""
    return entities.get((document, span.start, span.end))


def named(mentions: Iterable[Mention], entities: Entities) -> Iterator[tuple[Mention, str]]:
    """The mentions whose entity is known, each with it, in their order."""
    for mention in mentions:
        entity = entity_at(entities, mention.document, mention.span)
        if entity:
            yield mention, entity
