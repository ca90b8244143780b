"""The view of a case: who is who, who is grouped with whom, what others say about somebody."""

from __future__ import annotations

import msgspec

from isnad.dossier.case import case, chain_entity
from isnad.dossier.dated import dates
from isnad.dossier.graph import graph
from isnad.dossier.html.cards import deed_object
from isnad.dossier.profiles import profiles
from isnad.dossier.readings import copying, groups, reading_text, wordings
from isnad.dossier.valued import tables
from isnad.dossier.words import Words
from isnad.model import Claim, Link, Span, Value

from .cases import small
from .known import LEILA_ID, TOBIAS_ID


def test_speakers_are_grouped_by_entity_and_otherwise_by_name() -> None:
    view = case(small())
    leila = view.speakers[0]
    assert leila.entity is not None and leila.entity.id == LEILA_ID
    assert {quote.report.number for quote in leila.quotes} == {1, 2, 3, 5}
    without = case(msgspec.structs.replace(small(), resolution=type(small().resolution)()))
    assert len(without.speakers) == len(view.speakers) + 1


def test_a_place_in_a_text_names_one_entity_or_nobody() -> None:
    view = case(small())
    document = small().analyses[0].document.id
    mention = view.who.entities[LEILA_ID].mentions[0]
    found = view.who.at(document, mention.span)
    assert found is not None and found.id == LEILA_ID
    assert view.who.at(document, Span(0, len(small().analyses[0].text.clean), "")) is None
    assert view.who.at("no such document", mention.span) is None


def test_who_goes_on_in_the_middle_of_a_chain_is_known_by_the_statement() -> None:
    built = small()
    first = built.analyses[0]
    outer, inner = first.statements[:2]
    assert built.resolution.speakers[outer.id] == LEILA_ID
    outer = msgspec.structs.replace(outer, source=None)
    inner = msgspec.structs.replace(inner, parent=outer.id)
    own = first.chains[1].links
    links = (own[0], Link("ليلى", "speech", outer.cue), own[-1])
    chains = (first.chains[0], msgspec.structs.replace(first.chains[1], links=links), *first.chains[2:])
    analysis = msgspec.structs.replace(first, statements=(outer, inner, *first.statements[2:]), chains=chains)
    view = case(msgspec.structs.replace(built, analyses=(analysis, *built.analyses[1:])))
    found = chain_entity(view, view.quotes[1], 1)
    assert view.quotes[1].around == (1,) and found is not None and found.id == LEILA_ID


def test_a_deed_is_shown_with_whom_or_what_it_was_done_to() -> None:
    built = small()
    agent = next(one for one in built.comparison.findings if one.aspect == "agent")
    name = case(built).who.entities[LEILA_ID].name
    assert deed_object(case(built), Words("en"), agent) is None
    done = msgspec.structs.replace(agent, event=name)
    shown = deed_object(case(built), Words("en"), done)
    assert shown is not None and "Whom or what" in shown and name in shown


def test_outlets_are_called_as_the_interface_calls_them() -> None:
    dossier = small()
    first = dossier.analyses[0]
    chains = tuple(
        msgspec.structs.replace(
            chain, links=(msgspec.structs.replace(chain.links[0], outlet_id="o:1"), *chain.links[1:])
        )
        for chain in first.chains
    )
    analyses = (msgspec.structs.replace(first, chains=chains), *dossier.analyses[1:])
    named = msgspec.structs.replace(dossier, analyses=analyses, outlets={"o:1": {"en": "The Harbour"}})
    assert case(named, "en").reports[0].shown == "The Harbour"
    assert case(named, "fa").reports[0].shown == "صحيفة المرفأ"
    assert case(named, "en").called("صحيفة المرفأ") == "The Harbour"


def test_an_outlet_that_no_report_names_in_the_language_has_the_tables_name() -> None:
    dossier = small()
    paper = msgspec.structs.replace(dossier.resolution.entities[0], id="en:paper", name="المرفأ", outlet="o:1")
    paper = msgspec.structs.replace(paper, names={"ar": "المرفأ"}, joins=())
    resolution = msgspec.structs.replace(dossier.resolution, entities=(*dossier.resolution.entities, paper))
    named = msgspec.structs.replace(
        dossier, resolution=resolution, outlets={"o:1": {"en": "The Harbour", "ar": "صحيفة المرفأ"}}
    )
    names = case(named, "en").who.entities["en:paper"].names
    assert names == {"en": "The Harbour", "ar": "المرفأ"}


