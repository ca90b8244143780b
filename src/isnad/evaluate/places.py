"""Places of the truth, in English words, against those that reports tell of, in any language."""

from __future__ import annotations

from functools import lru_cache

from isnad.text.bridge import bridge_words
from isnad.text.fold import fold

SAME = 0.5
"""Share of the words of the poorer side that the other must have: "in the office" may be "in the harbour office"."""


def same_place(wanted: str, told: str) -> bool:
    """Whether ``told`` means the place ``wanted``: half of the poorer side's words have a key that the other has.

    Names, numbers and common nouns have keys; a place told in other words is not found.
    """
    places = _words(wanted, "en")
    languages = ("en",) if told.isascii() else ("ar", "fa")
    return any(_alike(places, _words(told, language)) for language in languages)


def _alike(a: tuple[frozenset[str], ...], b: tuple[frozenset[str], ...]) -> bool:
    few, many = sorted((a, b), key=len)
    return bool(few) and sum(any(word & other for other in many) for word in few) >= SAME * len(few)


@lru_cache(maxsize=4096)
def _words(text: str, language: str) -> tuple[frozenset[str], ...]:
    folded = fold(text)
    return tuple(frozenset(word.keys) for word in bridge_words(folded, 0, len(folded.key), language))
