"""Verbs in a clause of time: «عندما قال», «بعد أن قال», «سبق للمدير أن حذر»."""

from __future__ import annotations

import re

from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.place import Place
from isnad.extract.base import Range

_AFTER_AN = re.compile(r"\b(?:بعد|سبق|منذ|وسبق) ان $")
_HAD_SAID = re.compile(r"(?:^|[ ,.])و?سبق ل(?=\w)([^,.;:]{3,60}) ان $")
_WHEN = frozenset(("عندما", "حين", "حينما", "بعدما"))


def after_an(key: str, place: Place) -> bool:
    """Whether the verb stands behind «بعد أن» or «سبق أن»."""
    return _AFTER_AN.search(key, max(0, place.cue - 12), place.cue) is not None


def had_said(key: str, place: Place) -> Range | None:
    """Who had said it, in «سبق للمدير أن حذر من»."""
    begin = max(place.sentence[0] - 1, place.cue - 80, 0)
    match = _HAD_SAID.search(key, begin, place.cue) if key.find("سبق ل", begin, place.cue) >= 0 else None
    if match is None:
        return None
    return trimmed(key, match.start(1) - key.startswith("ل", match.start(1)), match.end(1))


def in_time_clause(key: str, place: Place) -> bool:
    """Whether the verb tells when the clause around it happened, so that its subject is the same."""
    return not place.match.clitic and (place.before in _WHEN or after_an(key, place))
