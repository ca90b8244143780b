"""The reports as witnesses, one line each."""

from __future__ import annotations

from isnad.dossier.case import Case, Report
from isnad.dossier.figures import took_from
from isnad.dossier.html.build import Child, Html, el
from isnad.dossier.html.cards import folded
from isnad.dossier.html.kit import called, name, nothing, report_by_document, report_link, root_name, section, words_for
from isnad.dossier.spelled import published
from isnad.dossier.words import Words

_COLUMNS = ("report", "date", "language", "credited", "roots", "statements", "copied", "copied_from")
# More than this many credits, roots or sources in one cell are folded.
_SHOWN = 2
_BAR = 44


def accounts(case: Case, words: Words) -> Html:
    """The table of accounts."""
    if not case.reports:
        return section(words, "accounts", nothing(words, "accounts"), note=False)
    head = [
        el("th", words.template(f"accounts.{column}"), scope="col", role="columnheader", class_=f"col-{column}")
        for column in _COLUMNS
    ]
    table = el(
        "table",
        el("caption", words.template("accounts.caption")),
        el("thead", el("tr", head, role="row"), role="rowgroup"),
        el("tbody", [_row(case, words, report) for report in case.reports], role="rowgroup"),
        class_="accounts",
        role="table",
    )
    return section(words, "accounts", table)


def _row(case: Case, words: Words, report: Report) -> Html:
    account = report.account
    language = report.analysis.text.language
    credited = [called(words, case.called(credit), language) for credit in account.credited]
    roots = [root_name(case, words, root, beside=False) for root in account.roots]
    cells: list[tuple[str, Child]] = [
        ("date", published(words, account.date) or "–"),
        ("language", words_for(words, "language", account.language)),
        ("credited", folded(credited, _SHOWN, words)),
        ("roots", folded(roots, _SHOWN, words)),
        ("statements", words.number(account.statements)),
        ("copied", _share(words, account.share_copied)),
        ("copied_from", folded(_sources(case, words, report), _SHOWN, words)),
    ]
    first = el("th", _title(report, words), scope="row", role="rowheader")
    rest = [
        el(
            "td",
            content,
            role="cell",
            data_label=words.template(f"accounts.{column}"),
            class_=f"col-{column}" + (" nothing" if content == "–" else ""),
        )
        for column, content in cells
    ]
    return el("tr", first, rest, role="row")


def _sources(case: Case, words: Words, report: Report) -> list[Html]:
    unsure = el("span", " (", words.template("accounts.unsure"), ")", class_="how")
    own = report.analysis.document
    return [
        Html(report_by_document(case, words, document) + ("" if took_from(case, own, document) else unsure))
        for document in report.account.copied_from
    ]


def _title(report: Report, words: Words) -> Html:
    link = report_link(report, words)
    title = report.analysis.document.title
    if not title or title == report.label:
        return link
    return Html(link + el("span", name(title, report.analysis.text.language), class_="title"))


def _share(words: Words, share: float) -> Html:
    """A number with a small bar; the number says it all, the bar lets the eye run down the column."""
    filled = _BAR * min(max(share, 0.0), 1.0)
    bar = el(
        "svg",
        el("rect", x=0, y=0, width=_BAR, height=8, class_="all"),
        el("rect", x=0.0 if words.direction == "ltr" else _BAR - filled, y=0, width=filled, height=8, class_="part"),
        viewBox=f"0 0 {_BAR} 8",
        width=_BAR,
        height=8,
        class_="bar",
        aria_hidden="true",
    )
    return el("span", bar, " ", words.percent(share), class_="share")
