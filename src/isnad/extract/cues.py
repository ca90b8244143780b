"""Finding cue expressions: the lexicon of a language as one trie expression over the folded key."""

from __future__ import annotations

import re

from isnad.extract.base import CueMatch
from isnad.lang.cues import Form, load_cues
from isnad.text.fold import fold_key
from isnad.text.trie import no_letter, trie_pattern


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
        trie = trie_pattern(self.forms)
        # Not \b in front: a low line that stands for a bullet («_اعتبر») is no letter of the word. The character
        # before a word is matched, not looked back at: then only the beginnings of words are tried.
        self._first = re.compile(rf"{prefix}({trie})\b")
        self._pattern = re.compile(rf"{no_letter()}{prefix}({trie})\b")

    def find(self, key: str, start: int = 0, end: int | None = None) -> list[CueMatch]:
        """The cues of ``key[start:end]`` from left to right, longest first, not overlapping."""
        forms = self.forms
        stop = len(key) if end is None else end
        first = None if start else self._first.match(key, 0, stop)
        at = first.end() if first else max(start - 1, 0)
        found = [
            CueMatch(match.start(2), match.end(), forms[match[2]], match[1])
            for match in self._pattern.finditer(key, at, stop)
        ]
        return [CueMatch(first.start(2), first.end(), forms[first[2]], first[1]), *found] if first else found


def _share(some: list[Form], others: list[Form]) -> bool:
    """Whether two words are forms of one cue: «وورد في» and «ورد في»."""
    return not {form.cue.lemma for form in some}.isdisjoint(form.cue.lemma for form in others)
