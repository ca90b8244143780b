"""Who the source of each candidate is, within one document.

Two passes: first the proper names of all sources are collected, then each candidate is resolved: a short name to
the one fuller name that ends or begins with it, a pronoun or a missing source to the speaker who goes on, a
definite description («الهيئة», "the spokesman") to the latest source that the same noun heads.  Nothing is guessed
between two people with one surname: the mention then stands for itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from functools import cache, partial

import msgspec
from msgspec.structs import replace

from isnad.extract.base import Candidate, Mention, Range, View
from isnad.extract.descriptions import name_words, nameless, pointers
from isnad.extract.namesakes import Namesakes, first_names, gender_of, sure_names, title_before, titles
from isnad.model.statement import Nameless, SpeakerType


class Resolved(msgspec.Struct, frozen=True, gc=False):
    """A candidate's speaker: the range to show as name (None when nameless), its type, doubt and reasons."""

    name: Range | None
    type: SpeakerType
    doubt: float
    reasons: tuple[str, ...]
    nameless: Nameless = ""


class _Known(msgspec.Struct, frozen=True, gc=False):
    words: tuple[str, ...]
    name: Range
    type: SpeakerType


_Earlier = tuple[Range, Resolved]
_LOOK_BACK = 24
"""Earlier sources of one noun that a description is held against, the nearest."""
_ASIDE = re.compile(r"[,;:(]| (?:who|which|that|كه|الذي|التي) ")
_UNNAMED = Resolved(None, "unnamed", 0.0, ("unnamed source",), "unnamed")
_IMPERSONAL = replace(_UNNAMED, nameless="impersonal")
_UNKNOWN = Resolved(None, "unnamed", 0.0, ("not known who is meant",), "unknown")


def resolve(view: View, candidates: list[Candidate], parents: list[int | None]) -> list[Resolved]:
    """The speaker of each candidate, in the same order. ``parents`` are the candidates' parents.

    A speaker goes on at one level: «وأضاف» after a quotation continues who was quoted, not who spoke inside the
    quotation; inside, the quoted speaker is meant by the first person («قلت», "I think"), never by the third
    («قال» in a story he tells).
    """
    document = _Document(view, candidates)
    out: dict[int, Resolved] = {}
    last: dict[int | None, Resolved] = {}
    persons: dict[int | None, Resolved] = {}
    others: dict[int | None, Resolved] = {}
    levels = [_speaking(candidates, parents, parent) for parent in parents]
    for i in sorted(range(len(candidates)), key=lambda i: (_depth(i, levels), candidates[i].cue)):
        candidate, parent = candidates[i], levels[i]
        before = last.get(parent)
        if candidate.carry == "self" and parent is None:
            before = None  # outside every quotation the first person is who writes
        elif _one_person(candidate.mention):
            before = persons.get(parent) or before
        elif _no_person(candidate.mention):
            before = others.get(parent)
        own = candidate.carry == "self" and parent is not None
        out[i] = document.resolve(candidate, out[parent] if own and parent is not None else before)
        # An agency that is only named as the origin does not go on speaking («به گزارش X، … وی افزود»), nor does
        # who is named in passing («با اشاره به ادعای X … افزود»).
        aside = candidate.cue_class == "according" and out[i].type in ("agency", "outlet")
        if not aside and not own and candidate.cue_class != "nominal":
            last[parent] = out[i]
        if not own:
            (persons if out[i].type == "person" else others)[parent] = out[i]
    return [out[i] for i in range(len(candidates))]


def _speaking(candidates: list[Candidate], parents: list[int | None], parent: int | None) -> int | None:
    """The innermost parent that is no mere "according to": «به گزارش X، Y گفت … وی افزود» continues Y, not X."""
    while parent is not None and candidates[parent].cue_class == "according":
        parent = parents[parent]
    return parent


def _one_person(mention: Mention | None) -> bool:
    """A pronoun for one person («وی»): it passes over ministries and unnamed officials."""
    return mention is not None and mention.refers == "pronoun" and mention.type == "person" and mention.plural is False


