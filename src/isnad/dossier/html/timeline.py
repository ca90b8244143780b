"""Dates and days of publication on one time axis, and everything on it as a list."""

from __future__ import annotations

from isnad.dossier.amounts import marks_of_all
from isnad.dossier.case import Case
from isnad.dossier.dated import Dated, Dates, dates
from isnad.dossier.html.build import Child, Html, el, join
from isnad.dossier.html.cards import placed_report
from isnad.dossier.html.kit import more, name, nothing, region, section, tags
from isnad.dossier.html.spots import Spots
from isnad.dossier.html.timepicture import drawn
from isnad.dossier.readings import wordings
from isnad.dossier.spelled import spelled
from isnad.dossier.words import Words
from isnad.model import DocumentSpan

# Dates told in the list; more stand in the JSON.
_LISTED = 400
_WORDINGS = 6
_CHIPS = 10
_UNRESOLVED = 60


def timeline(case: Case, words: Words, spots: Spots) -> Html:
    """The section of the timeline."""
    found = dates(case, words)
    if not found.dated and not found.unresolved:
        return section(words, "timeline", nothing(words, "timeline"), note=False)
    picture = drawn(words, found, spots)
    parts: list[Child] = []
    if picture is not None:
        made, unlabelled = picture
        parts += [_legend(words, bool(found.published)), region(made, words.template("timeline.scroll"), "graph time")]
        if unlabelled:
            parts.append(el("p", words.count("timeline.left", unlabelled), class_="note"))
        parts.append(_list(case, words, spots, found))
    return section(words, "timeline", parts, _unresolved(case, words, spots, found))


def _legend(words: Words, published: bool) -> Html:
    shapes = {
        "day": el("circle", cx=16, cy=8, r=5, class_="dot"),
        "longer": el("rect", x=2, y=4, width=28, height=8, rx=2, class_="stretch"),
        "open": el("path", d="M2 8H24m-4 -4l5 4l-5 4", class_="end"),
        "report": el("rect", x=11, y=3, width=10, height=10, class_="out"),
        "break": el("path", d="M11 14l4 -12M17 14l4 -12", class_="gap"),
    }
    keys = [
        el(
            "span",
            el("svg", shape, viewBox="0 0 32 16", width=32, height=16, class_="icon"),
            " ",
            words.template(f"timeline.{key}"),
            class_="key",
        )
        for key, shape in shapes.items()
        if published or key != "report"
    ]
    return el("p", keys, class_="legend")


def _list(case: Case, words: Words, spots: Spots, found: Dates) -> Html:
    rows = [el("li", _line(case, words, spots, one)) for one in found.dated[:_LISTED]]
    left = len(found.dated) - len(rows)
    note = el("p", words.count("count.not_shown", left), class_="note") if left > 0 else None
    return more(words.template("timeline.as_list"), [el("ul", rows, class_="dated"), note], class_="as-list")


def _line(case: Case, words: Words, spots: Spots, one: Dated) -> Html:
    date = el("strong", spelled(words, one.edtf, one.calendar) or name(one.edtf))
    subjects = el("span", join(", " if words.language == "en" else "، ", one.subjects), class_="how")
    keys = marks_of_all(one.values)
    groups = wordings(one.spans)
    told: list[Child] = [[" ", _words(case, words, spots, group)] for group in groups[:_WORDINGS]]
    rest = groups[_WORDINGS:]
    if rest:
        folded = [[" ", _words(case, words, spots, group)] for group in rest]
        told.append(more(words.count("values.more_words", len(rest)), el("p", folded), class_="why"))
    return el("div", date, tags(words, keys), " ", subjects if one.subjects else None, told)


def _words(case: Case, words: Words, spots: Spots, group: tuple[DocumentSpan, ...]) -> Html:
    return el("span", words_in_place(case, words, spots, group, _CHIPS), class_="wording")


def words_in_place(case: Case, words: Words, spots: Spots, group: tuple[DocumentSpan, ...], most: int) -> Html:
    """Words of a text with the numbers of the reports that have them, each leading to its place."""
    chips: list[Child] = []
    for span in group[:most]:
        report, href = case.report(span.document), spots.href(span.document, span.start, span.end)
        if report is None or href is None:
            chips.append(placed_report(case, words, spots, span))
        else:
            chips.append(el("a", words.number(report.number), href=href, class_="no"))
    left = len(group) - len(chips)
    tail = el("span", "+", words.number(left), class_="how") if left > 0 else None
    shown = " ".join(group[0].text.split())
    return Html(f"{el('q', name(shown))} {join(' ', chips)}{' ' + tail if tail else ''}")


def _unresolved(case: Case, words: Words, spots: Spots, found: Dates) -> Html | None:
    groups = wordings(found.unresolved)
    if not groups:
        return None
    items = [el("li", words_in_place(case, words, spots, group, _CHIPS)) for group in groups[:_UNRESOLVED]]
    left = len(groups) - len(items)
    note = el("p", words.count("count.not_shown", left), class_="note") if left > 0 else None
    title = el("h3", words.template("timeline.unresolved"), " ", el("span", words.number(len(groups)), class_="n"))
    intro = el("p", words.template("timeline.unresolved_note"), class_="note")
    return el("div", title, intro, el("ul", items, class_="inline"), note, class_="unresolved")
