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


class _Words(dict[str, str]):
    """What a word tells of when something was said: "said", "event", "end" of the clause or nothing; each is a key."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._saying, self._known = _saying(language), known(language)
        self._joined = "وف" if language == "ar" else ""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_WORDS:
            self.clear()
        found = self[word] = self._read(word)
        return found

    def _read(self, word: str) -> str:
        if word in _ENDS:
            return "end"
        if word in self._saying or (word[:1] in self._joined and word[1:] in self._saying):
            return "said"
        concept = self._known[word][0]
        return "event" if concept is not None and concept[1] in _DATED else ""


_MOST_WORDS = 100_000
_words = cache(_Words)


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
    behind = end + (line.texts[end] == ",")  # "On Wednesday, the minister said …"
    back, on = range(start - 1, max(-1, start - _REACH - 1), -1), range(behind, min(line.n, behind + _REACH))
    if line.language == "fa":
        after = _nearest(line, on)
        return after == "said" or (after != "event" and _nearest(line, back) == "said")
    before = _nearest(line, back)
    return before == "said" or (before != "event" and _nearest(line, on) == "said")


def _nearest(line: Line, places: range) -> str:
    words, texts, broken = _words(line.language), line.texts, line.broken
    for j in places:
        if broken and line.breaks(j):
            return ""
        told = words[texts[j]]
        if told:
            return told
    return ""