def _no_person(mention: Mention | None) -> bool:
    """A pronoun for an organisation or several people ("it", "they"): it never means the one person who spoke last."""
    return mention is not None and mention.refers == "pronoun" and mention.type in ("organisation", "collective")


def _depth(i: int, parents: list[int | None]) -> int:
    depth = 0
    parent = parents[i]
    while parent is not None and depth < 12:
        depth, parent = depth + 1, parents[parent]
    return depth


class _Document:
    """What the sources of one document tell of each other; looked up by word, so that time stays linear."""

    def __init__(self, view: View, candidates: list[Candidate]) -> None:
        key = self._key = view.folded.key
        self._language = view.blocks[0].language if view.blocks else ""
        self._namesakes = Namesakes(view.folded)
        self._by_edge: dict[str, list[_Known]] = {}
        self._by_head: dict[str, list[_Earlier]] = {}
        self._heads: dict[Range, str] = {}
        self._descriptions: dict[Range, str] = {}
        self._words = cache(partial(name_words, key))  # many sources are asked for several times
        seen: set[tuple[str, ...]] = set()
        for candidate in candidates:
            mention = candidate.mention
            if mention is None or mention.name is None or mention.refers != "name":
                continue
            self._heads[mention.name] = mention.head
            words = self._words(mention.name)
            if words and words not in seen:
                seen.add(words)
                for edge in {words[0], words[-1]}:
                    self._by_edge.setdefault(edge, []).append(_Known(words, mention.name, mention.type))

    def resolve(self, candidate: Candidate, last: Resolved | None) -> Resolved:
        """The speaker of one candidate; ``last`` is who spoke before at its level."""
        mention = candidate.mention
        found = self._one(candidate, mention, last)
        if found.name and mention and mention.head:
            self._heads.setdefault(found.name, mention.head)
        if candidate.source and mention and mention.head:
            insort(self._by_head.setdefault(mention.head, []), (candidate.source, found), key=_place)
        return found

    def _one(self, candidate: Candidate, mention: Mention | None, last: Resolved | None) -> Resolved:
        if candidate.carry == "unknown":
            return _UNKNOWN
        if candidate.carry == "unnamed" and candidate.source is None:
            return _IMPERSONAL
        if candidate.carry == "unnamed" or (mention and mention.refers == "unnamed"):
            return _UNNAMED
        if mention is None or candidate.carry in ("same", "self") or mention.refers == "pronoun":
            return _carried(last)
        if mention.refers == "description":
            return self._described(candidate, mention, last)
        if mention.name is None:
            return Resolved(candidate.source, mention.type, 0.0, ())
        return self._named(mention, mention.name)

    def _one_of(self, mention: Mention, name: Range, surname: str) -> Resolved | None:
        """Whom a surname means by its title, first names and gender; None when the text tells nothing against it."""
        namesakes = self._namesakes.of(surname)
        if not namesakes:
            return None
        title = title_before(self._key, name[0])
        people = {person.first: person for person in reversed(namesakes)}
        bearing = {
            person.first: person
            for person in namesakes
            if title in titles().classes and titles().classes.get(person.title) == titles().classes[title]
        }
        if len(bearing) == 1:
            (person,) = bearing.values()
            return Resolved(person.name, "person", 0.05, ("bears the same title",))
        own = Resolved(name, mention.type, 0.1, ("several people have this name",))
        if title:
            people = {first: p for first, p in people.items() if self._can_be(title, surname, first)}
            if not people:
                return replace(own, reasons=("nobody of this name has this title",))
            if len(people) == 1:
                (person,) = people.values()
                return Resolved(person.name, "person", 0.05, ("short form of a fuller name",))
        return own if len(people) > 1 else None

    def _can_be(self, title: str, surname: str, first: str) -> bool:
        """Whether who has this first name can have this title: no other rank, no other gender."""
        borne = {person.title for person in self._namesakes.of(surname) if person.first == first and person.title}
        gender = titles().genders.get(title, "")
        if gender and gender_of("", first) not in ("", gender):
            return False
        return all(titles().agree(title, other) for other in borne)

    def _named(self, mention: Mention, name: Range) -> Resolved:
        words = self._words(name)
        size = len(words)
        fuller = [
            k
            for edge in dict.fromkeys((words[0], words[-1]) if words else ())
            for k in self._by_edge.get(edge, ())
            if len(k.words) > size and (k.words[-size:] == words or k.words[:size] == words)
        ]
        if size == 1 and mention.type == "person" and (meant := self._one_of(mention, name, words[0])):
            return meant
        if mention.type == "organisation":
            # «وزارت خارجه» is not «وزارت خارجه اردن», nor the Foreign Ministry the Jordanian Foreign Ministry: a body
            # with another word is another body. One word alone («الخارجية») is short for what it ends.
            fuller = [k for k in fuller if size == 1 and k.words[-1:] == words]
        # Several forms of one person («محمد العاصمي», «محمد عبدالرحيم العاصمي») are no ambiguity: first names agree.
        if fuller and len({k.words[0] for k in fuller}) == 1:
            best = max(fuller, key=lambda k: len(k.words))
            return Resolved(best.name, best.type, 0.0, ("short form of a fuller name",))
        if fuller:
            return Resolved(name, mention.type, 0.1, ("several people have this name",))
        whole = self._whole(name, words[0]) if size == 1 and mention.type == "person" else None
        return Resolved(whole or name, mention.type, 0.0, ("short form of a fuller name",) if whole else ())

    def _whole(self, name: Range, word: str) -> Range | None:
        """The only full name in the text that one word is short for: a family name, or a first name with a title."""
        people = {person.first: person.name for person in reversed(self._namesakes.of(word))}
        if people:
            first, whole = next(iter(people.items()))
            sure = first in sure_names(self._language) and not self._namesakes.is_on(whole)
            return whole if len(people) == 1 and sure else None
        titled = self._language and word in first_names() and title_before(self._key, name[0])
        return self._namesakes.called(word) if titled else None

    def _described(self, candidate: Candidate, mention: Mention, last: Resolved | None) -> Resolved:
        phrase = mention.phrase or candidate.source
        traits = self._traits(phrase, mention)
        person = mention.type == "person"
        found = self._earlier(candidate, mention, traits)
        if found and (person or len({who.name for _, who in found}) == 1 or traits == found[0][0]):
            who = found[0][1]
            if who.name is None:
                return replace(_UNNAMED, doubt=0.05, reasons=("same noun as an unnamed source",))
            return replace(who, doubt=0.05, reasons=("same noun as an earlier source",))
        if not found and last and last.name is not None and last.type == mention.type:
            words = self._telling(last.name)
            if self._may_be(mention, last.name, phrase) and (person or not traits or traits <= words):
                return replace(last, doubt=0.15, reasons=("description of the last speaker",))
        if person and not traits and _bare(mention.head) in nameless():
            return replace(_UNNAMED, doubt=0.1, reasons=("description of nobody named",))
        if phrase:
            self._descriptions[phrase] = _bare(mention.head)
        return Resolved(phrase, mention.type, 0.1, ("description without a name",))

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
        """Whether a description can mean who has the name: a union is no ministry; a person has many nouns, but the
        president is no judge."""
        if mention.type == "person":
            nouns = {self._descriptions.get(name) or _bare(mention.head), _bare(mention.head)}
            if len(nouns) == 2:  # the patient is not the doctor, but may be this man, or the colonel
                pointed = phrase is not None and self._key[slice(*phrase)].split(" ", 1)[0] in pointers()
                return pointed or not nouns.isdisjoint(nameless() | titles().genders.keys())
            return titles().agree(title_before(self._key, name[0]), _bare(mention.head))
        return self._heads.get(name) in (None, "", mention.head)


def _bare(word: str) -> str:
    return word.removeprefix("ال") if len(word) > 4 else word


def _place(entry: _Earlier) -> int:
    return entry[0][0]


def _carried(last: Resolved | None) -> Resolved:
    if last is None:
        return Resolved(None, "unnamed", 0.3, ("nobody named before",), "unknown")
    nameless = "unknown" if last.nameless == "impersonal" else last.nameless
    return Resolved(last.name, last.type, 0.05, ("speaker goes on",), nameless)
