"""Sentences of a paragraph as ranges of words, with quotations kept whole."""

from __future__ import annotations

import re

from isnad.extract.en.tagger import Words

_BORDER = re.compile(r"\.+\)?|[67]")


def sentences(words: Words, cased: str, reporting: frozenset[int]) -> list[tuple[int, int]]:
    """Word ranges of the sentences. ``reporting`` are words that may be the verb of a quotation before them:
    a quotation that ends in «?» or «!» goes on when such a verb follows at once."""
    tags = words.tags
    out: list[tuple[int, int]] = []
    at = 0
    size = len(tags)
    for match in _BORDER.finditer(tags):
        end = match.end()
        if end < at:
            continue
        if end < size and _goes_on(words, cased, match.group(), end, reporting):
            continue
        if end > at:
            out.append((at, end))
        at = end
    if at < size:
        out.append((at, size))
    return out


def _goes_on(words: Words, cased: str, mark: str, end: int, reporting: frozenset[int]) -> bool:
    tag = words.tags[end]
    if mark == ".":
        return False
    if tag in ",;:" or (tag in "67Q5" and mark == "."):
        return tag in ",;:"
    if tag not in "67Q5(" and not cased[words.starts[end]].isupper() and cased[words.starts[end]].isalpha():
        return True
    return mark in "67" and any(i in reporting for i in range(end, min(end + 5, len(words.tags)))) and (
        mark == "7" or end in reporting
    )
