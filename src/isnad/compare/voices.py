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


def known_root(chain: Chain | None) -> str | None:
    """The entity of the case that a chain goes back to; None for an unnamed source and for a name that is no entity."""
    return chain.root if chain and not chain.root_unnamed and chain.root.startswith("en:") else None


def _person(statement: Statement | None, chain: Chain | None) -> str | None:
    if statement is None or statement.speaker.type != "person" or not statement.speaker.name:
        return None
    return known_root(chain)
