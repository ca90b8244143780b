"""The words of a text with their bridge keys: values of numbers, names by meaning or by sound, concepts.

A key begins with its kind: ``n:`` a number, ``o:`` an ordinal, ``d:`` a day, ``p:`` a place, ``g:`` another name,
``c:`` and ``v:`` a concept or a common word, ``k:`` the consonants of a name or loan word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from isnad.text.bridge.lexicon import Lexicon, lexicon
from isnad.text.bridge.numbers import numbers
from isnad.text.bridge.skeleton import skeletons
from isnad.text.bridge.stems import forms, root
from isnad.text.data import stopwords
from isnad.text.fold import Folded

_WORD = re.compile(r"\d+(?:[.,/]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARTICLES = frozenset("al el bin ibn ben abu mr mrs ms dr the de la van von st".split())
_FRONT = ("وال", "بال", "كال", "فال", "لل", "ال")
_CLITICS = "وفبلك"

SURE, MEANING, FAINT = 1.0, 0.8, 0.4
"""How much a key tells: a name in capitals or a number; a word by its meaning; a sound that may be chance."""


class BridgeWord(NamedTuple):
    """A word or phrase that has keys: its place in the folded key, its keys and how much they tell."""

    start: int
    end: int
    keys: tuple[str, ...]
    weight: float


class _Token(NamedTuple):
    start: int
    end: int
    key: str
    capital: bool


def bridge_words(folded: Folded, start: int, end: int, language: str) -> list[BridgeWord]:
    """The words with keys in ``folded.key[start:end]``, a sentence of ``ar``, ``fa`` or ``en``."""
    tokens = _tokens(folded, start, end)
    found: list[BridgeWord] = []
    taken = [False] * len(tokens)
    for number in numbers([token.key for token in tokens], language):
        first, last = tokens[number.start], tokens[number.end - 1]
        found.append(BridgeWord(first.start, last.end, number.keys, _number_weight(number.keys[0])))
        taken[number.start : number.end] = [True] * (number.end - number.start)
    for at, token in enumerate(tokens):
        if taken[at]:
            continue
        size, keys = _phrase(tokens, at, language) if not taken[at] else (0, ())
        if size:
            found.append(BridgeWord(token.start, tokens[at + size - 1].end, keys, SURE))
            taken[at : at + size] = [True] * size
            continue
        keys, weight = _keys_of(token.key, language, token.capital and at > 0)
        if keys:
            found.append(BridgeWord(token.start, token.end, keys, weight))
    return sorted(found)


def _tokens(folded: Folded, start: int, end: int) -> list[_Token]:
    key, cased = folded.key, folded.cased
    return [
        _Token(match.start(), match.end(), match.group(), cased[match.start()] != key[match.start()])
        for match in _WORD.finditer(key, start, end)
    ]


def _number_weight(key: str) -> float:
    kind, _, value = key.partition(":")
    # Two and three and "first" are in every other sentence.
    return MEANING / 2 if kind == "o" or float(value) <= 12 else SURE


def _phrase(tokens: list[_Token], at: int, language: str) -> tuple[int, tuple[str, ...]]:
    """How many words the phrase that begins here has, and its key."""
    phrases = _firsts(tokens[at].key, language)
    for rest, key in phrases:
        if at + len(rest) < len(tokens) and all(
            word in forms(tokens[at + i].key, language) for i, word in enumerate(rest, 1)
        ):
            return 1 + len(rest), (key,)
    return 0, ()


@lru_cache(maxsize=1 << 16)
def _firsts(word: str, language: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    table = lexicon(language).phrases
    found = [phrase for form in forms(word, language) for phrase in table.get(form, ())]
    return tuple(sorted(found, key=lambda phrase: -len(phrase[0])))


@lru_cache(maxsize=1 << 17)
def _keys_of(word: str, language: str, capital: bool) -> tuple[tuple[str, ...], float]:
    """The keys of one word and their weight; a capital within a sentence makes an English word a name first."""
    if word in stopwords(language) or len(word) < 2:
        return (), 0.0
    if word[0] < "\u0250" and language != "en":
        # Latin letters in an Arabic or Persian text are names.
        return _sounds(word, 2), SURE
    meaning, sure = _meaning(word, lexicon(language), language)
    if capital:
        name = _sounds(word, 2) if word not in _PARTICLES else ()
        return (*meaning, *name), SURE if name and not meaning or meaning[:1] and meaning[0][0] in "pg" else MEANING
    if meaning:
        return meaning, sure
    return (_sounds(word, 3), FAINT) if language == "en" else (_arabic_sounds(word), MEANING * 0.75)


def _meaning(word: str, table: Lexicon, language: str) -> tuple[tuple[str, ...], float]:
    for form in forms(word, language):
        keys = table.words.get(form)
        if keys:
            return keys, SURE if keys[0][0] in "pg" else MEANING
    keys = table.roots.get(root(word)) if table.roots else None
    return (keys, FAINT) if keys else ((), 0.0)


def _sounds(word: str, least: int) -> tuple[str, ...]:
    return tuple(f"k:{found}" for found in skeletons(word.split("'")[0].split("’")[0]) if len(found) >= least)


def _arabic_sounds(word: str) -> tuple[str, ...]:
    """The sounds of an unknown word of Arabic script, with and without what may be a preposition."""
    return tuple(dict.fromkeys(sound for bare in _bare(word) for sound in _sounds(bare, 2)))[:4]


def _bare(word: str) -> Iterator[str]:
    for front in _FRONT:
        if word.startswith(front) and len(word) - len(front) >= 3:
            yield word[len(front) :]
            return
    yield word
    if word[0] in _CLITICS and len(word) > 4:
        yield word[1:]
