"""The layered drawing: layers, distances, circles, groups."""

from __future__ import annotations

from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from isnad.dossier.case import case, unnamed_owner
from isnad.dossier.fitting import shortened, width, wrapped
from isnad.dossier.graph import MOST_NODES, graph, tailed
from isnad.dossier.html.svg import node_label
from isnad.dossier.layout import layout
from isnad.dossier.words import Words
from isnad.model import Link

from .cases import small
from .conftest import dossier_of
from .drafts import LEILA

_nodes = [f"n{number}" for number in range(12)]
_edges = st.lists(
    st.tuples(st.sampled_from(_nodes), st.sampled_from(_nodes)).filter(lambda edge: edge[0] != edge[1]), unique=True
)


@given(_edges)
def test_any_graph_is_laid_out(edges: list[tuple[str, str]]) -> None:
    laid = layout(_nodes, edges, 50, 16)
    assert laid == layout(_nodes, edges, 50, 16)
    assert set(_nodes) <= set(laid.place)
    for edge in edges:
        way = laid.ways[edge]
        assert {way[0], way[-1]} == set(edge)
        assert [laid.layer[key] for key in way] == list(range(laid.layer[way[0]], laid.layer[way[-1]] - 1, -1))
    rows: dict[int, list[float]] = {}
    for node in _nodes:
        rows.setdefault(laid.layer[node], []).append(laid.place[node])
    for places in rows.values():
        ordered = sorted(places)
        assert all(after - before >= 49.999 for before, after in pairwise(ordered))
        assert ordered[0] >= 24.999 and ordered[-1] <= laid.extent - 24.999


def test_outlets_stand_last_and_roots_first() -> None:
    laid = layout(["near", "far", "agency", "root"], [("far", "agency"), ("agency", "root"), ("near", "root")], 50, 16)
    assert [laid.layer[key] for key in ("root", "agency", "far", "near")] == [0, 1, 2, 2]


def test_the_graph_merges_statements_and_names_whose_source_it_is() -> None:
    whole = graph(case(dossier_of("small")))
    kinds = {node.label or node.owner: node.kind for node in whole.nodes}
    assert kinds["خبرگزاری نیلوفر"] == "outlet"
    assert kinds["وكالة سدرة للأنباء"] == "agency"
    assert kinds["The port authority’s minutes"] == "document"
    assert sum(node.kind == "unnamed" for node in whole.nodes) == 4
    assert any(edge.count == 2 for edge in whole.edges)
    assert {copy.directed for copy in whole.copies} == {True, False}


def test_someone_without_a_name_is_an_unnamed_source_of_whoever_handed_it_on() -> None:
    built = small()
    first = built.analyses[0]
    links = (first.chains[0].links[0], Link(LEILA, "speech", None), Link(None, "hearsay", None))
    chain = msgspec.structs.replace(first.chains[0], links=links, root="unnamed:x", root_label="x", root_unnamed=True)
    analysis = msgspec.structs.replace(first, chains=(chain, *first.chains[1:]))
    view = case(msgspec.structs.replace(built, analyses=(analysis, *built.analyses[1:])))
    assert unnamed_owner(view.quotes[0]) == LEILA
    assert view.root("unnamed:x").owner == view.root("x").owner == LEILA
    assert any(node.kind == "unnamed" and node.owner == LEILA for node in graph(view).nodes)


def test_who_is_meant_and_not_made_out_is_no_unnamed_source() -> None:
    built = small()
    first = built.analyses[0]
    links = (first.chains[0].links[0], Link(LEILA, "speech", None), Link(None, "unknown", None))
    label = f"unidentified speaker in the words of {LEILA}"
    chain = msgspec.structs.replace(first.chains[0], links=links, root="unnamed:x", root_label=label, root_unnamed=True)
    analysis = msgspec.structs.replace(first, chains=(chain, *first.chains[1:]))
    view = case(msgspec.structs.replace(built, analyses=(analysis, *built.analyses[1:])))
    assert view.root(label).nameless == "voice.unidentified_in" and view.root(label).owner == LEILA
    (node,) = (node for node in graph(view).nodes if node.owner == LEILA)
    assert node.kind == "unnamed" and node.nameless == "voice.unidentified_in"
    for language, words in (("en", "unidentified speaker"), ("ar", "متكلم لا يُعرف"), ("fa", "گوینده‌ای ناشناس")):
        assert words in node_label(node, Words(language))


def test_a_long_tail_is_grouped_by_kind_and_nothing_is_lost() -> None:
    whole = graph(case(dossier_of("large")))
    shown = tailed(whole)
    assert len(whole.nodes) > MOST_NODES >= len(shown.nodes)
    assert sum(node.grouped or 1 for node in shown.nodes) == len(whole.nodes)
    assert sum(edge.count for edge in shown.edges) == sum(edge.count for edge in whole.edges)
    assert tailed(shown) == shown


@given(st.text(), st.floats(2, 30))
def test_labels_fit(text: str, ems: float) -> None:
    assert width(shortened(text, ems)) <= ems
    lines = wrapped(text, ems)
    assert len(lines) <= 2
    assert all(width(line) <= ems for line in lines)
