"""A finding as a card: what it is about, what it rests on, and its readings side by side."""

from __future__ import annotations

from isnad.dossier.case import Case, Report
from isnad.dossier.fitting import shortened
from isnad.dossier.html.build import Child, Html, el, filled, join, say
from isnad.dossier.html.kit import (
    called,
    entity_link,
    more,
    name,
    remark,
    report_by_document,
    report_link,
    report_name,
    report_number,
    root_name,
    tags,
    tongue,
    with_original,
)
from isnad.dossier.html.ring import ring
from isnad.dossier.html.scale import Bar, bounds_of, comparable, picture
from isnad.dossier.html.spots import Spots
from isnad.dossier.marks import around
from isnad.dossier.naming import concept_name, event_title, known_concept, names_concept, reads
from isnad.dossier.readings import Told, copying, letter, reading_text, title_of, wordings
from isnad.dossier.who import name_key
from isnad.dossier.words import Words
from isnad.model import DocumentSpan, Event, Finding, Reading

# Wordings of one reading that are shown at once; twenty outlets with the same sentence need not be read twenty times.
_WORDINGS = 2
_CHIPS = 8
_ROOTS = 6
_GIVERS = 2
# More readings than this are told in words only.
_BARS = 8
# Characters shown on both sides of the words of a reading, and at most of the words themselves.
_CONTEXT = 70
_LONGEST = 420
# A title in foreign words is cut here, in ems.
_TITLE = 60


def card(case: Case, words: Words, spots: Spots, number: int, finding: Finding) -> Html:
    """The card of a finding; ``number`` is its place in the dossier."""
    readings = [_reading(case, words, spots, finding, index) for index in range(len(finding.readings))]
    title = el("h3", title_html(case, words, finding))
    head = el("div", title, event_line(case, words, finding), el("p", standing(case, words, finding), class_="rest-on"))
    several = " several" if len(finding.readings) > 1 else ""
    return el(
        "article",
        el("div", head, _drawing(case, words, finding), class_="card-head"),
        el("ol", readings, class_=f"readings{several}"),
        reason_line(case, words, finding.reason),
        class_=f"finding {finding.kind}",
        id=f"f-{number}",
    )


def title_html(case: Case, words: Words, finding: Finding) -> Html:
    """What a finding is about: in the interface's words, else the report's own."""
    title, foreign = title_of(case, words, finding)
    return name(shortened(title, _TITLE)) if foreign else el("span", title)


def event_line(case: Case, words: Words, finding: Finding) -> Html | None:
    """The event, as a report names it, or whom or what a deed was done to."""
    if not finding.event or finding.event == finding.detail or finding.aspect == "credit":
        return None
    done_to = deed_object(case, words, finding)
    if done_to is not None:
        return el("p", done_to, class_="event")
    known = case.event(finding.event_id)
    repeats = any(reading.value.startswith(finding.event) for reading in finding.readings)
    if known is None and (repeats or names_concept(finding.event, finding.concept)):
        return None
    concept = known_concept(finding.event)
    event: Child = concept_name(words, finding.event) if concept else name(shortened(finding.event, _TITLE))
    if known is not None:
        event = el("a", event_html(words, known[1]), href=f"#ev-{known[0]}")
    return el("p", say(words, "reading.event", name=event), class_="event")


def deed_object(case: Case, words: Words, finding: Finding) -> Html | None:
    """Whom or what a deed was done to ("who founded it" says too little), in the report's words beside ours."""
    entity = case.who.by_name(name_key(finding.event)) if finding.aspect == "agent" else None
    return say(words, "reading.deed", name=entity_link(case, words, entity)) if entity else None


def event_html(words: Words, event: Event) -> Html:
    """An event in the interface's words, and as a report calls it."""
    title = event_title(words, event)
    quoted = name(shortened(event.name, _TITLE))
    if title is None or title == event.name:
        return quoted
    if reads(words, event.name):
        return el("span", title)
    return Html(f"{el('span', title)} {el('span', quoted, class_='orig')}")


def standing(case: Case, words: Words, finding: Finding) -> Html:
    """How many reports, how many independent roots, the common link, who copied whom: a sentence to be checked."""
    reports = words.count("count.reports", finding.accounts)
    roots = words.count("count.independent_of", finding.independent_roots)
    key = "finding.rest" if finding.independent_roots else "finding.rest_none"
    parts = [say(words, key, reports=reports, roots=roots)]
    if finding.common_link:
        parts.append(say(words, "finding.common", name=root_name(case, words, finding.common_link)))
    parts += [
        filled(words.count("reading.copying", count), giver=_giver(words, giver))
        for giver, count in copying(case, finding)[:_GIVERS]
    ]
    return join(" ", parts)


def _giver(words: Words, giver: Report | str) -> Html:
    return called(words, giver) if isinstance(giver, str) else report_link(giver, words)


