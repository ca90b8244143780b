"""Two ways of cutting words agree: the expression for lexicon entries and the arrays for texts."""

from __future__ import annotations

import pytest

from isnad.claim.cut import read_cut, read_words, tokens
from isnad.claim.entities.edges import name_words
from isnad.model import Document, Text
from isnad.text import make_text

TEXTS = (
    "O'Hara's boat paid 1,500.75 at 10:30; it's the u.s.-flagged \"Dawn\" (No. 7).",
    "قال سالم: دفع 1,500 ريال و10٪ من الـ«ميناء» في ٢٥/٣/٢٠١٩...",
    "او گفت ۴۵٫۵ درصد می‌رود؛ 'بندر' l’ancre بسته شد",
    "a'b'c 'd' 1.2.3 4. 5, .6 x1y _z_ 東京 𝟏𝐀 😀b²",
    "",
    "،",
)


def text_of(content: str) -> Text:
    data = content.encode()
    return make_text(Document("doc:t", "t.txt", "0", "text/plain", len(data)), data)


@pytest.mark.parametrize("content", TEXTS)
def test_words_are_those_of_the_expression(content: str) -> None:
    folded, lines = read_words(text_of(content))
    for line in lines:
        assert line.texts == tokens(folded.key[line.start : line.end])
        assert [folded.key[a:b] for a, b in zip(line.starts, line.ends, strict=True)] == line.texts


def test_no_word_lies_across_two_segments() -> None:
    _, lines = read_words(text_of("Harbour shut\n\nThe gates of the harbour were shut on Monday, the port said.\n"))
    assert all(line.start <= line.starts[0] and line.ends[-1] <= line.end for line in lines if line.texts)


def test_names_have_words_of_their_own() -> None:
    cut = read_cut(text_of("O'Hara's men of the u.s. navy paid 1,500 and و10"))
    whole = [(0, len(cut.folded.key))]
    assert name_words(cut, whole, whole).texts == (
        ["o'hara", "s", "men", "of", "the", "u.s.", "navy", "paid", "1", "500", "and", "و10"]
    )
    found = name_words(cut, whole, ())
    assert found.texts == ["o", "hara", "s", "men", "of", "the", "u", "s", "navy", "paid", "1", "500", "and", "و10"]
    assert [word for word, glued in zip(found.texts, found.glued, strict=True) if not glued] == [
        "o", "hara", "u", "s", "1", "و10",
    ]  # fmt: skip
