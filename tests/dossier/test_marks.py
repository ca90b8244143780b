"""Marks on texts: every highlighted stretch is the slice that its span says."""

from __future__ import annotations

from collections import defaultdict

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.dossier.case import case
from isnad.dossier.marks import DEEPEST, GAP, LONGEST, Mark, Piece, around, extract, reached, split
from isnad.model import Dossier, Speaker, Statement, span

from .conftest import dossier_of, page_of

_LENGTH = 40
_KINDS = ("source", "cue", "content", "detail")
_marks = st.lists(
    st.tuples(st.integers(0, _LENGTH), st.integers(0, _LENGTH), st.sampled_from(_KINDS), st.integers(1, 5)).map(
        lambda one: Mark(min(one[:2]), max(one[:2]) + 1, one[2], one[3])
    ),
    max_size=DEEPEST,
)


@given(_marks, st.lists(st.integers(0, _LENGTH)))
def test_pieces_cover_the_text_and_carry_just_the_marks_over_them(marks: list[Mark], cuts: list[int]) -> None:
    pieces = split(0, _LENGTH, marks, cuts)
    assert [pieces[0].start, *(piece.end for piece in pieces)] == [*(piece.start for piece in pieces), _LENGTH]
    for piece in pieces:
        over = [mark for mark in marks if mark.start <= piece.start and piece.end <= mark.end]
        assert sorted(piece.marks, key=repr) == sorted(over, key=repr)
        partly = [mark for mark in marks if mark.start < piece.end and piece.start < mark.end]
        assert len(partly) == len(over)
    starts = {piece.start for piece in pieces}
    assert {cut for cut in cuts if cut < _LENGTH} <= starts | {0}


def test_of_thousands_of_marks_within_each_other_the_innermost_are_kept() -> None:
    marks = [Mark(place, 10_000 - place, "content", place) for place in range(3000)]
    pieces = split(0, 10_000, marks)
    assert max(len(piece.marks) for piece in pieces) == DEEPEST
    inmost = next(piece for piece in pieces if piece.start <= 5000 < piece.end)
    assert [mark.owner for mark in inmost.marks] == list(range(3000 - DEEPEST, 3000))


def highlighted(page: str) -> dict[tuple[int, str, int], str]:
    """From the page's report texts: by report, kind and owner, all marked characters."""
    found: dict[tuple[int, str, int], str] = defaultdict(str)
    tree = lxml.html.document_fromstring(page)
    for report in tree.findall(".//details[@class='report']"):
        number = int(report.get("id").removeprefix("r-"))
        for mark in report.iter("mark"):
            # A linked place belongs to no statement and has no number.
            for owner in mark.get("data-m", "").split():
                kind, _, owner_number = owner.partition(":")
                found[number, kind, int(owner_number)] += mark.text_content()
    return found


def expected(dossier: Dossier) -> dict[tuple[int, str, int], str]:
    """The same from the spans."""
    wanted: dict[tuple[int, str, int], str] = {}
    for quote in case(dossier).quotes:
        statement, place = quote.statement, (quote.report.number, quote.number)
        wanted[place[0], "cue", place[1]] = statement.cue.text
        if statement.source:
            wanted[place[0], "source", place[1]] = statement.source.text
        if statement.content:
            wanted[place[0], "content", place[1]] = "".join(one.text for one in statement.content)
    return wanted


@pytest.mark.parametrize("name", ["small", "mid"])
def test_every_highlight_in_the_page_equals_its_span(name: str) -> None:
    shown = highlighted(page_of(name, "en"))
    wanted = expected(dossier_of(name))
    assert {key: text for key, text in shown.items() if key[1] != "detail"} == wanted
    assert any(key[1] == "detail" for key in shown)


@pytest.mark.parametrize("name", ["small", "hostile"])
def test_the_whole_text_of_every_report_stands_in_the_page(name: str) -> None:
    tree = lxml.html.document_fromstring(page_of(name, "ar"))
    for number, analysis in enumerate(dossier_of(name).analyses, start=1):
        shown = tree.get_element_by_id(f"r-{number}").find("div[@class='text']")
        for summary in [*shown.iter("summary"), *(one for one in shown.iter("a") if one.get("class") == "ref")]:
            summary.text = ""
            for child in summary:
                summary.remove(child)
        if name == "small":
            assert "".join(shown.text_content().split()) == "".join(analysis.text.clean.split())
        else:
            assert "document.title" in shown.text_content()


def statement_over(text: str, start: int, end: int) -> Statement:
    """A statement with the text's first word as cue and one content."""
    return Statement(
        "s", "d", "direct", span(text, 0, 4), None, (span(text, start, end),), Speaker("A", "person"), None, 1, ()
    )


def test_an_extract_leaves_out_long_gaps_and_cuts_long_contents() -> None:
    text = "said" + " filler" * 100 + "x" * (LONGEST + 50)
    gap = statement_over(text, len(text) - 20, len(text))
    parts = extract(text, gap, 1)
    assert [part is None for part in parts] == [False, True, False]
    long = statement_over(text, len(text) - LONGEST - 50, len(text))
    shown = [part for part in extract(text, long, 1) if isinstance(part, Piece)]
    assert sum(part.end - part.start for part in shown) == LONGEST
    assert GAP < LONGEST


def test_an_extract_takes_quotation_marks_along_and_context_ends_between_words() -> None:
    text = "Then: «we sailed». And more words stand here."
    start, end = text.index("we"), text.index("»")
    assert text[slice(*reached(text, start, end))] == "«we sailed»."
    assert around(text, start, end, 12) == ("Then: «", "». And more…")
