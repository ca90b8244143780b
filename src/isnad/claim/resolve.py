"""``resolve``: what only the whole case tells."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.claim.entities.authority import Known
from isnad.claim.entities.resolve import resolve_entities
from isnad.claim.entities.sources import other_sources
from isnad.claim.entities.voices import Voices
from isnad.claim.values import resolve_dates
from isnad.lang.outlets import OutletTable
from isnad.model import Analysis, Resolution


def resolve(analyses: Sequence[Analysis], outlets: OutletTable, authority: Sequence[Known] = ()) -> Resolution:
    """Who is who in a case, whose statements are whose, who speaks for which organisation.

    ``analyses`` are in the order of their documents' names and have mentions, statements and claims.
    """
    mentions = {analysis.document.name: analysis.mentions for analysis in analyses}
    entities, suggestions = resolve_entities(mentions, authority, outlets)
    entities = (*entities, *other_sources(analyses, Voices(entities).speakers(analyses)))
    voices = Voices(entities)
    return Resolution(
        entities=entities,
        suggestions=suggestions,
        speakers=voices.speakers(analyses),
        offices=voices.offices(mentions),
        dates=resolve_dates(analyses),
    )
