"""Differences of writing that a reader does not see change nothing: the same statements, mapped back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from .mutations import example_texts, same

TEXTS = example_texts("en")
QUOTES = {
    "straight": str.maketrans("“”", '""'),
    "guillemets": str.maketrans("“”", "«»"),
    "low": str.maketrans("“”", "„”"),
    "wide": str.maketrans("“”", "\uff02\uff02"),
}
DIGITS = {
    "arabic": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"),
    "persian": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
}
# No space mark of its own kind, a byte order mark, joiners, a soft hyphen, and marks of another script.
INVISIBLE = ["\u200b", "\u200c", "\u200d", "\u00ad", "\u2060", "\ufeff", "\u200e", "\u0640", "\u064e"]
SPACES = ["\u00a0", "\u202f", "\u2009", "\t"]

texts = st.sampled_from(TEXTS)
chosen = st.integers(min_value=1, max_value=9)


def every(written: str, step: int, chosen: str, new: str) -> list[str]:
    """The text with every so many of the ``chosen`` characters written as ``new``."""
    parts = list(written)
    places = [i for i, char in enumerate(written) if char in chosen]
    for i in places[::step]:
        parts[i] = new
    return parts


@given(texts, chosen, st.sampled_from(INVISIBLE))
@settings(max_examples=200, deadline=None)
def test_invisible_characters_inside_words(written: str, step: int, mark: str) -> None:
    parts = list(written)
    inside = [i for i in range(len(written) - 1) if written[i].isalpha() and written[i + 1].isalpha()]
    for i in inside[::step]:
        parts[i] += mark
    same(written, parts)


@given(texts, st.sampled_from(sorted(QUOTES)))
@settings(max_examples=200, deadline=None)
def test_other_quotation_marks(written: str, name: str) -> None:
    same(written, list(written.translate(QUOTES[name])))


@given(texts, chosen)
@settings(max_examples=100, deadline=None)
def test_straight_apostrophes(written: str, step: int) -> None:
    same(written, every(written, step, "’", "'"))


@given(texts, st.sampled_from(sorted(DIGITS)))
@settings(max_examples=60, deadline=None)
def test_other_digits(written: str, name: str) -> None:
    same(written, list(written.translate(DIGITS[name])))


@given(texts, chosen)
@settings(max_examples=200, deadline=None)
def test_doubled_spaces(written: str, step: int) -> None:
    same(written, every(written, step, " ", "  "))


@given(texts, chosen, st.sampled_from(SPACES))
@settings(max_examples=150, deadline=None)
def test_other_spaces(written: str, step: int, space: str) -> None:
    same(written, every(written, step, " ", space))


@given(texts, chosen)
@settings(max_examples=200, deadline=None)
def test_line_wraps(written: str, step: int) -> None:
    same(written, every(written, step, " ", "\n"))
