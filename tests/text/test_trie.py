"""A trie expression finds what a plain alternation finds, longest first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from isnad.text.trie import trie_pattern

WORDS = st.lists(st.text(alphabet="قال .(", min_size=1, max_size=5), min_size=1, max_size=12)


@given(WORDS, st.text(alphabet="قال .(", max_size=60))
def test_same_as_alternation(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))
    assert re.findall(trie_pattern(words), text) == re.findall(plain, text)
