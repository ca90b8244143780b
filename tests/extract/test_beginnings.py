"""Where listed expressions can begin."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from isnad.extract.beginnings import Beginnings


def test_only_beginnings_of_words_are_told() -> None:
    found = Beginnings(["told", "id"]).places("told, untold: _id told\U0001f600id idle")
    assert found == [0, 15, 18, 23]


def test_words_that_begin_alike_are_left_to_the_caller() -> None:
    assert Beginnings(["reported"]).places("repo reporter rep report") == [5, 18]


def test_the_second_word_counts_too() -> None:
    assert Beginnings(["made it known"]).places("made up, made it up, made-it, made") == [9, 21]


def test_a_clitic_may_be_written_before_an_expression() -> None:
    assert Beginnings(["ab cd"], "wf").places("wab cd, fab, ab cd, xab cd") == [0, 13]


@given(st.lists(st.text("abـ٣ ", min_size=1), min_size=1), st.text("abـ٣ -_\n"))
def test_no_beginning_of_a_listed_expression_is_missed(listed: list[str], key: str) -> None:
    listed = [" ".join(written.split()) for written in listed if written.strip()]
    places = Beginnings(listed).places(key)
    for written in listed:
        for found in re.finditer(rf"(?<![^\W_])(?={re.escape(written)}\b)", key):
            assert found.start() in places
