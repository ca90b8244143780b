"""Polarity and modality of a content, read from the words at its beginning."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from isnad.lang.tables import ROOT, read_table
from isnad.text.fold import fold_key
from isnad.text.trie import trie_pattern

Modality = Literal["actual", "planned", "denied", "alleged", "ordered", "conditional"]

REACH = 90
"""Characters of the content that are looked at: what comes later mostly belongs to a clause of its own."""

_BY_CUE: dict[str, Modality] = {"order": "ordered", "denial": "denied", "plan": "planned", "intention": "planned"}
_READ: tuple[Modality, ...] = ("conditional", "planned", "alleged")


@cache
def _pattern(language: str, use: str) -> re.Pattern[str] | None:
    rows = read_table(ROOT / "modality.tsv", ("word", "language", "use"))
    found = [fold_key(row["word"]) for row in rows if row["language"] == language and row["use"] == use]
    return re.compile(rf"\b(?:{trie_pattern(found)})\b") if found else None


def read_polarity(content: str, language: str) -> Literal["positive", "negative"]:
    """``negative`` when a word of negation stands near the beginning of the content."""
    pattern = _pattern(language, "negative")
    return "negative" if pattern and pattern.search(fold_key(content[:REACH])) else "positive"


def read_modality(content: str, cue_class: str, language: str) -> Modality:
    """The modality that the cue's class gives (an order, a denial) or else the words of the content."""
    if cue_class in _BY_CUE:
        return _BY_CUE[cue_class]
    key = fold_key(content[:REACH])
    for use in _READ:
        pattern = _pattern(language, use)
        if pattern and pattern.search(key):
            return use
    return "actual"
