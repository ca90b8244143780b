"""Consonant skeletons: one key for a name or loan word however its language spells it.

Vowels and what hardly survives a transliteration are left out and sounds that the three languages write for each
other fall into one class (p and b, s and z, g and j, sh and ch), as Soundex and Daitch–Mokotoff do within Latin script.
A letter that may stand for two sounds gives two skeletons.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

MOST_VARIANTS = 4
"""Skeletons of one word. A word with more readings is too ambiguous to tell anything."""

_ARABIC: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("بپ", ("b",)),
    **dict.fromkeys("تط", ("t",)),
    # English writes th, Persian says s.
    "ث": ("t", "s"),
    **dict.fromkeys("جژگغ", ("g",)),
    **dict.fromkeys("چش", ("c",)),
    "خ": ("x",),
    "د": ("d",),
    # Arabic says d, Persian z, of the same name.
    **dict.fromkeys("ذض", ("d", "s")),
    "ر": ("r",),
    **dict.fromkeys("زسصظ", ("s",)),
    **dict.fromkeys("فڤ", ("f",)),
    **dict.fromkeys("قك", ("k",)),
    "ل": ("l",),
    "م": ("m",),
    "ن": ("n",),
}
_ARABIC_FIRST = {**dict.fromkeys("اعء", "a"), **dict.fromkeys("هح", "h"), "و": "w", "ي": "y"}

_LATIN: dict[str, tuple[str, ...]] = {
    "tsch": ("c",),
    "sch": ("c",),
    "tch": ("c",),
    "sh": ("c",),
    "ch": ("c", "k"),
    "kh": ("x",),
    "gh": ("g", ""),
    "ph": ("f",),
    "th": ("t",),
    "dh": ("d", "s"),
    "ck": ("k",),
    "dg": ("g",),
    "zh": ("g",),
    "qu": ("k",),
    "x": ("ks",),
    **dict.fromkeys("bp", ("b",)),
    "t": ("t",),
    "d": ("d",),
    **dict.fromkeys("gj", ("g",)),
    **dict.fromkeys("kq", ("k",)),
    **dict.fromkeys("sz", ("s",)),
    "f": ("f",),
    # Arabic writes v with fa, Persian with waw, which is no consonant here.
    "v": ("f", ""),
    "l": ("l",),
    "m": ("m",),
    "n": ("n",),
    "r": ("r",),
    "ce": ("s",),
    "ci": ("s",),
    "cy": ("s",),
    "c": ("k",),
    "ç": ("s",),
}
_LATIN_FIRST = {
    **dict.fromkeys(("a", "e", "i", "o", "u"), ("a",)),
    "h": ("h",),
    "wh": ("w",),
    "w": ("w",),
    "wr": ("r",),
    "kn": ("n",),
    "y": ("y",),
    "v": ("f", "w"),
}
_LATIN_UNIT = re.compile("tsch|sch|tch|[sckgptdzw]h|ck|dg|qu|c[eiy]|.")
_FIRST_UNIT = re.compile("kn|w[hr]|.")
_DOUBLED = re.compile(r"(.)\1+")
_ACCENTS = str.maketrans("áàâäãåéèêëíìîïóòôöõøúùûüýñčćšžłğşı", "aaaaaaeeeeiiiioooooouuuuynccszlgsi")


@lru_cache(maxsize=1 << 16)
def skeletons(word: str) -> tuple[str, ...]:
    """The skeletons of a folded lower-case word of Arabic or Latin script, the likeliest first; empty when none."""
    if not word:
        return ()
    parts = _latin(word.translate(_ACCENTS)) if word[0] < "\u0250" else _arabic(word)
    found = dict.fromkeys(_DOUBLED.sub(r"\1", "".join(choice)) for choice in product(*parts))
    return tuple(found)[:MOST_VARIANTS]


def _latin(word: str) -> list[tuple[str, ...]]:
    first = _FIRST_UNIT.match(word)
    at = 0
    parts: list[tuple[str, ...]] = []
    if first and first.group() in _LATIN_FIRST:
        parts.append(_LATIN_FIRST[first.group()])
        at = first.end()
    parts.extend(_LATIN.get(unit.group(), ("",)) for unit in _LATIN_UNIT.finditer(word, at))
    return _few(parts)


def _arabic(word: str) -> list[tuple[str, ...]]:
    # The usual Arabic spelling of ch is تش.
    word = word.replace("تش", "چ")
    parts = [_ARABIC.get(letter, ("",)) for letter in word]
    if word[0] in _ARABIC_FIRST:
        parts[0] = (_ARABIC_FIRST[word[0]],)
    return _few(parts)


def _few(parts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """At most two letters with two readings: the later ones keep their first."""
    open_ = 0
    out = []
    for part in parts:
        open_ += len(part) > 1
        out.append(part if open_ <= 2 else part[:1])
    return out
