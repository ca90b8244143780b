"""What contents and narration amount to: mentions, values and claims of a text, and who is who in a case."""

from isnad.claim.claims import claims
from isnad.claim.resolve import resolve

__all__ = ["claims", "resolve"]
