"""Finding cue expressions: the lexicon of a language as one trie expression over the folded key."""

from __future__ import annotations

import re
from collections.abc import Iterable

from isnad.extract.base import CueMatch, Range
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

    def find(self, key: str, blocks: Iterable[Range]) -> list[CueMatch]:
        """The cues of each block of a key, in order, longest first, not overlapping."""
        forms = self.forms
        out: list[CueMatch] = []
        for start, end in blocks:
            # The first word of a text has no character before it.
            first = None if start else self._first.match(key, 0, end)
            if first:
                out.append(CueMatch(*first.span(2), forms[first[2]], first[1]))
            at = first.end() if first else max(start - 1, 0)
            out += [CueMatch(*m.span(2), forms[m[2]], m[1]) for m in self._pattern.finditer(key, at, end)]
        return out


def _share(some: list[Form], others: list[Form]) -> bool:
    """Whether two words are forms of one cue: «وورد في» and «ورد في»."""
    return not {form.cue.lemma for form in some}.isdisjoint(form.cue.lemma for form in others)
