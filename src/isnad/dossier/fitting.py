"""Labels that fit their box without asking a browser: widths estimated per character, on the safe side."""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("iljtfrI.,:;'|!()[]·،؛ اأإآلدذرزو")
_WIDE = frozenset("mwMWQO@%—…صضسشکك")


def width(text: str) -> float:
    """The width of ``text`` in ems, rather too wide than too narrow for common sans-serif fonts."""
    return sum(_advance(character) for character in text)


def _advance(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn"}:
        return 0.0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return 1.05
    if character == "﷽":
        return 8.0
    if character in _NARROW:
        return 0.4
    if character in _WIDE:
        return 0.95
    return 0.7 if character.isupper() else 0.57


def wrapped(text: str, ems: float, lines: int = 2) -> tuple[str, ...]:
    """``text`` in at most ``lines`` lines of at most ``ems``, broken at spaces, ended with "…" if it must be."""
    words = text.split()
    result: list[str] = []
    while words and len(result) < lines - 1:
        line = _head(words, ems)
        if not line:
            break
        result.append(" ".join(line))
        words = words[len(line) :]
    if words:
        result.append(shortened(" ".join(words), ems))
    return tuple(result)


def _head(words: list[str], ems: float) -> list[str]:
    line: list[str] = []
    for word in words:
        if width(" ".join([*line, word])) > ems:
            break
        line.append(word)
    return line


def shortened(text: str, ems: float) -> str:
    """``text`` cut to ``ems``, with "…" where something was cut."""
    if width(text) <= ems:
        return text
    kept = ""
    for character in text:
        if width(kept + character) + width("…") > ems:
            break
        kept += character
    return kept.rstrip() + "…"
