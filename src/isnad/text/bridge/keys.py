"""The words of a text with their bridge keys: values of numbers, names by meaning or by sound, concepts.

A key begins with its kind: ``n:`` a number, ``o:`` an ordinal, ``d:`` a day, ``p:`` a place, ``g:`` another name,
``c:`` and ``v:`` a concept or a common word, ``k:`` the consonants of a name or loan word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from isnad.text.bridge.lexicon import Lexicon, Phrase, lexicon
from isnad.text.bridge.numbers import begins_number, number_at
from isnad.text.bridge.skeleton import skeletons
from isnad.text.bridge.stems import forms, root
from isnad.text.data import stopwords
from isnad.text.fold import Folded

_WORD = re.compile(r"\d+(?:[.,/]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARTICLES = frozenset(
    ("al", "el", "bin", "ibn", "ben", "abu", "mr", "mrs", "ms", "dr", "the", "de", "la", "van", "von", "st")
)
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


class _Known(NamedTuple):
    """What is known of one word by itself: its keys and weight, whether a number or a phrase may begin with it."""

    keys: tuple[str, ...]
    weight: float
    number: bool
    phrases: tuple[Phrase, ...]


def bridge_words(folded: Folded, start: int, end: int, language: str) -> list[BridgeWord]:
    """The words with keys in ``folded.key[start:end]``, a sentence of ``ar``, ``fa`` or ``en``."""
    key, cased = folded.key, folded.cased
    matches = list(_WORD.finditer(key, start, end))
    tokens = [match.group() for match in matches]
    found: list[BridgeWord] = []
    done = 0
    for at, (token, match) in enumerate(zip(tokens, matches, strict=True)):
        if at < done:
            continue
        first = match.start()
        known = _known(token, language, at > 0 and cased[first] != key[first])
        if known.number:
            number = number_at(tokens, at, language)
            if number:
                done = number.end
                found.append(BridgeWord(first, matches[done - 1].end(), number.keys, _number_weight(number.keys[0])))
                continue
        if known.phrases:
            size, keys = _phrase(tokens, at, known.phrases, language)
            if size:
                done = at + size
                found.append(BridgeWord(first, matches[done - 1].end(), keys, SURE))
                continue
        if known.keys:
            found.append(BridgeWord(first, match.end(), known.keys, known.weight))
    return found


@lru_cache(maxsize=1 << 17)
def _known(word: str, language: str, capital: bool) -> _Known:
    table = lexicon(language).phrases
    phrases = [phrase for form in forms(word, language) for phrase in table.get(form, ())]
    longest_first = tuple(sorted(phrases, key=lambda phrase: -len(phrase[0])))
    return _Known(*_keys_of(word, language, capital), begins_number(word, language), longest_first)


def _number_weight(key: str) -> float:
    kind, _, value = key.partition(":")
    # Two and three and "first" are in every other sentence.
    return MEANING / 2 if kind == "o" or float(value) <= 12 else SURE


def _phrase(tokens: list[str], at: int, phrases: tuple[Phrase, ...], language: str) -> tuple[int, tuple[str, ...]]:
    """How many words the phrase that begins here has, and its key."""
    if at + 1 == len(tokens):
        return 0, ()
    following = forms(tokens[at + 1], language)
    for rest, key in phrases:
        # Most phrases end here: only then is the rest looked at.
        if rest[0] in following and at + len(rest) < len(tokens):
            later = enumerate(rest[1:], at + 2)
            if all(word in forms(tokens[i], language) for i, word in later):
                return 1 + len(rest), (key,)
    return 0, ()


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
        # "Brown" may be a colour after all.
        return (*meaning, *name), MEANING if meaning and meaning[0][0] not in "pg" else SURE
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
