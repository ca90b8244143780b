"""Circular reporting: A has it from B, and B has it from A, or from somebody who has it from A.

A citation is a statement whose chain ends at an outlet that has a report in the case.  It leads to the statements of
that outlet's reports with the same content (the share of language-independent keys that both hold); where the way
comes back, nobody in the circle is a witness for the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from isnad.compare.citing import Citing
from isnad.model import Analysis, Chain, DocumentSpan, Finding, Reading, Statement
from isnad.model.ids import tagged
from isnad.text.bridge import bridge_words
from isnad.text.fold import fold

ALIKE = 0.5
"""Share of the keys of the poorer content that the other one must hold."""
FREQUENT = 60
"""Citations that share a key beyond which it is no longer looked up."""
LEAST_KEYS = 3
"""Keys that two contents must share at least."""


class _Cited(NamedTuple):
    """A statement that is another outlet's: its document, the outlet, and the keys of its content."""

    document: int
    outlet: str
    own: str
    statement: Statement
    chain: Chain
    keys: tuple[frozenset[str], ...]
    every: frozenset[str]


def content_circles(analyses: Sequence[Analysis], citing: Citing, own: Sequence[str | None]) -> tuple[Finding, ...]:
    """The circles of citations with one content. ``own`` is the outlet of each analysis, in order."""
    cited = [one for i, analysis in enumerate(analyses) for one in _cited(i, analysis, citing, own)]
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, one in enumerate(cited):
        for key in one.every:
            by_key[one.own, key].append(n)
    leads = {n: _leads(n, one, cited, by_key) for n, one in enumerate(cited)}
    return tuple(_finding(group, cited, analyses, citing) for group in _circles(leads))


def _cited(i: int, analysis: Analysis, citing: Citing, own: Sequence[str | None]) -> Iterator[_Cited]:
    outlet = own[i]
    if outlet is None:
        return
    statements = {statement.id: statement for statement in analysis.statements}
    for chain in analysis.chains:
        statement = statements.get(chain.statement)
        target = citing.end(i, chain)
        if statement is None or target is None or not citing.has_report(target):
            continue
        keys = _keys(analysis, statement)
        if len(keys) >= LEAST_KEYS:
            yield _Cited(i, target, outlet, statement, chain, keys, frozenset().union(*keys))


def _keys(analysis: Analysis, statement: Statement) -> tuple[frozenset[str], ...]:
    """The keys of a content, word by word; a word may have several."""
    language = statement.language if statement.language in ("ar", "fa", "en") else analysis.text.language
    if language not in ("ar", "fa", "en"):
        return ()
    found: dict[frozenset[str], None] = {}
    for piece in statement.content:
        folded = fold(piece.text)
        for word in bridge_words(folded, 0, len(folded.key), language):
            if word.weight >= LEAST_WEIGHT:
                found[frozenset(word.keys)] = None
    return tuple(found)


LEAST_WEIGHT = 0.5
"""Words whose keys tell less are left out."""


def _alike(a: Sequence[frozenset[str]], b: Sequence[frozenset[str]]) -> bool:
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    shared = sum(any(word & other for other in many) for word in few)
    return shared >= LEAST_KEYS and shared >= ALIKE * len(few)


def _leads(n: int, one: _Cited, cited: Sequence[_Cited], by_key: Mapping[tuple[str, str], Sequence[int]]) -> list[int]:
    """The statements of the cited outlet with the content of ``one``: found by keys that are not in every report."""
    found: set[int] = set()
    for key in one.every:
        listed = by_key.get((one.outlet, key), ())
        if len(listed) <= FREQUENT:
            found.update(listed)
    return sorted(m for m in found if m != n and _alike(one.keys, cited[m].keys))


def _circles(leads: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """Groups of citations in which every one can be reached from every other (Tarjan 1972)."""
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    open_: list[int] = []
    is_open: set[int] = set()
    found: list[list[int]] = []
    for start in leads:
        if start in number:
            continue
        waiting: list[tuple[int, int]] = [(start, 0)]
        while waiting:
            n, at = waiting.pop()
            if at == 0:
                number[n] = low[n] = len(number)
                open_.append(n)
                is_open.add(n)
            following = leads[n]
            if at and following[at - 1] in is_open:
                low[n] = min(low[n], low[following[at - 1]])
            while at < len(following) and following[at] in number:
                if following[at] in is_open:
                    low[n] = min(low[n], number[following[at]])
                at += 1
            if at < len(following):
                waiting += [(n, at + 1), (following[at], 0)]
            elif low[n] == number[n]:
                group = [open_.pop()]
                while group[-1] != n:
                    group.append(open_.pop())
                is_open.difference_update(group)
                if len(group) > 1:
                    found.append(sorted(group))
    return found


def _finding(group: Sequence[int], cited: Sequence[_Cited], analyses: Sequence[Analysis], citing: Citing) -> Finding:
    members = [cited[n] for n in group]
    names = [analyses[one.document].document.name for one in members]
    spans = tuple(
        DocumentSpan(name, piece.start, piece.end, piece.text)
        for name, one in zip(names, members, strict=True)
        for piece in one.statement.content
    )
    value = min((span.text for span in spans), key=lambda text: (len(text), text))
    told = [f"{citing.label(one.own, one.document)} cites {citing.label(one.outlet, one.document)}" for one in members]
    documents = tuple(dict.fromkeys(names))
    return Finding(
        id=tagged("fi", "circle", *sorted(one.statement.id for one in members), digits=12),
        kind="circular",
        event=value[:80],
        detail="what was said",
        readings=(Reading(value, documents, (), spans, statements=tuple(one.statement.id for one in members)),),
        accounts=len(documents),
        independent_roots=0,
        common_link=None,
        reason=f"{len(documents)} accounts, 0 roots: {', '.join(dict.fromkeys(told))}",
    )
