"""Who a report tells about just before «he said», where that is not who spoke last.

«The mayor said no. Brook took another view. “It is time,” he said»: the subject of the sentence before is the nearest
person (Grosz, Joshi & Weinstein 1995, on centres of attention), and a person only where the report tells so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from isnad.extract.base import Mention, Range
from isnad.extract.en.clauses import governing
from isnad.extract.en.lexicon import PRONOUNS
from isnad.extract.en.mentions import mention
from isnad.extract.en.tagger import read_words

_OPENING = re.compile("N+(?=,W)")
"""«Brook, who …, took another view»: a name with its relative clause opens the sentence as its subject."""
_NEAR = 3
"""Sentences that are looked back at."""


class Narration:
    """The narrated sentences of a report; ``quoted`` says whether a place stands in somebody's words."""

    def __init__(self, key: str, cased: str, sentences: list[Range], quoted: Callable[[int], bool]) -> None:
        self._key, self._cased = key, cased
        self._sentences = sentences
        self._quoted = quoted

    def subjects(self, since: int, at: int) -> Iterator[Mention]:
        """The named subjects of the sentences between two places, the nearest first; pronouns are passed over."""
        last = bisect_left(self._sentences, (at, 0)) - 1
        for i in range(last, max(-1, last - _NEAR - 1), -1):
            start, end = self._sentences[i]
            if start < since:
                return
            if end > at or self._quoted(start):
                continue
            words = read_words(self._key, self._cased, start, end, [])
            if opening := _OPENING.match(words.tags):
                yield mention(words, 0, opening.end())
                continue
            found = governing(words.tags, len(words.tags), 0)
            if found and words.word(found.start) not in PRONOUNS:
                yield mention(words, found.start, found.end)
