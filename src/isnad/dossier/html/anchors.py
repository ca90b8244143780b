"""Places in the reports that other sections point to, found for all reports in one go."""

from __future__ import annotations

from isnad.dossier.case import Case, Quote
from isnad.dossier.html.build import Html, el
from isnad.dossier.html.copies import detailed
from isnad.dossier.html.spots import Spots
from isnad.dossier.marks import Mark, marks_of
from isnad.dossier.words import Words

Anchors = dict[int, dict[int, list[Html]]]


def anchors_of(case: Case, words: Words, spots: Spots) -> tuple[Anchors, dict[int, list[Mark]]]:
    """By report number: the anchors at each place of its text, and the marks of findings and linked places on it."""
    anchors: Anchors = {report.number: {} for report in case.reports}
    details: dict[int, list[Mark]] = {report.number: [] for report in case.reports}
    for quote in case.quotes:
        start = min((mark.start for mark in marks_of(quote.statement, quote.number)), default=0)
        anchors[quote.report.number].setdefault(start, []).append(_reference(quote, words))
    _findings(case, details)
    _passages(case, anchors)
    for report in case.reports:
        details[report.number] += spots.marks(report.number)
    return anchors, details


def _reference(quote: Quote, words: Words) -> Html:
    """The small number before a statement; it leads back to the list of statements."""
    place = f"{quote.report.number}-{quote.number}"
    label = words.template("quote.place").replace("{n}", words.digits(quote.reference))
    return el("a", words.number(quote.number), class_="ref", id=f"s-{place}", href=f"#q-{place}", aria_label=label)


def _findings(case: Case, details: dict[int, list[Mark]]) -> None:
    for number, finding in enumerate(case.dossier.comparison.findings, start=1):
        for span in (span for reading in finding.readings for span in reading.spans):
            report = case.report(span.document)
            if report is not None and span.start < span.end:
                details[report.number].append(Mark(span.start, span.end, "detail", number))


def _passages(case: Case, anchors: Anchors) -> None:
    for number, copy in enumerate(detailed(case), start=1):
        for index, passage in enumerate(copy.passages):
            for document, span, side in ((copy.a, passage.a, "a"), (copy.b, passage.b, "b")):
                report = case.report(document)
                if report is not None:
                    anchor = el("span", id=f"p-{number}-{index}-{side}", class_="here")
                    anchors[report.number].setdefault(span.start, []).append(anchor)
