"""What extraction speaks in: the view of a text that grammars read, and the candidates they return.

All positions in this room are positions in the *key* (`isnad.text.fold`); `engine.py` alone turns them into spans
of the clean text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, Protocol

import msgspec

from isnad.extract.quotes import Quote
from isnad.lang.cues import Form
from isnad.model.statement import SpeakerType, StatementKind
from isnad.text.fold import Folded

Range = tuple[int, int]


class Block(msgspec.Struct, frozen=True, gc=False):
    """A paragraph, heading or list item that statements are looked for in."""

    start: int
    end: int
    kind: str
    language: str
    number: int


class CueMatch(msgspec.Struct, frozen=True, gc=False):
    """A cue expression found in the key, with every lexicon form it can be. ``start`` includes no clitic;
    ``clitic`` is the conjunction written with it («و»)."""

    start: int
    end: int
    forms: tuple[Form, ...]
    clitic: str


class View(NamedTuple):
    """One text as a grammar sees it: blocks and sentences of its own language only."""

    folded: Folded
    blocks: list[Block]
    sentences: list[Range]
    quotes: list[Quote]
    cues: list[CueMatch]


class Mention(msgspec.Struct, frozen=True, gc=False):
    """What a grammar reads in a source phrase: ``name`` is the range of the proper name inside it (None for
    pronouns, definite descriptions and unnamed sources). ``refers`` says how it points back; ``phrase`` is the range
    of a description that the source only stands for («who» in «the dockers who said …»)."""

    type: SpeakerType
    name: Range | None
    refers: Literal["name", "pronoun", "description", "unnamed"]
    head: str = ""
    feminine: bool | None = None
    plural: bool | None = None
    phrase: Range | None = None


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A statement as a grammar found it.

    ``source`` is None when the sentence names nobody; ``carry`` then says whether the last speaker goes on
    (``same``), the words are in the first person and so the speaker's around them (``self``), nobody is named on
    purpose (``unnamed``, passives), somebody is meant whom the text does not tell (``unknown``, the pronoun of a
    finite verb), or the source is the one of another candidate of the same sentence, whose
    source range is given in ``source`` anyway (participles).
    ``confidence`` starts at 1.0 and every doubt lowers it with a reason.
    """

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    kind: StatementKind
    cue_class: str
    carry: Literal["", "same", "self", "unnamed", "unknown"]
    confidence: float
    reasons: tuple[str, ...]
    mention: Mention | None
    level: int = 0
    """0 for the report's own attribution; grammars set 1 and more where they know the statement is inside another
    with the same content (the inner speaker of «به گزارش X، Y گفت»)."""


class CueFinder(Protocol):
    """Finds the cues of a language; `isnad.extract.cues.CueIndex`."""

    forms: dict[str, tuple[Form, ...]]

    def find(self, key: str, blocks: Iterable[Range]) -> list[CueMatch]:
        """The cues of each block of a key, left to right, not overlapping."""


class Grammar(Protocol):
    """The reading of one language. Built once, used for every text; holds compiled expressions only."""

    language: str
    cues: CueFinder

    def candidates(self, view: View) -> list[Candidate]:
        """All statements of the view, in order of their cues."""
