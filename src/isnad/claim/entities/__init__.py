"""Entities of a text and of a case: who and what is named, and which mentions name the same."""

from isnad.claim.entities.authority import Known, load_authority
from isnad.claim.entities.match import Match, same_name
from isnad.claim.entities.mentions import find_mentions
from isnad.claim.entities.resolve import resolve_entities

__all__ = ["Known", "Match", "find_mentions", "load_authority", "resolve_entities", "same_name"]
