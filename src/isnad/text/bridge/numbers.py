"""Numbers as values: digits of every script, number words of three languages, and both together («25 ألف»).

Only what a key needs: the value, not the thing counted.  A year of the Jalali calendar also gives the two Gregorian
years that it lies in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from isnad.lang import LANGUAGES
from isnad.lang.tables import ROOT, read_table, words
from isnad.text.fold import fold_key

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[./]\d+)?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_JALALI = range(1300, 1421)
"""Years that a Persian text means by its own calendar."""
_JALALI_TO_GREGORIAN = 621


class Number(NamedTuple):
    """A number in a row of words: the words ``start`` to ``end`` and its keys."""

    start: int
    end: int
    keys: tuple[str, ...]


class _Word(NamedTuple):
    value: int
    kind: str


@cache
def _table(language: str) -> dict[str, _Word]:
    found: dict[str, _Word] = {}
    for row in read_table(ROOT / "bridge_numbers.tsv", ("value", "kind", *LANGUAGES)):
        for form in words(row[language]):
            found.setdefault(fold_key(form), _Word(int(row["value"]), row["kind"]))
    return found


def begins_number(token: str, language: str) -> bool:
    """Whether a number may begin with this folded lower-case word."""
    return token[0].isdigit() or _word(token, language) is not None


@lru_cache(maxsize=1 << 16)
def _word(token: str, language: str) -> _Word | None:
    """The number word that a token is, seen through the Arabic article and prepositions."""
    table = _table(language)
    found = table.get(token)
    if found or language != "ar" or len(token) < 4:
        return found
    for front in ("وال", "بال", "ال", "لل", "و", "ب", "ل", "ف"):
        if token.startswith(front):
            found = table.get(token[len(front) :]) or table.get("ال" + token[len(front) :])
            if found:
                return found
    return None


def number_at(tokens: Sequence[str], at: int, language: str) -> Number | None:
    """The number that begins at a place in a row of folded lower-case words."""
    token = tokens[at]
    if token[0].isdigit():
        return _from_digits(tokens, at, language)
    word = _word(token, language)
    if not word:
        return None
    if word.kind == "ordinal":
        return Number(at, at + 1, (f"o:{word.value}",))
    return _from_words(tokens, at, word, language)


def _from_digits(tokens: Sequence[str], at: int, language: str) -> Number | None:
    ordinal = _ORDINAL.fullmatch(tokens[at])
    if ordinal:
        return Number(at, at + 1, (f"o:{ordinal[1]}",))
    digits = _DIGITS.match(tokens[at])
    if not digits:
        return None
    value = float(digits.group().replace(",", "").replace("/", "."))
    end = at + 1
    while end < len(tokens):
        word = _word(tokens[end], language)
        if not word or word.kind != "scale":
            break
        value, end = value * word.value, end + 1
    return Number(at, end, _keys(value, language if end == at + 1 else ""))


def _keys(value: float, language: str) -> tuple[str, ...]:
    if value in _JALALI and language == "fa":
        first = int(value) + _JALALI_TO_GREGORIAN
        return f"n:{first}", f"n:{first + 1}", f"n:{int(value)}"
    return (f"n:{value:.12g}",)


def _from_words(tokens: Sequence[str], at: int, first: _Word, language: str) -> Number:
    total, current, last = 0, 0, first
    end = at
    word: _Word | None = first
    while word:
        if word.kind == "scale":
            total, current = total + max(1, current) * word.value, 0
        elif word.value == 100:
            current = max(1, current) * 100
        else:
            current += word.value
        last, end = word, end + 1
        word = None
        step = 1 if end < len(tokens) and tokens[end] in ("و", "and") else 0
        if end + step < len(tokens):
            following = _word(tokens[end + step], language)
            joined = bool(step) or (language == "ar" and tokens[end].startswith("و"))
            if following and _goes_on(last, following, joined, language):
                word, end = following, end + step
    return Number(at, end, (f"n:{total + current}",))


def _goes_on(last: _Word, following: _Word, joined: bool, language: str) -> bool:
    """Whether a number word belongs to the one before it: "twenty five", «خمسة وعشرون», «صد و بیست», "two million"."""
    if following.kind in ("ordinal", "dual") or (last.kind == "dual" and not joined):
        return False
    if following.kind == "scale" or following.value == 100:
        return last.value < following.value and not joined
    if language == "ar" and joined and last.value < 10 and following.value in range(20, 100, 10):
        return True
    if language == "ar" and not joined:
        return last.value < 10 and following.value == 10
    return last.value > following.value and (joined or language == "en") and last.value not in range(2, 20)
