"""One text as the name readers see it: its words as keys, what each may be, and what stands between them.

All positions are token numbers; ``Scene.span`` turns them into spans of the clean text.  Each word is looked up once
(`lookup`), and only words that may belong to a name cause any work.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import cached_property
from itertools import compress

import msgspec

from isnad.claim.cut import read_cut
from isnad.claim.entities.edges import name_words
from isnad.claim.entities.lookup import Word, seen
from isnad.lang import LANGUAGES
from isnad.lang.outlets import FOLLOWING, OutletTable
from isnad.model import Span, Text


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
        cut = read_cut(text)
        self.folded, pieces = cut.folded, cut.lines
        self.key, self.cased = self.folded.key, self.folded.cased
        kinds = [(text.segments[piece.number].kind, _language(text, piece.number)) for piece in pieces]
        ranges = [(piece.start, piece.end) for piece in pieces]
        read = [kind[1] in LANGUAGES for kind in kinds]
        english = [place for place, (_, language) in zip(ranges, kinds, strict=True) if language == "en"]
        found = name_words(cut, list(compress(ranges, read)), english)
        self.tokens, self.starts, self.ends, self.glued = found
        self._seen = {language: seen(language, outlets) for _, language in compress(kinds, read)}
        self.words: list[Word] = []
        self.blocks: list[Block] = []
        self.marked: list[int] = []
        """The tokens at which a name may begin or that are titles or roles."""
        for (start, end), (kind, language) in compress(zip(ranges, kinds, strict=True), read):
            first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
            if first < last:
                lexicon, tokens = self._seen[language], self.tokens[first:last]
                self.words += map(lexicon.__getitem__, tokens)
                self.marked += compress(range(first, last), map(lexicon.marked.__contains__, tokens))
                self.blocks.append(Block(first, last, language, kind))
        self._firsts = [block.first for block in self.blocks]

    def outlets(self) -> list[int]:
        """The tokens at which the name of an outlet may begin."""
        words, key, ends = self.words, self.key, self.ends
        return [
            i
            for i in self.marked
            if (after := words[i].outlet) is not None and (not after or key[(at := ends[i]) : at + FOLLOWING] in after)
        ]

    def openings(self) -> list[int]:
        """The tokens at which a name may begin; in English every word with a capital is one."""
        words, key, cased, starts = self.words, self.key, self.cased, self.starts
        return [
            i
            for i in self.marked
            if (word := words[i]).hot
            and (word.hot == 2 or key[at := starts[i]] != cased[at])
            and (word.after is None or (self.glued[i] and words[i + 1].core in word.after))
        ]

    def offices(self) -> list[int]:
        """The tokens that are titles or roles."""
        words = self.words
        return [i for i in self.marked if words[i].office]

    def among(self, wanted: Collection[str]) -> list[int]:
        """The tokens of the text whose word's core is one of those wanted."""
        forms = {*wanted}
        for lexicon in self._seen.values():
            forms.update(form for core in wanted for form in lexicon.spelt.get(core, ()))
        found = compress(range(len(self.words)), map(forms.__contains__, self.tokens))
        return [i for i in found if self.words[i].core in wanted]

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The English words that have a capital within a sentence too ("Apparently" opens one)."""
        places = (i for i in self.openings() if i and self.block_of(i).language == "en")
        return frozenset(
            self.words[i].core for i in places if self.gap(i - 1) == " " and self.cased[self.starts[i]].isupper()
        )

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
        while last + 1 < end and self.glued[last]:
            last += 1
        return tuple(word.core for word in self.words[i : last + 1])

    def case(self, i: int) -> str:
        """Token ``i`` with its case kept."""
        return self.cased[self.starts[i] : self.ends[i]]

    def span(self, first: int, last: int, cut: int = 0) -> Span:
        """The span of the clean text of tokens ``first`` to ``last``, without ``cut`` letters at its start."""
        start, end = self.folded.text_range(self.starts[first] + cut, self.ends[last])
        return Span(start, end, self.text.clean[start:end])

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


def _language(text: Text, number: int) -> str:
    """The language to read a segment in: its own, or the text's where that is none of ours."""
    language = text.segments[number].language
    return language if language in LANGUAGES else text.language
