"""Words as arrays: the same words as a plain expression finds, equal hashes for equal folded words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from isnad.text.fold import fold
from isnad.text.tokens import SPLIT, words_of


@given(st.text(alphabet="قال ab. ۱1ي\n،", max_size=300))
def test_words_are_the_words_of_the_key(text: str) -> None:
    folded = fold(text)
    words = words_of(folded)
    found = [folded.key[s:e] for s, e in zip(words.starts, words.ends, strict=True)]
    assert found == re.findall(r"[^\W_]+", folded.key)
    by_hash: dict[int, str] = {}
    for word, value in zip(found, words.hashes.tolist(), strict=True):
        assert by_hash.setdefault(value, word) == word


def test_equal_words_hash_alike_wherever_they_stand() -> None:
    text = "كلمة " + "س ص " * 40000 + "كلمة"
    words = words_of(fold(text))
    assert words.hashes[0] == words.hashes[-1]
    assert len(set(words.hashes.tolist())) == 3


def test_only_the_given_ranges() -> None:
    folded = fold("أول ثان ثالث")
    assert len(words_of(folded, [(4, 7)]).hashes) == 1


def test_no_words() -> None:
    assert len(words_of(fold("")).hashes) == 0
    assert len(words_of(fold(" .!")).hashes) == 0


def test_a_word_longer_than_the_tables_of_powers_has_a_hash() -> None:
    long = "9" * (2 * SPLIT + 3)
    hashes = words_of(fold(f"{long} {long} {long}8")).hashes
    assert hashes[0] == hashes[1] != hashes[2]
