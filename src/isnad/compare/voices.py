"""On whose word two stretches stand: what two reports have from two people, neither took from the other."""

from __future__ import annotations

from isnad.model import Chain, Statement

Told = tuple[Statement | None, Chain | None]
"""The statement that something stands in, and its chain."""


def of_two_people(a: Told, b: Told) -> bool:
    """Whether two tellings name two different people for it.

    A translation keeps whom it quotes; another report of the same event, however alike, has its own source.  A body may
    be named in other words, and an outlet stands for those whom it quotes.
    """
    people = _person(*a), _person(*b)
    return None not in people and people[0] != people[1]


def _person(statement: Statement | None, chain: Chain | None) -> str | None:
    if statement is None or chain is None or chain.root_unnamed or not chain.root.startswith("en:"):
        return None
    return chain.root if statement.speaker.type == "person" and statement.speaker.name else None
