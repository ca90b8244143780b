"""The sections that the dossier begins with: what is disputed, agreed, hangs on one root, goes in a circle."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.dossier.case import Case
from isnad.dossier.html.build import Child, Html, el, flow
from isnad.dossier.html.cards import card, deed_object, placed_report, title_html, told_value
from isnad.dossier.html.kit import capped, nothing, root_name, section, tags
from isnad.dossier.html.spots import Spots
from isnad.dossier.readings import Numbered, groups, reading_text
from isnad.dossier.words import Words
from isnad.model import DocumentSpan, Finding

_SHOWN = 12
# In a large case the cards behind the first are folded sooner.
_LARGE, _SHOWN_LARGE = 60, 6
_ALONE = 20
# Words of a report are cut here, in ems.
_VALUE = 60


def disputes(case: Case, words: Words, spots: Spots) -> Html:
    """Details that reports tell differently."""
    return _section(case, words, spots, "disputes", groups(case).disputes)


def agreed(case: Case, words: Words, spots: Spots) -> Html:
    """Details that reports with different roots tell alike."""
    return _section(case, words, spots, "agreed", groups(case).agreed)


def circles(case: Case, words: Words, spots: Spots) -> Html:
    """Details for which reports cite each other."""
    return _section(case, words, spots, "circles", groups(case).circles)


def hanging(case: Case, words: Words, spots: Spots) -> Html:
    """Details that go back to one root: a named one, an unnamed one, and those that only one account has."""
    found = groups(case)
    parts: list[Child] = []
    for key, findings in (("named", found.named), ("nameless", found.nameless)):
        if findings:
            parts += [_heading(words, key, len(findings)), _cards(case, words, spots, findings)]
    if found.alone:
        rows = [el("li", _alone(case, words, spots, pair[1]), id=f"f-{pair[0]}") for pair in found.alone]
        parts.append(_heading(words, "alone", len(rows)))
        parts.append(el("div", capped_list(rows, words), class_="alone"))
    if not parts:
        return section(words, "hanging", nothing(words, "hanging"), note=False)
    return section(words, "hanging", parts)


def capped_list(rows: list[Html], words: Words) -> Html:
    """A list whose tail is folded."""
    first = el("ul", rows[:_ALONE])
    return first if len(rows) <= _ALONE else Html(first + _tail(rows[_ALONE:], words))


def _tail(rows: list[Html], words: Words) -> Html:
    return el("details", el("summary", words.count("count.further", len(rows))), el("ul", rows), class_="rest")


def _heading(words: Words, key: str, number: int) -> Html:
    count = el("span", words.number(number), class_="n")
    return el("p", words.template(f"hanging.{key}"), " ", count, class_="subtitle")


def _section(case: Case, words: Words, spots: Spots, key: str, findings: Sequence[Numbered]) -> Html:
    if not findings:
        return section(words, key, nothing(words, key), note=False)
    return section(words, key, _cards(case, words, spots, findings))


def _cards(case: Case, words: Words, spots: Spots, findings: Sequence[Numbered]) -> Html:
    shown = _SHOWN if len(case.dossier.comparison.findings) <= _LARGE else _SHOWN_LARGE
    cards = [card(case, words, spots, number, finding) for number, finding in findings]
    single = all(len(finding.readings) == 1 for _, finding in findings)
    return el("div", capped(cards, shown, words), class_="cards pairs" if single else "cards")


def _alone(case: Case, words: Words, spots: Spots, finding: Finding) -> Html:
    """One line for what one account alone has: a card would make too much of it."""
    parts: list[Child] = [el("span", title_html(case, words, finding), class_="what-about")]
    if (done_to := deed_object(case, words, finding)) is not None:
        parts += [" · ", done_to]
    for reading in finding.readings:
        shown = reading_text(case, words, reading, finding.aspect)
        value = told_value(words, shown, _VALUE)
        own = {span.document for span in reading.spans}
        roots = [
            words.template("hanging.itself") if root in own else root_name(case, words, root) for root in reading.roots
        ]
        parts += [" ", el("strong", value, tags(words, shown.marks)), " ", _places(case, words, spots, reading.spans)]
        parts += [" ", el("span", [[root, " "] for root in roots], class_="roots-of")]
    return flow(parts)


def _places(case: Case, words: Words, spots: Spots, spans: Sequence[DocumentSpan]) -> Html:
    """The places of a reading; a report is named at the first of its own, the others are its number."""
    shown = spans[:3]
    first = {span.document: at for at, span in reversed(list(enumerate(shown)))}
    places = [
        placed_report(case, words, spots, span, named=first[span.document] == at) for at, span in enumerate(shown)
    ]
    return el("span", [[place, " "] for place in places], class_="from")
