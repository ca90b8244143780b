"""Statements of several reports with one content: how many accounts there are, and how many roots behind them.

Two statements are taken as one content when their wording is a copy of each other, or when the same root says it
in words that largely agree.  Agreement of different wording (other numbers, other actors) is not read here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from isnad.model import Analysis, Chain, Copy, DocumentSpan, Finding, Reading, Statement
from isnad.model.ids import tagged
from isnad.text.fold import fold_key

LIKE = 0.6
"""Share of the content words of the shorter statement that must stand in the other one."""
LEAST = 5
"""Content words below which two statements are too short to be compared by their words."""


class _Said(NamedTuple):
    document: str
    statement: Statement
    chain: Chain
    words: frozenset[str]


def find_agreement(analyses: Sequence[Analysis], copies: Sequence[Copy]) -> tuple[Finding, ...]:
    """Findings over contents that stand in two or more reports, ordered by how many accounts share them."""
    said = [one for analysis in analyses for one in _said(analysis)]
    groups = _groups(said, copies)
    findings = [_finding(group) for group in groups]
    return tuple(sorted(findings, key=lambda f: (-f.accounts, f.event, f.id)))


def _said(analysis: Analysis) -> list[_Said]:
    chains = {chain.statement: chain for chain in analysis.chains}
    return [
        _Said(analysis.document.name, s, chains[s.id], _content_words(s))
        for s in analysis.statements
        if s.id in chains and s.confidence >= 0.5
    ]


def _content_words(statement: Statement) -> frozenset[str]:
    text = " ".join(fold_key(part.text) for part in statement.content)
    return frozenset(word.removeprefix("ال") for word in text.split() if len(word) > 3)


def _groups(said: list[_Said], copies: Sequence[Copy]) -> list[list[_Said]]:
    parent = list(range(len(said)))

    def top(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in [*_by_copy(said, copies), *_by_root(said)]:
        parent[max(top(i), top(j))] = min(top(i), top(j))
    gathered: dict[int, list[_Said]] = defaultdict(list)
    for i, one in enumerate(said):
        gathered[top(i)].append(one)
    return [group for group in gathered.values() if len({one.document for one in group}) > 1]


def _by_copy(said: list[_Said], copies: Sequence[Copy]) -> Iterable[tuple[int, int]]:
    """Pairs whose contents lie in two sides of one copied passage and share their words."""
    of_document: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(said):
        of_document[one.document].append(i)
    for copy in copies:
        for passage in copy.passages:
            left = [i for i in of_document[copy.a] if said[i].statement.content[0].overlaps(passage.a)]
            right = [i for i in of_document[copy.b] if said[i].statement.content[0].overlaps(passage.b)]
            yield from ((i, j) for i in left for j in right if _alike(said[i].words, said[j].words))


def _by_root(said: list[_Said]) -> Iterable[tuple[int, int]]:
    """Pairs of one named root in different documents whose words largely agree."""
    of_root: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(said):
        if not one.chain.root_unnamed:
            of_root[one.chain.root].append(i)
    for members in of_root.values():
        for at, i in enumerate(members):
            for j in members[at + 1 :]:
                if said[i].document != said[j].document and _alike(said[i].words, said[j].words):
                    yield i, j


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    least = min(len(a), len(b))
    return least >= LEAST and len(a & b) >= LIKE * least and least >= 0.4 * max(len(a), len(b))


def _finding(group: list[_Said]) -> Finding:
    roots = tuple(dict.fromkeys(one.chain.root for one in group))
    labels = {one.chain.root: one.chain.root_label for one in group}
    documents = tuple(dict.fromkeys(one.document for one in group))
    spans = tuple(_span(one, part_number) for one in group for part_number in range(len(one.statement.content)))
    first = min(group, key=lambda one: (len(one.statement.content[0].text), one.document))
    value = first.statement.content[0].text
    reading = Reading(value, documents, tuple(labels[root] for root in roots), spans)
    common = labels[roots[0]] if len(roots) == 1 else None
    return Finding(
        id=tagged("fi", *sorted(one.statement.id for one in group), digits=12),
        kind="single_root" if len(roots) == 1 else "agreement",
        event=value[:80],
        detail="what was said",
        readings=(reading,),
        accounts=len(documents),
        independent_roots=len(roots),
        common_link=common,
        reason=_reason(len(documents), roots, labels, group),
    )


def _span(one: _Said, number: int) -> DocumentSpan:
    part = one.statement.content[number]
    return DocumentSpan(one.document, part.start, part.end, part.text)


def _reason(accounts: int, roots: tuple[str, ...], labels: dict[str, str], group: list[_Said]) -> str:
    named = ", ".join(labels[root] for root in roots[:3]) + (" …" if len(roots) > 3 else "")
    unnamed = sum(1 for root in roots if any(o.chain.root == root and o.chain.root_unnamed for o in group))
    count = f"{accounts} accounts, {len(roots)} root{'s' if len(roots) != 1 else ''}: {named}"
    return f"{count}; {unnamed} unnamed, each at most one witness" if unnamed else count
