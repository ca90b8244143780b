"""What a speaker names only to contest it: it is no word of his."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.compare.details import value_key
from isnad.compare.facts import Fact


def quoted_for(own: Sequence[int], members: Sequence[int], facts: Sequence[Fact]) -> list[int]:
    """The facts with the one value that a named speaker of several is quoted for elsewhere: the others he only names
    to contest them ("eleven hours; five, they made that up")."""
    chain = facts[own[0]].chain
    if chain is None or chain.root_unnamed:
        return []
    elsewhere = {
        value_key(facts[i])
        for i in members
        if facts[i].document != facts[own[0]].document and (other := facts[i].chain) and other.root == chain.root
    }
    given = {value_key(facts[i]) for i in own} & elsewhere
    return [i for i in own if value_key(facts[i]) in given] if len(given) == 1 else []
