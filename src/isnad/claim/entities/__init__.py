"""Entities of a text and of a case: who and what is named, and which mentions name the same."""

from isnad.claim.entities.match import Match, same_name
from isnad.claim.entities.mentions import find_mentions

__all__ = ["Match", "find_mentions", "same_name"]
