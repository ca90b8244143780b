"""Words that a text uses as a country's name, whatever the tables know: «in Orland», "Orlandi fishermen"."""

from __future__ import annotations

import re
from typing import NamedTuple


class _Use(NamedTuple):
    """How a language tells a country: behind a preposition of place, or (behind an article) with the ending of those
    who are from it."""

    preposition: str
    article: str
    ending: re.Pattern[str]


_USES = {
    "en": _Use("in ", "", re.compile(r"(?:i|is|ian|ians|ese)(?!\w)")),
    "ar": _Use("في ", "ال", re.compile(r"ي(?:ه|ون|ين)?(?!\w)")),
    "fa": _Use("در ", "", re.compile(r"ي(?:ها)?(?!\w)")),
}


class Countries:
    """The countries of one text; each word is looked for once, when it is asked for."""

    def __init__(self, key: str, language: str) -> None:
        self._key = key
        self._use = _USES.get(language)
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Whether the text uses this word of the key as the name of a country or a town."""
        if self._use is None:
            return False
        if word not in self._known:
            self._known[word] = self._is_used(word, self._use)
        return self._known[word]

    def _is_used(self, word: str, use: _Use) -> bool:
        key = self._key
        at = key.find(word)
        while at >= 0:
            end = at + len(word)
            if self._stands(use.preposition, at) and not _is_letter(key[end : end + 1]):
                return True
            if self._stands(use.article, at) and use.ending.match(key, end):
                return True
            at = key.find(word, at + 1)
        return False

    def _stands(self, before: str, at: int) -> bool:
        """Whether these letters stand right before a place, and no other of the same word before them."""
        start = at - len(before)
        return self._key.startswith(before, max(start, 0), at) and not _is_letter(self._key[max(start - 1, 0) : start])


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"
