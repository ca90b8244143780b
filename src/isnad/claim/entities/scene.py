"""One text as the name readers see it: its words as keys, what each may be, and what stands between them.

All positions are token numbers; ``Scene.span`` turns them into spans of the clean text.  Each word is looked up once,
without the clitics that Arabic writes to it («ولفرنسا» is «فرنسا» behind two letters), and only words that may
belong to a name cause any work.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from isnad.claim.entities.places import gazetteer, known_bodies
from isnad.claim.entities.weapons import weapons
from isnad.claim.entities.words import Given, Head, given_names, heads, marks, particles, roles, stops, titles
from isnad.lang import LANGUAGES
from isnad.model import Span, Text
from isnad.model.entity import Gender
from isnad.text.fold import Folded, fold

PLACE, BODY, WEAPON = 1, 2, 4
"""Tables that a word may open a name of."""
SKIPPED = frozenset({"boilerplate", "related_link", "repeat", "pull_quote"})

_ARTICLE = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=\w{3})")
# A possessive "'s" is no part of the name before it.
_LETTERS = re.compile(r"\w+")
_WORD = re.compile(r"(?:[a-z]\.){2,}|\w+(?:['’](?!s\b)\w+)?")


class Word(NamedTuple):
    """What one word may be. ``core`` is the key without clitics, which are ``cut`` letters long; ``bare`` is the
    core without the article."""

    core: str
    bare: str
    cut: int
    given: Given | None = None
    title: bool = False
    role: bool = False
    head: Head | None = None
    stop: str = ""
    particle: str = ""
    definite: bool = False
    digits: bool = False
    hot: int = 0
    """Whether a name may begin here: 0 no, 1 with a capital letter, 2 always."""
    listed: int = 0
    """Whether a name of a table begins with the word: PLACE, BODY and WEAPON added up."""
    plain: bool = True
    """Whether the lists know nothing of the word: it may be a name."""
    office: bool = False
    """Whether the word is a title or a role."""


class Block(NamedTuple):
    """Tokens ``first`` to ``end`` are one segment in one language."""

    first: int
    end: int
    language: str
    kind: str


class Scene:
    """The words of one text and what they may be."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.folded: Folded = fold(text.clean)
        self.key, self.cased = self.folded.key, self.folded.cased
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[Word] = []
        self.blocks: list[Block] = []
        segments = [s for s in text.segments if s.kind not in SKIPPED]
        bounds = self.folded.to_keys([at for s in segments for at in (s.start, s.end)])
        for i, segment in enumerate(segments):
            language = segment.language if segment.language in LANGUAGES else text.language
            if language in LANGUAGES:
                self._add(bounds[2 * i], bounds[2 * i + 1], language, segment.kind)
        self.blocks = [block for block in self.blocks if block.first < block.end]
        self._firsts = [block.first for block in self.blocks]

    def _add(self, start: int, end: int, language: str, kind: str) -> None:
        first = len(self.words)
        key, known = self.key, _seen(language)
        pattern = _WORD if language == "en" else _LETTERS
        spans = [match.span() for match in pattern.finditer(key, start, end)]
        if spans:
            starts, ends = zip(*spans, strict=True)
            self.starts += starts
            self.ends += ends
            self.words += [known[key[a:b]] for a, b in spans]
        self.blocks.append(Block(first, len(self.words), language, kind))

    def openings(self, block: Block) -> list[int]:
        """The tokens of a block at which a name may begin; in English every word with a capital is one."""
        words = self.words
        if block.language != "en":
            return [i for i in range(block.first, block.end) if words[i].hot]
        key, cased, starts = self.key, self.cased, self.starts
        return [
            i
            for i in range(block.first, block.end)
            if (hot := words[i].hot) == 2 or (hot and key[at := starts[i]] != cased[at])
        ]

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
        last = i
        while last + 1 < min(block.end, i + most) and self.glued(last):
            last += 1
        return tuple(word.core for word in self.words[i : last + 1])

    def glued(self, i: int) -> bool:
        """Whether only a space (or a hyphen inside a Latin name) stands between token ``i`` and the next."""
        return self.gap(i) in (" ", "-")

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