def test_findings_fall_into_groups_by_what_a_reader_does_with_them() -> None:
    found = groups(case(small()))
    numbers = [[number for number, _ in some] for some in (found.disputes, found.agreed, found.named, found.nameless)]
    assert numbers == [[1], [2], [3], []]
    assert [number for number, _ in found.alone] == [5] and [number for number, _ in found.circles] == [4]


def test_who_took_from_whom_within_a_finding_is_counted() -> None:
    view = case(small())
    finding = small().comparison.findings[0]
    assert copying(view, finding) == [(view.reports[0], 2), ("Nowhere Post", 1)]
    assert copying(view, small().comparison.findings[1]) == []


def test_a_reading_is_told_in_the_language_of_the_interface_or_marked_as_foreign() -> None:
    words, view = Words("fa"), case(small(), "fa")
    conflict, _, agent, _, engine = small().comparison.findings
    assert reading_text(view, words, conflict.readings[0]).text == "۵ ساعت"
    assert reading_text(view, words, conflict.readings[1]).marks == ("modality.planned",)
    shown = reading_text(view, words, agent.readings[0])
    assert shown.foreign and shown.text == "انجمن ناخدایان"
    assert reading_text(view, words, engine.readings[0]).text == "رخ داد"
    assert len(wordings(conflict.readings[0].spans)) == 2


def test_what_others_say_about_somebody_is_not_what_they_say_themselves() -> None:
    found = {one.entity.id: one for _, members in profiles(case(small())) for one in members}
    assert len(found[LEILA_ID].said) == 7 and found[LEILA_ID].about == ()
    assert [entity.id for entity in found[LEILA_ID].offices] == ["en:port"]
    assert [quote.reference for quote, _ in found["en:port"].about] == ["1.1"]
    assert len(found[TOBIAS_ID].mentions[0][1]) == 2


def test_dates_stand_by_day_and_open_ones_apart() -> None:
    found = dates(case(small()), Words("en"))
    assert [(one.edtf, len(one.reports)) for one in found.dated] == [("../2031-02", 1), ("2031-03-02", 3)]
    assert found.dated[1].subjects == ("meeting",)
    assert [span.text for span in found.unresolved] == ["three in the afternoon"]
    assert [len(reports) for _, reports in found.published] == [1, 3, 1]


def test_values_stand_by_what_they_measure() -> None:
    found = {table.title: table for table in tables(case(small()), Words("en"))}
    assert [row.text for row in found["meeting"].rows] == ["5 hours", "45 minutes"]
    assert [row.text for row in found["passenger"].rows] == ["214", "at least 180"]
    assert found["dates"].of is None


def test_common_links_are_marked_in_the_graph_and_one_person_is_one_node() -> None:
    nodes = [node for node in graph(case(small())).nodes if node.entity and node.entity.id == LEILA_ID]
    assert len(nodes) == 1 and nodes[0].common
    assert sum(node.common for node in graph(case(small())).nodes) == 1


def test_the_anniversary_of_a_happening_is_no_day_of_it() -> None:
    def recalled(value: Value | None) -> Value | None:
        return msgspec.structs.replace(value, unit="anniversary") if value is not None else None

    def all_recalled(claim: Claim) -> Claim:
        values = tuple(msgspec.structs.replace(value, unit="anniversary") for value in claim.values)
        return msgspec.structs.replace(claim, time=recalled(claim.time), values=values)

    dossier = small()
    analyses = tuple(
        msgspec.structs.replace(one, claims=tuple(all_recalled(claim) for claim in one.claims))
        for one in dossier.analyses
    )
    found = dates(case(msgspec.structs.replace(dossier, analyses=analyses)), Words("en"))
    assert found.dated[1].subjects == ("anniversary",)
