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
    ``bounds[i]:bounds[i + 1]``.  ``mass`` is what all words of a sentence weigh together, ``hard`` whether an entry
    is a number or a name.
    """

    sides: tuple[Side, ...]
    sentences: tuple[Sentence, ...]
    bounds: I64
    keys: I64
    weights: F64
    hard: npt.NDArray[np.bool_]
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
    """The sentences of a report's own segments with their language, a sentence that is said twice only once."""
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


def _weighed(
    sides: tuple[Side, ...], sentences: tuple[Sentence, ...], words: list[list[BridgeWord]], languages: list[int]
) -> Bags:
    numbers: dict[str, int] = {}
    rows: list[tuple[int, int, int, float]] = []
    count = 0
    for sentence, found in enumerate(words):
        for word in found:
            share = word.weight / len(word.keys) ** 0.7
            rows.extend((sentence, numbers.setdefault(key, len(numbers)), count, share) for key in word.keys)
            count += 1
    table = np.array(rows, dtype=np.float64).reshape(-1, 4)
    sentence_of, key_of, word_of = (table[:, i].astype(np.int64) for i in range(3))
    rarity = _rarity(sentence_of, key_of, np.array(languages, dtype=np.int64), len(numbers), len(sentences))
    weights = table[:, 3] * rarity[key_of]
    mass = _mass(weights, rarity[key_of], table[:, 3], sentence_of, word_of, len(sentences))
    # Several words of one sentence with one key are one entry.
    packed, inverse = np.unique(sentence_of * max(1, len(numbers)) + key_of, return_inverse=True)
    summed = np.bincount(inverse, weights=weights, minlength=len(packed)) if len(packed) else weights
    keys = packed % max(1, len(numbers))
    bounds = np.searchsorted(packed // max(1, len(numbers)), np.arange(len(sentences) + 1))
    hard = np.array([key[0] in "npgk" for key in numbers], dtype=np.bool_)
    return Bags(sides, sentences, bounds, keys, summed, hard[keys], mass)


def _rarity(sentences: I64, keys: I64, languages: I64, size: int, total: int) -> F64:
    """Weight of every key between 0 and 1; 0 for a key that only one language has."""
    if not size:
        return np.empty(0)
    once = np.unique(keys * total + sentences)
    key, sentence = once // total, once % total
    counts = np.bincount(key, minlength=size)
    spoken = np.zeros((size, len(LANGUAGES)), dtype=np.bool_)
    spoken[key, languages[sentence]] = True
    rarity: F64 = np.log1p(total / counts) / np.log1p(total)
    return np.where(spoken.sum(axis=1) > 1, rarity, 0.0)


def _mass(weights: F64, rarity: F64, share: F64, sentence_of: I64, word_of: I64, total: int) -> F64:
    """What the words of each sentence weigh: each as its heaviest key, undivided."""
    if not len(weights):
        return np.zeros(total)
    first = np.flatnonzero(np.concatenate(([True], word_of[1:] != word_of[:-1])))
    keys_of = np.diff(np.concatenate((first, [len(word_of)])))
    full = share[first] * keys_of**0.7
    heaviest = np.maximum.reduceat(rarity, first)
    each = full * np.where(heaviest > 0, heaviest, UNSHARED)
    return np.bincount(sentence_of[first], weights=each, minlength=total)