class _Seen(dict[str, Word]):
    """Words of one language that were looked up before; forgotten when they become too many."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> Word:
        if len(self) > _MOST_SEEN:
            self.clear()
        found = self[word] = look_up(word.replace(".", ""), self._language)
        return found


_MOST_SEEN = 100_000


@cache
def _seen(language: str) -> _Seen:
    return _Seen(language)


def look_up(word: str, language: str) -> Word:
    """What the lists of a language say of a word, with or without the clitics before it."""
    found = _known(word, language, 0)
    if language == "en" and found is None:
        return Word(word, word, 0, hot=1)
    if language != "ar" or found is not None:
        return found or Word(word, word, 0)
    for core, cut in _shorter(word):
        found = _known(core, language, cut)
        if found is not None:
            return found
    article = _ARTICLE.match(word)
    if article:
        core = "ال" + word[article.end() :]
        return Word(core, _bare(core), len(word) - len(core) + article.group().endswith("لل"), definite=True)
    # An unknown word keeps its first letters: «وهدان» is no «هدان» behind an "and".
    return Word(word, _bare(word), 0, definite=word.startswith("ال"))


def _shorter(word: str) -> list[tuple[str, int]]:
    """The word without conjunction, preposition or both, the shortest cut first; «لل» stands for ل and the article."""
    found: list[tuple[str, int]] = []
    rest, cut = word, 0
    if (word[0] == "و" and len(word) > 3) or word.startswith(("فال", "فلل")):
        rest, cut = word[1:], 1
        found.append((rest, cut))
    if rest.startswith("لل") and len(rest) > 4:
        found.append(("ال" + rest[2:], cut + 2))
    elif rest[0] in "بلك" and len(rest) > 3:
        found.append((rest[1:], cut + 1))
    return found


def _known(word: str, language: str, cut: int) -> Word | None:
    tables = _tables(language)
    bare = _bare(word) if language == "ar" else word
    given = tables.given.get(word)
    stop = tables.stops.get(word, "")
    head = tables.heads.get(bare)
    if given and (stop or head):
        given = Given(given.gender, False)
    title = word in tables.title_words
    role = bare in tables.role_words
    particle = tables.particles.get(word, "")
    digits = word[0].isdigit()
    listed = PLACE * (word in tables.places) + BODY * (word in tables.bodies) + WEAPON * (word in tables.weapons)
    if not (given or stop or head or title or role or particle or digits or listed or glued_kunya(word)):
        return None
    definite = language == "ar" and bare != word
    opens = given is not None and (stop != "word" or word == "علي")
    opens = opens or glued_kunya(word) or particle in ("father", "servant", "family")
    hot = 2 if opens or head or title or word in tables.open else 0
    if language == "en":
        hot = 1 if stop != "word" or given or title or listed else 0
        if particle in ("article", "father") and word not in marks("article_too"):
            hot = 2
    plain = not (stop or role or title or head or digits)
    return Word(
        word, bare, cut, given, title, role, head, stop, particle, definite, digits, hot, listed, plain, role or title
    )


def glued_kunya(word: str) -> bool:
    """«ابولیث»: a kunya written as one word («ابواب», doors, is none)."""
    return len(word) > 5 and word.startswith(("ابو", "ابي")) and not word.startswith(("ابوا", "ابيا", "ابيض"))


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


class Tables(NamedTuple):
    """The lists of one language."""

    given: dict[str, Given]
    stops: dict[str, str]
    heads: dict[str, Head]
    titles: dict[str, Gender | None]
    title_words: frozenset[str]
    longest_title: int
    roles: dict[str, Gender | None]
    role_words: frozenset[str]
    particles: dict[str, str]
    open: frozenset[str]
    """Words that begin a name of a table which needs no noun before it."""
    places: frozenset[str]
    bodies: frozenset[str]
    weapons: frozenset[str]
    """Words that begin a name of the place table, of a well-known organisation, of a weapon."""


@cache
def _tables(language: str) -> Tables:
    known_titles, known_roles = titles(language), roles(language)
    return Tables(
        given_names(language),
        stops(language),
        heads(language),
        known_titles,
        frozenset(title.split()[0] for title in known_titles),
        max(len(title.split()) for title in known_titles),
        known_roles,
        frozenset(role for role in known_roles if " " not in role),
        particles(),
        gazetteer(language).open | frozenset(known_bodies(language).first) | weapons(language).first,
        frozenset(gazetteer(language).first),
        frozenset(known_bodies(language).first),
        weapons(language).first,
    )


def tables(language: str) -> Tables:
    """The lists of one language."""
    return _tables(language)
