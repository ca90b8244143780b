"""The reason of a finding as one sentence that a person can check: accounts, roots, who copies whom, what a copy
changed, who belongs to one owner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from isnad.compare.carry import Carried
from isnad.compare.facts import Fact
from isnad.compare.intervals import relation
from isnad.compare.roots import Root
from isnad.model import Analysis

MOST = 6
"""Roots and changes that are named; of more, the number is given."""


class Told(NamedTuple):
    """What a reason tells of: the facts of the detail, its roots, outlets of one owner, the documents, what was
    taken over from one to the other, and what a copy changed."""

    members: Sequence[int]
    roots: Sequence[Root]
    owned: Mapping[str, Sequence[str]]
    independent: int
    documents: Sequence[int]
    taken: Sequence[Carried]
    changes: Sequence[Carried]


def reason(told: Told, analyses: Sequence[Analysis], facts: Sequence[Fact], groups: Sequence[Sequence[int]]) -> str:
    """The sentence, in English."""
    parts = [_count(told, analyses, facts)]
    parts += _copies(told, analyses)
    parts += _changes(told, analyses, facts)
    parts += _quoted_differently(told, analyses, facts, groups)
    parts += [f"{', '.join(labels)} belong to one owner ({owner})" for owner, labels in sorted(told.owned.items())]
    if any(root.rank == 3 for root in told.roots):
        parts.append("an unnamed source is at most one witness")
    if not told.roots and len(groups) >= 1:
        parts.append("each of these reports has it from another of them")
    return "; ".join(parts)


def _count(told: Told, analyses: Sequence[Analysis], facts: Sequence[Fact]) -> str:
    accounts = f"{len(told.documents)} account{'s' if len(told.documents) > 1 else ''}"
    roots = f"{told.independent} root{'s' if told.independent != 1 else ''}"
    shown = [_root(root, analyses, facts) for root in told.roots[:MOST]]
    more = len(told.roots) - len(shown)
    named = ", ".join(shown) + (f" and {more} more" if more > 0 else "")
    return f"{accounts}, {roots}{': ' if named else ''}{named}"


def _root(root: Root, analyses: Sequence[Analysis], facts: Sequence[Fact]) -> str:
    """The root with where it was told first."""
    first = min(
        (analyses[facts[i].document].document for i in root.facts),
        key=lambda document: (document.date is None, (document.date or "")[:10], document.name),
    )
    where = ", ".join(filter(None, [first.outlet if first.outlet != root.label else None, (first.date or "")[:10]]))
    return f"{root.label} ({where})" if where else root.label


def _copies(told: Told, analyses: Sequence[Analysis]) -> list[str]:
    """How many of the accounts go back to which other one: the report at the head of the copies, named once."""
    names = {analyses[i].document.name: analyses[i].document for i in told.documents}
    from_whom: dict[str, set[str]] = {}
    for pair in told.taken:
        taker, origin = (pair.copy.a, pair.copy.b) if pair.copy.direction == "a_from_b" else (pair.copy.b, pair.copy.a)
        if pair.copy.direction != "unknown" and taker in names and origin in names:
            from_whom.setdefault(taker, set()).add(origin)
    copied = Counter(origin for origins in from_whom.values() for origin in origins)
    counted: Counter[str] = Counter()
    for taker in from_whom:
        head = _head(taker, from_whom, copied)
        if head != taker:
            counted[head] += 1
    return [
        f"{count} of them cop{'ies' if count == 1 else 'y'} {names[origin].outlet or origin}"
        for origin, count in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:3]
    ]


def _head(taker: str, from_whom: Mapping[str, set[str]], copied: Mapping[str, int]) -> str:
    """The report that a copy goes back to, through whatever it was handed on by: the one most copied at each step."""
    seen = {taker}
    while origins := from_whom.get(taker, set()) - seen:
        taker = max(origins, key=lambda origin: (copied[origin], origin))
        seen.add(taker)
    return taker


def _changes(told: Told, analyses: Sequence[Analysis], facts: Sequence[Fact]) -> list[str]:
    """What copies changed, once for each copy: told of the side that has it from nobody else."""
    backed = {i for pair in told.taken if pair.same for i in (pair.a, pair.b)}
    best: dict[int, tuple[tuple[bool, bool, str], str]] = {}
    for pair in told.changes:
        taker, origin = (pair.b, pair.a) if pair.copy.direction == "b_from_a" else (pair.a, pair.b)
        if pair.copy.direction == "unknown" and taker in backed and origin not in backed:
            taker, origin = origin, taker
        if taker in backed:
            continue
        name = analyses[facts[origin].document].document.name
        rank = (pair.copy.direction == "unknown", origin not in backed, name)
        said = _change(pair, analyses, facts)
        best[taker] = min(best.get(taker, (rank, said)), (rank, said))
    return [said for _, (_, said) in sorted(best.items())][:MOST]


def _quoted_differently(
    told: Told, analyses: Sequence[Analysis], facts: Sequence[Fact], groups: Sequence[Sequence[int]]
) -> list[str]:
    """Named roots to whom reports ascribe different values: at most one of them quotes well."""
    changed = {i for pair in told.changes for i in (pair.a, pair.b)}
    out = []
    for root in told.roots:
        sides = [[i for i in group if i in root.facts and i not in changed] for group in groups]
        given = [side[0] for side in sides if side]
        if root.rank == 0 and any(_apart(facts[a], facts[b]) for n, a in enumerate(given) for b in given[n + 1 :]):
            words = ", ".join(f"{_said(facts[i])} in {analyses[facts[i].document].document.name}" for i in given[:3])
            out.append(f"{root.label} is quoted with different values: {words}")
    return out[:MOST]


def _apart(a: Fact, b: Fact) -> bool:
    if a.amount and b.amount:
        return relation(a.amount, b.amount) == "apart"
    return (a.entity, a.polarity) != (b.entity, b.polarity)


def _change(pair: Carried, analyses: Sequence[Analysis], facts: Sequence[Fact]) -> str:
    """What a copy changed: "04 copies 01 and changes 7 to 17"."""
    a, b = facts[pair.a], facts[pair.b]
    if pair.copy.direction == "b_from_a":
        a, b = b, a
    taker, origin = (analyses[fact.document].document.name for fact in (a, b))
    if pair.copy.direction == "unknown":
        return f"{taker} and {origin} share this passage, but one has {_said(a)} and the other {_said(b)}"
    return f"{taker} copies {origin} and changes {_said(b)} to {_said(a)}"


def _said(fact: Fact) -> str:
    plan = "planned " if fact.mood == "planned" else ""
    return f"{plan}“{fact.span.text}”"
