"""The chain graph as inline SVG, drawn from the outlets to the roots in reading direction."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from isnad.dossier.fitting import wrapped
from isnad.dossier.graph import CopyEdge, Edge, Graph, Node
from isnad.dossier.html.build import Child, Html, el
from isnad.dossier.html.shapes import shape
from isnad.dossier.layout import Layout, layout
from isnad.dossier.nameless import UNIDENTIFIED
from isnad.dossier.naming import entity_name, own_language, readable
from isnad.dossier.visible import direction, visible
from isnad.dossier.words import Words

_BOX = 38
_ROW = _BOX + 12
_WAYPOINT = 16
_HEAD = 40
_FOOT = 12
_FONT = 12.5
_LINE = 14.5
_DIGIT = 7.0
_PAGE = 936
# A wider drawing is scaled down to the column of a screen that is not quite as wide.
_NARROW = 900
# Room beside the outlets for the arcs of copies.
_MARGIN = 64
_MOST_COPIES = 40


@dataclass(frozen=True, slots=True)
class Canvas:
    """Measures of one drawing. ``flipped`` mirrors it for interfaces that read from right to left,
    ``most`` is the count of its thickest edge."""

    laid: Layout
    box: float
    gap: float
    width: float
    height: float
    flipped: bool
    most: int

    def left(self, depth: int) -> float:
        """The left edge of a layer's boxes."""
        from_start = _MARGIN + (self.laid.depth - 1 - depth) * (self.box + self.gap)
        return self.width - from_start - self.box if self.flipped else from_start

    def sides(self, key: str) -> tuple[float, float]:
        """The outer (towards the outlets) and the inner edge (towards the roots) of a node or waypoint."""
        left = self.left(self.laid.layer[key])
        return (left + self.box, left) if self.flipped else (left, left + self.box)

    def middle(self, key: str) -> float:
        """The height of a node's or waypoint's centre."""
        return _HEAD + self.laid.place[key]


def drawing(graph: Graph, words: Words, label: str) -> Html:
    """The SVG of a graph that is small enough to be drawn."""
    edges = [(edge.taker, edge.giver) for edge in graph.edges]
    laid = layout([node.key for node in graph.nodes], edges, _ROW, _WAYPOINT)
    canvas = _canvas(laid, words.direction == "rtl", max((edge.count for edge in graph.edges), default=1))
    return el(
        "svg",
        el("title", label),
        _head(canvas, words),
        el("g", [_edge(canvas, graph, words, edge) for edge in graph.edges], class_="edges"),
        el("g", [_copy(canvas, graph, words, copy) for copy in drawn_copies(graph)], class_="copies"),
        el("g", [_node(canvas, words, node) for node in graph.nodes], class_="nodes"),
        class_="wide" if canvas.width > _NARROW else None,
        viewBox=f"0 0 {canvas.width:.0f} {canvas.height:.0f}",
        width=round(canvas.width),
        height=round(canvas.height),
        role="img",
        aria_label=label,
    )


def drawn_copies(graph: Graph) -> list[CopyEdge]:
    """The copies that are drawn: the most frequent, and none of a group, whose arcs would say nothing."""
    grouped = {node.key for node in graph.nodes if node.grouped}
    single = [copy for copy in graph.copies if not {copy.a, copy.b} & grouped]
    return sorted(single, key=lambda copy: (-copy.count, copy.a, copy.b))[:_MOST_COPIES]


def _canvas(laid: Layout, flipped: bool, most: int) -> Canvas:
    depth = max(laid.depth, 1)
    box = 196.0 if depth <= 3 else 176.0 if depth == 4 else 150.0
    free = _PAGE - _MARGIN - depth * box - 4
    gap = min(190.0, max(52.0, free / (depth - 1))) if depth > 1 else 0.0
    width = _MARGIN + depth * box + (depth - 1) * gap + 4
    return Canvas(laid, box, gap, width, _HEAD + laid.extent + _FOOT, flipped, most)


def _head(canvas: Canvas, words: Words) -> Html:
    """What the first and the last layer are, and which way words travelled."""
    depth = canvas.laid.depth
    titles = {depth - 1: "graph.published", 0: "graph.root"} if depth > 1 else {0: "graph.published"}
    texts = [
        el("text", words.template(key), x=canvas.left(layer) + canvas.box / 2, y=16, text_anchor="middle")
        for layer, key in titles.items()
    ]
    if depth < 2:
        return el("g", texts, class_="head")
    start, end = canvas.left(0), canvas.left(depth - 1)
    inner_root, inner_outlet = (start, end + canvas.box) if not canvas.flipped else (start + canvas.box, end)
    towards = 1 if inner_outlet > inner_root else -1
    tip = inner_outlet - towards * 12
    line = el("path", d=f"M{inner_root + towards * 12:.1f} 12H{tip:.1f}", class_="way")
    point = el("path", d=f"M{tip:.1f} 12l{-towards * 7} -3.5v7z", class_="point")
    return el("g", texts, line, point, class_="head")


