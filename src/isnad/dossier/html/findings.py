"""What comparing the reports found: where they differ, agree, hang on one root or go in a circle."""

from __future__ import annotations

from isnad.dossier.case import Case
from isnad.dossier.figures import findings_by_kind
from isnad.dossier.fitting import shortened
from isnad.dossier.html.build import Child, Html, el, say
from isnad.dossier.html.kit import (
    capped,
    listing,
    more,
    name,
    nothing,
    remark,
    report_by_document,
    root_name,
    section,
    tongue,
)
from isnad.dossier.marks import around
from isnad.dossier.words import Words
from isnad.model import DocumentSpan, Finding, Reading

_SHOWN = 10
# Words of one reading that are shown at once; twenty outlets with the same sentence need not be read twenty times.
_SPANS = 3
_ROOTS = 6
# Characters shown on both sides of the words of a reading.
_CONTEXT = 70
# Longest value told in the summary, in ems.
_VALUE = 24


def findings(case: Case, words: Words) -> Html:
    """The section of findings, grouped by kind."""
    groups = findings_by_kind(case)
    if not groups:
        return section(words, "findings", nothing(words, "findings"), note=False)
    parts: list[Child] = []
    for kind, numbered in groups:
        items = [_finding(case, words, number, finding) for number, finding in numbered]
        title = el("h3", words.template(f"finding.{kind}"), " ", el("span", words.number(len(items)), class_="n"))
        note = el("p", words.template(f"finding.{kind}_note"), class_="note")
        parts.append(el("div", title, note, capped(items, _SHOWN, words), class_=f"findings {kind}"))
    return section(words, "findings", parts)


def roots_sentence(case: Case, words: Words, finding: Finding) -> Html:
    """How many reports speak of the detail, and on how many independent roots they rest."""
    sentence = say(
        words,
        "finding.rest",
        reports=words.count("count.reports", finding.accounts),
        roots=words.count("count.independent_of", finding.independent_roots),
    )
    if not finding.common_link:
        return sentence
    link = say(words, "finding.common", name=root_name(case, words, finding.common_link))
    return Html(f"{sentence} {link}")


def _finding(case: Case, words: Words, number: int, finding: Finding) -> Html:
    rows = [_reading(case, words, number, index, reading) for index, reading in enumerate(finding.readings)]
    event = el("p", name(finding.event), class_="event") if finding.event else None
    return el(
        "article",
        el("h4", name(finding.detail)),
        event,
        el("p", roots_sentence(case, words, finding), class_="rest-on"),
        _table(words, finding, rows),
        reason_line(words, finding.reason),
        class_=f"finding {finding.kind}",
        id=f"f-{number}",
    )


def reason_line(words: Words, reason: str) -> Html | None:
    """Why a step says what it says."""
    return el("p", words.template("finding.why"), " ", remark(reason), class_="reason") if reason else None


def _table(words: Words, finding: Finding, rows: list[Html]) -> Html:
    keys = ("finding.value", "finding.words", "finding.documents", "finding.roots")
    head = el("tr", [el("th", words.template(key), scope="col", role="columnheader") for key in keys], role="row")
    caption = el("caption", say(words, "finding.caption", detail=name(finding.detail)))
    return el(
        "table",
        caption,
        el("thead", head, role="rowgroup"),
        el("tbody", rows, role="rowgroup"),
        class_="readings",
        role="table",
    )


def _reading(case: Case, words: Words, number: int, index: int, reading: Reading) -> Html:
    quotes = [
        _words_of(case, words, span, f"d-{number}-{index}-{position}") for position, span in enumerate(reading.spans)
    ]
    documents = [report_by_document(case, words, document) for document in reading.documents]
    roots = [root_name(case, words, root) for root in reading.roots]
    return el(
        "tr",
        el("th", name(reading.value), scope="row", role="rowheader"),
        el("td", capped(quotes, _SPANS, words), role="cell", data_label=words.template("finding.words")),
        el("td", folded(documents, _ROOTS, words), role="cell", data_label=words.template("finding.documents")),
        el("td", folded(roots, _ROOTS, words), role="cell", data_label=words.template("finding.roots")),
        role="row",
    )


def folded(items: list[Html], shown: int, words: Words) -> Html | str:
    """A list in a cell: its first items, the rest folded; a dash where there are none."""
    if not items:
        return "–"
    lines = [el("li", item) for item in items]
    if len(lines) <= shown:
        return el("ul", lines, class_="cell")
    rest = more(words.count("count.further", len(lines) - shown), el("ul", lines[shown:], class_="cell"))
    return Html(el("ul", lines[:shown], class_="cell") + rest)


def _words_of(case: Case, words: Words, span: DocumentSpan, anchor: str) -> Html:
    report = case.report(span.document)
    source = el("p", report_by_document(case, words, span.document), class_="from")
    if report is None or not 0 <= span.start < span.end <= len(report.analysis.text.clean):
        return Html(source + el("blockquote", span.text, **tongue(span.text)))
    text = report.analysis.text
    before, after = around(text.clean, span.start, span.end, _CONTEXT)
    shown = el("a", el("mark", span.text, class_="detail"), href=f"#{anchor}", class_="to")
    parts = [el("span", before, class_="around"), shown, el("span", after, class_="around")]
    return Html(source + el("blockquote", parts, **tongue(before + span.text + after, text.language)))


def summary_line(case: Case, words: Words, number: int, finding: Finding) -> Html:
    """One sentence for a finding, for the summary."""
    values = listing(name(shortened(reading.value, _VALUE)) for reading in finding.readings[:4])
    link = el("a", name(finding.detail), href=f"#f-{number}")
    told = say(words, f"finding.{finding.kind}_line", detail=link, values=values)
    return Html(f"{told} {roots_sentence(case, words, finding)}")
