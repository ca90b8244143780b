"""Descriptions of speakers («الهيئة», "the spokesman", «وأضاف رئيس اللجنة»): whom of the document they mean."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from isnad.extract.base import Candidate, Mention, Range
from isnad.extract.description_words import continuing, name_words, nameless, pointers
from isnad.extract.namesakes import Namesakes, Person, gender_of, title_before, titles
from isnad.model.statement import Nameless, SpeakerType


class Resolved(msgspec.Struct, frozen=True, gc=False):
    """A candidate's speaker: the range to show as name (None when nameless), its type, doubt and reasons; ``again``
    says that it is the unnamed source before."""

    name: Range | None
    type: SpeakerType
    doubt: float
    reasons: tuple[str, ...]
    nameless: Nameless = ""
    again: bool = False


_Earlier = tuple[Range, Resolved]
_LOOK_BACK = 24  # the nearest earlier sources, against which a description is held
_ASIDE = re.compile(r"[,;:(]| (?:who|which|that|كه|الذي|التي) ")
UNNAMED = Resolved(None, "unnamed", 0.0, ("unnamed source",), "unnamed")
"""Somebody whose name the report withholds."""


class Descriptions:
    """What the sources of one document tell of the nouns and offices in others.

    Every name is told first (`name`), then every candidate with its speaker, in the order in which they are resolved
    (`note`), so that `meant` and `office` know the sources before the one that is asked for.
    """

    def __init__(self, key: str, namesakes: Namesakes, words: Callable[[Range], tuple[str, ...]]) -> None:
        self._key = key
        self._namesakes = namesakes
        self._words = words
        self._by_head: dict[str, list[_Earlier]] = {}
        self._heads: dict[Range, str] = {}
        self._people: list[_Earlier] = []
        self._nouns: dict[Range, str] = {}

    def name(self, name: Range, head: str) -> None:
        """Tell that a source of this name has this noun."""
        self._heads[name] = head

    def note(self, candidate: Candidate, found: Resolved) -> None:
        """Tell who the speaker of a candidate is."""
        mention = candidate.mention
        if mention is None or not mention.head:
            return
        if found.name:
            self._heads.setdefault(found.name, mention.head)
        if candidate.source:
            insort(self._by_head.setdefault(mention.head, []), (candidate.source, found), key=_place)
            if found.name and found.type == "person" and mention.name:
                insort(self._people, (candidate.source, found), key=_place)

    def office(self, candidate: Candidate, mention: Mention, last: Resolved | None) -> Resolved:
        """Whom an office without a name means («مرشد السفن» after «سالم الدوري، مرشد السفن المتقاعد»): the last named
        person in whose own phrase every word of it stands, or who spoke last if the verb says that he goes on."""
        own = Resolved(candidate.source, mention.type, 0.0, ())
        if mention.type != "person" or candidate.source is None:
            return own
        stop = _ASIDE.search(self._key, *candidate.source)
        words = set(self._words((candidate.source[0], stop.start() if stop else candidate.source[1])))
        behind = bisect_left(self._people, candidate.cue[0], key=_place)
        for source, who in reversed(self._people[max(0, behind - _LOOK_BACK) : behind]):
            if len(words) > 1 and words <= set(self._words(source)):
                return replace(who, doubt=0.05, reasons=("same office as an earlier source",))
        if last and last.name and last.type == "person" and self._goes_on(candidate, mention, last.name):
            return replace(last, doubt=0.15, reasons=("description of the last speaker",))
        return own

    def _goes_on(self, candidate: Candidate, mention: Mention, name: Range) -> bool:
        """Whether the verb says that somebody goes on («وأضاف», "added") who can have this office."""
        verb = self._key[slice(*candidate.cue)].removeprefix("و")
        if verb not in continuing():
            return False
        words = self._words(name)
        head = self._heads.get(name, "")
        gender = gender_of("", words[0]) if words else ""
        same = mention.feminine is None or gender == "" or mention.feminine == (gender == "f")
        return same and (not head or head in words or _bare(head) in words)

    def meant(self, candidate: Candidate, mention: Mention, last: Resolved | None) -> Resolved:
        phrase = mention.phrase or candidate.source
        traits = self._traits(phrase, mention)
        person = mention.type == "person"
        found = self._earlier(candidate, mention, traits)
        bearers = [] if traits else self._namesakes.bearers(_bare(mention.head), candidate.cue[0])
        who = found[0][1] if found else last
        if person and not found and not bearers and (holder := self._appositive(candidate, mention, traits)):
            return replace(holder, doubt=0.1, reasons=("same office as an earlier source",))
        if bearers and not (who and (self._is_one(who, bearers[-1]) or (found and who.name is None))):
            alone = not found and len(bearers) == 1
            reason = "bears this title" if alone else "several people have this title"
            return Resolved(bearers[0].name if alone else phrase, "person", 0.1, (reason,))
        if found and (person or len({who.name for _, who in found}) == 1 or traits == found[0][0]):
            who = found[0][1]
            reason = "same noun as an earlier source" if who.name else "same noun as an unnamed source"
            return replace(who, doubt=0.05, reasons=(reason,), again=who.name is None)
        if not found and last and last.name is not None and last.type == mention.type:
            told = person or not traits or traits <= self._telling(last.name)
            if told and self._may_be(mention, last.name, phrase):
                return replace(last, doubt=0.15, reasons=("description of the last speaker",))
        if person and not traits and _bare(mention.head) in nameless():
            return replace(UNNAMED, doubt=0.1, reasons=("description of nobody named",))
        if phrase:
            self._nouns[phrase] = _bare(mention.head)
        return Resolved(phrase, mention.type, 0.1, ("description without a name",))

    def _appositive(self, candidate: Candidate, mention: Mention, traits: frozenset[str]) -> Resolved | None:
        """The one person behind whose name the noun opens an apposition («سالم الدوري، مرشد السفن» … «المرشد»)."""
        if not mention.head:
            return None
        noun = re.compile(rf", ?(?:ال|the |an? )?{re.escape(_bare(mention.head))}(?!\w)")
        behind = bisect_left(self._people, candidate.cue[0], key=_place)
        holders = {
            who.name: who
            for source, who in self._people[max(0, behind - _LOOK_BACK) : behind]
            if noun.search(self._key, *source) and traits <= self._telling(source)
        }
        return holders.popitem()[1] if len(holders) == 1 else None

    def _is_one(self, who: Resolved, bearer: Person) -> bool:
        """Whether a speaker has a name of somebody who bears a title."""
        return who.name is not None and not set(self._words(who.name)).isdisjoint(self._words(bearer.name))

    def _earlier(
        self, candidate: Candidate, mention: Mention, traits: frozenset[str]
    ) -> list[tuple[frozenset[str], Resolved]]:
        """Earlier sources of the same noun that a description with these traits can mean: those of the very same
        words first, then the nearest. "The Aleppo court" has a word that "the Damascus court" has not."""
        known = self._by_head.get(mention.head, []) if mention.head else []
        behind = bisect_left(known, candidate.cue[0], key=_place)
        found = []
        for source, who in reversed(known[max(0, behind - _LOOK_BACK) : behind]):
            words = self._telling(source, mention.head)
            words = words | self._telling(who.name) if who.name else words
            if traits <= words and (who.name is not None or who.type == "unnamed"):
                found.append((words, who))
        if mention.type != "person":
            found.sort(key=lambda one: one[0] != traits)
        return found

    def _traits(self, source: Range | None, mention: Mention) -> frozenset[str]:
        """What a description says beyond its noun and what points: «اردن» in «آن وزارت خارجه اردن»."""
        if source is None:
            return frozenset()
        stop = _ASIDE.search(self._key, *source)
        return self._telling((source[0], stop.start() if stop else source[1]), mention.head)

    def _telling(self, where: Range, head: str = "") -> frozenset[str]:
        """The words of a phrase without its noun and what only points."""
        return frozenset(self._words(where)) - pointers() - frozenset(name_words(head, (0, len(head))))

    def _may_be(self, mention: Mention, name: Range, phrase: Range | None) -> bool:
        """Whether a description can mean who has the name: a union is no ministry, the president is no judge."""
        if mention.type == "person":
            nouns = {self._nouns.get(name) or _bare(mention.head), _bare(mention.head)}
            if len(nouns) == 2:  # the patient is not the doctor, but may be this man, or the colonel
                pointed = phrase is not None and self._key[slice(*phrase)].split(" ", 1)[0] in pointers()
                return pointed or not nouns.isdisjoint(nameless() | titles().genders.keys())
            return titles().agree(title_before(self._key, name[0]), _bare(mention.head))
        return self._heads.get(name) in (None, "", mention.head)


def _bare(word: str) -> str:
    return word.removeprefix("ال") if len(word) > 4 else word


def _place(entry: _Earlier) -> int:
    return entry[0][0]
