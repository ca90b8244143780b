"""What a statement's content amounts to. Thin for now: its text, polarity and modality.

Entities, typed values and event types join here later; a claim without them still exists as its text.
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.claim.modality import read_modality, read_polarity
from isnad.claim.resolve import resolve
from isnad.model import Claim, Mention, Statement, Text, Value
from isnad.model.ids import tagged

__all__ = ["claims", "resolve"]


def claims(
    text: Text, statements: Sequence[Statement], mentions: Sequence[Mention] = (), values: Sequence[Value] = ()
) -> tuple[Claim, ...]:
    """One claim for each statement, in their order."""
    return tuple(_claim(text, statement) for statement in statements)


def _claim(text: Text, statement: Statement) -> Claim:
    said = " ".join(part.text for part in statement.content)
    return Claim(
        id=tagged("cl", statement.id, digits=12),
        document=text.document,
        statement=statement.id,
        text=statement.content,
        polarity=read_polarity(said, statement.language),
        modality=read_modality(said, statement.cue_class, statement.language),
    )
