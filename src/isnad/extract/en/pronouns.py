"""Whom «he» and «she» mean: the latest speaker that the pronoun agrees with, or nobody.

The shared resolution of speakers carries the last person on.  English pronouns tell more: gender, told for names by
titles («Mrs. Pell»), first names and, for a bare surname, by what the report writes elsewhere.  A pronoun that
disagrees with the last speaker goes back to the latest one that surely agrees, and becomes unnamed when there is
none: an unknown speaker is better than a wrong one.  So does the pronoun after an unnamed source («an official
said … He added …»).  Quoted words and relative clauses name nobody who goes on speaking in the report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from isnad.extract.base import Candidate, Mention, Range, View
from isnad.extract.countries import Countries
from isnad.extract.en.lexicon import CLASSES, GENDERED, RELATIVES, TITLED, TITLES
from isnad.extract.en.narrated import Narration
from isnad.lang.tables import ROOT, read_table
from isnad.text.fold import fold_key

_BEFORE = re.compile(r"([\w-]+)\.? $")
_WORD_BEFORE = re.compile(r"[\w.-]+\Z")
_SOMEBODY = re.compile(r", (?:who(?:se|m)?\b|\d\d,|(?:an?|the|one of) [^,.;:\n]{1,60}? who\b)")
_LONG = 60
"""Letters of the longest word that is read before a name."""
_FAR = 40
"""How many earlier statements are looked back at."""
_NOBODY = Mention("unnamed", None, "unnamed")
_ASIDE = Mention("unnamed", None, "unnamed", plural=True)
_GENDERS = {"m": False, "f": True}


@cache
def first_names() -> dict[str, bool]:
    """First names that tell the gender (True feminine); those used for both are left out."""
    found: dict[str, set[str]] = {}
    for row in read_table(ROOT / "en" / "names_given.tsv", ("gender", "sure", "words")):
        for word in row["words"].split("|"):
            found.setdefault(word, set()).add(row["gender"] if row["sure"] == "yes" else "")
    return {word: _GENDERS[min(kinds)] for word, kinds in found.items() if len(kinds) == 1 and "" not in kinds}


@cache
def places() -> frozenset[str]:
    """English names of places, folded."""
    rows = read_table(ROOT / "places.tsv", ("id", "name_en"))
    return frozenset(fold_key("\n".join(row["name_en"] for row in rows)).split("\n"))


def with_antecedents(view: View, found: list[Candidate]) -> list[Candidate]:
    """The candidates, in order of their cues, with the pronouns «he» and «she» given their speaker or nobody."""
    if not any(_is_pronoun(candidate) for candidate in found):
        return found
    key = view.folded.key
    told = _Genders(key)
    starts, ends = _quoted(found)
    narration = Narration(key, view.folded.cased, view.sentences, lambda at: _within(starts, ends, at))
    history: list[Mention] = []
    since = 0
    out: list[Candidate] = []
    for candidate in found:
        source, pronoun = candidate.source, candidate.mention
        if source is None or pronoun is None or _within(starts, ends, candidate.cue[1] - 1):
            out.append(candidate)
            continue
        if _is_pronoun(candidate):
            begin = min(candidate.cue[0], source[0], *(start for start, _ in candidate.content))
            last = history[-1].name if history else None
            nearer = _told_of(candidate, last, narration.subjects(since, begin), told)
            candidate = nearer or _meant(candidate, pronoun, history[-_FAR:], told)
            if history and history[-1].refers == "description" and history[-1].feminine is None:
                # "The colonel said … He said": from here on the colonel is no "she".
                history[-1] = replace(history[-1], feminine=pronoun.feminine)
        out.append(candidate)
        since = candidate.cue[1]
        mention = candidate.mention
        if mention and mention.refers != "pronoun":
            # Who speaks in a relative clause is remembered as somebody that no pronoun is sure to mean.
            history.append(_ASIDE if key[source[0] : source[1]] in RELATIVES else mention)
    return out


def _is_pronoun(candidate: Candidate) -> bool:
    mention = candidate.mention
    return (
        mention is not None
        and mention.refers == "pronoun"
        and mention.feminine is not None
        and candidate.cue_class != "nominal"
    )


def _quoted(found: list[Candidate]) -> tuple[list[int], list[int]]:
    """Where contents begin and end, joined where they overlap."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(part for candidate in found for part in candidate.content):
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _within(starts: list[int], ends: list[int], place: int) -> bool:
    """Whether a place stands in somebody's words."""
    at = bisect_right(starts, place) - 1
    return at >= 0 and place < ends[at]


def _told_of(candidate: Candidate, last: Range | None, subjects: Iterator[Mention], told: _Genders) -> Candidate | None:
    """With the person whom the sentences before tell about, who comes before the last speaker; None without one."""
    wanted = candidate.mention.feminine if candidate.mention else None
    for who in subjects:
        if who.refers != "name" or who.type != "person" or who.plural or who.name is None or told.is_another(who.name):
            continue
        if last and told.surname(who.name) == told.surname(last):
            return None
        feminine = told.gender(who)
        if feminine is not None and feminine != wanted:
            continue
        if feminine is None and not told.bears_title(who.name) and not told.is_somebody(who.name):
            return _unknown(candidate) if told.ends_longer(who.name) else None
        confidence = round(candidate.confidence - 0.15, 2)
        reasons = (*candidate.reasons, "the person told about just before")
        meant = replace(who, head="", feminine=wanted)
        return replace(candidate, mention=meant, confidence=confidence, reasons=reasons)
    return None