def _drawing(case: Case, words: Words, finding: Finding) -> Html | None:
    if finding.kind == "circular":
        drawn = ring(case, words, finding)
        note = el("figcaption", words.template("circles.arrow"))
        return el("figure", drawn, note) if drawn else None
    readings = finding.readings[:_BARS]
    bounds = bounds_of([reading.measure for reading in readings])
    if bounds is None or not comparable(bounds) or len(finding.readings) > _BARS:
        return None
    bars = [
        Bar(
            letter(words, index),
            reading_text(case, words, reading, finding.aspect).text,
            low,
            high,
            bool(reading.measure and reading.measure.approximate),
            reading.modality in ("planned", "ordered", "conditional", "denied"),
            *_counted(case, reading),
        )
        for index, (reading, (low, high)) in enumerate(zip(readings, bounds, strict=True))
    ]
    dates = bool(readings[0].measure and readings[0].measure.kind == "date")
    return el("figure", picture(words, bars, dates), el("figcaption", words.template("reading.scale_key")))


def _counted(case: Case, reading: Reading) -> tuple[int, int]:
    unnamed = sum(case.root(root).owner is not None for root in reading.roots)
    return len(reading.roots) - unnamed, unnamed


def _reading(case: Case, words: Words, spots: Spots, finding: Finding, index: int) -> Html:
    reading, several = finding.readings[index], len(finding.readings) > 1
    shown = reading_text(case, words, reading, finding.aspect)
    value = told_value(words, shown, _TITLE)
    mark = el("span", letter(words, index), class_="letter") if several else None
    quotes = [_wording(case, words, spots, group) for group in wordings(reading.spans)]
    rest = quotes[_WORDINGS:]
    further = more(words.count("reading.further_words", len(rest)), rest, class_="rest") if rest else None
    quoted = {report.number for one in reading.spans if (report := case.report(one.document))}
    others = [one for one in reading.documents if (found := case.report(one)) is None or found.number not in quoted]
    return el(
        "li",
        el("h4", mark, value, tags(words, shown.marks)),
        _behind(case, words, reading),
        quotes[:_WORDINGS],
        further,
        _chips(words, [report_by_document(case, words, document) for document in others]) if others else None,
    )


def told_value(words: Words, shown: Told, ems: float) -> Html:
    """A reading in the interface's words, else in those of a report, as long as a table or a card has room for."""
    if not shown.foreign:
        return el("span", shown.text)
    return with_original(words, shown.text) if shown.name else name(shortened(shown.text, ems))


def _behind(case: Case, words: Words, reading: Reading) -> Html:
    label = el("span", words.template("reading.behind"), class_="how")
    roots: list[Child] = [
        el("li", root_name(case, words, root), class_="unnamed" if case.root(root).owner is not None else None)
        for root in reading.roots
    ]
    if not roots:
        roots = [el("li", words.template("reading.nobody"), class_="nobody")]
    rest = roots[_ROOTS:]
    tail = more(words.count("count.further", len(rest)), el("ul", rest, class_="cell"), class_="why") if rest else None
    return el("div", label, el("ul", roots[:_ROOTS], class_="roots"), tail, class_="behind")


def _wording(case: Case, words: Words, spots: Spots, group: tuple[DocumentSpan, ...]) -> Html:
    """One wording with a little of its first report around it, and every report that has it."""
    first = group[0]
    chips = [placed_report(case, words, spots, span) for span in group]
    return el("div", _quoted(case, spots, first), _chips(words, chips), class_="wording")


def placed_report(case: Case, words: Words, spots: Spots, span: DocumentSpan, named: bool = True) -> Html:
    """Number and outlet of a report, or its number alone, leading to the very place in it."""
    report, href = case.report(span.document), spots.href(span.document, span.start, span.end)
    if report is None or href is None:
        return report_by_document(case, words, span.document)
    shown = report_name(report, words) if named else report_number(report, words)
    return el("a", shown, class_="rep", href=href)


def _chips(words: Words, chips: list[Html]) -> Html:
    shown, rest = chips[:_CHIPS], chips[_CHIPS:]
    tail = more(words.count("count.further", len(rest)), join(" ", rest), class_="why") if rest else None
    return el("div", join(" ", shown), " ", tail, class_="from chips")


def _quoted(case: Case, spots: Spots, span: DocumentSpan) -> Html:
    report = case.report(span.document)
    shown = span.text if len(span.text) <= _LONGEST else span.text[:_LONGEST].rpartition(" ")[0] + " […]"
    href = spots.href(span.document, span.start, span.end)
    if report is None or href is None:
        return el("blockquote", shown, **tongue(span.text))
    text = report.analysis.text
    before, after = around(text.clean, span.start, span.end, _CONTEXT)
    link = el("a", el("mark", shown, class_="detail"), href=href, class_="to")
    parts = [el("span", before, class_="around"), link, el("span", after, class_="around")]
    return el("blockquote", parts, **tongue(before + span.text + after, text.language))


def reason_line(case: Case, words: Words, reason: str) -> Html | None:
    """Why a step says what it says, folded."""
    if not reason:
        return None
    return more(words.template("finding.why").rstrip(":"), el("p", remark(case, words, reason)), class_="reason")


def folded(items: list[Html], shown: int, words: Words) -> Html | str:
    """A list in a cell: its first items, the rest folded; a dash where there are none."""
    if not items:
        return "–"
    lines = [el("li", item) for item in items]
    if len(lines) <= shown:
        return el("ul", lines, class_="cell")
    rest = more(words.count("count.further", len(lines) - shown), el("ul", lines[shown:], class_="cell"))
    return Html(el("ul", lines[:shown], class_="cell") + rest)
