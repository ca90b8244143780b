"""A commission of inquiry, its report and whoever heads it, as one root.

Reports call it by many names («لجنة التحقيق في فيضان …», "the inquiry", «تقرير اللجنة») and quote its head by name.
They all tell what one body found.  Other committees ("the families' committee") are known by their names alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from isnad.lang.tables import ROOT, read_table
from isnad.model import Entity
from isnad.text.fold import fold_key

COLUMNS = ("word", "language", "use")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _uses() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table(ROOT / "inquiry_words.tsv", COLUMNS):
        for word in fold_key(row["word"]).split():
            found.setdefault(word, set()).add(row["use"])
    return {word: frozenset(uses) for word, uses in found.items()}


def is_inquiry(name: str) -> bool:
    """Whether a body or document is called a commission of inquiry, or by the bare noun for one or its report."""
    uses = [_use(word) for word in _WORD.findall(fold_key(name))]
    if any("itself" in use for use in uses):
        return True
    if not any("body" in use for use in uses):
        return False
    return any("matter" in use for use in uses) or all(uses)


def heads_inquiry(role: str) -> bool:
    """Whether an office is to head a commission of inquiry («رئيسة اللجنة», "chairman of the inquiry into …")."""
    uses = [use for word in _WORD.findall(fold_key(role)) if (use := _use(word)) != {"skip"}]
    if len(uses) < 2 or "head" not in uses[0] or not uses[1] & {"body", "itself"}:
        return False
    return "itself" in uses[1] or len(uses) == 2 or "matter" in uses[2]


def heads(entities: Iterable[Entity]) -> frozenset[str]:
    """The people (ids) who head a commission of inquiry."""
    return frozenset(one.id for one in entities if any(heads_inquiry(role) for role in one.roles))


def _use(word: str) -> frozenset[str]:
    table = _uses()
    bare = re.sub(r"^[وفبكل]?ال", "", word)
    return table.get(word) or table.get(bare) or frozenset()
