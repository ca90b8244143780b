"""The text room's data files, read once: line patterns, frequent words, abbreviations."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from isnad.errors import DataError
from isnad.lang import LANGUAGES
from isnad.lang.tables import ROOT, Row, read_table
from isnad.text.keys import pattern_key, word_key

LINE_KINDS = ("furniture", "comments", "related", "tags", "credit", "byline", "dateline", "menu")


class LinePattern(msgspec.Struct, frozen=True):
    """One row of a ``boilerplate.tsv``."""

    kind: str
    words: int
    pattern: str
    example: str
    place: str


@cache
def line_patterns() -> tuple[LinePattern, ...]:
    """All line patterns of all languages; ``DataError`` names the file and line of a bad one."""
    columns = ("kind", "words", "pattern", "example")
    return tuple(
        _line_pattern(row) for language in LANGUAGES for row in read_table(ROOT / language / "boilerplate.tsv", columns)
    )


def _line_pattern(row: Row) -> LinePattern:
    if row["kind"] not in LINE_KINDS or not row["words"].isdigit():
        raise DataError(f"{row['@']}: kind must be one of {', '.join(LINE_KINDS)} and words a number")
    pattern = pattern_key(row["pattern"])
    if pattern.endswith("…"):
        pattern = pattern.removesuffix("…").rstrip() + r"\b.*"
    try:
        re.compile(pattern)
    except re.error as error:
        raise DataError(f"{row['@']}: the pattern is no regular expression ({error}); mend it") from None
    # Groups cost time and would shift the numbering of the joined expression.
    return LinePattern(row["kind"], int(row["words"]), _uncaptured(pattern), row["example"], row["@"])


def _uncaptured(pattern: str) -> str:
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)


@cache
def raw_stopwords(language: str) -> frozenset[str]:
    """The frequent words of a language as they are spelt in its file."""
    return frozenset(row["word"] for row in read_table(ROOT / language / "stopwords.tsv", ("word",)))


@cache
def stopwords(language: str) -> frozenset[str]:
    """The frequent words of a language, folded."""
    return frozenset(map(word_key, raw_stopwords(language)))


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation (folded, without the last stop) → ``never`` or ``maybe`` ends a sentence."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for row in read_table(ROOT / language / "abbreviations.tsv", ("word", "ends")):
            if row["ends"] not in ("never", "maybe"):
                raise DataError(f"{row['@']}: ends must be never or maybe, not {row['ends']!r}")
            found[word_key(row["word"])] = row["ends"]
    return found
