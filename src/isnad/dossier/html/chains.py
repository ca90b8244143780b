"""The chain graph of the whole case, with everything it shows as a list as well."""

from __future__ import annotations

from collections import defaultdict

from isnad.dossier.case import Case
from isnad.dossier.graph import NODE_KINDS, Graph, Node, graph, tailed
from isnad.dossier.html.build import Child, Html, el, say
from isnad.dossier.html.kit import called, listing, more, nothing, section, with_original
from isnad.dossier.html.shapes import icon
from isnad.dossier.html.svg import drawing, drawn_copies
from isnad.dossier.naming import entity_name, own_language
from isnad.dossier.words import Words


def chains(case: Case, words: Words) -> Html:
    """The section with the graph."""
    whole = graph(case)
    if not whole.nodes:
        return section(words, "chains", nothing(words, "chains"), note=False)
    shown = tailed(whole)
    label = words.template("graph.label")
    picture = el(
        "div",
        drawing(shown, words, label),
        class_="graph",
        tabindex=0,
        role="region",
        aria_label=words.template("graph.scroll"),
    )
    grouped = len(whole.nodes) - sum(not node.grouped for node in shown.nodes)
    notes = el("p", words.count("graph.grouped", grouped), class_="note") if grouped else None
    return section(words, "chains", _legend(shown, words), picture, notes, _as_list(whole, words))


def _legend(shown: Graph, words: Words) -> Html:
    kinds = [kind for kind in NODE_KINDS if any(node.kind == kind for node in shown.nodes)]
    items: list[Child] = [el("span", icon(kind), " ", words.template(f"node.{kind}"), class_="key") for kind in kinds]
    items.append(_line("thick", words.template("graph.thickness")))
    if any(node.common for node in shown.nodes):
        items.append(el("span", icon("speaker", common=True), " ", words.template("graph.common"), class_="key"))
    if drawn_copies(shown):
        items.append(_line("dashed", words.template("graph.dashed")))
    return el("p", items, class_="legend")


def _line(kind: str, meaning: str) -> Html:
    stroke = el("path", d="M1 8H31", class_=kind)
    return el(
        "span", el("svg", stroke, viewBox="0 0 32 16", width=32, height=16, class_="icon"), " ", meaning, class_="key"
    )


def _as_list(whole: Graph, words: Words) -> Html:
    """Every giver with those who have words from it: the graph for readers who cannot see or use it."""
    nodes = {node.key: node for node in whole.nodes}
    takers: dict[str, list[tuple[Node, int]]] = defaultdict(list)
    for edge in whole.edges:
        takers[edge.giver].append((nodes[edge.taker], edge.count))
    items = [_giver(node, takers[node.key], words) for node in whole.nodes if takers[node.key]]
    copies = [
        say(
            words,
            "graph.copy" if copy.directed else "graph.copy_either",
            a=_named(nodes[copy.a], words),
            b=_named(nodes[copy.b], words),
            n=words.count("count.copies", copy.count),
        )
        for copy in whole.copies
    ]
    content = [el("ul", items), el("ul", [el("li", copy) for copy in copies]) if copies else None]
    return more(words.template("graph.as_list"), content, class_="as-list")


def _giver(node: Node, takers: list[tuple[Node, int]], words: Words) -> Html:
    takers.sort(key=lambda pair: (-pair[1], pair[0].key))
    parts = [Html(f"{_named(taker, words)} ({words.number(count)})") for taker, count in takers]
    kind = words.template(f"node.{node.kind}")
    return el("li", say(words, "graph.giver", name=_named(node, words), kind=kind), " ", listing(parts))


def _named(node: Node, words: Words) -> Html:
    if node.kind == "unnamed":
        return say(words, node.nameless, owner=called(words, node.owner or ""))
    if node.entity is not None:
        return with_original(words, entity_name(words, node.entity), own_language(node.entity))
    return with_original(words, node.label) if node.label else Html(words.template("voice.unknown"))
