"""Sentences as weighted bags of language-independent keys (see `isnad.text.bridge`), for a whole case at once.

A key weighs as much as it is rare in the case (inverse sentence frequency; Spärck Jones, "A statistical interpretation
of term specificity", 1972); a key that only one language of the case has can never be shared and counts little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from isnad.lang import LANGUAGES
from isnad.model import Analysis, Text
from isnad.text.bridge import BridgeWord, bridge_words
from isnad.text.fold import Folded
from isnad.text.tokens import I64, words_of

F64 = npt.NDArray[np.float64]

_NOT_OWN = frozenset({"boilerplate", "related_link", "repeat", "pull_quote", "credit", "byline", "dateline"})
_LATIN = frozenset({"en"})
UNSHARED = 0.25
"""What a word counts, beside a word as rare, whose keys no other language of the case has."""

SPREAD = 0.7
"""Each of a word's n keys weighs the word's weight divided by n to this power."""


class Side(NamedTuple):
    """What one document has in one language: its sentences as numbers into the bags, ``first`` to ``last``."""

    document: int
    language: str
    first: int
    last: int


class Sentence(NamedTuple):
    """A sentence: its span of the clean text and its number of words."""

    start: int
    end: int
    words: int


class Bags(NamedTuple):
    """All sentences of a case that are in one of the three languages.

    Entries (one for a key of a sentence) are in the order of sentences; those of sentence ``i`` are
    ``bounds[i]:bounds[i + 1]``.  ``mass`` is what all words of a sentence weigh together.
    """

    sides: tuple[Side, ...]
    sentences: tuple[Sentence, ...]
    bounds: I64
    keys: I64
    weights: F64
    mass: F64


def read_bags(analyses: Sequence[Analysis], folded: Sequence[Folded]) -> Bags:
    """The bags of a case; without any sentence where all documents are of one language."""
    found = [list(_own_sentences(analysis.text)) for analysis in analyses]
    if len({language for sentences in found for *_, language in sentences}) < 2:
        return _weighed((), (), [], [])
    sides: list[Side] = []
    sentences: list[Sentence] = []
    words: list[list[BridgeWord]] = []
    languages: list[int] = []
    for document, (own, key) in enumerate(zip(found, folded, strict=True)):
        starts = words_of(key).starts
        for language in sorted({language for *_, language in own}):
            first = len(sentences)
            for start, end, _ in (one for one in own if one[2] == language):
                place = key.to_key(start), key.to_key(end)
                sentences.append(Sentence(start, end, int(np.diff(np.searchsorted(starts, place))[0])))
                words.append(bridge_words(key, *place, language))
                languages.append(LANGUAGES.index(language))
            sides.append(Side(document, language, first, len(sentences)))
    return _weighed(tuple(sides), tuple(sentences), words, languages)


def _own_sentences(text: Text) -> Iterator[tuple[int, int, str]]:
    """The sentences of a report's own segments, with their language."""
    at = 0
    own = [segment for segment in text.segments if segment.kind not in _NOT_OWN]
    for segment in own:
        language = _language(segment.language, text.language)
        while at < len(text.sentences) and text.sentences[at][0] < segment.start:
            at += 1
        while at < len(text.sentences) and text.sentences[at][1] <= segment.end:
            if language in LANGUAGES:
                yield (*text.sentences[at], language)
            at += 1


def _language(segment: str, text: str) -> str:
    """A segment's language; between Arabic and Persian a short segment says less than its document."""
    if text not in LANGUAGES or (segment in LANGUAGES and (segment in _LATIN) != (text in _LATIN)):
        return segment
    return text


class _Rows(NamedTuple):
    """The keys of all words of a case, one row for each key of a word: key, word, sentence, weight by its kind."""

    key: I64
    word: I64
    sentence: I64
    share: F64
    kinds: int


def _rows(words: list[list[BridgeWord]]) -> _Rows:
    numbers: dict[str, int] = {}
    ids: dict[tuple[str, ...], list[int]] = {}
    key_of: list[int] = []
    sizes: list[int] = []
    shares: list[float] = []
    for found in words:
        for _, _, keys, weight in found:
            known = ids.get(keys)
            if known is None:
                known = ids[keys] = [numbers.setdefault(key, len(numbers)) for key in keys]
            key_of += known
            sizes.append(len(known))
            shares.append(weight)
    size = np.array(sizes, dtype=np.int64)
    of_word = np.repeat(np.arange(len(words)), [len(found) for found in words] or np.empty(0, dtype=np.int64))
    # A word of several meanings spreads its weight, though not wholly: one of them is meant.
    share = np.repeat(np.array(shares, dtype=np.float64) / np.maximum(1, size) ** SPREAD, size)
    key = np.array(key_of, dtype=np.int64)
    return _Rows(key, np.repeat(np.arange(len(sizes)), size), np.repeat(of_word, size), share, max(1, len(numbers)))


def _weighed(
    sides: tuple[Side, ...], sentences: tuple[Sentence, ...], words: list[list[BridgeWord]], languages: list[int]
) -> Bags:
    rows = _rows(words)
    rarity = _rarity(rows, np.array(languages, dtype=np.int64), len(sentences))[rows.key]
    # Several words of one sentence with one key are one entry.
    packed, inverse = np.unique(rows.sentence * rows.kinds + rows.key, return_inverse=True)
    summed = np.bincount(inverse, weights=rows.share * rarity, minlength=len(packed)).astype(np.float64)
    bounds = np.searchsorted(packed // rows.kinds, np.arange(len(sentences) + 1))
    return Bags(sides, sentences, bounds, packed % rows.kinds, summed, _mass(rows, rarity, len(sentences)))


def _rarity(rows: _Rows, languages: I64, total: int) -> F64:
    """Weight of every key between 0 and 1; 0 for a key that only one language has."""
    if not len(rows.key):
        return np.zeros(rows.kinds)
    once = np.unique(rows.key * total + rows.sentence)
    key, sentence = once // total, once % total
    counts = np.bincount(key, minlength=rows.kinds)
    spoken = np.zeros((rows.kinds, len(LANGUAGES)), dtype=np.bool_)
    spoken[key, languages[sentence]] = True
    rarity: F64 = np.log1p(total / counts) / np.log1p(total)
    return np.where(spoken.sum(axis=1) > 1, rarity, 0.0)


def _mass(rows: _Rows, rarity: F64, total: int) -> F64:
    """What the words of each sentence weigh: each as its heaviest key, undivided."""
    if not len(rows.key):
        return np.zeros(total)
    first = np.flatnonzero(np.concatenate(([True], rows.word[1:] != rows.word[:-1])))
    keys_of = np.diff(np.concatenate((first, [len(rows.word)])))
    full = rows.share[first] * keys_of**SPREAD
    heaviest = np.maximum.reduceat(rarity, first)
    each = full * np.where(heaviest > 0, heaviest, UNSHARED)
    return np.bincount(rows.sentence[first], weights=each, minlength=total).astype(np.float64)
