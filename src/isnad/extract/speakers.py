"""Who the source of each candidate is, within one document.

Two passes: first the proper names of all sources are collected, then each candidate is resolved: a short name to
the one fuller name that ends or begins with it, a pronoun or a missing source to the speaker who goes on, a
definite description («الهيئة», "the spokesman") to the latest source that the same noun heads.  Nothing is guessed
between two people with one surname: the mention then stands for itself.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, partial

import msgspec
from msgspec.structs import replace

from isnad.extract.base import Candidate, Mention, Range, View
from isnad.extract.countries import Countries
from isnad.extract.described import UNNAMED, Descriptions, Resolved
from isnad.extract.description_words import name_words, points_back
from isnad.extract.namesakes import Namesakes, first_names, gender_of, name_at, sure_names, title_before, titles
from isnad.model.statement import SpeakerType


class _Known(msgspec.Struct, frozen=True, gc=False):
    words: tuple[str, ...]
    name: Range
    type: SpeakerType


_NEAR = 6
"""Sentences before somebody's first words in which the text tells whom it is about."""
_IMPERSONAL = replace(UNNAMED, nameless="impersonal")
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
    levels = [None if parent is None else _speaking(candidates, parents, parent) for parent in parents]
    order = sorted(
        (_depth(i, levels) if parent is not None else 0, candidates[i].cue, i) for i, parent in enumerate(levels)
    )
    for _, _, i in order:
        candidate, parent = candidates[i], levels[i]
        mention, before = candidate.mention, last.get(parent)
        if candidate.carry == "self" and parent is None:
            before = None  # outside every quotation the first person is who writes
        elif mention is None:
            pass
        elif _one_person(mention):
            before = document.person(mention, persons.get(parent) or before)
        elif _no_person(mention):
            before = others.get(parent)
        elif mention.type == "person" and before is not None:
            before = before if document.may_be_person(before) else None
        if before is None and parent is None and _goes_on(candidate):
            before = document.person(mention, document.introduced(candidate.cue[0]))
        own = candidate.carry == "self" and parent is not None
        out[i] = document.resolve(candidate, out[parent] if own and parent is not None else before)
        # An agency that is only named as the origin does not go on speaking («به گزارش X، … وی افزود»), nor does
        # who is named in passing («با اشاره به ادعای X … افزود»).
        aside = candidate.cue_class == "according" and out[i].type in ("agency", "outlet")
        passing = candidate.cue_class == "nominal" and not _relayed(candidates, parents[i])
        if not aside and not own and not passing:
            last[parent] = out[i]
        if not own:
            one = out[i].type == "person" and document.may_be_person(out[i])
            (persons if one else others)[parent] = out[i]
    return [out[i] for i in range(len(candidates))]


def _goes_on(candidate: Candidate) -> bool:
    """Whether the source is one person whom the text has named before: a pronoun, or nothing but the verb."""
    mention = candidate.mention
    if mention is None:
        return candidate.carry == "same" and "answer of an interview" not in candidate.reasons
    return _one_person(mention)


def _speaking(candidates: list[Candidate], parents: list[int | None], parent: int | None) -> int | None:
    """The innermost parent that does more than hand on: «به گزارش X، Y گفت … وی افزود» and «نقلت X عن Y قوله … وأضاف»
    continue Y, not X. A person's account is no such parent: «به گفتهٔ X، Y قول داد … او گفت» continues X."""
    while parent is not None and (_hands_on(candidates[parent]) or _relayed(candidates, parent)):
        parent = parents[parent]
    return parent


def _hands_on(candidate: Candidate) -> bool:
    person = candidate.mention is not None and candidate.mention.type == "person"
    return candidate.cue_class == "according" and not person


def _relayed(candidates: list[Candidate], parent: int | None) -> bool:
    """Whether the statement around is that of an outlet which quotes somebody («نقلت الصحيفة عن …»)."""
    return parent is not None and candidates[parent].cue_class == "relay"


def _one_person(mention: Mention) -> bool:
    """A pronoun for one person («وی»): it passes over ministries and unnamed officials."""
    return mention.refers == "pronoun" and mention.type == "person" and mention.plural is False


def _no_person(mention: Mention) -> bool:
    """A pronoun for an organisation or several people ("it", "they"): it never means the one person who spoke last."""
    return mention.refers == "pronoun" and mention.type in ("organisation", "collective")