def _meant(candidate: Candidate, pronoun: Mention, history: list[Mention], told: _Genders) -> Candidate:
    passed = False
    for mention in reversed(history):
        if mention.plural or mention.type not in ("person", "unnamed"):
            continue
        if mention.name is not None and told.is_another(mention.name):
            continue
        feminine = told.gender(mention)
        if feminine not in (None, pronoun.feminine) or (passed and feminine is None):
            passed = True
            continue
        if mention.refers == "unnamed":
            return replace(candidate, mention=_NOBODY, carry="unnamed")
        if mention.refers == "description":
            return _unknown(candidate) if passed else candidate
        meant = replace(mention, head="", feminine=pronoun.feminine)
        doubt, reason = (0.15, "pronoun agrees with an earlier speaker") if passed else (0.05, "speaker goes on")
        return replace(
            candidate,
            mention=meant,
            confidence=round(candidate.confidence - doubt, 2),
            reasons=(*candidate.reasons, reason),
        )
    return _unknown(candidate) if history else candidate


def _unknown(candidate: Candidate) -> Candidate:
    return replace(
        candidate,
        mention=_NOBODY,
        carry="unknown",
        confidence=round(candidate.confidence - 0.3, 2),
        reasons=(*candidate.reasons, "no earlier speaker agrees with the pronoun"),
    )


class _Genders:
    """What a report tells of the gender of those it names; looked up when a pronoun asks, once for each name."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._countries = Countries(key, "en")
        self._known: dict[Range, bool | None] = {}
        self._bare: dict[str, bool | None] = {}
        self._words_before: dict[str, list[str]] = {}

    def gender(self, mention: Mention) -> bool | None:
        """True feminine, False masculine, None where nothing tells."""
        if mention.feminine is not None or mention.name is None:
            return GENDERED.get(mention.head) if mention.feminine is None else mention.feminine
        if mention.name not in self._known:
            self._known[mention.name] = self._of(mention.name)
        return self._known[mention.name]

    def surname(self, name: Range) -> str:
        """The last word of a name."""
        return self._key[name[0] : name[1]].rsplit(None, 1)[-1]

    def is_another(self, name: Range) -> bool:
        """Whether the name is a place's («North Korea») or whose somebody else is («Brook's brother»)."""
        written = self._key[name[0] : name[1]]
        if written in places() or written.endswith(("'s", "’s")):
            return True
        if " " in written or written in first_names() or self.bears_title(name):
            return False
        return first_names().keys().isdisjoint(self._before(name)) and self._countries.has(written)

    def bears_title(self, name: Range) -> bool:
        """Whether a title stands before its last word anywhere («President Brook»)."""
        return any(word.rstrip(".") in TITLES for word in self._before(name))

    def is_somebody(self, name: Range) -> bool:
        """Whether the text goes on behind a name with "who" or with an age, which only people have."""
        return bool(_SOMEBODY.match(self._key, name[1]))

    def ends_longer(self, name: Range) -> bool:
        """Whether its last word ends a longer name somewhere."""
        return any(word not in CLASSES for word in self._before(name))

    def _before(self, name: Range) -> list[str]:
        """The words before the last word of a name, wherever it stands; read once for each such word."""
        surname = self.surname(name)
        if surname not in self._words_before:
            places = re.finditer(rf" {re.escape(surname)}(?!\w)", self._key)
            found = (_WORD_BEFORE.search(self._key, max(0, at.start() - _LONG), at.start()) for at in places)
            self._words_before[surname] = [word.group() for word in found if word]
        return self._words_before[surname]

    def _of(self, name: Range) -> bool | None:
        words = self._key[name[0] : name[1]].split()
        before = _BEFORE.search(self._key, max(0, name[0] - 20), name[0])
        if before and (title := TITLED.get(before[1])):
            return _GENDERS[title]
        if len(words) > 1 and words[0] in first_names():
            return first_names()[words[0]]
        if not words:
            return None
        if words[-1] not in self._bare:
            self._bare[words[-1]] = self._by_surname(words[-1], len(words) == 1)
        return self._bare[words[-1]]

    def _by_surname(self, surname: str, alone: bool) -> bool | None:
        """By the titles and, for a bare surname, the first names before it anywhere; None when they differ."""
        told: set[bool] = set()
        at = self._key.find(" " + surname)
        while at >= 0:
            if before := _BEFORE.search(self._key, max(0, at - 20), at + 1):
                if title := TITLED.get(before[1]):
                    told.add(_GENDERS[title])
                elif alone and before[1] in first_names():
                    told.add(first_names()[before[1]])
            at = self._key.find(" " + surname, at + 1)
        return told.pop() if len(told) == 1 else None
