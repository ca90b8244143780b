"""The accounts of each event side by side: a row for each report, a column for each detail."""

from __future__ import annotations

from isnad.dossier.case import Case, Report
from isnad.dossier.fitting import shortened
from isnad.dossier.html.build import Child, Html, el, join
from isnad.dossier.html.cards import event_html, reason_line, title_html, told_value
from isnad.dossier.html.kit import capped, entity_link, name, nothing, region, report_link, section, tags
from isnad.dossier.html.spots import Spots
from isnad.dossier.readings import Numbered, documents_of, letter, reading_text, title_of
from isnad.dossier.words import Words
from isnad.model import Event, Finding, Reading

_COLUMNS = 6
_EVENTS = 8
_ROWS = 30
_ENTITIES = 8
_TITLE = 60
_VALUE = 22


def events(case: Case, words: Words, spots: Spots) -> Html:
    """The section of events, those with most details in dispute first."""
    details: dict[str, list[Numbered]] = {}
    for number, finding in enumerate(case.dossier.comparison.findings, start=1):
        if finding.event_id:
            details.setdefault(finding.event_id, []).append((number, finding))
    order = list(enumerate(case.dossier.comparison.events, start=1))
    if not order:
        return section(words, "events", nothing(words, "events"), note=False)
    order.sort(key=lambda pair: (-len(details.get(pair[1].id, ())), -len(pair[1].documents), pair[0]))
    made = [_event(case, words, spots, number, event, details.get(event.id, [])) for number, event in order]
    return section(words, "events", capped(made, _EVENTS, words))


def _event(case: Case, words: Words, spots: Spots, number: int, event: Event, details: list[Numbered]) -> Html:
    reports = [report for document in event.documents if (report := case.report(document))]
    counts = [words.count("count.accounts", len(event.documents)), words.count("events.details", len(details))]
    involved = [case.who.entities[one] for one in event.entities if one in case.who.entities][:_ENTITIES]
    names = el("p", join(" · ", [entity_link(case, words, one, beside=False) for one in involved]), class_="who")
    body: Child = el("p", [[report_link(report, words), " "] for report in reports], class_="from")
    if details:
        table = _table(case, words, spots, event, reports, details[:_COLUMNS])
        body = region(table, words.template("events.scroll"), "graph accounts-of")
    left = len(details) - _COLUMNS
    note = el("p", words.count("events.more_details", left), class_="note") if left > 0 else None
    return el(
        "article",
        el("h3", event_html(words, event)),
        el("p", " · ".join(counts), class_="who"),
        names if involved else None,
        body,
        note,
        reason_line(case, words, event.reason),
        class_="event-of",
        id=f"ev-{number}",
    )


def _table(
    case: Case, words: Words, spots: Spots, event: Event, reports: list[Report], details: list[Numbered]
) -> Html:
    heads = [el("th", words.template("events.report"), scope="col", role="columnheader")]
    for number, finding in details:
        link = el("a", title_html(case, words, finding), href=f"#f-{number}")
        heads.append(el("th", link, scope="col", role="columnheader", class_=finding.kind))
    tellers = {one.number for _, finding in details for name_ in documents_of(finding) if (one := case.report(name_))}
    telling = [report for report in reports if report.number in tellers]
    rows = [
        el(
            "tr",
            el("th", report_link(report, words), scope="row", role="rowheader"),
            [_cell(case, words, spots, report, pair) for pair in details],
            role="row",
        )
        for report in telling[:_ROWS]
    ]
    left = len(telling) - len(rows)
    more = el("p", words.count("count.further", left), class_="note") if left > 0 else None
    silent = [[report_link(report, words), " "] for report in reports if report not in telling]
    without = el("p", el("span", words.template("events.without"), class_="how"), " ", silent) if silent else None
    table = el(
        "table",
        el("caption", words.template("events.caption").partition("{name}")[0], name(shortened(event.name, _TITLE))),
        el("thead", el("tr", heads, role="row"), role="rowgroup"),
        el("tbody", rows, role="rowgroup"),
        class_="matrix",
        role="table",
    )
    return Html(table + (more or "") + (without or ""))


def _cell(case: Case, words: Words, spots: Spots, report: Report, pair: Numbered) -> Html:
    _, finding = pair
    parts: list[Child] = []
    for index, reading in enumerate(finding.readings):
        if any(case.report(document) is report for document in reading.documents):
            mark = el("span", letter(words, index), class_="letter") if len(finding.readings) > 1 else None
            parts.append(el("div", mark, _value(case, words, spots, report, finding, reading)))
    title, _ = title_of(case, words, finding)
    label = shortened(title, _VALUE)
    return el("td", parts or "·", role="cell", class_=None if parts else "nothing", data_label=label)


def _value(case: Case, words: Words, spots: Spots, report: Report, finding: Finding, reading: Reading) -> Html:
    shown = reading_text(case, words, reading, finding.aspect)
    value = told_value(words, shown, _VALUE)
    place = next((span for span in reading.spans if case.report(span.document) is report), None)
    href = spots.href(place.document, place.start, place.end) if place else None
    linked = el("a", value, href=href, title=place.text if place else None) if href else value
    return Html("".join([linked, *(el("span", tag) for tag in tags(words, shown.marks))]))
