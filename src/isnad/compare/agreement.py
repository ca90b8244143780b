"""Statements of several reports with one content: how many accounts there are, and how many roots behind them.

Two statements are taken as one content when their wording is a copy of each other, or when the same root says it
in words that largely agree.  A copy adds no witness: statements whose words were taken over from each other have one
root, whatever the copies call it.  Agreement of different wording (other numbers, other actors) is not read here.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from isnad.model import Analysis, Chain, Claim, Copy, DocumentSpan, Finding, Reading, Statement
from isnad.model.ids import tagged
from isnad.text.fold import fold_key

LIKE = 0.6
"""Share of the content words of the shorter statement that must stand in the other one."""
LEAST = 5
"""Content words below which two statements are too short to be compared by their words."""

LEAST_LEFT_OUT = 4
"""Words that must be left out together if two wordings are to be one."""
_PLAIN = ("positive", "actual")
_WORD = re.compile(r"\w+")


class _Said(NamedTuple):
    document: str
    statement: Statement
    chain: Chain
    words: frozenset[str]
    signs: tuple[object, ...]


def find_agreement(
    analyses: Sequence[Analysis], copies: Sequence[Copy], apart: frozenset[tuple[str, str]] = frozenset()
) -> tuple[Finding, ...]:
    """Findings over contents that stand in two or more reports, ordered by how many accounts share them.

    ``apart`` are pairs of statements (ids) of which one altered what it took from the other: they are not one content.
    """
    said = [one for analysis in analyses for one in _said(analysis)]

    def same_content(pair: tuple[int, int]) -> bool:
        a, b = said[pair[0]], said[pair[1]]
        if (a.statement.id, b.statement.id) in apart or a.signs != b.signs:
            return False
        return one_wording(_sequence(a.statement), _sequence(b.statement))

    copied = [pair for pair in _by_copy(said, copies) if same_content(pair)]
    same = _Classes(len(said), copied)
    roots = [same.top(i) for i in range(len(said))]
    like = [pair for pair in _by_root(said) if same_content(pair)]
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
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        if claim.statement:
            claims[claim.statement].append(claim)
    return [
        _Said(analysis.document.name, s, chains[s.id], _content_words(s), _signs(claims.get(s.id, ())))
        for s in analysis.statements
        if s.id in chains and s.confidence >= 0.5
    ]


def _sequence(statement: Statement) -> list[str]:
    return [word for part in statement.content for word in _WORD.findall(fold_key(part.text))]


def one_wording(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two contents are one wording, of which the one may be longer than the other.

    Whole phrases may be left out; a single word that is put in, left out or replaced may turn the sense ("not",
    «خواهد»), so nothing of the kind is let pass, but for how the content begins ("that", «أن»).
    """
    if list(a) == list(b):
        return True
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    for n, (tag, i1, i2, j1, j2) in enumerate(blocks):
        if tag == "equal":
            continue
        if tag == "replace" and n > 0:
            return False
        if n > 0 and max(i2 - i1, j2 - j1) < LEAST_LEFT_OUT:
            return False
    return any(tag == "equal" and i2 - i1 >= LEAST for tag, i1, i2, _, _ in blocks)


def _signs(claims: Sequence[Claim]) -> tuple[object, ...]:
    """What must be the same in two wordings of one content: its numbers, what it negates, how sure and real it is."""
    numbers = Counter((v.kind, v.unit, v.low, v.high, v.edtf) for claim in claims for v in claim.values)
    moods = Counter((claim.polarity, claim.modality) for claim in claims if (claim.polarity, claim.modality) != _PLAIN)
    return frozenset(numbers.items()), frozenset(moods.items())


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
        yield from sorted(
            (i, j)
            for i, j in _sharing(members, said)
            if said[i].document != said[j].document and _alike(said[i].words, said[j].words)
        )


def _sharing(members: Sequence[int], said: Sequence[_Said]) -> set[tuple[int, int]]:
    """Pairs that may have `LIKE` of the words of the shorter in common: they share one of its rarest words (prefix
    filtering, Chaudhuri, Ganti and Kaushik 2006)."""
    having: dict[str, list[int]] = defaultdict(list)
    for i in members:
        for word in said[i].words:
            having[word].append(i)
    found: set[tuple[int, int]] = set()
    for i in members:
        own = sorted(said[i].words, key=lambda word: (len(having[word]), word))
        for word in own[: len(own) - math.ceil(LIKE * len(own)) + 1]:
            found.update((min(i, j), max(i, j)) for j in having[word] if j != i and len(said[j].words) >= len(own))
    return found


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
        readings=(Reading(value, documents, labels, spans, statements=tuple(one.statement.id for one in group)),),
        accounts=len(documents),
        independent_roots=len(labels),
        common_link=labels[0] if len(labels) == 1 else None,
        reason=_reason(group),
    )


def _reason(group: list[_Said]) -> str:
    """Why these statements are one content, in words that name nobody (the names stand beside it)."""
    unnamed = "; an unnamed source is at most one witness" if any(one.chain.root_unnamed for one in group) else ""
    return f"the same words, taken over or said again by one root{unnamed}"
