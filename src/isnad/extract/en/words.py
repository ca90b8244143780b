"""A stretch of text as words with one class letter each; what the letters mean stands in tagger.py."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

_FIRST_WORD = re.compile(r"\W*(\w+)")


class Words(NamedTuple):
    """A stretch of text as words: their places in the key and their classes, one letter a word."""

    key: str
    cased: str
    starts: list[int]
    ends: list[int]
    letters: str
    """The classes of the words by themselves, before their neighbours decide."""
    tags: str = ""

    def at(self, position: int) -> int:
        """The number of the word that begins at or after a key position."""
        return bisect_left(self.starts, position)

    def opening(self, i: int) -> str:
        """The class of the i-th word; a quotation that begins with a small letter goes on with what stands before
        («The tide, he said, “is not to blame”») and counts as the verb there."""
        tag = self.tags[i]
        if tag in "567Q" and (first := _FIRST_WORD.match(self.cased, self.starts[i])):
            return "v" if first[1][0].islower() else tag
        return "v" if self.letters[i] in "AZ" and tag in "nS" else tag

    def word(self, i: int) -> str:
        """The i-th word of the key."""
        return self.key[self.starts[i] : self.ends[i]]
