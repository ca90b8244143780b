"""What Arabic pages do to their letters must not change what is found: the same statements, mapped back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.extract.engine import extract_by_rules
from isnad.model import Text

from .mutations import Found, example_texts, found, plain, text_of

TEXTS = example_texts("ar")
ONE_LINE = [text for text in TEXTS if "\n" not in text]
LETTER = re.compile(r"[\u0621-\u063a\u0641-\u064a]")
# Letters that do not join to the next one: nobody stretches a word there.
BREAKS = frozenset("اأإآدذرزوؤءةى")

Letters = list[tuple[str, int]]
"""A mutated text: every character with the place in the original that it stands for."""


def _text(written: str) -> Text:
    """Its language is known (a sentence full of dots is hard to tell)."""
    return text_of(written, "ar")


@cache
def _plain(written: str) -> Found:
    return plain(_text(written))


def _check(written: str, letters: Letters) -> None:
    statements = extract_by_rules(_text("".join(char for char, _ in letters)))
    assert found(statements, [place for _, place in letters]) == _plain(written)


def _between(written: str) -> Iterator[int]:
    """The places inside words after which something may be put in."""
    for i in range(len(written) - 1):
        if LETTER.match(written[i]) and LETTER.match(written[i + 1]) and written[i] not in BREAKS:
            yield i


def _inserted(written: str, at: set[int], what: str) -> Letters:
    letters: Letters = []
    for i, char in enumerate(written):
        letters.append((char, i))
        if i in at:
            letters.extend((extra, i) for extra in what)
    return letters


def _some(data: st.DataObject, places: list[int]) -> set[int]:
    return data.draw(st.sets(st.sampled_from(places), max_size=8)) if places else set()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TEXTS), st.data())
def test_tatweel(written: str, data: st.DataObject) -> None:
    _check(written, _inserted(written, _some(data, list(_between(written))), "ـ"))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(TEXTS), st.data())
def test_dots_beside_tatweel(written: str, data: st.DataObject) -> None:
    _check(written, _inserted(written, _some(data, list(_between(written))), "ـ.ـ"))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from("\u064b\u064c\u064e\u064f\u0650\u0651\u0652\u0670"), st.data())
def test_vowel_signs(written: str, sign: str, data: st.DataObject) -> None:
    places = [i for i, char in enumerate(written) if LETTER.match(char)]
    _check(written, _inserted(written, _some(data, places), sign))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from("\u200b\u200c\u200f\u00ad"), st.data())
def test_invisible_characters(written: str, mark: str, data: st.DataObject) -> None:
    _check(written, _inserted(written, _some(data, list(_between(written))), mark))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(ONE_LINE), st.data())
def test_doubled_spaces(written: str, data: st.DataObject) -> None:
    places = [i for i, char in enumerate(written) if char == " "]
    _check(written, _inserted(written, _some(data, places), " "))


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
def test_digits(digits: str) -> None:
    for written in TEXTS:
        swapped = written.translate({ord("0") + i: digit for i, digit in enumerate(digits)})
        _check(written, [(char, i) for i, char in enumerate(swapped)])


@pytest.mark.parametrize("marks", ["“”", "„”", "»«", '""'])
def test_quotation_marks(marks: str) -> None:
    for written in TEXTS:
        if written.count("«") > 1 and marks == '""':
            continue  # straight marks do not tell inner from outer
        if written.count("«") != written.count("»") and marks in ('""', "»«"):
            continue  # a lost mark can be missed by the shape of the other only
        swapped = written.translate({ord("«"): marks[0], ord("»"): marks[1]})
        _check(written, [(char, i) for i, char in enumerate(swapped)])


@pytest.mark.parametrize("pair", ["يی", "كک", "ةه", "إا", "أا", "ىي"])
def test_spelling(pair: str) -> None:
    """Letters of other keyboards, and hamza left out. «على» without its ى is the name علي: that pair is not for it."""
    for written in TEXTS:
        if pair == "ىي" and re.search(r"\bعلى\b", written):
            continue
        swapped = written.replace(pair[0], pair[1])
        _check(written, [(char, i) for i, char in enumerate(swapped)])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*" ".join(TEXTS).split(), "(", ")", "«", "»", '"', ":", "،", ".", "-"]), max_size=60))
def test_any_order_of_words(words: list[str]) -> None:
    """Nothing that is written breaks the reading, and every span is a slice of the text."""
    text = _text(" ".join(words))
    for statement in extract_by_rules(text):
        for span in (statement.cue, *statement.content, *([statement.source] if statement.source else [])):
            assert span.text == text.clean[span.start : span.end] != ""


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(ONE_LINE), st.data())
def test_line_wraps(written: str, data: st.DataObject) -> None:
    """A line break instead of a space, inside a paragraph."""
    text = _text(written)
    wrapped = list(text.clean)
    for i in _some(data, [i for i, char in enumerate(written) if char == " "]):
        wrapped[i] = "\n"
    assert plain(msgspec.structs.replace(text, clean="".join(wrapped))) == _plain(written)
