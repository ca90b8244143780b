"""Marked examples: a sentence with its statements marked, as the lexicons and the example files hold them.

``{C:…}`` is a cue, ``{S:…}`` its source, ``{T:…}`` its content; marks may nest, T may stand several times, and several
statements number their marks: ``{C1:…}{T1:…}{C2:…}{T2:…}``.  A text without marks must yield no statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from isnad.errors import DataError
from isnad.extract.base import Range
from isnad.extract.engine import extract_by_rules
from isnad.lang import LANGUAGES
from isnad.lang.cues import COLUMNS
from isnad.lang.tables import ROOT, read_table
from isnad.model import Document, Statement
from isnad.text import make_text

_MARK = re.compile(r"\{([CST])(\d*):|\}")
ALIKE = 0.8
"""Least overlap (intersection over union) of a content found with the content marked."""


class Marked(NamedTuple):
    """One marked statement: its number (empty if it has none) and ranges in the text without marks."""

    number: str
    cue: Range
    source: Range | None
    content: tuple[Range, ...]


def parse_example(marked: str) -> tuple[str, list[Marked]]:
    """The text without marks, and the statements that were marked in it, in the order of their numbers.

    Raises ``DataError`` when marks do not close or a statement has no cue or no content.
    """
    text: list[str] = []
    length = at = 0
    opened: list[tuple[str, str, int]] = []
    found: dict[str, dict[str, list[Range]]] = {}
    for mark in _MARK.finditer(marked):
        text.append(marked[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark[1]:
            opened.append((mark[1], mark[2], length))
        elif opened:
            kind, number, start = opened.pop()
            found.setdefault(number, {}).setdefault(kind, []).append((start, length))
        else:
            raise DataError(f"a mark closes that was never opened: {marked}")
    if opened:
        raise DataError(f"a mark is not closed: {marked}")
    text.append(marked[at:])
    return "".join(text), [
        _statement(number, found[number], marked) for number in sorted(found, key=lambda n: int(n or 0))
    ]


def _statement(number: str, parts: dict[str, list[Range]], marked: str) -> Marked:
    if "C" not in parts or "T" not in parts:
        raise DataError(f"a statement needs a cue {{C:…}} and a content {{T:…}}: {marked}")
    source = parts.get("S")
    return Marked(number, parts["C"][0], source[0] if source else None, tuple(sorted(parts["T"])))


def extract_example(text: str) -> tuple[Statement, ...]:
    """What the rule engine finds in a short text."""
    data = text.encode()
    return extract_by_rules(make_text(Document("doc:example", "example.txt", "", "text/plain", len(data)), data))


def finds(statements: tuple[Statement, ...], wanted: Marked) -> bool:
    """Whether one of the statements is the marked one: its cue overlaps, source and content are alike."""
    return any(
        _overlap((s.cue.start, s.cue.end), wanted.cue) > 0
        and _same_source(s, wanted.source)
        and _likeness([(part.start, part.end) for part in s.content], wanted.content) >= ALIKE
        for s in statements
    )


def _same_source(statement: Statement, wanted: Range | None) -> bool:
    if wanted is None or statement.source is None:
        return wanted is None and statement.source is None
    return _likeness([(statement.source.start, statement.source.end)], (wanted,)) >= 0.5


def _overlap(a: Range, b: Range) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


def _likeness(found: list[Range], wanted: tuple[Range, ...]) -> float:
    here = {place for start, end in found for place in range(start, end)}
    there = {place for start, end in wanted for place in range(start, end)}
    return len(here & there) / max(1, len(here | there))


def example_faults() -> Iterator[str]:
    """Every cue example that the engine does not find, as one line (file:line: what, what to do)."""
    for language in LANGUAGES:
        for row in read_table(ROOT / language / "cues.tsv", COLUMNS):
            if not row["example"]:
                continue
            try:
                text, wanted = parse_example(row["example"])
            except DataError as error:
                yield f"{row['@']}: {error}"
                continue
            statements = extract_example(text)
            if not all(finds(statements, one) for one in wanted):
                yield f"{row['@']}: the example of {row['lemma']!r} is not found; mend the example or the lexicon"
