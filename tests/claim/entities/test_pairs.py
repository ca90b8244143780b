"""Names across scripts: what is merged by rule must be right, what is the same must at least be suggested."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.claim.entities import Match, same_name
from isnad.lang.tables import read_table

PAIRS = read_table(Path(__file__).parent / "pairs.tsv", ("a", "b", "verdict"))
PRECISION, RECALL, MERGED = 0.99, 0.97, 0.95
"""Floors: of what is merged, the share that is right; of what is one person's, the share merged or suggested; of the
same full names, the share merged."""


@pytest.fixture(scope="module")
def matches() -> list[tuple[str, Match]]:
    return [(row["verdict"], same_name(row["a"], row["b"])) for row in PAIRS]


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) >= 400
    assert {row["verdict"] for row in PAIRS} == {"same", "short", "different"}


def test_what_is_merged_is_right(matches: list[tuple[str, Match]]) -> None:
    merged = [verdict for verdict, match in matches if match.level == "sure"]
    assert sum(verdict == "same" for verdict in merged) / len(merged) >= PRECISION


def test_what_is_the_same_is_merged_or_suggested(matches: list[tuple[str, Match]]) -> None:
    one = [match for verdict, match in matches if verdict != "different"]
    assert sum(match.level != "no" for match in one) / len(one) >= RECALL
    same = [match for verdict, match in matches if verdict == "same"]
    assert sum(match.level == "sure" for match in same) / len(same) >= MERGED


def test_a_short_name_is_never_merged(matches: list[tuple[str, Match]]) -> None:
    assert all(match.level == "suggest" for verdict, match in matches if verdict == "short")


def test_the_order_of_the_names_does_not_matter() -> None:
    assert all(same_name(row["a"], row["b"]).level == same_name(row["b"], row["a"]).level for row in PAIRS)


@pytest.mark.parametrize("name", ["", " ", "-", "بن", "al-", "أبو", "؟!", "123", "ـــ", "A.", "'", "\u200c"])
def test_what_is_no_name_matches_nothing(name: str) -> None:
    assert same_name(name, "سليم الهدار").level == "no"
    assert same_name(name, name).level in ("no", "suggest")
