"""Who ordered what a statement's content tells: «أمر كريم بإغلاق الجسر» is a cue of order, not a clause of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from isnad.compare.facts import Fact
from isnad.compare.scene import How
from isnad.compare.told import Told, fact_of
from isnad.compare.voices import known_root
from isnad.model import Chain, Statement
from isnad.text.bridge import bridge_words
from isnad.text.fold import fold

_NEAR = 45
"""Characters of a content in which what was ordered is named."""


def ordered(told: Told, statements: Mapping[str, Statement], chains: Mapping[str, Chain]) -> Iterator[Fact]:
    """Who ordered it, if the claim opens the content of an order; on the word of whoever tells of the order."""
    order, who, claim = told.statement, known_root(told.chain), told.claim
    if order is None or order.cue_class != "order" or not is_order(order.cue.text, claim.language):
        return
    if who is None or not order.content:
        return
    start = order.content[0].start
    if claim.text[-1].start > start:
        return
    words = told.scene.within(start, min(order.content[0].end, start + _NEAR))
    where: tuple[str | None, How] = (words[0].group if words else None, "clause")
    parent = order.parent or ""
    above = told._replace(statement=statements.get(parent), chain=chains.get(parent))
    yield fact_of(above, "order", where, who, order.source or order.cue)


@lru_cache(maxsize=1024)
def is_order(cue: str, language: str) -> bool:
    """Whether a cue is an order, and no wish or advice."""
    folded = fold(cue)
    return any("c:order" in word.keys for word in bridge_words(folded, 0, len(folded.key), language))
