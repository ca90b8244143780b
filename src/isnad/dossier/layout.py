"""Layered drawing of a graph, after Sugiyama, small and deterministic.

Roots stand in layer 0, whoever has words from layer n in a layer above it; outlets that nobody cites all stand in
the last layer.  Edges over several layers pass through waypoints, the order within layers follows barycenters, and
places come from least squares under minimal distances.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Pair = tuple[str, str]
Layers = list[list[str]]

_SWEEPS = 12
_SMOOTHINGS = 8


@dataclass(frozen=True, slots=True)
class Layout:
    """``layer`` and ``place`` (centre across the layer, from 0) of every node and waypoint, and each edge's way."""

    layer: dict[str, int]
    place: dict[str, float]
    ways: dict[Pair, tuple[str, ...]]
    depth: int
    extent: float


def layout(nodes: Sequence[str], edges: Iterable[Pair], node_size: float, waypoint_size: float) -> Layout:
    """Places for ``nodes`` (in order of importance) with ``edges`` from taker to giver."""
    pairs = _acyclic(nodes, list(edges))
    layer = _layers(nodes, pairs)
    ways, layers = _waypoints(nodes, pairs, layer)
    real = set(nodes)
    links = [step for way in ways.values() for step in itertools.pairwise(way)]
    layers = _ordered(layers, links)
    sizes = {key: node_size if key in real else waypoint_size for row in layers for key in row}
    place = _places(layers, links, sizes)
    extent = max((place[key] + sizes[key] / 2 for key in place), default=0.0)
    return Layout({key: depth for depth, row in enumerate(layers) for key in row}, place, ways, len(layers), extent)


def _acyclic(nodes: Sequence[str], edges: list[Pair]) -> list[tuple[Pair, Pair]]:
    """Each edge with the direction it is drawn in: edges that would close a circle are turned round."""
    following: dict[str, list[str]] = defaultdict(list)
    for taker, giver in edges:
        following[taker].append(giver)
    turned: set[Pair] = set()
    state: dict[str, int] = {}
    for start in nodes:
        _walk(start, following, state, turned)
    return [(edge, (edge[1], edge[0]) if edge in turned else edge) for edge in edges]


def _walk(start: str, following: dict[str, list[str]], state: dict[str, int], turned: set[Pair]) -> None:
    if start in state:
        return
    state[start] = 1
    stack = [(start, iter(following[start]))]
    while stack:
        node, rest = stack[-1]
        for giver in rest:
            if state.get(giver) == 1:
                turned.add((node, giver))
            elif giver not in state:
                state[giver] = 1
                stack.append((giver, iter(following[giver])))
                break
        else:
            state[node] = 2
            stack.pop()


def _layers(nodes: Sequence[str], pairs: list[tuple[Pair, Pair]]) -> dict[str, int]:
    givers: dict[str, list[str]] = defaultdict(list)
    takers: dict[str, list[str]] = defaultdict(list)
    for _, (taker, giver) in pairs:
        givers[taker].append(giver)
        takers[giver].append(taker)
    layer = dict.fromkeys(nodes, 0)
    waiting = {node: len(givers[node]) for node in nodes}
    ready = [node for node in nodes if not waiting[node]]
    for node in ready:
        for taker in takers[node]:
            layer[taker] = max(layer[taker], layer[node] + 1)
            waiting[taker] -= 1
            if not waiting[taker]:
                ready.append(taker)
    last = max(layer.values(), default=0)
    return {node: last if givers[node] and not takers[node] else layer[node] for node in nodes}


def _waypoints(
    nodes: Sequence[str], pairs: list[tuple[Pair, Pair]], layer: dict[str, int]
) -> tuple[dict[Pair, tuple[str, ...]], Layers]:
    layers: Layers = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for node in nodes:
        layers[layer[node]].append(node)
    ways: dict[Pair, tuple[str, ...]] = {}
    for number, (edge, (high, low)) in enumerate(pairs):
        if edge in ways or layer[high] == layer[low]:
            continue
        points = {depth: f"\x00{number}.{depth}" for depth in range(layer[low] + 1, layer[high])}
        for depth, point in points.items():
            layers[depth].append(point)
        way = (high, *(points[depth] for depth in sorted(points, reverse=True)), low)
        ways[edge] = way
    return ways, layers


