"""A sentence under reading: its words and the cues in it, and the drafts of statements."""

from __future__ import annotations

import msgspec

from isnad.extract.en.clauses import Subject
from isnad.extract.en.lexicon import ADDITIVES, CONTRASTS, OCCASION_NOUNS, OCCASIONS, CueInfo
from isnad.extract.en.phrases import FINITE
from isnad.extract.en.words import Words
from isnad.model.statement import StatementKind

Part = tuple[int, int]
_WHERE = frozenset(["in", "on", "during", "at"])


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A cue expression in a sentence: its words and what it can be."""

    start: int
    end: int
    info: CueInfo


class Draft(msgspec.Struct, frozen=True, gc=False):
    """A statement in word numbers."""

    cue: Part
    source: Subject | None
    contents: tuple[Part, ...]
    kind: StatementKind
    cue_class: str
    carry: str
    confidence: float
    reasons: tuple[str, ...]


class Scene:
    """One sentence: ``tags[low:high]`` of the words, the cues by their first words, and the first words in it."""

    __slots__ = ("cues", "firsts", "high", "low", "tags", "words")

    def __init__(self, words: Words, low: int, high: int, cues: dict[int, Spot], firsts: list[int]) -> None:
        self.words = words
        self.tags = words.tags
        self.low = low
        self.high = high
        self.cues = cues
        self.firsts = firsts

    def contrasts(self, i: int) -> bool:
        """Whether a contrasting clause begins at word ``i`` («while»)."""
        return self.words.word(i) in CONTRASTS

    def adds(self, i: int) -> bool:
        """Whether word ``i`` goes on with the noun phrase before its comma («including», «especially»)."""
        return self.words.word(i) in ADDITIVES

    def occasion(self, i: int) -> bool:
        """Whether a phrase begins at word ``i`` that says when or where something was said."""
        word = self.words.word(i)
        if word in ("by", "after"):
            return self.tags[i + 1 : i + 2] == "g"
        return word in OCCASIONS or (word in _WHERE and self._names_occasion(i))

    def told_in(self, i: int, stop: int) -> bool:
        """Whether the clause up to ``stop`` ends in a phrase that says where it was said («in an interview with X»)."""
        return (
            self.words.word(i) in _WHERE
            and self._names_occasion(i)
            and not any(tag in FINITE for tag in self.tags[i:stop])
        )

    def _names_occasion(self, i: int) -> bool:
        """Whether the noun phrase after the preposition at word ``i`` is an occasion of speech."""
        tags = self.tags
        j = i + 1
        while j < self.high and tags[j] in "drjnN#'A" and j < i + 7:
            if self.words.word(j) in OCCASION_NOUNS:
                return True
            j += 1
        return False

    def cue_at(self, i: int) -> str:
        """The frames of the verb cue that begins at word ``i``, joined; empty when there is none."""
        spot = self.cues.get(i)
        if spot is None:
            return ""
        return " ".join(spot.info.verb) or ("according" if spot.info.cue_class == "according" else "")
