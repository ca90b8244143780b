"""Whether a report names another outlet near a passage: «في مقاله بصحيفة "النهر"», «ذكرت صحيفة النهر»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from isnad.lang.outlets import Outlet, OutletTable, outlet_words
from isnad.model import Analysis, Passage, Span, Text
from isnad.text.fold import fold, fold_key
from isnad.text.trie import trie_pattern

REACH = 400
"""Characters before and after a passage, or from the head of the report, in which an outlet must be named: a name far
off tells of something else."""

_AROUND = 60
_CLITICS = "[وفبكل]{0,2}"
_OPENED, _CLOSED = "[«\"'(’]", "[»\"')’]"


class Named(NamedTuple):
    """Whether one report names the other's outlet beside what they share, and its own within it.

    ``within``: the share of it that stands behind the first place where it names the other's outlet, 0 for none.
    """

    beside: bool = False
    within: float = 0.0
    itself: bool = False


class Naming:
    """Finds some outlets of a table in texts; remembers where, for every text that it was asked about."""

    def __init__(self, outlets: OutletTable, ids: Collection[str | None]) -> None:
        rows = {id: row for id in ids if id and (row := outlets.by_id(id))}
        self._patterns = {id: _pattern(rows[id]) for id in sorted(rows)}
        self._found: dict[str, dict[str, list[int]]] = {}

    def names(self, text: Text, outlet: str | None, spans: Sequence[Span]) -> bool:
        """Whether ``text`` names the outlet with this id in its head or within `REACH` of one of the spans."""
        distance = self.distance(text, outlet, spans)
        return distance is not None and (distance <= REACH or self._found[text.document][outlet or ""][0] < REACH)

    def both(
        self, pair: tuple[Analysis, Analysis], outlets: tuple[str | None, str | None], shared: Sequence[Passage]
    ) -> tuple[Named, Named]:
        """What two reports of these outlets name in or near the passages that they share."""
        a, b = [passage.a for passage in shared], [passage.b for passage in shared]
        return self._named(pair[0], outlets, a), self._named(pair[1], outlets[::-1], b)

    def _named(self, one: Analysis, outlets: tuple[str | None, str | None], spans: Sequence[Span]) -> Named:
        own, other = outlets
        # A credit says whose the report is, not to whom it was told.
        credits = [credit.span for credit in one.credits if credit.kind != "phrase"]
        return Named(
            self.names(one.text, other, spans),
            self._behind(one.text, other, spans),
            self.distance(one.text, own, spans, credits) == 0,
        )

    def _behind(self, text: Text, outlet: str | None, spans: Sequence[Span]) -> float:
        """The share of the spans that stands behind the first name of an outlet in them."""
        places = self._found[text.document].get(outlet or "", ())
        first = min((place for place in places if any(s.start <= place < s.end for s in spans)), default=None)
        if first is None:
            return 0.0
        behind = sum(max(0, span.end - max(first, span.start)) for span in spans)
        return behind / sum(span.end - span.start for span in spans)

    def distance(
        self, text: Text, outlet: str | None, spans: Sequence[Span], besides: Sequence[Span] = ()
    ) -> int | None:
        """How many characters lie between the spans and the nearest name of the outlet; 0 within, None for no name.

        ``besides``: names in these spans are not counted.
        """
        if text.document not in self._found:
            self._found[text.document] = self._places(text)
        places = self._found[text.document].get(outlet or "", ())
        return min(
            (
                max(span.start - place, place - span.end + 1, 0)
                for place in places
                if not any(one.start <= place < one.end for one in besides)
                for span in spans
            ),
            default=None,
        )

    def _places(self, text: Text) -> dict[str, list[int]]:
        folded = fold(text.clean)
        found: dict[str, list[int]] = {}
        for id, (names, pattern) in self._patterns.items():
            # The expression is slow and reads only what lies around one of the names.
            near = {place for name in names for place in _all(name, folded.key)}
            matches = (_match(pattern, folded.key, place) for place in sorted(near))
            found[id] = [folded.to_text(match.start()) for match in matches if match]
        return found


def _match(pattern: re.Pattern[str], key: str, place: int) -> re.Match[str] | None:
    """What names the outlet with the name at a place, not with one before it."""
    around = pattern.finditer(key, max(0, place - _AROUND), place + _AROUND)
    return next((match for match in around if match.start() <= place < match.end()), None)


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
