"""The table of all values, by what they measure."""

from __future__ import annotations

from isnad.dossier.case import Case
from isnad.dossier.html.build import Child, Html, el
from isnad.dossier.html.kit import capped, more, nothing, section, tags
from isnad.dossier.html.spots import Spots
from isnad.dossier.html.timeline import words_in_place
from isnad.dossier.valued import Row, Table, tables
from isnad.dossier.words import Words

# Tables that are open at first, if they are short; rows and wordings that are shown of each.
_OPEN, _OPEN_ROWS = 5, 10
_ROWS = 120
_WORDINGS = 5
_MOST_WORDINGS = 40
_CHIPS = 12
_TABLES = 40


def values(case: Case, words: Words, spots: Spots) -> Html:
    """The section of values."""
    found = tables(case, words)
    if not found:
        return section(words, "values", nothing(words, "values"), note=False)
    made = [
        _table(case, words, spots, table, number < _OPEN and len(table.rows) <= _OPEN_ROWS)
        for number, table in enumerate(found)
    ]
    return section(words, "values", capped(made, _TABLES, words))


def _table(case: Case, words: Words, spots: Spots, table: Table, opened: bool) -> Html:
    heads = ("values.value", "values.words")
    head = el("tr", [el("th", words.template(key), scope="col", role="columnheader") for key in heads], role="row")
    rows = [_row(case, words, spots, row) for row in table.rows[:_ROWS]]
    left = len(table.rows) - len(rows)
    body = el(
        "table",
        el("caption", words.template("values.caption").replace("{name}", table.title)),
        el("thead", head, role="rowgroup"),
        el("tbody", rows, role="rowgroup"),
        class_="values",
        role="table",
    )
    note = el("p", words.count("count.not_shown", left), class_="note") if left > 0 else None
    count = el("span", words.count("count.values", table.number), class_="who")
    title = el("summary", el("h3", table.title), " ", count)
    return el("details", title, body, note, class_="of-values", open=opened)


def _row(case: Case, words: Words, spots: Spots, row: Row) -> Html:
    groups = row.wordings[:_MOST_WORDINGS]
    shown: list[Child] = [
        el("span", words_in_place(case, words, spots, group, _CHIPS), class_="wording") for group in groups
    ]
    rest = shown[_WORDINGS:]
    left = len(row.wordings) - len(groups)
    tail = el("p", words.count("count.not_shown", left), class_="note") if left > 0 else None
    hidden = len(row.wordings) - _WORDINGS
    folded = more(words.count("values.more_words", hidden), [rest, tail], class_="why") if rest else None
    text = row.text if row.text is not None else el("span", words.template("values.unsaid"), class_="how")
    return el(
        "tr",
        el("th", text, tags(words, row.marks), scope="row", role="rowheader"),
        el("td", shown[:_WORDINGS], folded, role="cell"),
        role="row",
    )
