"""Cue expressions in a key."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.extract.cues import CueIndex
from isnad.extract.engine import grammar
from isnad.text.trie import trie_pattern


@pytest.mark.parametrize(
    ("language", "key", "found"),
    [
        ("fa", "گفت و اعلام كرد كه اعلام كرده است", ["گفت", "اعلام كرد", "اعلام كرده است"]),
        ("fa", "ناگفته گفته_ها گفتند.", ["گفتند"]),
        ("ar", "وقال وورد في قال وفي تصريح", ["و+قال", "و+ورد في", "قال", "تصريح"]),
        ("en", "she said, they pointed\nout, according to us", ["said", "according to"]),
    ],
)
def test_the_longest_form_that_ends_with_a_word_is_found(language: str, key: str, found: list[str]) -> None:
    cues = grammar(language).cues.find(key, [(0, len(key))])
    assert [f"{cue.clitic}+{key[cue.start : cue.end]}".lstrip("+") for cue in cues] == found


@pytest.mark.parametrize(("start", "end", "found"), [(0, 16, ["said", "said"]), (1, 16, ["said"]), (0, 11, ["said"])])
def test_a_cue_lies_in_its_block(start: int, end: int, found: list[str]) -> None:
    key = "said to said out"
    assert [key[cue.start : cue.end] for cue in grammar("en").cues.find(key, [(start, end)])] == found


INDEX = CueIndex("ar", "وف")
WORDS = sorted({word for form in INDEX.forms for word in form.split(" ") if len(word) < 4})


@given(st.lists(st.sampled_from([*WORDS, *INDEX.forms, "و", "ف", " ", "_", ",", "\n"]), max_size=12))
def test_what_is_found_is_what_one_expression_of_all_forms_finds(parts: list[str]) -> None:
    key = "".join(f"{part} " if part.isalpha() and len(part) > 1 else part for part in parts)
    listed = re.compile(rf"(?<![^\W_])([وف]??)({trie_pattern(INDEX.forms)})\b")
    found = [(cue.clitic, cue.start, cue.end) for cue in INDEX.find(key, [(0, len(key))])]
    assert found == [(match[1], *match.span(2)) for match in listed.finditer(key)]
