"""One text as the name readers see it: its words as keys, what each may be, and what stands between them.

All positions are token numbers; ``Scene.spans`` turns them into spans of the clean text.  Each word is looked up once
(`lookup`), and only words that may belong to a name cause any work.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property

import msgspec
import numpy as np

from isnad.claim.cut import name_words, read_cut
from isnad.claim.entities.lookup import CAPITAL, FOLLOWED, OFFICE, OPENS, OUTLET, Word, reader
from isnad.lang import LANGUAGES
from isnad.lang.outlets import FOLLOWING, OutletTable
from isnad.model import Span, Text

TANWIN = frozenset("ًٌٍ")
"""The vowel signs of an indefinite noun."""


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
        self.folded = cut.folded
        self.key, self.cased = self.folded.key, self.folded.cased
        languages = [_language(text, piece.number) for piece in cut.pieces]
        readers = [reader(language, outlets) if language in LANGUAGES else None for language in languages]
        found = name_words(cut, readers, [language == "en" for language in languages])
        self.starts, self.ends, self.glued = found.starts, found.ends, found.glued
        self.words: list[Word] = found.cells.tolist()
        self._numbers, self._bits = found.numbers, found.bits
        self._vocabulary, self._readers = cut.vocabulary, {read for read in readers if read is not None}
        self.blocks = [
            Block(first, last, language, text.segments[piece.number].kind)
            for first, last, language, piece in zip(found.before, found.before[1:], languages, cut.pieces, strict=False)
            if first < last
        ]
        self._firsts = [block.first for block in self.blocks]

    def outlets(self) -> list[int]:
        """The tokens at which the name of an outlet may begin."""
        words, key, ends = self.words, self.key, self.ends
        return [
            i
            for i in self._with(OUTLET)
            if (after := words[i].outlet) is not None and (not after or key[(at := ends[i]) : at + FOLLOWING] in after)
        ]

    @cached_property
    def openings(self) -> list[int]:
        """The tokens at which a name may begin; in English every word with a capital is one."""
        words, key, cased, starts = self.words, self.key, self.cased, self.starts
        found = self._with(OPENS)
        if any(block.language == "en" for block in self.blocks):
            found += [i for i in self._with(CAPITAL) if key[at := starts[i]] != cased[at]]
        found += [
            i
            for i in self._with(FOLLOWED)
            if self.glued[i] and (after := words[i].after) is not None and words[i + 1].core in after
        ]
        return found

    def offices(self) -> list[int]:
        """The tokens that are titles or roles."""
        return self._with(OFFICE)

    def _with(self, bit: int) -> list[int]:
        found: list[int] = (self._bits & bit).nonzero()[0].tolist()
        return found

    def among(self, wanted: Collection[str]) -> list[int]:
        """The tokens of the text whose word's core is one of those wanted."""
        known = self._vocabulary
        forms = {known[core] for core in wanted if core in known}
        for read in self._readers:
            others = known.facet(read).others
            forms.update(form for core in wanted for form in others.get(core, ()))
        sought = np.zeros(len(known), dtype=np.bool_)
        sought[list(forms)] = True
        return [i for i in sought.take(self._numbers).nonzero()[0].tolist() if self.words[i].core in wanted]

    @cached_property
    def tanwin(self) -> bool:
        """Whether the text marks any noun as indefinite."""
        return any(sign in self.text.clean for sign in TANWIN)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The English words that have a capital within a sentence too ("Apparently" opens one)."""
        places = (i for i in self.openings if i and self.block_of(i).language == "en")
        return frozenset(
            self.words[i].core for i in places if self.gap(i - 1) == " " and self.cased[self.starts[i]].isupper()
        )

    def gap(self, i: int) -> str:
        """What stands between token ``i`` and the next."""
        return self.key[self.ends[i] : self.starts[i + 1]] if i + 1 < len(self.starts) else ""

    def raw_end(self, i: int) -> str:
        """The last letter of token ``i`` as the text spells it: «على» and «علي» have one key."""
        return self.text.clean[self.folded.to_text(self.ends[i] - 1)]

    def raw(self, i: int, at: int) -> str:
        """The letter at place ``at`` of token ``i`` as the text spells it: «فإن» and «فان» have one key."""
        return self.text.clean[self.folded.to_text(self.starts[i] + at)]

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

    def spans(self, parts: Sequence[tuple[int, int, int]]) -> list[Span]:
        """The spans of the clean text of tokens ``first`` to ``last``, without so many letters at their start."""
        starts, ends, clean = self.starts, self.ends, self.text.clean
        places = self.folded.text_ranges(
            [starts[first] + cut for first, _, cut in parts], [ends[last] for _, last, _ in parts]
        )
        return [Span(start, end, clean[start:end]) for start, end in places]

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
