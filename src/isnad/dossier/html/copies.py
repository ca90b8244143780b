"""What reports share, side by side."""

from __future__ import annotations

import re
from collections import Counter

from isnad.dossier.case import Case, Report
from isnad.dossier.figures import ranked_copies
from isnad.dossier.html.build import Child, Html, el, say
from isnad.dossier.html.cards import reason_line
from isnad.dossier.html.kit import (
    more,
    name,
    nothing,
    report_by_document,
    report_link,
    report_name,
    section,
    tongue,
    words_for,
)
from isnad.dossier.marks import around
from isnad.dossier.words import Words
from isnad.model import Copy, Passage, Span

# Pairs shown side by side. Their number grows with the square of the reports, so the rest is one line each.
DETAILED = 40
_LINES = 400
_PASSAGES = 12
_LONGEST = 700
_CONTEXT = 60
_OPEN = 1

_WORD = re.compile(r"\w+", re.UNICODE)


def detailed(case: Case) -> list[Copy]:
    """The copies shown side by side; their passages have anchors in the reports."""
    return ranked_copies(case)[:DETAILED]


def copies(case: Case, words: Words) -> Html:
    """The section of copies."""
    order = ranked_copies(case)
    if not order:
        return section(words, "copies", nothing(words, "copies"), note=False)
    pairs = [_pair(case, words, number, copy) for number, copy in enumerate(order[:DETAILED], start=1)]
    return section(words, "copies", pairs, _others(case, words, order[DETAILED:]))


def _others(case: Case, words: Words, rest: list[Copy]) -> Html | None:
    if not rest:
        return None
    lines = [el("li", _heading(case, words, copy), ": ", _shares(case, words, copy)) for copy in rest[:_LINES]]
    left = len(rest) - len(lines)
    note = el("p", words.count("copies.left", left), class_="note") if left else None
    return more(words.count("count.further", len(rest)), [el("ul", lines), note], class_="rest")


def _pair(case: Case, words: Words, number: int, copy: Copy) -> Html:
    a, b = case.report(copy.a), case.report(copy.b)
    passages = list(enumerate(copy.passages))
    rows = [_row(words, number, index, passage, a, b) for index, passage in passages[:_PASSAGES]]
    left = len(passages) - len(rows)
    head = [
        el("th", report_by_document(case, words, document), scope="col", role="columnheader")
        for document in (copy.a, copy.b)
    ]
    table = el(
        "table",
        el("caption", words.template("copies.caption")),
        el("thead", el("tr", head, role="row"), role="rowgroup"),
        el("tbody", rows, role="rowgroup"),
        class_="side",
        role="table",
    )
    note = el("p", words.count("copies.passages_left", left), class_="note") if left > 0 else None
    opened = number <= _OPEN
    title = el("summary", el("h3", _heading(case, words, copy)), el("span", _shares(case, words, copy), class_="who"))
    reason = reason_line(case, words, copy.reason)
    return el("details", title, reason, table, note, class_="copy", id=f"c-{number}", open=opened)


def _heading(case: Case, words: Words, copy: Copy) -> Html:
    one, other = (_plain(case, words, document) for document in (copy.a, copy.b))
    return say(words, f"copies.{copy.direction}", a=one, b=other)


def _plain(case: Case, words: Words, document: str) -> Html:
    report = case.report(document)
    return report_name(report, words) if report else name(document)


def _shares(case: Case, words: Words, copy: Copy) -> Html:
    a, b = (_plain(case, words, document) for document in (copy.a, copy.b))
    share_a, share_b = words.percent(copy.contained_a), words.percent(copy.contained_b)
    return say(words, "copies.shares", a=a, b=b, share_a=share_a, share_b=share_b)


def _row(words: Words, number: int, index: int, passage: Passage, a: Report | None, b: Report | None) -> Html:
    kind = el("span", words_for(words, "passage", passage.kind), class_="how")
    sides = ((passage.a, passage.b, a, "a"), (passage.b, passage.a, b, "b"))
    cells = [
        el(
            "td",
            kind if side == "a" else None,
            _side(words, passage, own, other, report),
            _place(words, report, f"p-{number}-{index}-{side}"),
            role="cell",
        )
        for own, other, report, side in sides
    ]
    return el("tr", cells, role="row")


def _place(words: Words, report: Report | None, anchor: str) -> Html | None:
    if report is None:
        return None
    return el(
        "p",
        el("a", words.template("copies.place"), href=f"#{anchor}"),
        " · ",
        report_link(report, words),
        class_="from",
    )


def _side(words: Words, passage: Passage, own: Span, other: Span, report: Report | None) -> Html:
    """A passage with a little of what stands around it, the shared words marked."""
    before, after = _around(report, own)
    shown = own.text[:_LONGEST]
    cut = el("span", "[…]", class_="cut", title=words.template("quote.left_out")) if len(own.text) > _LONGEST else None
    marked = _edited(shown, other.text) if passage.kind == "edited" else [el("mark", shown, class_="shared")]
    context = [el("span", before, class_="around"), marked, cut, el("span", "" if cut else after, class_="around")]
    return el("blockquote", context, **tongue(own.text, report.analysis.text.language if report else None))


def _around(report: Report | None, own: Span) -> tuple[str, str]:
    if report is None:
        return "", ""
    return around(report.analysis.text.clean, own.start, own.end, _CONTEXT)


def _edited(text: str, other: str) -> list[Child]:
    """An edited passage: words that the other side has as well are marked. Counting words is linear; aligning is not,
    and a reader who compares needs to see what is new, not how an aligner would pair it."""
    left = Counter(word.casefold() for word in _WORD.findall(other))
    parts: list[Child] = []
    start = position = 0
    shared = True
    for match in _WORD.finditer(text):
        word = match.group().casefold()
        both = left[word] > 0
        left[word] -= both
        if both != shared:
            parts.append(_stretch(text[start : match.start()], shared))
            start, shared = match.start(), both
        position = match.end()
    parts.append(_stretch(text[start:position], shared))
    parts.append(text[position:])
    return parts


def _stretch(text: str, shared: bool) -> Child:
    bare = text.rstrip()
    if not bare:
        return text
    return [el("mark", bare, class_="shared") if shared else el("span", bare, class_="own"), text[len(bare) :]]
