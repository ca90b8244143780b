"""What the readers find: token ranges with what they name, before they become mentions."""

from __future__ import annotations

import msgspec

from isnad.model.entity import Gender, MentionKind

Range = tuple[int, int]
"""First and last token."""


class Found(msgspec.Struct, frozen=True, gc=False):
    """A name (or an office alone, ``name`` None) in tokens; ``cut`` letters of its first token are clitics.

    ``first`` and ``last`` are the whole expression.  ``order`` decides between overlapping finds of one length.
    """

    first: int
    last: int
    kind: MentionKind
    name: Range | None
    evidence: str
    cut: int = 0
    title: Range | None = None
    role: Range | None = None
    alias: Range | None = None
    heads: tuple[str, ...] = ()
    gender: Gender | None = None
    place: str | None = None
    outlet: str | None = None
    body: int | None = None
    """Row of names_bodies.tsv."""
    order: int = 0
