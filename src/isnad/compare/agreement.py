"""Statements of several reports with one content: how many accounts there are, and how many roots behind them.

Two statements are taken as one content when their wording is a copy of each other, or when the same root says it
in words that largely agree.  A copy adds no witness: statements whose words were taken over from each other have one
root, whatever the copies call it.  Agreement of different wording (other numbers, other actors) is not read here.
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
    copied = list(_by_copy(said, copies))
    same = _Classes(len(said), copied)
    roots = [same.top(i) for i in range(len(said))]
    like = list(_by_root(said))
    groups = _Classes(len(said), [*copied, *like])
    gathered: dict[int, list[int]] = defaultdict(list)
    for i in range(len(said)):
        gathered[groups.top(i)].append(i)
    findings = [
        _finding([said[i] for i in group], _roots(group, said, roots))
        for group in gathered.values()
        if len({said[i].document for i in group}) > 1
    ]
    return tuple(sorted(findings, key=lambda f: (-f.accounts, f.event, f.id)))


class _Classes:
    """Numbers joined into classes; the least number of a class stands for it."""

    def __init__(self, count: int, joined: Iterable[tuple[int, int]]) -> None:
        self._above = list(range(count))
        for i, j in joined:
            a, b = self.top(i), self.top(j)
            self._above[max(a, b)] = min(a, b)

    def top(self, i: int) -> int:
        while self._above[i] != i:
            self._above[i] = self._above[self._above[i]]
            i = self._above[i]
        return i


def _roots(group: list[int], said: list[_Said], copied: list[int]) -> dict[str, str]:
    """The independent roots of a group, key to label. Statements of one copy class, and of one root, are one."""
    numbers = {key: n for n, key in enumerate(dict.fromkeys(said[i].chain.root for i in group))}
    classes = {key: n for n, key in enumerate(dict.fromkeys(copied[i] for i in group), len(numbers))}
    joined = [(numbers[said[i].chain.root], classes[copied[i]]) for i in group]
    tops = _Classes(len(numbers) + len(classes), joined)
    labels: dict[int, str] = {}
    for i in sorted(group, key=lambda i: (said[i].chain.root_unnamed, -len(said[i].chain.root_label), i)):
        labels.setdefault(tops.top(numbers[said[i].chain.root]), said[i].chain.root_label)
    return {str(top): label for top, label in labels.items()}


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


def _finding(group: list[_Said], roots: dict[str, str]) -> Finding:
    documents = tuple(dict.fromkeys(one.document for one in group))
    spans = tuple(
        DocumentSpan(one.document, part.start, part.end, part.text) for one in group for part in one.statement.content
    )
    first = min(group, key=lambda one: (len(one.statement.content[0].text), one.document))
    value = first.statement.content[0].text
    labels = tuple(roots.values())
    return Finding(
        id=tagged("fi", *sorted(one.statement.id for one in group), digits=12),
        kind="single_root" if len(labels) == 1 else "agreement",
        event=value[:80],
        detail="what was said",
        readings=(Reading(value, documents, labels, spans),),
        accounts=len(documents),
        independent_roots=len(labels),
        common_link=labels[0] if len(labels) == 1 else None,
        reason=_reason(group),
    )


def _reason(group: list[_Said]) -> str:
    """Why these statements are one content, in words that name nobody (the names stand beside it)."""
    unnamed = "; an unnamed source is at most one witness" if any(one.chain.root_unnamed for one in group) else ""
    return f"the same words, taken over or said again by one root{unnamed}"
