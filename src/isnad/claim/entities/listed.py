"""Names of a table as a tree of words, so that the longest one at a place is found word by word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

if TYPE_CHECKING:
    from isnad.claim.entities.lookup import Word
    from isnad.claim.entities.scene import Scene

Row = TypeVar("Row")


class Listed(msgspec.Struct, Generic[Row], gc=False):
    """Some words in a row that names of a table begin with: the table's row where they are a whole name, and the words
    that may follow."""

    row: Row | None
    more: dict[str, Listed[Row]]


def tree(names: Mapping[tuple[str, ...], Row]) -> dict[str, Listed[Row]]:
    """First word of names → what they go on with."""
    root: Listed[Row] = Listed(None, {})
    for name, row in names.items():
        at = root
        for word in name:
            if word not in at.more:
                at.more[word] = Listed(None, {})
            at = at.more[word]
        at.row = row
    return root.more


def names_from(first: Listed[Row] | None, words: Sequence[Word], i: int, end: int) -> list[tuple[int, Row]]:
    """The last token and the row of every name that begins at token ``i`` with ``first`` and ends before ``end``,
    the shortest first."""
    found: list[tuple[int, Row]] = []
    while first is not None:
        if first.row is not None:
            found.append((i, first.row))
        i += 1
        first = first.more.get(words[i].core) if i < end and first.more else None
    return found


def longest(first: Listed[Row], scene: Scene, i: int, end: int) -> tuple[int, Row] | None:
    """The last token and the row of the longest of these names that has only spaces inside."""
    words, glued = scene.words, scene.glued
    row, last, at = first.row, i, i
    while first.more and glued[at] and at + 1 < end:
        at += 1
        longer = first.more.get(words[at].core)
        if longer is None:
            break
        first = longer
        if first.row is not None:
            row, last = first.row, at
    return (last, row) if row is not None else None
