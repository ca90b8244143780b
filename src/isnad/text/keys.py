"""Light keys of single lines, for comparing a few short lines with patterns and with each other.

`isnad.text.fold` makes the key of a whole text with the way back; for a line of forty letters its arrays cost more
than the comparison, and here nothing is ever mapped back.
"""

from __future__ import annotations

import re

_MARKS = "".join(map(chr, (*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6EE), 0x640)))
_INVISIBLE = "\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2060\ufeff\u061c\u00ad"


def _table() -> dict[int, str | None]:
    table: dict[str, str | None] = dict.fromkeys(_MARKS + _INVISIBLE)
    table.update(dict.fromkeys("أإآٱ", "ا"))
    table.update(dict.fromkeys("ىیېےئ", "ي"))
    table.update(dict.fromkeys("کڪ", "ك"))
    table.update(dict.fromkeys("ةۀەہھ", "ه"))
    table.update({"ؤ": "و", "\u00a0": " ", "\u202f": " ", "\u200c": " "})
    for zero in "٠۰":
        table.update({chr(ord(zero) + digit): str(digit) for digit in range(10)})
    return {ord(char): folded for char, folded in table.items()}


_LINE = _table()
# In word keys a ZWNJ goes without a trace: texts that lost it are as frequent as texts that have it.
_WORDS = {**_LINE, 0x200C: None}
_WORD = re.compile(r"[^\W_]+")
# An equals sign at the end stays: it tells a captcha sum from a match result.
_EDGES = re.compile(r"^[\W_]+|(?:[^\w=]|_)+$")


def line_key(line: str) -> str:
    """``line`` with letters folded and decoration at both ends removed, single-spaced and lower case."""
    return _EDGES.sub("", " ".join(line.translate(_LINE).lower().split()))


def pattern_key(pattern: str) -> str:
    """A regular expression for line keys, written in ordinary spelling, in the spelling of the keys."""
    return pattern.replace("\u200c", " ?").translate(_LINE).replace("  ", " ")


def words_of(text: str) -> list[str]:
    """The folded words of ``text`` without punctuation."""
    return _WORD.findall(text.translate(_WORDS).lower())


def word_key(word: str) -> str:
    """One folded word, as ``words_of`` gives it."""
    return word.translate(_WORDS).lower()