def _node(canvas: Canvas, words: Words, node: Node) -> Html:
    x, y = canvas.left(canvas.laid.layer[node.key]), canvas.middle(node.key) - _BOX / 2
    number = words.number(node.statements)
    # The count stands at the end towards the roots, inside of round and pointed ends.
    end, anchor = (x + 12, "start") if canvas.flipped else (x + canvas.box - 12, "end")
    middle = y + _BOX / 2
    count = el("text", number, x=end, y=middle + 3.7, class_="n", text_anchor=anchor, direction="ltr")
    label = _label(canvas, words, node, x, middle, _DIGIT * len(number))
    full = node_label(node, words)
    title = el("title", f"{full} · {words.count('count.statements', node.statements)}")
    grouped = (" grouped" if node.grouped else "") + (" common" if node.common else "")
    body = shape(node.kind, x, y, canvas.box, _BOX)
    return el("g", title, body, label, count, class_=f"node {node.kind}{grouped}")


def node_label(node: Node, words: Words) -> str:
    """The whole name of a node, as plain text, with the original behind a name that is spelt by us."""
    if node.kind == "unnamed" and not node.grouped:
        return words.template(node.nameless).replace("{owner}", readable(words, node.owner or ""))
    own = entity_name(words, node.entity) if node.entity is not None else node.label
    shown = " ".join(_label_parts(node, words))
    return f"{shown} ({own})" if own and words.spelt(own) else shown


def _label_parts(node: Node, words: Words) -> list[str]:
    if node.grouped:
        return [words.template(f"graph.more_{node.kind}").replace("{n}", words.number(node.grouped))]
    if node.kind == "unnamed":
        nameless = "voice.unidentified" if node.nameless == UNIDENTIFIED else "voice.unnamed"
        return [words.template(nameless), readable(words, node.owner or "")]
    if node.entity is not None:
        return [readable(words, entity_name(words, node.entity), own_language(node.entity))]
    return [readable(words, node.label) or words.template("voice.unknown")]


def _label(canvas: Canvas, words: Words, node: Node, x: float, middle: float, reserved: float) -> Html:
    ems = (canvas.box - 34 - reserved) / _FONT
    parts = [visible(part) for part in _label_parts(node, words)]
    lines = [line for part in parts for line in wrapped(part, ems, 1 if len(parts) > 1 else 2)]
    # The label is centred in what the count leaves.
    centre = x + canvas.box / 2 + (reserved if canvas.flipped else -reserved) / 2
    first = middle + 4.3 - (len(lines) - 1) * _LINE / 2
    return Html(
        "".join(
            el(
                "text",
                line,
                x=centre,
                y=first + number * _LINE,
                text_anchor="middle",
                direction=direction(line),
                class_="label",
            )
            for number, line in enumerate(lines)
        )
    )


def _edge(canvas: Canvas, graph: Graph, words: Words, edge: Edge) -> Html:
    way = canvas.laid.ways[edge.taker, edge.giver]
    start = canvas.sides(way[0])[1], canvas.middle(way[0])
    path = f"M{start[0]:.1f} {start[1]:.1f}"
    for key in way[1:]:
        outer, inner = canvas.sides(key)
        height = canvas.middle(key)
        half = (start[0] + outer) / 2
        path += f"C{half:.1f} {start[1]:.1f} {half:.1f} {height:.1f} {outer:.1f} {height:.1f}"
        if key != way[-1]:
            path += f"H{inner:.1f}"
        start = inner, height
    turned = way[0] != edge.taker
    count = words.count("count.statements", edge.count)
    title = _ends(graph, words, edge.taker, "←", edge.giver, count)
    stroke = 0.8 + min(0.9, 6 / sqrt(canvas.most)) * sqrt(edge.count)
    return el("path", title, d=path, stroke_width=stroke, class_="turned" if turned else None)


def _copy(canvas: Canvas, graph: Graph, words: Words, copy: CopyEdge) -> Html:
    layer_a, layer_b = canvas.laid.layer[copy.a], canvas.laid.layer[copy.b]
    # Arcs within a layer run outside of it; others join the sides that face each other.
    xa = canvas.sides(copy.a)[layer_a > layer_b]
    xb = canvas.sides(copy.b)[layer_b > layer_a]
    ya, yb = canvas.middle(copy.a), canvas.middle(copy.b)
    # Both ends keep off the centre, where the chain edges and other arcs meet.
    shift = 7 if yb > ya else -7
    ya, yb = ya + shift, yb - shift
    outward = 1 if canvas.flipped else -1
    bow_a = bow_b = 1.2 * min(_MARGIN - 8.0, 20 + abs(ya - yb) * 0.12) * outward
    if layer_a != layer_b:
        bow_a, bow_b = (-60 * outward, 60 * outward) if layer_a > layer_b else (60 * outward, -60 * outward)
    path = f"M{xa:.1f} {ya:.1f}C{xa + bow_a:.1f} {ya:.1f} {xb + bow_b:.1f} {yb:.1f} {xb:.1f} {yb:.1f}"
    sign = "→" if copy.directed else "↔"
    title = _ends(graph, words, copy.a, sign, copy.b, words.count("count.copies", copy.count))
    parts: list[Child] = [el("path", title, d=path)]
    if copy.directed:
        side = 7 if bow_b > 0 else -7
        parts.append(el("path", d=f"M{xb:.1f} {yb:.1f}l{side} -3.6v7.2z", class_="point"))
    return el("g", parts)


def _ends(graph: Graph, words: Words, one: str, sign: str, other: str, count: str) -> Html:
    labels = {node.key: node_label(node, words) for node in graph.nodes if node.key in {one, other}}
    if words.direction == "rtl":
        sign = {"←": "→", "→": "←"}.get(sign, sign)
    return el("title", f"{labels[one]} {sign} {labels[other]} · {count}")
