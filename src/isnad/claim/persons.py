"""The first person: «I arranged it» is said of whoever speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from isnad.claim.clauses import Clause
from isnad.claim.events import Event
from isnad.claim.scan import Scan
from isnad.model import Mention, Statement

_PRONOUNS = {"en": frozenset({"i", "we"}), "ar": frozenset({"انا", "نحن"})}
_REACH = 4


def speaks_of_himself(scan: Scan, clause: Clause, event: Event, language: str) -> bool:
    """Whether the subject of an active event is the first person, by its pronoun or (Persian) by the verb's ending."""
    if event.voice not in ("active", "vague"):
        return False
    if language == "fa":
        last = scan.texts[event.light if event.light >= 0 else event.end - 1]
        return last.endswith("م") and (event.light >= 0 or event.form == "self")
    first = max(clause.first, event.first - _REACH)
    if language == "en" and scan.texts[event.first - 1] == "to":
        return False
    return any(scan.texts[at] in _PRONOUNS[language] for at in range(first, event.first))


def speaker_of(statement: Statement, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that names the speaker of a statement in the first person; None where nobody is named.

    ``mentions`` are in order and do not overlap, but for offices that hold an organisation's name.
    """
    where = statement.speaker.mention
    if where is None or statement.kind == "indirect":
        return None
    at = bisect_right(mentions, where.end, key=lambda mention: mention.span.start)
    for mention in reversed(mentions[max(0, at - 3) : at]):
        if mention.kind in ("person", "organisation", "agency") and mention.span.overlaps(where):
            return mention
    return None
