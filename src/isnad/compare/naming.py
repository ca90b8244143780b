"""Whether a report names another outlet near a passage: «في مقاله بصحيفة "النهر"», «ذكرت صحيفة النهر»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from isnad.lang.outlets import Outlet, OutletTable, outlet_words
from isnad.model import Span, Text
from isnad.text.fold import fold, fold_key
from isnad.text.trie import trie_pattern

REACH = 400
"""Characters before and after a passage, or from the head of the report, in which an outlet must be named: a name far
off tells of something else."""

_AROUND = 60
_CLITICS = "[وفبكل]{0,2}"
_OPENED, _CLOSED = "[«\"'(’]", "[»\"')’]"


class Naming:
    """Finds some outlets of a table in texts; remembers where, for every text that it was asked about."""

    def __init__(self, outlets: OutletTable, ids: Collection[str | None]) -> None:
        rows = {outlet.id: outlet for outlet in reversed(outlets.outlets)}
        self._patterns = {id: _pattern(rows[id]) for id in sorted(id for id in ids if id in rows)}
        self._found: dict[str, dict[str, list[int]]] = {}

    def names(self, text: Text, outlet: str | None, spans: Sequence[Span]) -> bool:
        """Whether ``text`` names the outlet with this id in its head or within `REACH` of one of the spans."""
        if text.document not in self._found:
            self._found[text.document] = self._places(text)
        places = self._found[text.document].get(outlet or "", ())
        return any(
            place < REACH or any(span.start - REACH <= place < span.end + REACH for span in spans) for place in places
        )

    def _places(self, text: Text) -> dict[str, list[int]]:
        folded = fold(text.clean)
        found: dict[str, list[int]] = {}
        for id, (names, pattern) in self._patterns.items():
            # The expression is slow and reads only what lies around one of the names.
            near = {place for name in names for place in _all(name, folded.key)}
            matches = (pattern.search(folded.key, max(0, place - _AROUND), place + _AROUND) for place in sorted(near))
            found[id] = [folded.to_text(match.start()) for match in matches if match]
        return found


def _all(name: str, key: str) -> Iterator[int]:
    place = key.find(name)
    while place >= 0:
        yield place
        place = key.find(name, place + 1)


def _pattern(outlet: Outlet) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """All keys of an outlet's names, and what names it for certain.

    A name that is also an ordinary word counts beside a word such as «صحيفة», or in quotation marks behind a word
    such as «لـ».
    """
    certain = tuple(map(fold_key, outlet.names()))
    own = (outlet.name_ar, outlet.name_fa, outlet.name_en)
    every = tuple(dict.fromkeys(fold_key(name) for name in (*outlet.names(), *outlet.ambiguous, *own) if name))
    before, after, venue = _words()
    name = trie_pattern(every)
    ways = [
        rf"(?<!\w){_CLITICS}(?:{before})\s+{_OPENED}?{name}(?!\w)",
        rf"(?<!\w){_OPENED}?{name}{_CLOSED}?\s+(?:{after})(?!\w)",
        rf"(?<!\w)(?:{venue})\s?{_OPENED}\s?{name}\s?{_CLOSED}",
    ]
    if certain:
        ways.append(rf"(?<!\w)[وفبكل]?{trie_pattern(certain)}(?!\w)")
    return every, re.compile("|".join(ways))


@cache
def _words() -> tuple[str, str, str]:
    """Patterns of the words before a name, after a name, and before the outlet that a source spoke to."""
    before = [word for language in ("ar", "fa") for word in outlet_words("generic", language)]
    kinds = before, outlet_words("generic", "en"), outlet_words("venue")
    first, second, third = (trie_pattern(fold_key(word) for word in words) for words in kinds)
    return first, second, third
