"""Finding cue expressions: the lexicon of a language as one trie expression over the folded key."""

from __future__ import annotations

import re

from isnad.extract.base import CueMatch
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
        self.forms: dict[str, tuple[Form, ...]] = {key: tuple(found) for key, found in forms.items()}
        prefix = f"([{clitics}]?)" if clitics else "()"
        # Not \b in front: a low line that stands for a bullet («_اعتبر») is no letter of the word.
        self._pattern = re.compile(rf"(?<![^\W_]){prefix}({trie_pattern(self.forms)})\b")

    def find(self, key: str, start: int = 0, end: int | None = None) -> list[CueMatch]:
        """The cues of ``key[start:end]`` from left to right, longest first, not overlapping."""
        forms = self.forms
        stop = len(key) if end is None else end
        return [
            CueMatch(match.start(2), match.end(), forms[match[2]], match[1])
            for match in self._pattern.finditer(key, start, stop)
        ]
