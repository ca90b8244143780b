"""Words of texts are those of lexicon entries, each in its segment; names have words of their own."""

from __future__ import annotations

import re

import pytest

from isnad.claim.cut import Cut, name_words, read_cut
from isnad.claim.pieces import english_names, tokens
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


def written(word: str) -> tuple[str, int]:
    """A word as itself, with its length for bits."""
    return word, len(word)


@pytest.mark.parametrize("content", TEXTS)
def test_words_are_those_of_the_expression(content: str) -> None:
    cut = read_cut(text_of(content))
    for piece in cut.pieces:
        words = slice(piece.first, piece.last)
        assert cut.texts[words] == tokens(cut.folded.key[piece.start : piece.end])
        ranges = zip(cut.starts[words], cut.ends[words], strict=True)
        assert [cut.folded.key[a:b] for a, b in ranges] == cut.texts[words]


def test_no_word_lies_across_two_segments() -> None:
    cut = read_cut(text_of("Harbour shut\n\nThe gates of the harbour were shut on Monday, the port said.\n"))
    assert len(cut.pieces) == 2
    for piece in cut.pieces:
        assert piece.start <= cut.starts[piece.first]
        assert cut.ends[piece.last - 1] <= piece.end


def test_names_have_words_of_their_own() -> None:
    cut = read_cut(text_of("O'Hara's men of the u.s. navy paid 1,500 and و10"))
    assert written_names(cut, english=True) == (
        ["o'hara", "s", "men", "of", "the", "u.s.", "navy", "paid", "1", "500", "and", "و10"]
    )
    plain = ["o", "hara", "s", "men", "of", "the", "u", "s", "navy", "paid", "1", "500", "and", "و10"]
    assert written_names(cut, english=False) == plain
    found = name_words(cut, [written], [False])
    assert [word for word, glued in zip(plain, found.glued, strict=True) if not glued] == [
        "o", "hara", "u", "s", "1", "و10",
    ]  # fmt: skip


def written_names(cut: Cut, english: bool) -> list[str]:
    found = name_words(cut, [written], [english])
    assert found.cells.tolist() == [cut.folded.key[a:b] for a, b in zip(found.starts, found.ends, strict=True)]
    return [str(word) for word in found.cells]


@pytest.mark.parametrize("content", TEXTS)
def test_names_are_letters_and_digits_in_a_row(content: str) -> None:
    cut = read_cut(text_of(content))
    found = name_words(cut, [written] * len(cut.pieces), [False] * len(cut.pieces))
    assert found.cells.tolist() == re.findall(r"\w+", cut.folded.key)
    assert found.cells.tolist() == [cut.folded.key[a:b] for a, b in zip(found.starts, found.ends, strict=True)]


def test_marks_join_letters_in_many_places_of_one_stretch() -> None:
    cut = read_cut(text_of("a'b-" * 3 + "c's-u.s.-d"))
    assert written_names(cut, english=True) == ["a'b", "a'b", "a'b", "c", "s", "u.s.", "d"]
    stretch = "a'b-" * 50_000
    assert len(english_names(stretch, 0, len(stretch))) == 50_000


def test_segments_are_read_by_readers_of_their_own() -> None:
    cut = read_cut(text_of("Gates shut\n\nThe gates of O'Hara were shut on Monday, the port said.\n"))
    cells, bits = cut.said([None, written])
    assert cells.tolist() == [None, None, *cut.texts[2:]]
    assert bits.tolist() == [0, 0, *map(len, cut.texts[2:])]
    found = name_words(cut, [None, written], [False, True])
    assert found.before == [0, 0, 11]
    assert found.cells[:4].tolist() == ["the", "gates", "of", "o'hara"]
    first = name_words(cut, [written, written], [False, True])
    assert first.cells[:6].tolist() == ["gates", "shut", "the", "gates", "of", "o'hara"]


def test_a_word_is_read_once() -> None:
    asked: list[str] = []

    def read(word: str) -> tuple[str, int]:
        asked.append(word)
        return word, 1

    for content in ("harbour, harbour", "(harbour) gate harbour"):
        cut = read_cut(text_of(content))
        assert cut.said([read])[0].tolist() == cut.texts
        assert name_words(cut, [read], [False]).cells.tolist() == re.findall(r"\w+", cut.folded.key)
    assert sorted(asked) == ["(", ")", ",", "gate", "harbour"]
