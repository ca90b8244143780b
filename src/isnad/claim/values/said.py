"""Whether a date is that of a saying: "told the council on Wednesday that the talks …" does not date the talks."""

from __future__ import annotations

from functools import cache

from isnad.claim.values.line import SENTENCE_ENDS, Line
from isnad.claim.values.things import known
from isnad.lang.cues import load_cues
from isnad.text.fold import fold_key

_REACH = 8
_NOT_ALONE = frozenset({"strict", "strictke", "weak"})
"""Flags of cues that are verbs of speech only where a content follows ("began", «لمس»)."""
_ENDS = frozenset(',;:.?!()«»"“”،؛؟') | SENTENCE_ENDS
_DATED = frozenset({"event", "deed"})


@cache
def _saying(language: str) -> frozenset[str]:
    """Folded single words that are finite forms of verbs of speech."""
    forms = [
        form
        for form, found in load_cues(language)
        if found.cue.cue_class == "speech"
        and found.tag
        and " " not in form
        and not found.tag.startswith("part")
        and found.cue.flags.isdisjoint(_NOT_ALONE)
        and (language == "fa" or "that" in found.cue.takes)
    ]
    return frozenset(fold_key("\n".join(forms)).split("\n"))


def said_then(line: Line, start: int, end: int) -> bool:
    """Whether the nearest thing that happens beside the words ``start`` to ``end`` is somebody's saying.

    Back to the beginning of the clause («قال الوزير الأربعاء إن …»), else, where no event stands before the date in its
    clause, on to the next verb or event ("On Wednesday the minister said …"); in Persian, whose verb comes last, on
    first («وزیر روز چهارشنبه گفت …»).
    """
    before = _nearest(line, range(start - 1, max(-1, start - _REACH - 1), -1))
    behind = end + (line.texts[end] == ",")  # "On Wednesday, the minister said …"
    after = _nearest(line, range(behind, min(line.n, behind + _REACH)))
    if line.language == "fa":
        return after == "said" or (before == "said" and after != "event")
    return before == "said" or (before != "event" and after == "said")


def _nearest(line: Line, places: range) -> str:
    saying, concepts = _saying(line.language), known(line.language)
    texts, broken, arabic = line.texts, line.broken, line.language == "ar"
    for j in places:
        text = texts[j]
        if text in _ENDS or (broken and line.breaks(j)):
            return ""
        if text in saying or (arabic and text[0] in "وف" and text[1:] in saying):
            return "said"
        found = concepts[text][0]
        if found is not None and found[1] in _DATED:
            return "event"
    return ""