def _depth(i: int, parents: list[int | None]) -> int:
    depth = 0
    parent = parents[i]
    while parent is not None and depth < 12:
        depth, parent = depth + 1, parents[parent]
    return depth


class _Document:
    """What the sources of one document tell of each other; looked up by word, so that time stays linear."""

    def __init__(self, view: View, candidates: list[Candidate]) -> None:
        self._key = view.folded.key
        self._folded = view.folded
        self._sentences = view.sentences
        self._language = view.blocks[0].language if view.blocks else ""
        self._namesakes = Namesakes(view.folded)
        self._by_edge: dict[str, list[_Known]] = {}
        self._words = cache(partial(name_words, self._key))  # many sources are asked for several times
        self._descriptions = Descriptions(self._key, self._namesakes, self._words)
        self._countries = Countries(self._key, self._language)
        seen: set[tuple[str, ...]] = set()
        for candidate in candidates:
            mention = candidate.mention
            if mention is None or mention.name is None or mention.refers != "name":
                continue
            self._descriptions.name(mention.name, mention.head)
            words = self._words(mention.name)
            if words and words not in seen:
                seen.add(words)
                for edge in {words[0], words[-1]}:
                    self._by_edge.setdefault(edge, []).append(_Known(words, mention.name, mention.type))

    def person(self, mention: Mention | None, last: Resolved | None) -> Resolved | None:
        """Who spoke before, if a pronoun for one person can mean that: a person, and no man where a woman is meant."""
        if last is None or not self.may_be_person(last):
            return None
        if last.name is None or mention is None or mention.feminine is None:
            return last
        words = self._words(last.name)
        gender = gender_of(title_before(self._key, last.name[0]), words[0] if words else "")
        return None if gender == ("m" if mention.feminine else "f") else last

    def introduced(self, at: int) -> Resolved | None:
        """Whom the nearest sentence before a place that begins with a name is about, where nobody has spoken yet."""
        first = bisect_left(self._sentences, (at, 0))
        for start, _ in reversed(self._sentences[max(0, first - _NEAR) : first]):
            if name := name_at(self._folded, start):
                return Resolved(name, "person", 0.15, ("the person told about just before",))
        return None

    def may_be_person(self, who: Resolved) -> bool:
        """Whether who was read as a person can be one: no word alone that the text uses as a country's, which promises
        things but is not "he"."""
        if who.name is None or who.type != "person" or self._key.find(" ", *who.name) >= 0:
            return True
        words = self._words(who.name)
        if len(words) != 1 or words[0] in first_names() or title_before(self._key, who.name[0]):
            return True
        return bool(self._namesakes.of(words[0])) or not self._countries.has(words[0])

    def resolve(self, candidate: Candidate, last: Resolved | None) -> Resolved:
        """The speaker of one candidate; ``last`` is who spoke before at its level."""
        found = self._one(candidate, candidate.mention, last)
        self._descriptions.note(candidate, found)
        return found

    def _one(self, candidate: Candidate, mention: Mention | None, last: Resolved | None) -> Resolved:
        if candidate.carry == "unknown":
            return _UNKNOWN
        if candidate.carry == "unnamed" and candidate.source is None:
            return _IMPERSONAL
        if candidate.carry == "unnamed" or (mention and mention.refers == "unnamed"):
            again = candidate.source is not None and points_back(self._key, candidate.source)
            return replace(UNNAMED, again=True) if again else UNNAMED
        if mention is None or candidate.carry in ("same", "self") or mention.refers == "pronoun":
            return _carried(last)
        if mention.refers == "description":
            return self._descriptions.meant(candidate, mention, last)
        if mention.name is None:
            return self._descriptions.office(candidate, mention, last)
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
        if mention.feminine is not None and len(people) > 1 and all(gender_of("", first) for first in people):
            wanted = "f" if mention.feminine else "m"
            fitting = [person for first, person in people.items() if gender_of("", first) == wanted]
            if len(fitting) == 1:  # «وأضافت منصور»
                return Resolved(fitting[0].name, "person", 0.05, ("short form of a fuller name",))
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


def _carried(last: Resolved | None) -> Resolved:
    if last is None:
        return Resolved(None, "unnamed", 0.3, ("nobody named before",), "unknown")
    nameless = "unknown" if last.nameless == "impersonal" else last.nameless
    return Resolved(last.name, last.type, 0.05, ("speaker goes on",), nameless, last.name is None)
