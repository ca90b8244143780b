"""Matching keys: a text with its spelling differences folded away, and the way back to the text.

A key is for matching only and is never shown.  Folded: Arabic and Persian forms of one letter, hamza seats, ta
marbuta, digits of every script, quotation marks; dropped: tatweel, vowel signs, ZWNJ and other invisible
characters, filter-dodging dots beside a tatweel, doubled spaces.  Every position of the key maps to a position of
the text, so what is found in the key is shown as a slice of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u061c\u00ad"
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
_LETTER = "\u0621-\u063f\u0641-\u064a\u0671-\u06d3\u06fa-\u06fc"

_PLANE = "".join(map(chr, range(0x10000)))
_DOTS = "[.\u00b7\u2022*]"
# The dots of «قـ.ـال»: only beside a tatweel, or «نوشت.به» would be joined. It begins with its own characters, so that
# only they are tried.
FILTER_DOTS = re.compile(
    rf"[\u0640.\u00b7\u2022*](?<=[{_LETTER}][\u0640.\u00b7\u2022*])"
    rf"(?:(?<=\u0640)\u0640*{_DOTS}+\u0640*|(?<={_DOTS}){_DOTS}*\u0640+)(?=[{_LETTER}])"
)
_PRESENTATION = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]")
_FIRST_SURROGATE = 0xD800  # from here on a letter may be half of one, or stand for several
_TRAILING_MARKS = re.compile(f"[{_MARKS}]+")
_INNER_DOT = re.compile(rf"\.(?<=[{_LETTER}]\.)(?=[{_LETTER}])")
_LETTERS = frozenset(re.findall(f"[{_LETTER}]", _PLANE))
_DOTTED_WORD = re.compile(rf"[{_LETTER}]+(?:\.[{_LETTER}]+)+")


def _table() -> dict[int, str]:
    table: dict[str, str] = {}
    table.update(dict.fromkeys("أإآٱٲٳ", "ا"))
    table.update(dict.fromkeys("ىیېۍےئ", "ي"))
    table.update(dict.fromkeys("کڪګ", "ك"))
    table.update(dict.fromkeys("ةۀەہۃھ", "ه"))
    table.update({"ؤ": "و", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\u2018": "\u2019", "٫": "."})
    table.update(dict.fromkeys("“„‟‹「『", "«"))
    table.update(dict.fromkeys("”›」』", "»"))
    table.update(dict.fromkeys("\uff02\u201f", '"'))
    table.update({"،": ",", "؛": ";", "؟": "?", "٬": ","})
    table.update(dict.fromkeys("–—―−", "-"))
    for zero in ("٠", "۰"):
        table.update({chr(ord(zero) + digit): str(digit) for digit in range(10)})
    return {ord(char): folded for char, folded in table.items()}


def _arrays() -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.bool_]]:
    """Folded code point and whether it is kept, for every code point of the basic plane."""
    mapped = np.arange(0x10000, dtype=np.uint16)
    for code, folded in _table().items():
        mapped[code] = ord(folded)
    kept = np.ones(0x10000, dtype=np.bool_)
    for dropped in _DROPPED.finditer(_PLANE):
        kept[dropped.start()] = False
    return mapped, kept


_PLANE = "".join(map(chr, range(0x10000)))
_DROPPED = re.compile(f"[{_INVISIBLE}{_MARKS}]")
_MAPPED, _KEPT = PLAIN_PLANE = _arrays()
"""For every code point of the basic plane what it is folded to (one letter for one), and whether it is kept."""
_HARD = 0xFFFF


def _lowered() -> npt.NDArray[np.uint16]:
    """The small letter of every code point; ``_HARD`` where it is several, or hangs on the letters around it (Σ)."""
    small = _PLANE.replace("İ", "\uffff").replace("Σ", "\uffff").lower()
    return np.frombuffer(small.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)


_LOWERED = _lowered()


def is_presentation(char: str) -> bool:
    """Whether this is a letter form of a PDF, which folds to several letters."""
    return _PRESENTATION.match(char) is not None


def marks_after(text: str, position: int) -> int:
    """The end of the vowel signs and tatweels that stand at this position of a text."""
    marks = _TRAILING_MARKS.match(text, position)
    return marks.end() if marks else position


class Folded:
    """A text's key and the way back.

    ``key`` is lower case, ``cased`` the same without lowering; both have the same length.  ``places`` holds the
    text position of every character of the key.
    """

    __slots__ = ("cased", "key", "places", "text")

    def __init__(self, text: str, cased: str, places: npt.NDArray[np.int64], key: str = "") -> None:
        self.text = text
        self.cased = cased
        lowered = key or cased.lower()
        # A few letters (İ) grow when lowered; such a text keeps its case rather than its offsets being wrong.
        self.key = lowered if len(lowered) == len(cased) else cased
        self.places = places

    def to_text(self, position: int) -> int:
        """The text position of a key position."""
        return int(self.places[position]) if position < len(self.places) else len(self.text)

    def to_key(self, position: int) -> int:
        """The key position at or after a text position."""
        return int(np.searchsorted(self.places, position))

    def to_keys(self, positions: list[int]) -> list[int]:
        """``to_key`` of many positions at once."""
        found: list[int] = np.searchsorted(self.places, np.asarray(positions)).tolist()
        return found

    def text_range(self, start: int, end: int) -> tuple[int, int]:
        """The slice of the text that ``key[start:end]`` stands for, with the marks that end its last letter."""
        if start >= end:
            empty = self.to_text(start)
            return empty, empty
        at = self.places.item
        last = at(end - 1) + 1
        if end < len(self.places) and at(end) == last:
            return at(start), last  # the next letter follows without a mark
        return at(start), marks_after(self.text, last)

    def text_ranges(self, starts: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
        """``text_range`` of many slices, none empty: many at once are far cheaper than one by one."""
        places, after = self.places, np.asarray(ends, dtype=np.intp)
        first, last = places.take(np.asarray(starts, dtype=np.intp)), places.take(after - 1) + 1
        found = last.tolist()
        # Where the next letter does not follow at once, marks may.
        for i in (places.take(after, mode="clip") != last).nonzero()[0].tolist():
            found[i] = marks_after(self.text, found[i])
        return list(zip(first.tolist(), found, strict=True))


def fold(text: str, joined: Collection[str] = ()) -> Folded:
    """The matching key of ``text``.

    ``joined`` are keys of words that may be broken with dots («قا.ل»): such a word is joined when the joined word
    is one of them.  A single newline is kept: give a text whose wrapped lines are joined by spaces.
    """
    folded = _last(text) if len(text) >= _LONG else _fold(text)
    broken = _broken_words(folded.cased, joined) if joined and "." in folded.cased else ()
    if not broken:
        return folded
    cased = folded.cased
    cased = "".join([cased[a + 1 : b] for a, b in pairwise([-1, *broken, len(cased)])])
    return Folded(text, cased, np.delete(folded.places, broken))


def _fold(text: str) -> Folded:
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    if codes.max(initial=0) >= _FIRST_SURROGATE:
        return _fold_any(text)
    index = codes.astype(np.intp)
    folded, keep = _MAPPED.take(index), _KEPT.take(index)
    places = _kept(text, folded, keep)
    folded = folded.take(places)
    lowered = _LOWERED.take(folded)
    hard = lowered.max(initial=0) == _HARD
    cased, key = (str(letters.tobytes(), "utf-16-le") for letters in (folded, lowered))
    places.setflags(write=False)
    return Folded(text, cased, places, "" if hard else key)


def _fold_any(text: str) -> Folded:
    """`_fold` of a text with letters that stand for several, or that lie beyond the basic plane."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    places: npt.NDArray[np.int64] | None = None
    if _PRESENTATION.search(text):
        codes, places = _decomposed(text, codes)
    # Beyond the basic plane (emoji, historic scripts) nothing is folded.
    index = np.minimum(codes, 0xFFFF).astype(np.intp)
    folded = np.where(codes > 0xFFFF, codes, _MAPPED.take(index))
    kept = _kept(text, folded, _KEPT.take(index))
    cased = folded.take(kept).tobytes().decode("utf-32-le", "surrogatepass")
    places = kept if places is None else places.take(kept)
    places.setflags(write=False)
    return Folded(text, cased, places)


