"""Noun phrases and verb groups, read on strings of word classes (see tagger.py). Positions are word numbers."""

from __future__ import annotations

import re

FINITE = frozenset("vemhbD")
_HEADS = frozenset("nNSA#QZ5'")
_INSIDE = frozenset("nNS#jA'Q")
# Forwards: determiners, modifiers, head.
_BASE = re.compile(
    r"[po]|r(?=d)|[drj#]*(?:a(?=[nN]))?(?:[nNSAjZQ#'T5]|(?<![NS])[eP](?=[nSAZ])|(?<![NSn])[eP](?=N)|g(?=[nNSAZ])|-(?=[nN]))+|[d#]+|r(?![nNSAjZ#eg])"
)
_PARENTHESIS = re.compile(r"\([^()]{1,40}\)")


def base_back(tags: str, end: int, low: int) -> int:
    """The first word of the base noun phrase that ends before ``end``; ``end`` when there is none."""
    i = end - 1
    if i < low:
        return end
    tag = tags[i]
    if tag == ")":
        opened = tags.rfind("(", low, i)
        return base_back(tags, opened, low) if opened > low else end
    if tag in "pod":
        return i
    if tag not in _HEADS and not (
        i > low and ((tag == "T" and tags[i - 1] in "dnr") or (tag == "g" and _is_noun(tags, i, low)))
    ):
        return end
    while i > low:
        tag = tags[i - 1]
        before = tags[i - 2] if i - 2 >= low else "."
        if tag == "Q" and tags[i] == "N" and before in ".|":
            break  # «“…” X said»
        if (
            tag in _INSIDE
            or (tag in "ePg" and before in "drj'n#")
            or (tag == "T" and (tags[i] == "'" or before in "dr"))
            or (tag == "a" and before in "dr")
            or (tag == "i" and tags[i] == "#" and before == "#")
            or (tag == "u" and tags[i] == "#" and before == "d")
        ):
            i -= 1
        elif tag in "dr":
            i -= 1
            while i > low and tags[i - 1] in "d#":
                i -= 1
            break
        else:
            break
    return i


def _is_noun(tags: str, i: int, low: int) -> bool:
    """Whether the -ing form at word ``i`` is the head of a noun phrase («another ranking», «the latest reading»)."""
    return tags[i - 1] in "dr" or (tags[i - 1] in "jn" and i - 2 >= low and tags[i - 2] in "dr")


def phrase_back(tags: str, end: int, low: int) -> int:
    """The first word of the noun phrase, its prepositional phrases and conjuncts, that ends before ``end``."""
    start = base_back(tags, end, low)
    linked = tags[start - 1 : start] == "f" or (
        tags[start : start + 1] == "o" and tags[start - 1 : start] in tuple("i2")
    )
    if start >= end or (tags[start] in "po" and not linked):  # «one of them», «a source close to her»
        return start
    while start > low:
        link = tags[start - 1]
        if link not in "ific2,":
            break
        left = base_back(tags, start - 1, low)
        if left >= start - 1 or not _joins(tags, link, left, start, low):
            break
        start = left
    return start


def _joins(tags: str, link: str, left: int, start: int, low: int) -> bool:
    before = tags[left - 1] if left > low else "."
    if link == "f" or (link != "," and tags[left] == "#" and tags[start] == "#"):
        return True
    if link == "c":
        return before in ".,;:-stckfu" or (before == "i" and _begins_clause(tags, left, low))
    if link == ",":
        following = tags.find("c", start)
        return 0 < following - start < 8 and before in ".,;:-stck"
    return before not in "veBPg" and _anchored(tags, left, low)


def _begins_clause(tags: str, left: int, low: int) -> bool:
    """Whether the prepositional phrase of the noun phrase at ``left`` hangs on a clause's first noun phrase."""
    start = base_back(tags, left - 1, low)
    while start < left - 1 and start > low and tags[start - 1] in "fi":
        left = start
        start = base_back(tags, left - 1, low)
    return start < left - 1 and (start == low or tags[start - 1] in ".,;:-tqs")


def _anchored(tags: str, left: int, low: int) -> bool:
    """Whether a chain of prepositional phrases hangs on a noun phrase, not on the clause («In Iowa on Monday»)."""
    while left > low and tags[left - 1] in "if2":
        before = base_back(tags, left - 1, low)
        if before >= left - 1:
            return False
        left = before
    return True


def clause_starts(tags: str, start: int, stop: int) -> bool:
    """Whether a subject and its finite verb begin at ``start``."""
    while start < stop and tags[start] in "aT":
        start += 1
    # «she and her brother sailed»; «the meeting, held by X, was a farce»
    end = phrase_forward(tags, start + 2 if tags[start : start + 2] == "pc" else start, stop, "fi")
    if start < end < stop - 2 and (tags[end] == "-" or (tags[end] == "," and tags[end + 1] in "dWP")):
        close = tags.find(tags[end], end + 2, min(stop - 1, end + 16))
        if close > 0 and tags[close + 1] in "vmbhD":
            return True
    while end < stop and tags[end] in "ax":
        end += 1
    return start < end < stop and tags[end] in FINITE


def base_forward(tags: str, start: int, stop: int) -> int:
    """The word after the base noun phrase that begins at ``start``; ``start`` when there is none."""
    match = _BASE.match(tags, start, stop)
    return match.end() if match else start


def phrase_forward(tags: str, start: int, stop: int, links: str = "f") -> int:
    """The word after the noun phrase at ``start``, with what ``links`` join to it and its conjuncts."""
    end = base_forward(tags, start, stop)
    if end <= start or tags[start] in "po":
        return end
    while end < stop:
        link = tags[end]
        if link == "(":
            match = _PARENTHESIS.match(tags, end, stop)
            if not match:
                break
            end = match.end()
            continue
        if link not in links and link != "c":
            break
        following = base_forward(tags, end + 1, stop)
        if following <= end + 1 or (
            tags[end + 1 : following].strip("dT#jn") == "" and "T" in tags[end + 1 : following]
        ):
            break
        if link == "c" and following < stop and tags[following] in "vehbmD":
            break
        end = following
    return end
