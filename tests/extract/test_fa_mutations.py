"""Spelling differences that a reader does not see change nothing: the same statements, mapped back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from .mutations import example_texts, same

TEXTS = example_texts("fa")
LETTERS = frozenset("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")
DIGITS = {
    "arabic": str.maketrans("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"),
    "ascii": str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
}
QUOTES = {"curly": str.maketrans("«»", "“”"), "straight": str.maketrans("«»", '""'), "low": str.maketrans("«»", "„”")}
LETTER_FORMS = str.maketrans({"ی": "ي", "ک": "ك"})

texts = st.sampled_from(TEXTS)
chosen = st.integers(min_value=1, max_value=9)


def between_letters(written: str, every: int, mark: str) -> list[str]:
    """``mark`` after every so many letters that another letter follows."""
    parts = list(written)
    count = 0
    for i in range(len(written) - 1):
        if written[i] in LETTERS and written[i + 1] in LETTERS:
            count += 1
            if count % every == 0:
                parts[i] += mark
    return parts


@given(texts, chosen)
@settings(max_examples=120, deadline=None)
def test_tatweel(written: str, every: int) -> None:
    same(written, between_letters(written, every, "ـ"))


@given(texts, chosen, st.sampled_from("ًٌٍَُِّْ"))
@settings(max_examples=120, deadline=None)
def test_diacritics(written: str, every: int, mark: str) -> None:
    same(written, between_letters(written, every, mark))


@given(texts, chosen, st.sampled_from(["ـ.ـ", "ـ.", ".ـ", "ـ*ـ"]))
@settings(max_examples=120, deadline=None)
def test_dots_beside_tatweel(written: str, every: int, mark: str) -> None:
    same(written, between_letters(written, every, mark))


@given(texts, st.sampled_from(sorted(DIGITS)))
@settings(max_examples=60, deadline=None)
def test_other_digits(written: str, kind: str) -> None:
    same(written, list(written.translate(DIGITS[kind])))


@given(texts)
@settings(max_examples=120, deadline=None)
def test_arabic_letters(written: str) -> None:
    same(written, list(written.translate(LETTER_FORMS)))


@given(texts, st.sampled_from(sorted(QUOTES)))
@settings(max_examples=150, deadline=None)
def test_other_quotation_marks(written: str, kind: str) -> None:
    same(written, list(written.translate(QUOTES[kind])))


@given(texts)
@settings(max_examples=150, deadline=None)
def test_lost_zwnj(written: str) -> None:
    same(written, ["" if char == "\u200c" else char for char in written])


@given(texts, chosen)
@settings(max_examples=120, deadline=None)
def test_doubled_spaces(written: str, every: int) -> None:
    parts = list(written)
    spaces = [i for i, char in enumerate(parts) if char == " "]
    for i in spaces[every - 1 :: every]:
        parts[i] = "  "
    same(written, parts)


@given(texts, chosen)
@settings(max_examples=120, deadline=None)
def test_wrapped_lines(written: str, every: int) -> None:
    parts = list(written)
    spaces = [i for i, char in enumerate(parts) if char == " "]
    for i in spaces[every - 1 :: every]:
        parts[i] = "\n"
    same(written, parts)
