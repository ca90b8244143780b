"""A stretch of text in one language as words with their senses: what all value grammars read."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from isnad.claim.cut import Words
from isnad.claim.values.lexicon import Entry, seen
from isnad.claim.values.number import Number
from isnad.text.fold import Folded

_LINKS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]{1,64}@\S+|[@#][^\s#@]+|\b[a-z0-9-]{1,63}\.(?:com|org|net|ir|info)\b\S*"
)
_TELEPHONE = re.compile(r"[+0](?<!\w0)(?!\d?[-/ ]\d{1,2}[-/ ](?:19|20|1[34])\d\d\b)\d[\d() -]{6,}\d")
_LINK_SIGNS = ("http", "www.", "@", "#", ".com", ".org", ".net", ".ir", ".info")
SENTENCE_ENDS = frozenset(".?!;:\n•|")


class Line:
    """The words of one segment; ``texts``, ``starts``, ``ends`` and ``lex`` run in parallel.

    ``hits`` are the words that a value may begin with: digits and words of number and time.  ``categories`` are those
    of all words of a line with hits, so that what none of them can be need not be looked for; ``broken`` tells that the
    segment has line breaks inside.  ``published`` is the day of the report, for words that point from it ("yesterday");
    ``dated`` whether the stretch is a dateline, whose day belongs to the report's year.  ``numbers`` and ``ordinals``
    are those read so far.
    """

    __slots__ = (
        "broken",
        "categories",
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
    )

    def __init__(
        self, folded: Folded, words: Words, language: str, published: date | None, dated: bool = False
    ) -> None:
        self.folded = folded
        self.key = folded.key
        self.language = language
        self.published = published
        self.dated = dated
        self.texts = words.texts
        self.n = len(self.texts)
        self.starts, self.ends = words.starts, words.ends
        self.numbers: dict[int, Number | None] = {}
        self.ordinals: dict[int, tuple[int, int] | None] = {}
        self.lex: list[Entry | None] = list(map(seen(language).__getitem__, self.texts))
        self.hits = [
            i for i, entry in enumerate(self.lex) if entry is not None and entry.opens and self._begins(i, entry)
        ]
        self.categories: frozenset[str] = frozenset()
        self.broken = False
        if self.hits:
            self.categories = frozenset().union(*[entry.categories for entry in set(self.lex) if entry is not None])
            self.broken = "\n" in self.key[words.start : words.end]
            self.hits = self._outside(_links(self.key, words.start, words.end))

    def _begins(self, i: int, entry: Entry) -> bool:
        """Whether a word begins a value by itself, by the word behind it or, as a single unit, by the one before it."""
        if entry.trigger or (entry.second and i + 1 < self.n and self.texts[i + 1] in entry.second):
            return True
        if not entry.lasting or self.language == "fa":
            return False
        return self.language == "ar" or self.texts[i - 1] in ("a", "an")

    def _outside(self, links: list[tuple[int, int]]) -> list[int]:
        return [i for i in self.hits if not any(a <= self.starts[i] < b for a, b in links)] if links else self.hits

    def at(self, i: int, category: str) -> tuple[Any, int] | None:
        """What the word or phrase at ``i`` means in a category, and the index after it."""
        entry = self.lex[i] if 0 <= i < self.n else None
        if entry is None or category not in entry.categories:
            return None
        for rest, value in entry.phrases.get(category, ()):
            end = i + 1 + len(rest)
            if self.texts[i + 1 : end] == rest:
                return value, end
        sense = entry.senses.get(category)
        return None if sense is None else (sense, i + 1)

    def before(self, i: int, category: str, reach: int = 5) -> tuple[Any, int] | None:
        """What the phrase that ends just before ``i`` means in a category, and the index of its first word."""
        if category not in self.categories:
            return None
        for j in range(max(0, i - reach), i):
            entry = self.lex[j]
            if entry is None or category not in entry.categories:
                continue
            for rest, value in entry.phrases.get(category, ()):
                if j + 1 + len(rest) == i and self.texts[j + 1 : i] == rest:
                    return value, j
            if j + 1 == i and category in entry.senses:
                return entry.senses[category], j
        return None

    def has(self, i: int, category: str) -> bool:
        """Whether the word at ``i`` (alone or with the next) has a sense of the category."""
        return category in self.categories and self.at(i, category) is not None

    def text(self, i: int) -> str:
        """The word at ``i``, or nothing beyond the ends."""
        return self.texts[i] if 0 <= i < self.n else ""

    def prefix(self, i: int) -> str:
        """The clitics before the word at ``i``."""
        entry = self.lex[i] if 0 <= i < self.n else None
        return entry.prefix if entry is not None else ""

    def digits(self, i: int) -> bool:
        """Whether the word at ``i`` is written in digits."""
        return 0 <= i < self.n and self.texts[i][0].isdecimal()

    def glued(self, i: int) -> bool:
        """Whether no space stands between the word at ``i`` and the next."""
        return 0 <= i < self.n - 1 and self.ends[i] == self.starts[i + 1]

    def joined(self, i: int) -> bool:
        """Whether «و» stands at ``i``: as a word of its own or as the first letter."""
        if not 0 <= i < self.n or self.texts[i][0] != "و":
            return False
        entry = self.lex[i]
        return self.texts[i] == "و" or (entry is not None and entry.prefix.startswith("و"))

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


def _links(key: str, start: int, end: int) -> list[tuple[int, int]]:
    """Places of addresses, handles and hashtags: their digits are no values."""
    part = key[start:end]
    found = []
    if "0" in part or "+" in part:
        found = [(start + m.start(), start + m.end()) for m in _TELEPHONE.finditer(part)]
    if any(map(part.__contains__, _LINK_SIGNS)):
        found += [(start + m.start(), start + m.end()) for m in _LINKS.finditer(part)]
    return found
