"""The language of each segment: own evidence first, a detector where that is thin, neighbours for short lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from isnad.text.data import raw_stopwords, stopwords
from isnad.text.keys import words_of

UNKNOWN = "und"
# The window that is looked at: enough for a verdict, and long paragraphs cost no more than short ones.
_WINDOW = 400
_FIRST_LOOK = 200
_ENOUGH = 60
# So many Latin words without a frequent English one are another language.
_FOREIGN_WORDS = 14
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile("[\u0370-\u05ff\u0900-\u1cff\u3040-\ud7ff]")
# Letters that neither Arabic nor Persian writes: Urdu, Pashto, Kurdish, Uighur.
_FOREIGN = re.compile("[ٹڈڑںےھټډړږښێۆڵڕۇۈې]")
_PERSIAN = re.compile("[پچژگ]")
_TA_MARBUTA = re.compile("ة")
_ARTICLE = re.compile(r"\b[وفبك]?ال\w{2}|\bلل\w{2}")
_PERSIAN_SUFFIX = re.compile("\u200cها|\u200cهای|\\bن?می\u200c|ه\u200cای")


def languages(pieces: Sequence[str]) -> tuple[list[str], str]:
    """The language of every piece and of the whole (by characters): ``ar``, ``fa``, ``en`` or ``und``."""
    own = [_evidence(piece) for piece in pieces]
    sizes: Counter[str] = Counter()
    for piece, language in zip(pieces, own, strict=True):
        if language not in ("", UNKNOWN):
            sizes[language] += len(piece)
    whole = _most(sizes)
    result: list[str] = []
    for piece, language in zip(pieces, own, strict=True):
        found = language or _thin(piece, whole, result)
        result.append(found)
        if not language and found != UNKNOWN:
            sizes[found] += len(piece)
    return result, _most(sizes)


def _most(sizes: Counter[str]) -> str:
    return min(sizes, key=lambda language: (-sizes[language], language)) if sizes else UNKNOWN


@cache
def _spellings(language: str) -> frozenset[str]:
    """The frequent words as texts spell them: as listed, folded, and with the other keyboard's letters."""
    listed = stopwords(language)
    return listed | {word.replace("ي", "ی").replace("ك", "ک") for word in listed} | raw_stopwords(language)


def _first_look(piece: str) -> str:
    """The language of an ordinary paragraph, from its first words alone; empty when they do not settle it."""
    window = piece[:_FIRST_LOOK]
    words = set(window.split())
    if window.isascii():
        return "en" if len(words & _spellings("en")) >= 3 else ""
    # Urdu and the rest share too many words with both for a first look.
    if _FOREIGN.search(window):
        return ""
    persian = 3 * len(words & _spellings("fa")) + window.count("گ") + window.count("پ") + window.count("\u200c")
    arabic = 3 * len(words & _spellings("ar")) + window.count(" ال") + 2 * window.count("ة")
    if persian >= 9 and persian > 2 * arabic:
        return "fa"
    if arabic >= 9 and arabic > 2 * persian:
        return "ar"
    return "en" if not persian and not arabic and len(words & _spellings("en")) >= 3 else ""


def _evidence(piece: str) -> str:
    """The language as far as letters and frequent words show it; empty when they show nothing."""
    settled = _first_look(piece)
    if settled:
        return settled
    window = piece[:_WINDOW]
    if window.isascii():
        return _latin(window)
    arabic = len(_ARABIC.findall(window))
    latin = len(_LATIN.findall(window))
    if latin > 2 * arabic:
        return _latin(window)
    if not arabic:
        return UNKNOWN if _OTHER.search(window) else ""
    if len(_FOREIGN.findall(window)) * 25 > arabic:
        return UNKNOWN
    return _arabic_or_persian(window)


def _latin(window: str) -> str:
    words = words_of(window)
    hits = sum(word in stopwords("en") for word in words)
    if hits * 12 >= len(words) and hits:
        return "en"
    return UNKNOWN if len(words) >= _FOREIGN_WORDS else ""


def _arabic_or_persian(window: str) -> str:
    words = words_of(window)
    persian = 3 * sum(word in stopwords("fa") for word in words)
    arabic = 3 * sum(word in stopwords("ar") for word in words)
    persian += len(_PERSIAN.findall(window)) + 3 * len(_PERSIAN_SUFFIX.findall(window))
    arabic += 2 * len(_TA_MARBUTA.findall(window)) + 2 * len(_ARTICLE.findall(window))
    if persian >= 4 and persian > 1.5 * arabic:
        return "fa"
    if arabic >= 4 and arabic > 1.5 * persian:
        return "ar"
    return ""


def _thin(piece: str, whole: str, before: list[str]) -> str:
    """A piece without evidence: long ones are given to the detector, short ones inherit."""
    has_arabic = bool(_ARABIC.search(piece))
    has_latin = bool(_LATIN.search(piece))
    if has_arabic and len(piece) >= _ENOUGH:
        from isnad.text.detector import detect

        found = detect(piece[:_WINDOW])
        if found != UNKNOWN:
            return found
    near = next((language for language in reversed(before) if language != UNKNOWN), whole)
    if not has_arabic and not has_latin:
        return whole
    for candidate in (near, whole):
        if (candidate in ("ar", "fa") and has_arabic) or (candidate == "en" and has_latin and not has_arabic):
            return candidate
    if has_arabic:
        return _by_letter(piece)
    return "en" if piece.isascii() else UNKNOWN


def _by_letter(piece: str) -> str:
    """The last word for a short line with no neighbour in its script."""
    if _PERSIAN.search(piece) or "ی" in piece or "ک" in piece:
        return "fa"
    return "ar"
