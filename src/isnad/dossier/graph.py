"""The chains of a whole case merged into one graph: who handed on whose words, and how often."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from isnad.dossier.case import Case, Quote, chain_entity, unnamed_owner
from isnad.dossier.nameless import UNIDENTIFIED, UNNAMED, is_unnamed, nameless_words
from isnad.dossier.who import name_key
from isnad.model import Entity, Link

# More nodes than this cannot be read on one page; the least used are grouped.
MOST_NODES = 60

_KIND_OF_LINK = {
    "outlet": "outlet",
    "credit": "agency",
    "citation": "agency",
    "speech": "speaker",
    "hearsay": "speaker",
    "unknown": "speaker",
    "document": "document",
    "unnamed": "unnamed",
}
# Of two kinds seen for one node the first in this list holds: an outlet of the case is an outlet wherever cited.
_RANK = ("outlet", "agency", "document", "speaker", "unnamed")
NODE_KINDS = _RANK


@dataclass(frozen=True, slots=True)
class Node:
    """Someone who stands in chains. ``grouped`` counts the nodes a group stands for, 0 for a single one;
    ``owner`` is whose unnamed source it is, ``nameless`` in what words that is said; ``statements`` how many statements
    pass through it; ``entity`` who it is, where the case tells; ``common`` whether findings name it as the link that
    all accounts of a detail go back to."""

    key: str
    kind: str
    label: str
    owner: str | None
    statements: int
    grouped: int = 0
    entity: Entity | None = None
    common: bool = False
    nameless: str = UNNAMED


@dataclass(frozen=True, slots=True)
class Edge:
    """``taker`` has words from ``giver`` in ``count`` statements."""

    taker: str
    giver: str
    count: int


@dataclass(frozen=True, slots=True)
class CopyEdge:
    """Reports of ``b`` share passages with reports of ``a``; ``directed`` if a is known to be the earlier one."""

    a: str
    b: str
    count: int
    directed: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in order of use, edges and copies in order of their ends."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    copies: tuple[CopyEdge, ...]


def graph(case: Case) -> Graph:
    """The graph of all chains and copies of a case."""
    made = _Maker(case)
    for quote in case.quotes:
        made.add(quote)
    nodes = made.nodes(_common_links(case, made))
    edges = tuple(Edge(taker, giver, count) for (taker, giver), count in sorted(made.edges.items()))
    return Graph(nodes, edges, _copies(case, {node.key for node in nodes}))


class _Maker:
    """Merges chains statement by statement."""

    def __init__(self, case: Case) -> None:
        self.roots: dict[str, str] = {}
        self._case = case
        self._entities: dict[str, Entity] = {}
        self.edges: Counter[tuple[str, str]] = Counter()
        self._labels: dict[str, tuple[str, str | None]] = {}
        self._kinds: dict[str, set[str]] = {}
        self._statements: Counter[str] = Counter()
        self._unidentified: set[str] = set()

    def add(self, quote: Quote) -> None:
        keys = [self._node(quote, position, link) for position, link in enumerate(quote.links)]
        self._statements.update(set(keys))
        if quote.chain and keys:
            self.roots.setdefault(quote.chain.root, keys[-1])
            self.roots.setdefault(quote.chain.root_label, keys[-1])
        pairs = {(taker, giver) for taker, giver in itertools.pairwise(keys) if taker != giver}
        self.edges.update(pairs)

    def _node(self, quote: Quote, position: int, link: Link) -> str:
        # By the name that the interface has for it: one outlet's unnamed source is one node in every spelling.
        owner = self._case.called(unnamed_owner(quote, position)) if is_unnamed(link) else None
        label = link.name or (quote.report.label if link.kind == "outlet" else "")
        entity = None if owner else chain_entity(self._case, quote, position)
        key = f"entity {entity.id}" if entity else _key(link, label, owner)
        if owner and nameless_words(link) == UNIDENTIFIED:
            self._unidentified.add(key)
        if entity:
            label = entity.name
            self._entities[key] = entity
        shown = label if entity else self._case.called(label)
        if position == len(quote.links) - 1 and quote.statement.speaker.type == "collective" and shown:
            shown = f"“{shown}”"  # "the villagers" are the report's words and no name
        self._labels.setdefault(key, (shown, owner))
        self._kinds.setdefault(key, set()).add("unnamed" if owner else _KIND_OF_LINK[link.kind])
        return key

    def nodes(self, common: set[str]) -> tuple[Node, ...]:
        """All nodes, the most used first; those whose key is in ``common`` are marked."""
        made = [
            Node(
                key,
                min(self._kinds[key], key=_RANK.index),
                label,
                owner,
                self._statements[key],
                entity=self._entities.get(key),
                common=key in common,
                nameless=UNIDENTIFIED if key in self._unidentified else UNNAMED,
            )
            for key, (label, owner) in self._labels.items()
        ]
        return tuple(sorted(made, key=lambda node: (-node.statements, node.key)))


def _common_links(case: Case, made: _Maker) -> set[str]:
    """The nodes that findings name as common links."""
    named = {finding.common_link for finding in case.dossier.comparison.findings if finding.common_link}
    keys = {made.roots[link] for link in named if link in made.roots}
    reports = [report for link in named if link not in made.roots and (report := case.report(link))]
    return keys | {_outlet_key(case, report.number) for report in reports}


def _key(link: Link, label: str, owner: str | None) -> str:
    """Two links meet in one node if the outlet table knows them as one, or if they have the same name."""
    if owner:
        return f"{'unidentified' if nameless_words(link) == UNIDENTIFIED else 'unnamed'} {name_key(owner)}"
    return f"outlet {link.outlet_id}" if link.outlet_id else f"name {name_key(label)}"


def _copies(case: Case, known: set[str]) -> tuple[CopyEdge, ...]:
    keys = {report.number: key for report in case.reports if (key := _outlet_key(case, report.number)) in known}
    counted: Counter[tuple[str, str, bool]] = Counter()
    for copy in case.dossier.comparison.copies:
        a, b = case.report(copy.a), case.report(copy.b)
        if a is None or b is None or a.number not in keys or b.number not in keys:
            continue
        pair = keys[a.number], keys[b.number]
        if pair[0] == pair[1]:
            continue
        if copy.direction == "a_from_b":
            pair = pair[1], pair[0]
        counted[(*pair, copy.direction != "unknown")] += 1
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(CopyEdge(a, b, count, directed) for (a, b, directed), count in ordered)


def _outlet_key(case: Case, number: int) -> str:
    report = case.reports[number - 1]
    firsts = (chain.links[0] for chain in report.analysis.chains if chain.links)
    first = next((link for link in firsts if link.kind == "outlet"), None)
    return _key(first, first.name or report.label, None) if first else f"name {name_key(report.label)}"


def tailed(whole: Graph, most: int = MOST_NODES) -> Graph:
    """The graph with its least used nodes grouped by kind, so that at most ``most`` nodes are left."""
    if len(whole.nodes) <= most:
        return whole
    kept, tail = whole.nodes[: most - len(NODE_KINDS)], whole.nodes[most - len(NODE_KINDS) :]
    groups = {kind: [node for node in tail if node.kind == kind] for kind in NODE_KINDS}
    place = {node.key: node.key for node in kept}
    nodes = list(kept)
    for kind, members in groups.items():
        if len(members) == 1:
            nodes.append(members[0])
            place[members[0].key] = members[0].key
        elif members:
            key = f"more {kind}"
            nodes.append(Node(key, kind, "", None, sum(node.statements for node in members), len(members)))
            place |= {node.key: key for node in members}
    return Graph(tuple(nodes), _moved(whole.edges, place), _moved_copies(whole.copies, place))


def _moved(edges: Iterable[Edge], place: dict[str, str]) -> tuple[Edge, ...]:
    counted: Counter[tuple[str, str]] = Counter()
    for edge in edges:
        counted[place[edge.taker], place[edge.giver]] += edge.count
    return tuple(Edge(a, b, count) for (a, b), count in sorted(counted.items()) if a != b)


def _moved_copies(copies: Iterable[CopyEdge], place: dict[str, str]) -> tuple[CopyEdge, ...]:
    counted: Counter[tuple[str, str, bool]] = Counter()
    for copy in copies:
        counted[place[copy.a], place[copy.b], copy.directed] += copy.count
    return tuple(CopyEdge(a, b, count, directed) for (a, b, directed), count in sorted(counted.items()) if a != b)
