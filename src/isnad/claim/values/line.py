"""A stretch of text in one language as words with their senses: what all value grammars read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from isnad.claim.cut import Cut, Piece
from isnad.claim.values.lexicon import DIGITS, NOTHING, Entry, reader
from isnad.claim.values.marks import far
from isnad.claim.values.number import Number

_LINKS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]{1,64}@\S+|[@#][^\s#@]+|\b[a-z0-9-]{1,63}\.(?:com|org|net|ir|info)\b\S*"
)
_TELEPHONE = re.compile(r"[+0](?<!\w0)(?!\d?[-/ ]\d{1,2}[-/ ](?:19|20|1[34])\d\d\b)\d[\d() -]{6,}\d")
_LINK = far("url")
SENTENCE_ENDS = frozenset(".?!;:\n•|")


LONGEST_FORM = 5
"""No phrase has more words behind its first."""
_BEYOND = 24  # further than any grammar looks past the ends of a line
_NO_WORDS, _NO_ENTRIES = [""] * _BEYOND, [NOTHING] * _BEYOND
_ANDS = ("و", "and")
_HALVES = frozenset({"half_after", "quarter_after"})
_BEGINS, _MAY_BEGIN = far("begins"), far("may_begin")


class Page(NamedTuple):
    """What the lines of a text share: its words and what each may mean, those that a value may begin with, those that
    are looked for at a distance and their bits, and the day of the report, from which "yesterday" points."""

    cut: Cut
    entries: list[Entry]
    hits: list[int]
    spots: list[int]
    marks: list[int]
    published: date | None

    def starts(self, piece: Piece, language: str) -> list[int]:
        """The words of a segment that a value may begin with."""
        first, last, texts, single = piece.first, piece.last, self.cut.texts, language != "fa"
        at = bisect_left(self.hits, first)
        return [
            hit - first
            for hit in self.hits[at : bisect_left(self.hits, last, at)]
            if (entry := self.entries[hit]).trigger
            or (single and entry.lasting and (language == "en" or self._single(hit, last)))
            or (entry.second and hit + 1 < last and texts[hit + 1] in entry.second)
        ]

    def _single(self, hit: int, last: int) -> bool:
        """Whether an Arabic unit may stand for one of it: a duration, or with a half behind it («طن ونصف الطن»)."""
        halved = hit + 1 < last and not _HALVES.isdisjoint(self.entries[hit + 1].categories)
        return halved or "single" in self.entries[hit].categories


def open_page(cut: Cut, languages: Sequence[str], published: date | None) -> Page:
    """The page of a text whose segments are read in these languages."""
    cells, bits = cut.said([reader(language) for language in languages])
    spots = bits.nonzero()[0]
    marks = bits[spots]
    hits = spots[(marks & (_BEGINS | _MAY_BEGIN)) != 0]
    return Page(cut, cells.tolist(), hits.tolist(), spots.tolist(), marks.tolist(), published)


class Line:
    """The words of one segment; ``texts``, ``starts``, ``ends`` and ``lex`` run in parallel.

    ``texts`` and ``lex`` go on behind the ``n`` words with words that are nothing, so that what stands beside a word
    may be asked for at either end (an index below nothing is one of them too).  ``hits`` are the words that a value may
    begin with: digits and words of number and time.  ``all_marks`` are the bits of all words that are looked for at a
    distance; ``broken`` tells that the segment has line breaks inside.  ``published`` is the day of the report and
    ``dated`` whether the stretch is a dateline, whose day belongs to the report's year.  ``numbers``, ``ordinals``
    and ``things`` (concepts) are those read so far.
    """

    __slots__ = (
        "_marks",
        "_place",
        "_spots",
        "all_marks",
        "broken",
        "dated",
        "ends",
        "folded",
        "hits",
        "key",
        "language",
        "lex",
        "n",
        "numbers",
        "ordinals",
        "published",
        "starts",
        "texts",
        "things",
    )

    def __init__(self, page: Page, piece: Piece, starts: list[int], language: str, dated: bool = False) -> None:
        first, last = piece.first, piece.last
        cut = page.cut
        self.folded = cut.folded
        self.key = self.folded.key
        self.language = language
        self.published = page.published
        self.dated = dated
        self.n = last - first
        self.texts = cut.texts[first:last] + _NO_WORDS
        self.starts, self.ends = cut.starts[first:last], cut.ends[first:last]
        self.lex = page.entries[first:last] + _NO_ENTRIES
        self.numbers: dict[int, Number | None] = {}
        self.things: dict[int, Any] = {}
        self.ordinals: dict[int, tuple[int, int] | None] = {}
        self._place = first
        at = bisect_left(page.spots, first)
        marked = slice(at, bisect_left(page.spots, last, at))
        self._spots, self._marks = page.spots[marked], page.marks[marked]
        self.all_marks = reduce(or_, self._marks, 0)
        self.broken = "\n" in self.key[piece.start : piece.end]
        self.hits = starts if language != "en" else [i for i in starts if not self.lex[i].lasting or self._begins(i)]
        if self.hits:
            self.hits = self._outside(piece.start, piece.end)

    def _begins(self, i: int) -> bool:
        """Whether an English unit begins a value by itself, by the word behind it or, being one, by the one before."""
        entry = self.lex[i]
        if entry.trigger or self.texts[i + 1] in entry.second:
            return True
        return self.texts[i - 1 - self.has(i - 1, "whole")] in ("a", "an")

    def _outside(self, start: int, end: int) -> list[int]:
        """The hits that stand in no address, handle, hashtag or telephone number."""
        starts = self.starts
        links = _LINKS.finditer(self.key[start:end]) if self.all_marks & _LINK else ()
        covered = [(start + m.start(), start + m.end()) for m in links]
        numbers = [i for i in self.hits if self.texts[i][0] == "0" or self.texts[i - 1] == "+"]
        covered += filter(None, map(self._telephone, numbers))
        inside = {i for a, b in covered for i in range(bisect_left(starts, a), bisect_left(starts, b))}
        return [i for i in self.hits if i not in inside] if inside else self.hits

    def _telephone(self, i: int) -> tuple[int, int] | None:
        found = _TELEPHONE.match(self.key, self.starts[i] - (self.texts[i - 1] == "+"))
        return found.span() if found else None

    def at(self, i: int, category: str) -> tuple[Any, int] | None:
        """What the word or phrase at ``i`` means in a category, and the index after it."""
        entry = self.lex[i]
        if category not in entry.categories:
            return None
        phrases = entry.phrases.get(category)
        if phrases is not None:
            for rest, value in phrases.get(self.texts[i + 1], ()):
                end = i + 1 + len(rest)
                if self.texts[i + 1 : end] == rest:
                    return value, end
        sense = entry.senses.get(category)
        return None if sense is None else (sense, i + 1)

    def before(self, i: int, category: str, reach: int = 5) -> tuple[Any, int] | None:
        """What the phrase that ends just before ``i`` means in a category, and the index of its first word."""
        if category not in self.lex[i - 1].ends:
            return None
        for j in range(max(0, i - reach), i):
            entry = self.lex[j]
            if category not in entry.categories:
                continue
            phrases = entry.phrases.get(category)
            if phrases is not None:
                for rest, value in phrases.get(self.texts[j + 1], ()):
                    if j + 1 + len(rest) == i and self.texts[j + 1 : i] == rest:
                        return value, j
            if j + 1 == i and category in entry.senses:
                return entry.senses[category], j
        return None

    def has(self, i: int, category: str) -> bool:
        """Whether the word at ``i`` (alone or with the next) has a sense of the category."""
        entry = self.lex[i]
        return category in entry.categories and (category in entry.senses or self.at(i, category) is not None)

    def near(self, start: int, end: int, wanted: int) -> int:
        """Which of the ``wanted`` bits (`marks.far`) have a form that ends at ``start`` or before ``end``."""
        if not self.all_marks & wanted:
            return 0
        spots, place = self._spots, self._place
        at = bisect_left(spots, start + place)
        return reduce(or_, self._marks[at : bisect_left(spots, end + place, at)], 0) & wanted

    def silent(self, i: int) -> bool:
        """Whether the word at ``i`` means nothing to a value: neither a sign nor an "and" nor a word of any list."""
        text = self.texts[i]
        return not self.lex[i].categories and text[:1].isalpha() and text not in _ANDS

    def prefix(self, i: int) -> str:
        """The clitics before the word at ``i``."""
        return self.lex[i].prefix

    def digits(self, i: int) -> bool:
        """Whether the word at ``i`` is written in digits."""
        return self.lex[i] is DIGITS

    def glued(self, i: int) -> bool:
        """Whether no space stands between the word at ``i`` and the next."""
        return 0 <= i < self.n - 1 and self.ends[i] == self.starts[i + 1]

    def joined(self, i: int) -> bool:
        """Whether «و» stands at ``i``: as a word of its own or as the first letter."""
        return self.texts[i] == "و" or self.lex[i].prefix.startswith("و")

    def capital(self, i: int) -> bool:
        """Whether the word at ``i`` is written with a capital."""
        return 0 <= i < self.n and self.folded.cased[self.starts[i]].isupper()

    def original(self, i: int) -> str:
        """The word at ``i`` as the text spells it, with its vowel signs."""
        start, end = self.folded.text_range(self.starts[i], self.ends[i])
        return self.folded.text[start:end]

    def breaks(self, i: int) -> bool:
        """Whether a sentence ends at the word at ``i``, or before it by a line break."""
        if self.texts[i] in SENTENCE_ENDS:
            return True
        return self.broken and i > 0 and "\n" in self.key[self.ends[i - 1] : self.starts[i]]
