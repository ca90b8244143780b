"""How much a decoded text looks like Arabic, Persian or English: decides between encodings."""

from __future__ import annotations

import re
from functools import cache

from isnad.text.data import stopwords
from isnad.text.keys import word_key

_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0621-\u063a\u0640-\u0652پچڈڑژکگںھہیے]+")
# An accent now and then is French; a word of accents is Arabic read as Latin.
_LATIN = re.compile("[a-zA-Z]*(?:[\u00c0-\u00ff\u0152\u0153][a-zA-Z]+)*[\u00c0-\u00ff]?")
_STRANGE = re.compile("[\x80-\x9f\ufffd\u00a1-\u00aa\u00ac\u00ae-\u00b6\u00b8-\u00ba\u00bc-\u00be\u0192\u02c6\u02dc]")
# Arabic letters that hardly end up inside a word, and that a wrong encoding puts there.
_INNER_FINAL = re.compile("[ةىء](?=[\u0621-\u063a\u0641-\u064a]{2})")
_LONGEST = 18


@cache
def _frequent() -> frozenset[str]:
    return stopwords("ar") | stopwords("fa") | stopwords("en")


def plausibility(text: str) -> float:
    """Between 0 (noise) and about 1.5 (running text): share of well-formed words, more for frequent ones."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    good = sum(bool(_well_formed(word)) for word in words)
    frequent = sum(word_key(word) in _frequent() for word in words)
    strange = len(_STRANGE.findall(text)) + 2 * len(_INNER_FINAL.findall(text))
    return (good + 2.0 * frequent - strange) / len(words)


def _well_formed(word: str) -> bool:
    if len(word) > _LONGEST:
        return False
    return bool(_ARABIC.fullmatch(word) or _LATIN.fullmatch(word))
