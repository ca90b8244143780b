"""Finding cue expressions: the lexicon of a language as one trie expression over the folded key."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from isnad.extract.base import CueMatch, Range
from isnad.extract.beginnings import Beginnings
from isnad.lang.cues import Form, load_cues
from isnad.text.fold import fold_key
from isnad.text.trie import trie_pattern


class CueIndex:
    """The cues of a language, ready to be found. ``clitics`` are letters that may be written before a cue («وف»)."""

    def __init__(self, language: str, clitics: str = "") -> None:
        forms: dict[str, list[Form]] = {}
        cues = load_cues(language)
        # Folded in one piece: one call for each of some ten thousand forms took half a second.
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
        prefix = f"([{clitics}]??)" if clitics else "()"
        self._pattern = re.compile(rf"{prefix}({trie_pattern(self.forms)})\b")
        self._beginnings = Beginnings(clitic + form for clitic in ("", *clitics) for form in self.forms)

    def find(self, key: str, blocks: Iterable[Range]) -> list[CueMatch]:
        """The cues of each block of a key, in order, longest first, not overlapping."""
        forms, match = self.forms, self._pattern.match
        places = self._beginnings.places(key)
        out: list[CueMatch] = []
        for start, end in blocks:
            for at in places[bisect_left(places, start) : bisect_left(places, end)]:
                if at >= start and (found := match(key, at, end)):
                    out.append(CueMatch(*found.span(2), forms[found[2]], found[1]))
                    start = found.end()
        return out


def _share(some: list[Form], others: list[Form]) -> bool:
    """Whether two words are forms of one cue: «وورد في» and «ورد في»."""
    return not {form.cue.lemma for form in some}.isdisjoint(form.cue.lemma for form in others)
