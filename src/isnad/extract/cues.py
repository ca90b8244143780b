"""Finding cue expressions: the longest form of the lexicon at each word of the folded key.

A form is made of letters and single spaces, so it is read word by word: what has been read is looked up as a form, and
as what a longer form begins with.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from isnad.extract.base import CueMatch, Range
from isnad.extract.beginnings import Beginnings
from isnad.lang.cues import Form, load_cues
from isnad.text.fold import fold_key

_WORD = re.compile(r"\w+")
_SPACE = re.compile(" ")


class CueIndex:
    """The cues of a language, ready to be found. ``clitics`` are letters that may be written before a cue («وف»)."""

    def __init__(self, language: str, clitics: str = "") -> None:
        forms: dict[str, list[Form]] = {}
        cues = load_cues(language)
        keys = fold_key("\n".join(written for written, _ in cues)).split("\n")
        for key, (_, form) in zip(keys, cues, strict=True):
            entry = forms.setdefault(key, [])
            if form not in entry:
                entry.append(form)
        # A word that begins with such a letter of its own («ورد في») goes before the letter with another («و» + «رد»).
        twice = [key for key in forms if clitics and key[:1] in clitics and _share(forms[key], forms.get(key[1:], []))]
        for key in twice:
            del forms[key]
        self.forms: dict[str, tuple[Form, ...]] = {key: tuple(found) for key, found in forms.items()}
        self._clitics = clitics
        self._going_on = frozenset(form[: space.start()] for form in forms for space in _SPACE.finditer(form))
        first = {" ".join(form.split(" ", 2)[:2]) for form in forms}
        self._beginnings = Beginnings(clitic + words for clitic in ("", *clitics) for words in first)

    def find(self, key: str, blocks: Iterable[Range]) -> list[CueMatch]:
        """The cues of each block of a key, in order, longest first, not overlapping."""
        places = self._beginnings.places(key)
        out: list[CueMatch] = []
        for start, end in blocks:
            for at in places[bisect_left(places, start) : bisect_left(places, end)]:
                if at >= start and (found := self._at(key, at, end)):
                    out.append(found)
                    start = found.end
        return out

    def _at(self, key: str, at: int, end: int) -> CueMatch | None:
        """The cue that begins at ``at``, or behind the clitic there."""
        if stop := self._longest(key, at, end):
            return CueMatch(at, stop, self.forms[key[at:stop]], "")
        if key[at] in self._clitics and (stop := self._longest(key, at + 1, end)):
            return CueMatch(at + 1, stop, self.forms[key[at + 1 : stop]], key[at])
        return None

    def _longest(self, key: str, at: int, end: int) -> int:
        """Where the longest form that begins at ``at`` ends; 0 where none begins."""
        forms, going_on, found, stop = self.forms, self._going_on, 0, at - 1
        while word := _WORD.match(key, stop + 1, end):
            stop = word.end()
            read = key[at:stop]
            if read in forms:
                found = stop
            if read not in going_on:
                break
        return found


def _share(some: list[Form], others: list[Form]) -> bool:
    """Whether two words are forms of one cue: «وورد في» and «ورد في»."""
    return not {form.cue.lemma for form in some}.isdisjoint(form.cue.lemma for form in others)