def _kept(text: str, folded: npt.NDArray[np.unsignedinteger], keep: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """The places that are kept: no second space, no dots against filters."""
    spaces = folded == 32
    doubled = spaces[1:] & spaces[:-1]
    if doubled.any():
        keep[1:] &= ~doubled
    if "\u0640" in text and len(folded) == len(text):
        for match in FILTER_DOTS.finditer(text):
            keep[match.start() : match.end()] = False
    return keep.nonzero()[0]


_LONG = 500
"""Code points from which a text is a document's: each step of a document asks for the same key."""
_last = lru_cache(maxsize=1)(_fold)


_SHORT = 64
"""Code points up to which replacing letter by letter is faster than with arrays: words and names."""
_ONE_FOR_ONE = _table() | {ord(dropped): None for dropped in _DROPPED.findall(_PLANE)}
# A tatweel, a letter that stands for several or lies beyond the basic plane, a capital that is not lowered by itself.
_HANGING = re.compile("[\u0640\u0130\u03a3\ud800-\U0010ffff]")


def fold_key(text: str) -> str:
    """Only the key: for lexicon entries and names."""
    if len(text) <= _SHORT and not _HANGING.search(text):
        key = text.translate(_ONE_FOR_ONE).lower()
        if "  " not in key:
            return key
    return fold(text).key


def _broken_words(key: str, joined: Collection[str]) -> list[int]:
    """The positions of plain dots inside words that are known when joined, in order."""
    broken: set[int] = set()
    for dot in _INNER_DOT.finditer(key):
        at = dot.start()
        if at in broken:
            continue
        start = at
        while start and key[start - 1] in _LETTERS:
            start -= 1
        word = _DOTTED_WORD.match(key, start)
        if word and word.group().replace(".", "") in joined:
            broken.update(i for i in range(start, word.end()) if key[i] == ".")
    return sorted(broken)


def _decomposed(text: str, codes: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]:
    """Presentation forms of PDFs stand for several letters: code points with the place that each came from."""
    out: list[npt.NDArray[np.uint32]] = []
    places: list[npt.NDArray[np.int64]] = []
    at = 0
    for match in _PRESENTATION.finditer(text):
        i = match.start()
        letters = [ord(letter) for letter in unicodedata.normalize("NFKC", match.group())]
        out += [codes[at:i], np.asarray(letters, dtype=np.uint32)]
        places += [np.arange(at, i), np.full(len(letters), i)]
        at = i + 1
    return np.concatenate([*out, codes[at:]]), np.concatenate([*places, np.arange(at, len(codes))])
