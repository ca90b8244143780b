"""The modality of a value, from the words of its clause: planned, denied, alleged, ordered, conditional."""

from __future__ import annotations

import re

from isnad.claim.values.line import LONGEST_FORM, SENTENCE_ENDS, Line
from isnad.claim.values.marks import far
from isnad.claim.values.things import concept_of
from isnad.model.value import ValueModality
from isnad.text.future import is_future

_BACK = 14
_ON = 12
_CLAUSE = frozenset(',;.?!:()«»"-–')
_LIGHT = frozenset('(«»"-')  # a bracket or quotation mark before the value does not end its clause
_ENDS = (_CLAUSE - _LIGHT) | SENTENCE_ENDS
_STOPS = _CLAUSE - {"-"} | SENTENCE_ENDS | {"كه"}
_MOODS = frozenset({"mood_before", "mood_after"})
_MOOD_BEFORE, _MOOD_AFTER = far("mood_before"), far("mood_after")
_ACTING = (("mood_us", re.compile(r"ن\w{3,}")), ("mood_them", re.compile(r"[يت]\w{2,}وا")))
_SIGNS = frozenset(category for category, _ in _ACTING)


def modality(line: Line, start: int, end: int, kind: str, headline: bool) -> ValueModality:
    """The modality of the words ``start`` to ``end``; the nearest word before them decides.

    A date takes only what stands before it, and a headline that asks does not say its numbers are so.
    """
    found = _before(line, start, kind == "date")
    if kind == "age" and found == "alleged":
        return "actual"  # «المشتبه به (29 عاما)»
    if found is None and kind != "date":
        if headline and kind != "ordinal" and line.texts[line.n - 1] == "?":
            return "alleged"
        found = _after(line, end)
    return found or "actual"


def _of_the_saying(line: Line, mood: str, i: int, start: int) -> bool:
    """ "denied on Monday that …" dates the denial, "due for replacement since 2016" the lack."""
    if line.has(start - 1, "since"):
        return True
    return mood in ("denied", "alleged") and not any(line.has(j, "that") for j in range(i, start))


def _before(line: Line, start: int, dated: bool) -> ValueModality | None:
    arabic = line.language == "ar"
    if not arabic and not line.near(start - _BACK, start, _MOOD_BEFORE):
        return None
    broken, window, i = line.broken, slice(max(0, start - _BACK + 1), start), start
    for text, entry in zip(reversed(line.texts[window]), reversed(line.lex[window]), strict=True):
        i -= 1
        if text in _ENDS or (broken and line.breaks(i)):
            return None
        categories = entry.categories
        if not categories:
            if arabic and text[0] in "سوف" and is_future(text) and concept_of(text, "ar") is None:
                return "planned"
            continue
        if arabic and not categories.isdisjoint(_SIGNS) and _urges(line, i, start):
            return "ordered"
        if "mood_before" not in categories:
            continue
        found = line.at(i, "mood_before")
        if found and found[1] > i + 1 and entry.prefix.endswith("ال"):
            continue  # «الأمر بـ» is the matter, «أمر بـ» he ordered
        if found and found[1] <= start:
            silent = found[0] == "reset" or (dated and _of_the_saying(line, found[0], i, start))
            return None if silent else found[0]
    return None


def _urges(line: Line, i: int, start: int) -> bool:
    """Whether a sign to do something begins at ``i``: «أشار لنا بأن نضرب», and not «أشار لنا بأن نوري وصل».

    The verb behind it is one of those who were addressed.
    """
    for category, acting in _ACTING:
        urged = line.at(i, category)
        if urged and urged[1] < start:
            word = line.texts[urged[1]]
            return bool(acting.fullmatch(word)) and concept_of(word, "ar") is None
    return False


def _after(line: Line, end: int) -> ValueModality | None:
    if not line.near(end, end + _ON + LONGEST_FORM, _MOOD_AFTER):
        return None
    arabic, broken, window = line.language == "ar", line.broken, slice(end, min(line.n, end + _ON))
    for i, (text, entry) in enumerate(zip(line.texts[window], line.lex[window], strict=True), end):
        if text in _STOPS or (arabic and (text == "و" or entry.prefix.startswith("و"))) or (broken and line.breaks(i)):
            return None
        if entry.categories.isdisjoint(_MOODS):
            continue
        reset = line.at(i, "mood_before")
        if reset and reset[0] == "reset":
            return None
        found = line.at(i, "mood_after")
        if found:
            mood: ValueModality = found[0]
            return mood
    return None
