"""Cuts a stretch of text into clauses: at borders, relatives and conjunctions, where both sides have a verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from isnad.claim.grammar import Grammar, VerbAt, read_grammar
from isnad.claim.scan import Scan, Stretch
from isnad.claim.words import CUT, MOOD, Use

_RELATIVES = {"ar": Use.RELATIVE, "fa": Use.THAT, "en": Use.RELATIVE}
_MOOD_REACH = 4
_Placed = TypeVar("_Placed", bound=tuple[Any, ...])


class Clause(msgspec.Struct, frozen=True, gc=False):
    """Words ``first`` to ``end``. ``uses`` are those of all words of the stretch; verbs, moods and concepts (see
    `grammar.Grammar`) those of the clause. ``that``: it is what the clause before it introduces. ``head``: words before
    an inserted relative clause that it goes on from ("X, who …, resigned")."""

    first: int
    end: int
    uses: dict[int, int]
    verbs: Sequence[VerbAt]
    moods: Sequence[tuple[int, int]]
    concepts: Sequence[int]
    that: bool = False
    head: tuple[int, int] | None = None


class _Part:
    """Words ``first`` to ``end`` between two places where a clause may begin; parts without a verb are joined."""

    __slots__ = ("end", "finite", "first", "hard", "head", "opened", "relative", "that")

    def __init__(self, first: int, end: int, finite: bool, hard: bool) -> None:
        self.first, self.end, self.finite, self.hard = first, end, finite, hard
        self.that = self.relative = self.opened = False
        self.head: tuple[int, int] | None = None


def clauses(scan: Scan, stretch: Stretch) -> list[Clause]:
    """The clauses of a stretch, in order; together they cover all its words."""
    found = read_grammar(scan, stretch)
    if not found.cuts or (len(found.finite) < 2 and not any(hard for _, hard in found.cuts)):
        return [Clause(stretch.first, stretch.end, found.uses, found.verbs, found.moods, found.concepts)]
    joined = _joined(_parts(scan, stretch, found), found)
    return [_clause(part, found, i > 0) for i, part in enumerate(joined)]


def _clause(part: _Part, found: Grammar, later: bool) -> Clause:
    head = part.head if later and part.head and part.head[1] < part.first else None
    first, end = part.first, part.end
    return Clause(
        first,
        end,
        found.uses,
        _within(found.verbs, first, end),
        _within(found.moods, first, end),
        found.concepts[bisect_left(found.concepts, first) : bisect_left(found.concepts, end)],
        part.that,
        head,
    )


def _within(found: list[_Placed], first: int, end: int) -> list[_Placed]:
    """Those of what was found, in order of their first words, that begin in words ``first`` to ``end``."""
    return found[bisect_left(found, first, key=_first_word) : bisect_left(found, end, key=_first_word)]


def _first_word(one: tuple[Any, ...]) -> int:
    return int(one[0])


def _parts(scan: Scan, stretch: Stretch, found: Grammar) -> list[_Part]:
    """The stretch cut wherever a clause may begin."""
    uses, finite = found.uses, found.finite
    relatives = _RELATIVES[stretch.language]
    parts: list[_Part] = []
    begin, hard, seen = stretch.first, False, 0
    for at, is_hard in [*found.cuts, (stretch.end, False)]:
        if at <= begin:
            hard = hard or is_hard
            continue
        until = bisect_left(finite, at, seen)
        part = _Part(begin, at, until > seen, hard)
        opening = uses.get(begin, 0) | (uses.get(begin + 1, 0) if scan.texts[begin] == "," else 0)
        part.that = bool(uses.get(begin, 0) & Use.THAT)
        part.relative = bool(opening & relatives)
        part.opened = bool(opening & (CUT | Use.JOINED))
        parts.append(part)
        begin, hard, seen = at, is_hard, until
    return parts


def _joined(parts: list[_Part], found: Grammar) -> list[_Part]:
    """Parts with their neighbours, so that each has its verb; signs that end a clause are kept."""
    joined = [parts[0]]
    for part in parts[1:]:
        last = joined[-1]
        if part.hard or (last.finite and part.finite and not (part.that and _only_introduces(last, part, found))):
            if last.head and not (part.hard or part.opened):
                part.head, last.head = last.head, None
            joined.append(part)
            continue
        if part.relative and not last.finite:
            last.head = (last.first, last.end)
        last.end = part.end
        last.finite = last.finite or part.finite
    return joined


def _only_introduces(last: _Part, part: _Part, found: Grammar) -> bool:
    """What only introduces another clause («كان من المقرر أن», "it was planned that") is no clause of its own."""
    if _within(found.verbs, last.first, last.end):
        return False
    nearest = max(last.first, part.first - _MOOD_REACH)
    return any(found.uses.get(at, 0) & MOOD for at in range(nearest, part.first))
