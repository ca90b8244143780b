"""Circles of one content, through outlets that are named or only described."""

import pytest
from compare.reports import compared, report

from isnad.compare.citing import describes

LETTER = "a written letter was carried to the palace aboard a fishing boat before the talks began"


def test_two_outlets_that_cite_each_other_have_no_root() -> None:
    a = report("a", f"According to Rasif, {LETTER}.", outlet="Nahr Daily")
    b = report("b", f"According to Nahr Daily, {LETTER}.", outlet="Rasif")
    (found,) = [finding for finding in compared(a, b).findings if finding.kind == "circular"]
    assert found.independent_roots == 0
    assert {document for reading in found.readings for document in reading.documents} == {"a", "b"}


def test_two_outlets_that_cite_each_other_on_different_things_are_no_circle_of_a_content() -> None:
    a = report("a", f"According to Rasif, {LETTER}.", outlet="Nahr Daily")
    b = report("b", "According to Nahr Daily, the price of wheat fell by a third after the harvest.", outlet="Rasif")
    assert not [f for f in compared(a, b).findings if f.kind == "circular" and f.aspect == "words"]


@pytest.mark.parametrize(
    ("name", "kinds", "language"),
    [
        ("the Arabic-language broadcaster", {"broadcaster", "channel"}, "ar"),
        ("الوكالة", {"agency"}, None),
        ("این شبکه", {"broadcaster"}, None),
        ("the newspaper", {"newspaper"}, None),
        ("Nahr Daily", set(), None),
        ("the ministry", set(), None),
    ],
)
def test_descriptions_of_outlets(name: str, kinds: set[str], language: str | None) -> None:
    assert describes(name) == (frozenset(kinds), language)
