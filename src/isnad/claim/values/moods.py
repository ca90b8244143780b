"""The modality of a value, from the words of its clause: planned, denied, alleged, ordered, conditional."""

from __future__ import annotations

import re

from isnad.claim.values.line import Line
from isnad.model.value import ValueModality

_BACK = 14
_ON = 12
_CLAUSE = frozenset(',;.?!:()«»"-–')
_FUTURE = re.compile(r"(?:و|ف)?س(?:ي|ت|ن|ا)\w{3,}$")


def modality(line: Line, start: int, end: int, dated: bool, headline: bool, amount: bool = True) -> ValueModality:
    """The modality of the words ``start`` to ``end``; the nearest word before them decides."""
    found = _before(line, start, dated)
    if found is None and headline and line.n and line.texts[-1] == "?" and not dated and amount:
        found = "alleged"
    if found is None and not dated:
        found = _after(line, end)
    return found or "actual"


def _of_the_saying(line: Line, mood: str, i: int, start: int) -> bool:
    """ "denied on Monday that …" dates the denial, "due for replacement since 2016" the lack."""
    if line.has(start - 1, "since"):
        return True
    return mood in ("denied", "alleged") and not any(line.has(j, "that") for j in range(i, start))


def _before(line: Line, start: int, dated: bool) -> ValueModality | None:
    for i in range(start - 1, max(-1, start - _BACK), -1):
        text = line.texts[i]
        if text in _CLAUSE and not (text == "-" and line.glued(i - 1)) and not _light(line, i):
            return None
        if line.breaks(i):
            return None
        found = line.at(i, "mood_before")
        if found and found[1] <= start:
            return None if found[0] == "reset" or dated and _of_the_saying(line, found[0], i, start) else found[0]
        if line.language == "ar" and line.lex[i] is None and _FUTURE.match(text) and not _noun(line, i):
            return "planned"
    return None


def _light(line: Line, i: int) -> bool:
    """A bracket or quotation mark just before the value does not end the clause."""
    return line.texts[i] in '(«»"-'


def _noun(line: Line, i: int) -> bool:
    from isnad.claim.values.things import concept_of

    return concept_of(line.texts[i], line.language) is not None or line.texts[i].startswith(_SEEN_AS_FUTURE)


_SEEN_AS_FUTURE = ("سياس", "سيار", "سيطر", "ستار", "سينا", "سياد", "ستراتيج", "سيبران", "سيناريو", "سياق", "سيول", "ساع", "سابق", "سلام", "ساحل", "ساري", "وسائل", "وسياس", "وسيط", "سيره", "سيف", "سنوي", "سنوات", "ساحه", "وساط", "وسام", "فسا", "سائ", "سان", "سام", "ساب", "ساد", "ساخ", "سار", "سال", "ساك", "ساف", "ساه", "وساع", "وسابق", "وساه", "وسار")  # fmt: skip


def _after(line: Line, end: int) -> ValueModality | None:
    for i in range(end, min(line.n, end + _ON)):
        text = line.texts[i]
        if (
            text in _CLAUSE
            and text not in "-"
            or line.breaks(i)
            or text == "كه"
            or line.language == "ar"
            and line.joined(i)
        ):
            return None
        if line.has(i, "mood_before") and line.at(i, "mood_before")[0] == "reset":  # type: ignore[index]
            return None
        found = line.at(i, "mood_after")
        if found:
            return None if found[0] == "reset" else found[0]
    return None
