"""Each report: where it comes from, what was noticed about it, and its whole text with marks."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from isnad.dossier.case import Case, Report
from isnad.dossier.html.anchors import anchors_of
from isnad.dossier.html.build import Child, Html, el, join, web_address
from isnad.dossier.html.kit import called, more, name, nothing, piece, remark, section, tongue, words_for
from isnad.dossier.html.spots import Spots
from isnad.dossier.marks import Mark, Piece, marks_of, split
from isnad.dossier.remarks import remark_text
from isnad.dossier.spelled import published
from isnad.dossier.words import Words
from isnad.model import Document, Segment, Text

# Segments that steps do not look at: kept, greyed and folded.
ASIDE = frozenset({"boilerplate", "related_link", "repeat", "pull_quote"})


class Places(NamedTuple):
    """What sections point to in one report, by place of its text: anchors before it, and ids of the marks there."""

    anchors: dict[int, list[Html]]
    ids: dict[int, str]


def reports(case: Case, words: Words, spots: Spots) -> Html:
    """The section of reports, each folded."""
    if not case.reports:
        return section(words, "reports", nothing(words, "reports"), note=False)
    anchors, details = anchors_of(case, words, spots)
    items = [
        _report(case, report, words, Places(anchors[report.number], spots.ids(report.number)), details[report.number])
        for report in case.reports
    ]
    return section(words, "reports", items)


def _report(case: Case, report: Report, words: Words, places: Places, details: list[Mark]) -> Html:
    text = report.analysis.text
    language = text.language
    number = el("span", words.number(report.number), class_="no")
    heading = el("h3", number, " ", name(report.title, language))
    line = [called(words, report.shown, language) if report.outlet else name(report.label)]
    line = line if report.label != report.title else []
    line.append(Html(published(words, report.account.date) or ""))
    line.append(Html(words.count("count.statements", len(report.analysis.statements))))
    facts = el("span", join(" · ", [part for part in line if part]), class_="who")
    return el(
        "details",
        el("summary", heading, facts),
        _metadata(case, report, words),
        _notices(case, report, words),
        el("div", _text(report, words, places, details), class_="text", **tongue(text.clean, language)),
        class_="report",
        id=f"r-{report.number}",
    )


def _metadata(case: Case, report: Report, words: Words) -> Html:
    document, text = report.analysis.document, report.analysis.text
    rows: list[tuple[str, Child]] = [
        ("file", name(document.name)),
        ("outlet", name(report.outlet) if report.outlet else None),
        ("date", el("bdi", document.date, dir="ltr") if document.date else None),
        ("author", name(document.author) if document.author else None),
        ("url", _address(document.url)),
        ("from", remark(case, words, document.metadata_from) if document.metadata_from else None),
        ("language", words_for(words, "language", text.language)),
        ("credits", _credits(report, words)),
        ("format", _format(document, text, words)),
        ("hash", el("code", document.sha256, dir="ltr")),
    ]
    pairs = [(el("dt", words.template(f"meta.{key}")), el("dd", value)) for key, value in rows if value]
    return el("dl", [el("div", pair) for pair in pairs], class_="meta-list")


def _address(url: str | None) -> Html | None:
    if url is None:
        return None
    target = web_address(url)
    shown = el("bdi", url, dir="ltr", class_="url")
    return el("a", shown, href=target, rel="noopener noreferrer nofollow") if target else shown


def _credits(report: Report, words: Words) -> Child:
    language = report.analysis.text.language
    items = [
        el("li", name(credit.name, language), " ", el("span", words_for(words, "credit", credit.kind), class_="how"))
        for credit in report.analysis.credits
    ]
    return el("ul", items, class_="cell") if items else None


def _format(document: Document, text: Text, words: Words) -> Html:
    size = words.count("count.bytes", document.size)
    return join(" · ", [name(document.media_type), name(text.encoding), size])


def _notices(case: Case, report: Report, words: Words) -> Html | None:
    items = [
        el("li", el("code", notice.code, dir="ltr"), " ", remark(case, words, notice.message))
        for notice in report.analysis.text.warnings
    ]
    return el("div", el("p", words.template("reports.notices")), el("ul", items), class_="notices") if items else None


def _text(report: Report, words: Words, places: Places, details: list[Mark]) -> list[Html]:
    """The whole clean text, block by block, nothing left out."""
    text = report.analysis.text
    marks = list(details)
    for number, statement in enumerate(report.analysis.statements, start=1):
        marks += marks_of(statement, number)
    cuts = {edge for segment in text.segments for edge in (segment.start, segment.end)}
    pieces = split(0, len(text.clean), marks, [*cuts, *places.anchors])
    blocks = _blocks(text, pieces)
    shown: list[Html] = []
    aside: list[tuple[Segment | None, list[Piece]]] = []
    for segment, inside in blocks:
        if segment and segment.kind in ASIDE:
            aside.append((segment, inside))
            continue
        if aside:
            shown.append(_aside(text, aside, words, places))
            aside = []
        shown.append(_block(text, words, segment, inside, places))
    if aside:
        shown.append(_aside(text, aside, words, places))
    return shown


def _blocks(text: Text, pieces: list[Piece]) -> list[tuple[Segment | None, list[Piece]]]:
    """The pieces of each segment, and of what lies between segments where it is more than white space."""
    blocks: list[tuple[Segment | None, list[Piece]]] = []
    segments = iter(text.segments)
    segment = next(segments, None)
    for one in pieces:
        while segment and segment.end <= one.start:
            segment = next(segments, None)
        owner = segment if segment and segment.start <= one.start else None
        if owner is None and text.clean[one.start : one.end].isspace():
            continue
        if blocks and blocks[-1][0] is owner:
            blocks[-1][1].append(one)
        else:
            blocks.append((owner, [one]))
    return blocks


def _block(text: Text, words: Words, segment: Segment | None, pieces: list[Piece], places: Places) -> Html:
    parts: list[Child] = []
    for one in pieces:
        parts.extend(places.anchors.get(one.start, ()))
        parts.append(piece(text.clean, one, id=places.ids.get(one.start)))
    kind = segment.kind if segment else "body"
    language = segment.language if segment and segment.language != "und" else text.language
    shown = text.clean[pieces[0].start : pieces[-1].end]
    title = remark_text(words, segment.reason) if segment and segment.reason and segment.kind in ASIDE else None
    return el("p", parts, class_=f"seg {kind}", title=title, **tongue(shown, language))


def _aside(text: Text, blocks: list[tuple[Segment | None, list[Piece]]], words: Words, places: Places) -> Html:
    counts: dict[str, int] = defaultdict(int)
    for segment, _ in blocks:
        counts[segment.kind if segment else "body"] += 1
    kinds = join(" · ", [words.count(f"segment.{kind}", number) for kind, number in counts.items()])
    label = Html(f"{words.template('reports.aside')} {kinds}")
    summary = el("span", label, dir=words.direction, lang=words.language)
    return more(summary, [_block(text, words, segment, inside, places) for segment, inside in blocks], class_="aside")
