"""One text as the name readers see it: its words as keys, what each may be, and what stands between them.

All positions are token numbers; ``Scene.span`` turns them into spans of the clean text.  Each word is looked up once
(`lookup`), and only words that may belong to a name cause any work.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container
from functools import cached_property
from itertools import compress
from operator import attrgetter

import msgspec

from isnad.claim.cut import Words, read_words, recut
from isnad.claim.entities.lookup import Word, seen
from isnad.lang import LANGUAGES
from isnad.lang.outlets import OutletTable
from isnad.model import Span, Text

# A possessive "'s" is no part of the name before it.
_LETTERS = re.compile(r"(\w+)")
_WORD = re.compile(r"((?:[a-z]\.){2,}|\w+(?:['’](?!s\b)\w+)?)")


_core, _marked = attrgetter("core"), attrgetter("marked")


class Block(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``first`` to ``end`` are one segment in one language."""

    first: int
    end: int
    language: str
    kind: str


class Scene:
    """The words of one text and what they may be."""

    def __init__(self, text: Text, outlets: OutletTable) -> None:
        self.text = text
        self._outlets = outlets
        self.folded, pieces = read_words(text)
        self.key, self.cased = self.folded.key, self.folded.cased
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tokens: list[str] = []
        """The words as the key has them, with their clitics."""
        self.words: list[Word] = []
        self.marked: list[int] = []
        """The tokens at which a name may begin or that are titles or roles."""
        self.blocks: list[Block] = []
        for piece in pieces:
            segment = text.segments[piece.number]
            language = segment.language if segment.language in LANGUAGES else text.language
            if language in LANGUAGES:
                self._add(piece, language, segment.kind)
        self.blocks = [block for block in self.blocks if block.first < block.end]
        self._firsts = [block.first for block in self.blocks]

    def _add(self, piece: Words, language: str, kind: str) -> None:
        first = len(self.words)
        tokens, starts, ends = recut(piece, self.key, _WORD if language == "en" else _LETTERS)
        self.tokens += tokens
        self.starts += starts
        self.ends += ends
        words = list(map(seen(language, self._outlets).__getitem__, tokens))
        self.words += words
        self.marked += compress(range(first, first + len(words)), map(_marked, words))
        self.blocks.append(Block(first, len(self.words), language, kind))

    def outlets(self) -> list[int]:
        """The tokens at which the name of an outlet may begin."""
        words = self.words
        return [i for i in self.marked if words[i].outlet]

    def openings(self, block: Block) -> list[int]:
        """The tokens of a block at which a name may begin; in English every word with a capital is one."""
        words, marked = self.words, self._marked_in(block)
        if block.language != "en":
            return [i for i in marked if words[i].hot]
        key, cased, starts = self.key, self.cased, self.starts
        return [i for i in marked if (hot := words[i].hot) and (hot == 2 or key[at := starts[i]] != cased[at])]

    def offices(self, block: Block) -> list[int]:
        """The tokens of a block that are titles or roles."""
        words = self.words
        return [i for i in self._marked_in(block) if words[i].office]

    def among(self, wanted: Container[str]) -> list[int]:
        """The tokens of the text whose word's core is one of those wanted."""
        return list(compress(range(len(self.words)), map(wanted.__contains__, map(_core, self.words))))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The English words that have a capital within a sentence too ("Apparently" opens one)."""
        places = (i for block in self.blocks if block.language == "en" for i in self.openings(block) if i)
        return frozenset(
            self.words[i].core for i in places if self.gap(i - 1) == " " and self.cased[self.starts[i]].isupper()
        )

    def _marked_in(self, block: Block) -> list[int]:
        return self.marked[bisect_left(self.marked, block.first) : bisect_left(self.marked, block.end)]

    def gap(self, i: int) -> str:
        """What stands between token ``i`` and the next."""
        return self.key[self.ends[i] : self.starts[i + 1]] if i + 1 < len(self.starts) else ""

    def raw_end(self, i: int) -> str:
        """The last letter of token ``i`` as the text spells it: «على» and «علي» have one key."""
        return self.text.clean[self.folded.to_text(self.ends[i] - 1)]

    def cores(self, block: Block, i: int, most: int) -> tuple[str, ...]:
        """The words from token ``i`` on, at most so many, as far as only spaces stand between them."""
        if most == 1:
            return (self.words[i].core,)
        last, end = i, min(block.end, i + most)
        while last + 1 < end and self.glued(last):
            last += 1
        return tuple(word.core for word in self.words[i : last + 1])

    def glued(self, i: int) -> bool:
        """Whether only a space (or a hyphen inside a Latin name) stands between token ``i`` and the next."""
        if i + 1 >= len(self.starts):
            return False
        end = self.ends[i]
        return self.starts[i + 1] == end + 1 and self.key[end] in " -"

    def case(self, i: int) -> str:
        """Token ``i`` with its case kept."""
        return self.cased[self.starts[i] : self.ends[i]]

    def span(self, first: int, last: int, cut: int = 0) -> Span:
        """The span of the clean text of tokens ``first`` to ``last``, without ``cut`` letters at its start."""
        start, end = self.folded.text_range(self.starts[first] + cut, self.ends[last])
        return self.text.span(start, end)

    def token_from(self, position: int) -> int:
        """The token at or after a position of the key."""
        return bisect_left(self.starts, position)

    def block_of(self, i: int) -> Block:
        """The block that token ``i`` stands in."""
        return self.blocks[bisect_right(self._firsts, i) - 1]

    def tokens_at(self, positions: list[int]) -> list[tuple[int, int]]:
        """The key position and the token at or after each position of the clean text: many at once are far
        cheaper than one by one."""
        return [(key, bisect_left(self.starts, key)) for key in self.folded.to_keys(positions)]
