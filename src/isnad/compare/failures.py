"""Whether a thing failed or was cut off: "the heating went off", «التدفئة لم تُقطع», «ترمز عیبی نداشت».

What failed is a thing of `lang/details.tsv` (use fails), that it did is told by a word of `lang/failures.tsv` near it
in one part of the clause, or by a word for both («خرابی ترمز»).  A part is told negated if it has a word of negation
itself: a clause goes on over others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from isnad.compare.facts import Fact
from isnad.compare.groups import concept_groups
from isnad.compare.moods import says
from isnad.compare.told import Told, fact_of
from isnad.lang.tables import ROOT, read_table, words
from isnad.model import Span
from isnad.text.fold import fold, fold_key
from isnad.text.trie import trie_pattern

COLUMNS = ("use", "language", "words")
_SKIPPED = frozenset({"alleged", "conditional", "planned", "ordered", "denied"})
_NEGATIVE = frozenset({"negative", "neither"})
_BORDER = re.compile(r"[,،;؛:.!?؟\n]|\b(?:and|but|while|which|که|اما|ولی|ولكن|لكن|بينما)\b")
_BETWEEN = 6
"""Words between a thing and what is told of it."""
_WORD = re.compile(r"\w+")


@cache
def _pattern(use: str, language: str) -> re.Pattern[str] | None:
    rows = read_table(ROOT / "failures.tsv", COLUMNS)
    told = (row["words"] for row in rows if (row["use"], row["language"]) == (use, language))
    found = [fold_key(word) for row in told for word in words(row)]
    prefix = "[وف]?" if language == "ar" else ""
    return re.compile(rf"(?<!\w){prefix}(?:{trie_pattern(found)})(?!\w)") if found else None


def failed(told: Told) -> Iterator[Fact]:
    """The facts that a claim tells on whether things failed."""
    claim = told.claim
    if claim.modality in _SKIPPED or claim.language not in ("ar", "fa", "en"):
        return
    for topic in claim.topics:
        things = concept_groups().fails
        group = things.get(topic.concept) or (topic.concept if topic.concept in things.values() else None)
        part = next((part for part in claim.text if part.covers(topic.span)), None)
        if group is None or part is None:
            continue
        failure = _told_of(part, topic.span, claim.language, topic.concept == group)
        if failure is not None:
            yield fact_of(told, group, (group, "sentence"), "", topic.span)._replace(
                aspect="whether",
                entity=None,
                polarity="positive" if failure else "negative",
                within=group,
            )
            return


def _told_of(part: Span, thing: Span, language: str, told: bool) -> bool | None:
    """Whether the part of a clause around a thing says that it failed; None where it says neither. ``told`` if the word
    for the thing says so itself."""
    folded = fold(part.text)
    at, end = (folded.to_key(place - part.start) for place in (thing.start, thing.end))
    borders = [0, *(found.end() for found in _BORDER.finditer(folded.key)), len(folded.key)]
    start = max(border for border in borders if border <= at)
    stop = min((found.start() for found in _BORDER.finditer(folded.key, end)), default=len(folded.key))
    said, at, end = folded.key[start:stop], at - start, end - start
    if told:
        return not says(said, language, _NEGATIVE)
    behind = _pattern("beside", language)
    if behind and behind.match(said, end + 1):
        return True
    for use, tells in (("fails_not", False), ("fails", True), ("works", False)):
        pattern = _pattern(use, language)
        word = next((one for one in pattern.finditer(said) if _is_near(said, one, at, end)), None) if pattern else None
        if word is not None:
            return tells != (use != "fails_not" and says(said, language, _NEGATIVE))
    return None


def _is_near(said: str, word: re.Match[str], at: int, end: int) -> bool:
    """Whether a word stands beside the thing, and is no part of its name."""
    if word.start() < end and word.end() > at:
        return False
    between = said[word.end() : at] if word.end() <= at else said[end : word.start()]
    return len(_WORD.findall(between)) <= _BETWEEN
