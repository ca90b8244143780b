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
_ONE_OR_TWO = re.compile(r"(\w+)(?: \w+)?")
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
        self._beginnings = Beginnings(forms, clitics)

    def find(self, key: str, blocks: Iterable[Range]) -> list[CueMatch]:
        """The cues of each block of a key, in order, longest first, not overlapping."""
        places, forms = self._beginnings.places(key), self.forms
        out: list[CueMatch] = []
        for start, end in blocks:
            for place in places[bisect_left(places, start) : bisect_left(places, end)]:
                if place < start:
                    continue
                at, clitic, stop = place, "", self._longest(key, place, end)
                if not stop and key[place] in self._clitics:
                    at, clitic, stop = place + 1, key[place], self._longest(key, place + 1, end)
                if stop:
                    out.append(CueMatch(at, stop, forms[key[at:stop]], clitic))
                    start = stop
        return out

    def _longest(self, key: str, at: int, end: int) -> int:
        """Where the longest form that begins at ``at`` ends; 0 where none begins."""
        forms, going_on = self.forms, self._going_on
        words = _ONE_OR_TWO.match(key, at, end)
        if words is None:
            return 0
        word, read = words.group(1, 0)
        found = words.end(1) if word in forms else 0
        if word not in going_on:
            return found
        stop = words.end()
        while True:
            if read in forms:
                found = stop
            following = _WORD.match(key, stop + 1, end) if read in going_on else None
            if following is None:
                return found
            stop = following.end()
            read = key[at:stop]


def _share(some: list[Form], others: list[Form]) -> bool:
    """Whether two words are forms of one cue: «وورد في» and «ورد في»."""
    return not {form.cue.lemma for form in some}.isdisjoint(form.cue.lemma for form in others)
