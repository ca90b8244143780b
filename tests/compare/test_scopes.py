"""Counts at two places, or of another order, are two details unless their reports say that they are one."""

from compare.reports import told

from isnad.compare.facts import Fact
from isnad.compare.intervals import Amount
from isnad.compare.scopes import by_place, by_size
from isnad.model import Claim, Span


def fact(number: float, *places: str, document: int = 0, event: str | None = None) -> Fact:
    claim = Claim(f"c{document}", str(document), None, (Span(0, 1, "x"),), "positive", "actual")
    return Fact(
        document=document,
        claim=claim,
        statement=None,
        chain=None,
        aspect="count",
        concept="killed",
        event=event,
        how="clause" if event else "report",
        mood="actual",
        span=Span(0, 1, "x"),
        amount=Amount("count", number, number, 1.0),
        places=frozenset(places),
    )


def test_two_places_are_two_details() -> None:
    facts = [fact(23, "a"), fact(4, "b"), fact(23), fact(32, "a", document=1), fact(4)]
    assert by_place(range(5), facts, {}) == [[0, 2, 3], [1, 4]]


def test_places_of_one_clause_are_one() -> None:
    facts = [fact(23, "a", "b"), fact(24, "b")]
    assert by_place(range(2), facts, {}) == [[0, 1]]


def test_numbers_of_another_order_are_apart() -> None:
    facts = [fact(23), fact(4), fact(27), fact(5)]
    assert by_size(range(4), facts, {}) == [[0, 2], [1, 3]]


def test_unless_the_happening_is_named_or_one_copies_the_other() -> None:
    facts = [fact(23, event="flood"), fact(4, event="flood")]
    assert by_size(range(2), facts, {}) == [[0, 1]]
    facts = [fact(7), fact(70)]
    assert by_size(range(2), facts, {0: [1], 1: [0]}) == [[0, 1]]


def test_the_deed_names_no_happening() -> None:
    assert len(by_size(range(2), [fact(23, event="killing"), fact(4, event="killing")], {})) == 2


def test_done_against_planned_of_one_source() -> None:
    both = told(
        "The spokesman Salim al-Badri said the ministry plans to install 12 sirens along the Wadi Nar valley.",
        "The spokesman Salim al-Badri said 12 sirens had been installed along the Wadi Nar valley.",
    )
    found = [finding for finding in both.findings if finding.kind == "conflict"]
    assert [{reading.modality for reading in one.readings} for one in found] == [{"planned", "actual"}]
