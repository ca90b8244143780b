"""Findings over what copies altered, and which statements they keep apart.

Where a detail tells of the change already (a number of something known), nothing is added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from isnad.compare.altered_view import Altered
from isnad.compare.classes import Classes
from isnad.model import Analysis, Chain, DocumentSpan, Finding, Reading, Span
from isnad.model.ids import tagged
from isnad.text.fold import fold_key

_WORDS = {"number": "a number", "name": "a name", "negation": "a negation", "modality": "how sure or how real it is"}


class _Side(NamedTuple):
    """One side of an alteration: the document, the statement if it is one, and the clause."""

    document: str
    statement: str | None
    span: Span


def statements_apart(altered: Iterable[Altered]) -> frozenset[tuple[str, str]]:
    """Pairs of statements (ids, both ways) of which one altered what it copied from the other."""
    pairs = set()
    for one in altered:
        a = one.claim_a.statement if one.claim_a else None
        b = one.claim_b.statement if one.claim_b else None
        if a and b:
            pairs |= {(a, b), (b, a)}
    return frozenset(pairs)


def contradictions(
    altered: Sequence[Altered], findings: Sequence[Finding], analyses: Sequence[Analysis]
) -> tuple[Finding, ...]:
    """A conflict for every clause that copies give in other ways, unless a conflict of ``findings`` tells it."""
    told = _told(findings)
    chains = {chain.statement: chain for analysis in analyses for chain in analysis.chains}
    joined: Classes[_Side] = Classes()
    reasons: dict[_Side, list[Altered]] = defaultdict(list)
    for one in altered:
        a, b = _sides(one)
        if one.what in ("number", "name") and _is_told(a, told) and _is_told(b, told):
            continue
        joined.join(a, b)
        reasons[a].append(one)
    groups = joined.groups(side for pair in map(_sides, altered) for side in pair if joined.top(side) in joined)
    return tuple(
        _finding(list(dict.fromkeys(sides)), [one for side in dict.fromkeys(sides) for one in reasons[side]], chains)
        for sides in groups.values()
        if len(set(sides)) > 1 and not _is_form(set(sides))
    )


def _is_form(sides: Collection[_Side]) -> bool:
    """Whether most of three or more readings stand in one report only: a form that each fills in for itself (the
    weather, a telegram), where a distorted copy stands alone against what others have."""
    readings: dict[str, set[str]] = defaultdict(set)
    for side in sides:
        readings[fold_key(side.span.text)].add(side.document)
    alone = sum(len(documents) == 1 for documents in readings.values())
    return len(readings) > 2 and 2 * alone > len(readings)


def _sides(one: Altered) -> tuple[_Side, _Side]:
    return (
        _Side(one.copy.a, one.claim_a.statement if one.claim_a else None, one.a),
        _Side(one.copy.b, one.claim_b.statement if one.claim_b else None, one.b),
    )


def _told(findings: Iterable[Finding]) -> Mapping[str, list[DocumentSpan]]:
    """The spans of all conflicts, by document."""
    found: dict[str, list[DocumentSpan]] = defaultdict(list)
    for finding in findings:
        if finding.kind == "conflict":
            for reading in finding.readings:
                for span in reading.spans:
                    found[span.document].append(span)
    return found


def _is_told(side: _Side, told: Mapping[str, list[DocumentSpan]]) -> bool:
    return any(span.start < side.span.end and side.span.start < span.end for span in told.get(side.document, ()))


def _finding(sides: Sequence[_Side], altered: Sequence[Altered], chains: Mapping[str, Chain]) -> Finding:
    by_words: dict[str, list[_Side]] = defaultdict(list)
    for side in sides:
        by_words[fold_key(side.span.text)].append(side)
    groups = sorted(by_words.values(), key=lambda group: (-len(group), group[0].document))
    documents = list(dict.fromkeys(side.document for side in sides))
    labels = dict.fromkeys(_root(side, chains) for group in groups for side in group)
    label = next(iter(labels))
    told = list(dict.fromkeys(_reason(one) for one in altered))
    return Finding(
        id=tagged("fi", "altered", *sorted(f"{s.document}:{s.span.start}-{s.span.end}" for s in sides), digits=12),
        kind="conflict",
        event=groups[0][0].span.text[:80],
        detail="what was said",
        readings=tuple(_reading(group, chains) for group in groups),
        accounts=len(documents),
        independent_roots=1,
        common_link=label,
        reason=f"{len(documents)} accounts, 1 root: {label}; {'; '.join(told[:3])}",
    )


def _root(side: _Side, chains: Mapping[str, Chain]) -> str:
    chain = chains.get(side.statement or "")
    return chain.root_label if chain else side.document


def _reading(group: Sequence[_Side], chains: Mapping[str, Chain]) -> Reading:
    return Reading(
        value=group[0].span.text,
        documents=tuple(dict.fromkeys(side.document for side in group)),
        roots=tuple(dict.fromkeys(_root(side, chains) for side in group)),
        spans=tuple(DocumentSpan(s.document, s.span.start, s.span.end, s.span.text) for s in group),
        statements=tuple(dict.fromkeys(side.statement for side in group if side.statement)),
    )


def _reason(one: Altered) -> str:
    a, b = (one.copy.b, one.copy.a) if one.copy.direction == "b_from_a" else (one.copy.a, one.copy.b)
    if one.copy.direction == "unknown":
        return f"{a} and {b} share this passage, but {_WORDS[one.what]} differs"
    return f"{a} copies {b} and changes {_WORDS[one.what]}"
