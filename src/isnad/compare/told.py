"""A claim with all that it is told with, and the facts without a number that are made of it."""

from __future__ import annotations

from typing import NamedTuple

from isnad.compare.facts import Fact
from isnad.compare.scene import How, Scene
from isnad.model import Chain, Claim, Span, Statement


class Told(NamedTuple):
    """What a claim is told with: its place in the analyses, scene, statement and chain."""

    document: int
    scene: Scene
    claim: Claim
    statement: Statement | None
    chain: Chain | None


def fact_of(told: Told, deed: str, where: tuple[str | None, How], entity: str, span: Span) -> Fact:
    """The fact that ``entity`` did a ``deed``, told at ``span``; ``where`` is the happening and how it was found."""
    event, how = where
    return Fact(
        document=told.document,
        claim=told.claim,
        statement=told.statement,
        chain=told.chain,
        aspect="agent",
        concept=deed,
        event=event,
        how=how,
        mood="actual",
        span=span,
        entity=entity,
    )
