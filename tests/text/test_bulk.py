"""Words of many texts at once: the same as text by text, whatever stands in them."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from isnad.text.bulk import tokenise
from isnad.text.fold import fold
from isnad.text.tokens import SPLIT, words_of

LETTERS = "قالb A.۱1ي\n،ةؤ\u0640\u200c\u064e\ufdfa\ufefbİΣςß\ud800\U0001f600\U00010400"
Texts = list[tuple[str, list[int]]]


@given(
    st.lists(st.tuples(st.text(alphabet=LETTERS, max_size=40), st.lists(st.integers(0, 40), max_size=4)), max_size=6)
)
@example([("قا\u0640.\u0640ل", []), ("", []), ("ΑΣ ﷺ", []), ("قال", [1, 2])])
def test_the_same_as_text_by_text(texts: Texts) -> None:
    ranges = [_ranges(text, borders) for text, borders in texts]
    table = tokenise([text for text, _ in texts], ranges)
    for i, (text, _) in enumerate(texts):
        folded = fold(text)
        borders = folded.to_keys([place for pair in ranges[i] for place in pair])
        words = words_of(folded, list(zip(borders[::2], borders[1::2], strict=True)))
        assert table.count(i) == len(words.hashes)
        rows = slice(int(table.offsets[i]), int(table.offsets[i + 1]))
        assert table.hashes[rows].tolist() == words.hashes.tolist()
        assert table.starts[rows].tolist() == [folded.to_text(start) for start in words.starts.tolist()]
        assert table.ends[rows].tolist() == [folded.to_text(end - 1) + 1 for end in words.ends.tolist()]


def _ranges(text: str, borders: list[int]) -> list[tuple[int, int]]:
    """The whole text, or the ranges between every other border."""
    inside = sorted({min(border, len(text)) for border in borders})
    return list(zip(inside[::2], inside[1::2], strict=False)) if len(inside) > 1 else [(0, len(text))]


def test_texts_longer_than_a_batch() -> None:
    texts = ["أول ثان " * (SPLIT // 16), "ثان", "أول " * SPLIT, "ثالث"]
    table = tokenise(texts)
    assert [table.count(i) for i in range(4)] == [SPLIT // 8, 1, SPLIT, 1]
    assert len(np.unique(table.hashes)) == 3


def test_offsets_are_those_of_the_text() -> None:
    text = "  قَالَ الجسـر"
    table = tokenise(["x", text])
    found = [text[slice(*table.range(1, i, i + 1))] for i in range(table.count(1))]
    # The last vowel sign of a word belongs to what follows its last letter.
    assert found == ["قَال", "الجسـر"]


def test_nothing() -> None:
    assert tokenise([]).offsets.tolist() == [0]
    assert tokenise(["", "\n"]).offsets.tolist() == [0, 0, 0]
