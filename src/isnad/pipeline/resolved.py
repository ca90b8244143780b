"""What the whole case tells, put into the analyses of its documents: roots by who they are, dates by their event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from isnad.model import Analysis, Chain, Claim, Entity, Resolution, Value

Place = tuple[str, int, int]


def resolved(analyses: Sequence[Analysis], resolution: Resolution) -> tuple[Analysis, ...]:
    """The analyses with the root of each chain under the id of its entity, and with the dates that the case gives.

    A chain whose statement has no speaker in ``resolution`` keeps its root: a name of this document, or an unnamed
    source of its outlet.
    """
    entities = {entity.id: entity for entity in resolution.entities}
    dates = {(value.document, value.span.start, value.span.end): value for value in resolution.dates}
    dated = {value.document for value in resolution.dates}
    found = (_rooted(analysis, entities, resolution.speakers) for analysis in analyses)
    return tuple(_with_dates(one, dates) if one.document.name in dated else one for one in found)


def _rooted(analysis: Analysis, entities: Mapping[str, Entity], speakers: Mapping[str, str]) -> Analysis:
    return replace(analysis, chains=tuple(_chain(chain, entities, speakers) for chain in analysis.chains))


def _with_dates(analysis: Analysis, dates: Mapping[Place, Value]) -> Analysis:
    values = tuple(_dated(value, dates) for value in analysis.values)
    return replace(analysis, values=values, claims=tuple(_claim(claim, dates) for claim in analysis.claims))


def _chain(chain: Chain, entities: Mapping[str, Entity], speakers: Mapping[str, str]) -> Chain:
    entity = entities.get(speakers.get(chain.statement, ""))
    if entity is None:
        return chain
    return replace(chain, root=entity.id, root_label=entity.name, root_unnamed=False)


def _dated(value: Value, dates: Mapping[Place, Value]) -> Value:
    return dates.get((value.document, value.span.start, value.span.end), value)


def _claim(claim: Claim, dates: Mapping[Place, Value]) -> Claim:
    values = tuple(_dated(value, dates) for value in claim.values)
    time = _dated(claim.time, dates) if claim.time else None
    return claim if values == claim.values and time == claim.time else replace(claim, values=values, time=time)
