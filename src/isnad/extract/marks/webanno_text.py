"""The text a WebAnno file was made in, put together again from its sentences, and its offsets as code points.

INCEpTION and WebAnno count UTF-16 code units, so that 😊 counts two; some programs that write the format count code
points.  The tokens tell which: each must be the words at its offsets.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from isnad.errors import DataError
from isnad.extract.marks.base import MAX_BYTES, fail, shown
from isnad.extract.marks.webanno_rows import Sentence, Table, Unit, unescaped_text

_ASTRAL = "\U00010000"


class Rebuilt:
    """The text of a file and the way from its offsets to code points."""

    def __init__(self, table: Table, width: Callable[[str], int]) -> None:
        self.text = _joined(table, width)
        # Where the second halves of surrogate pairs stand, in the units of the file.
        self._halves: list[int] = []
        if width is utf16_width:
            astral = [at for at, char in enumerate(self.text) if char >= _ASTRAL]
            self._halves = [at + before + 1 for before, at in enumerate(astral)]
        self._check(table)

    def point(self, offset: int) -> int | None:
        """The code point at an offset of the file; None inside a surrogate pair."""
        before = bisect_left(self._halves, offset)
        inside = before < len(self._halves) and self._halves[before] == offset
        return None if inside else offset - before

    def slice(self, begin: int, end: int) -> tuple[int, int] | None:
        """The code points from ``begin`` to ``end``; None if they are not in the text."""
        start, stop = self.point(begin), self.point(end)
        return None if start is None or stop is None or stop > len(self.text) else (start, stop)

    def _check(self, table: Table) -> None:
        for sentence in table.sentences:
            for unit in sentence.units:
                there = self.slice(unit.begin, unit.end)
                words = "" if there is None else self.text[slice(*there)]
                if there is None or words not in (unit.words, unescaped_text(unit.words, table.minor)):
                    fail(
                        f"{table.label}:{unit.line}",
                        f"says {shown(unit.words)}, but at {unit.begin}-{unit.end} the #Text lines have {shown(words)};"
                        " export the file again (offsets count UTF-16 code units)",
                    )


def utf16_width(text: str) -> int:
    """How many UTF-16 code units a text has."""
    return len(text) + sum(char >= _ASTRAL for char in text) if not text.isascii() else len(text)


def rebuilt(table: Table) -> Rebuilt:
    """The text of a file; ``DataError`` if its sentences, tokens and offsets contradict each other."""
    try:
        return Rebuilt(table, utf16_width)
    except DataError:
        try:
            return Rebuilt(table, len)
        except DataError:
            pass
        raise


def _joined(table: Table, width: Callable[[str], int]) -> str:
    """The sentences at their offsets: a line break after each, spaces where more is missing.

    What stood between two sentences is not in the file; it is white space, whatever it was.
    """
    parts: list[str] = []
    at = 0
    for sentence in table.sentences:
        first = sentence.units[0]
        begin = first.begin - _lead(sentence, first, table.minor)
        if parts and begin == at - 1:
            parts.pop()
            at -= 1
        if not at <= begin <= MAX_BYTES:
            fail(
                f"{table.label}:{sentence.line}",
                f"the sentence begins at {begin}, the one before ends at {at - 1}; export the file again",
            )
        parts += (" " * (begin - at), sentence.text, "\n")
        at = begin + width(sentence.text) + 1
    return "".join(parts)


def _lead(sentence: Sentence, first: Unit, minor: int) -> int:
    """White space before the first token, which some versions write although the sentence begins with the token."""
    words = unescaped_text(first.words, minor)
    stripped = sentence.text.lstrip()
    if sentence.text.startswith(words) or not stripped.startswith(words):
        return 0
    return len(sentence.text) - len(stripped)