def _ordered(layers: Layers, links: list[Pair]) -> Layers:
    """The order with the fewest crossings met while sweeping down and up."""
    up, down = _neighbours(links)
    best, fewest = layers, _crossings(layers, down)
    current = layers
    for sweep in range(_SWEEPS):
        downward = sweep % 2 == 0
        current = _swept(current, up if downward else down, downward)
        crossings = _crossings(current, down)
        if crossings < fewest:
            best, fewest = current, crossings
    return best


def _neighbours(links: list[Pair]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    up: dict[str, list[str]] = defaultdict(list)
    down: dict[str, list[str]] = defaultdict(list)
    for high, low in links:
        up[low].append(high)
        down[high].append(low)
    return up, down


def _swept(layers: Layers, neighbours: dict[str, list[str]], downward: bool) -> Layers:
    result = [list(row) for row in layers]
    depths = range(len(result) - 1, -1, -1) if downward else range(len(result))
    for depth in depths:
        beside = depth + 1 if downward else depth - 1
        if not 0 <= beside < len(result):
            continue
        index = {key: position for position, key in enumerate(result[beside])}
        own = {key: position for position, key in enumerate(result[depth])}
        centre = {key: _mean([index[near] for near in neighbours[key]], own[key]) for key in result[depth]}
        result[depth].sort(key=lambda key: (centre[key], own[key]))
    return result


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else float(otherwise)


def _crossings(layers: Layers, down: dict[str, list[str]]) -> int:
    total = 0
    for depth in range(1, len(layers)):
        index = {key: position for position, key in enumerate(layers[depth - 1])}
        ends = [end for key in layers[depth] for end in sorted(index[low] for low in down[key])]
        total += _inversions(ends, len(index))
    return total


def _inversions(values: list[int], size: int) -> int:
    """Pairs out of order, counted with a Fenwick tree."""
    tree = [0] * (size + 1)
    total = 0
    for seen, value in enumerate(values):
        position, smaller = value + 1, 0
        while position:
            smaller += tree[position]
            position &= position - 1
        total += seen - smaller
        position = value + 1
        while position <= size:
            tree[position] += 1
            position += position & -position
    return total


def _places(layers: Layers, links: list[Pair], sizes: dict[str, float]) -> dict[str, float]:
    """Each node near the mean of its neighbours, none nearer to the next than their sizes allow."""
    up, down = _neighbours(links)
    place: dict[str, float] = {}
    for row in layers:
        place |= _fitted(row, [0.0] * len(row), sizes)
    for step in range(_SMOOTHINGS):
        for row in layers if step % 2 else reversed(layers):
            wishes = [_mean([place[near] for near in up[key] + down[key]], place[key]) for key in row]
            place |= _fitted(row, wishes, sizes)
    top = min((place[key] - sizes[key] / 2 for key in place), default=0.0)
    return {key: value - top for key, value in place.items()}


def _fitted(row: list[str], wishes: Sequence[float], sizes: dict[str, float]) -> dict[str, float]:
    """The places nearest to the wishes that keep order and distance (pool adjacent violators)."""
    offsets: list[float] = []
    offset = 0.0
    for previous, key in zip([None, *row], row, strict=False):
        offset += 0.0 if previous is None else (sizes[previous] + sizes[key]) / 2
        offsets.append(offset)
    pools: list[tuple[float, int]] = []
    for wish, start in zip(wishes, offsets, strict=True):
        mean, count = wish - start, 1
        while pools and pools[-1][0] >= mean:
            before, members = pools.pop()
            mean = (before * members + mean * count) / (members + count)
            count += members
        pools.append((mean, count))
    levels = [mean for mean, count in pools for _ in range(count)]
    return {key: level + start for key, level, start in zip(row, levels, offsets, strict=True)}
