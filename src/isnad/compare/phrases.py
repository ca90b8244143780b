"""The phrases of `lang/deed_phrases.tsv` that tell who did what one party only can have done, and words for oneself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from isnad.lang.tables import ROOT, read_table, words
from isnad.text.fold import fold_key
from isnad.text.trie import trie_pattern

COLUMNS = ("phrase", "language", "deed", "side")
_GAP = "…"
_BETWEEN = r"\b.{1,60}?\b"


@cache
def _phrases(language: str, asked: bool) -> tuple[re.Pattern[str] | None, dict[str, tuple[str, str]]]:
    """A pattern with the phrase (or what stands behind its gap) as its group, and deed and side by that group."""
    rows = [row for row in _rows() if row["language"] == language and row["deed"] != "self"]
    rows = [row for row in rows if asked or row["side"] != "asked"]
    parts: list[str] = []
    table = {"g": ("", "")}
    for number, row in enumerate(row for row in rows if _GAP in row["phrase"]):
        first, second = (re.escape(fold_key(piece.strip())) for piece in row["phrase"].split(_GAP))
        parts.append(rf"\b[وف]?(?:ال)?{first}{_BETWEEN}[وف]?(?P<g{number}>{second})\b")
        table[f"g{number}"] = (row["deed"], row["side"])
    plain = {fold_key(row["phrase"]): (row["deed"], row["side"]) for row in rows if _GAP not in row["phrase"]}
    if plain:
        parts.append(rf"\b[وف]?(?P<g>{trie_pattern(plain)})\b")
    table.update(plain)
    return (re.compile("|".join(parts)) if parts else None), table


def phrase_in(key: str, language: str, asked: bool = False) -> tuple[int, int, str, str] | None:
    """Place, deed and side of the first phrase in a folded text; ``asked`` if that is a question who did it."""
    return next(phrases_in(key, language, asked), None)


def phrases_in(key: str, language: str, asked: bool = False) -> Iterator[tuple[int, int, str, str]]:
    """Place, deed and side of each phrase in a folded text."""
    pattern, table = _phrases(language, asked)
    for match in pattern.finditer(key) if pattern else ():
        group = match.lastgroup or ""
        deed, side = table[match[group] if group == "g" else group]
        yield match.start(group), match.end(group), deed, side


@cache
def self_words(language: str) -> re.Pattern[str] | None:
    """The words by which a speaker names himself in a language."""
    names = [fold_key(row["phrase"]) for row in _rows() if row["deed"] == "self" and row["language"] == language]
    return re.compile(rf"\b(?:{trie_pattern(names)})\b") if names else None


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(read_table(ROOT / "deed_phrases.tsv", COLUMNS))


def borders(language: str) -> frozenset[str]:
    """The words that begin a clause, or one about the noun before them, folded."""
    return _clause_words(language, "relative", "border")


def prepositions(language: str) -> frozenset[str]:
    """The words that make the noun behind them a part of what is told, folded."""
    return _clause_words(language, "in", "on", "with", "between", "of", "other")


def determiners(language: str) -> frozenset[str]:
    """The words behind which a noun stands, folded."""
    return _clause_words(language, "noun_before")


@cache
def _clause_words(language: str, *uses: str) -> frozenset[str]:
    rows = read_table(ROOT / "clause_words.tsv", ("use", "ar", "fa", "en"))
    found = (row.get(language, "") for row in rows if row["use"] in uses)
    return frozenset(fold_key(word) for cell in found for word in words(cell))
