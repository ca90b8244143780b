"""Sentences of a paragraph as ranges of words, with quotations kept whole."""

from __future__ import annotations

import re

from isnad.extract.en.words import Words

# No sentence of a report is as long, in words.
_LONGEST = 300
_SHORT = re.compile(r"[nNTa](?=[pdrsWtik567])")
# «“No one asked us.” Brook said.»: nothing but who said it.
_CLOSING = re.compile(r"(?:p|d?n*N+|d?n+)[ev]\.")
_BORDER = re.compile(r"\.+\)?|[67]")


def sentences(words: Words, cased: str, reporting: frozenset[int]) -> list[tuple[int, int]]:
    """Word ranges of the sentences. ``reporting`` are words that may be the verb of a quotation before them:
    a quotation that ends in «?» or «!» goes on when such a verb follows at once."""
    tags = words.tags
    out: list[tuple[int, int]] = []
    at = 0
    size = len(tags)
    for border in _borders(words, cased):
        end = border[1]
        if end < at:
            continue
        if end < size and _goes_on(words, cased, border[0], end, reporting):
            continue
        if end > at:
            out.append((at, end))
        at = end
    if at < size:
        out.append((at, size))
    return out if all(high - low <= _LONGEST for low, high in out) else _cut(out)


def _cut(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Endless «sentences» (tables, lists without stops) in pieces, so that reading them stays linear."""
    return [(at, min(at + _LONGEST, high)) for low, high in ranges for at in range(low, high, _LONGEST)]


def _borders(words: Words, cased: str) -> list[tuple[str, int]]:
    """Marks that may end a sentence, with the word after them; an abbreviation may end one too («at 7 p.m. He …»)."""
    tags = words.tags
    found = [(match.group(), match.end()) for match in _BORDER.finditer(tags)]
    for match in _SHORT.finditer(tags):
        i = match.start() + 1
        if words.key[words.ends[i - 1] - 1] == "." and (cased[words.starts[i]].isupper() or words.tags[i] in "567"):
            found.append((".", i))
    found.sort(key=lambda pair: pair[1])
    return found


def _goes_on(words: Words, cased: str, mark: str, end: int, reporting: frozenset[int]) -> bool:
    tag = words.tags[end]
    if mark == ".":
        return False
    if tag in ",;:" or (tag in "67Q5" and mark == "."):
        return tag in ",;:"
    if tag not in "67Q5(" and not cased[words.starts[end]].isupper() and cased[words.starts[end]].isalpha():
        return True
    verb = next((i for i in range(end, min(end + 5, len(words.tags))) if i in reporting), None)
    if mark not in "67" or verb is None:
        return False
    return mark == "7" or verb == end or _CLOSING.fullmatch(words.tags, end, verb + 2) is not None
