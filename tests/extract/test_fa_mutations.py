"""Spelling differences that a reader does not see change nothing: the same statements, mapped back."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.extract.engine import extract_by_rules
from isnad.extract.examples import parse_example
from isnad.lang.tables import read_table
from isnad.model import Document, OffsetPiece, Span, Statement, Text
from isnad.text import make_text

FOLDER = Path(__file__).parent / "examples" / "fa"
TEXTS = [
    parse_example(row["marked"].replace("\\n", "\n"))[0]
    for path in sorted(FOLDER.glob("*.tsv"))
    for row in read_table(path, ("id", "marked"))
]
LETTERS = frozenset("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")
DIGITS = {
    "arabic": str.maketrans("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"),
    "ascii": str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
}
QUOTES = {"curly": str.maketrans("«»", "“”"), "straight": str.maketrans("«»", '""'), "low": str.maketrans("«»", "„”")}
LETTER_FORMS = str.maketrans({"ی": "ي", "ک": "ك"})
Found = frozenset[tuple[object, ...]]

texts = st.sampled_from(TEXTS)
chosen = st.integers(min_value=1, max_value=9)


def text_of(written: str) -> Text:
    data = written.encode()
    return make_text(Document("doc:example", "example.txt", "", "text/plain", len(data)), data)


def found(statements: tuple[Statement, ...], back: list[int]) -> Found:
    """The statements as ranges of the unchanged text."""

    def place(span: Span | None) -> tuple[int, int] | None:
        return None if span is None else (back[span.start], back[span.end - 1] + 1)

    return frozenset((place(s.cue), place(s.source), tuple(place(p) for p in s.content), s.kind) for s in statements)


def changed(text: Text, parts: list[str]) -> Found:
    """What is found when every character of the text is written as ``parts`` says."""
    back = [i for i, part in enumerate(parts) for _ in part]
    to = [0]
    for part in parts:
        to.append(to[-1] + len(part))
    clean = "".join(parts)
    mutated = Text(
        text.document,
        clean,
        clean,
        text.encoding,
        text.language,
        (OffsetPiece(0, len(clean), 0, len(clean), True),),
        tuple(
            type(segment)(to[segment.start], to[segment.end], segment.kind, segment.language)
            for segment in text.segments
        ),
        tuple((to[start], to[end]) for start, end in text.sentences),
    )
    return found(extract_by_rules(mutated), back)


def same(written: str, parts: list[str]) -> None:
    text = text_of(written)
    assert changed(text, parts) == found(extract_by_rules(text), list(range(len(written))))


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
