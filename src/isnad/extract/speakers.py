"""Who the source of each candidate is, within one document.

Two passes: first the proper names of all sources are collected, then each candidate is resolved: a short name to
the one fuller name that ends or begins with it, a pronoun or a missing source to the speaker who goes on, a
definite description («الهيئة», "the spokesman") to the latest source that the same noun heads.  Nothing is guessed
between two people with one surname: the mention then stands for itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import NamedTuple

from isnad.extract.base import Candidate, Mention, Range, View
from isnad.model.statement import SpeakerType


class Resolved(NamedTuple):
    """A candidate's speaker: the range to show as name (None when unnamed), its type, doubt and reasons."""

    name: Range | None
    type: SpeakerType
    doubt: float
    reasons: tuple[str, ...]


class _Known(NamedTuple):
    words: tuple[str, ...]
    name: Range
    type: SpeakerType


_NO_WORD = re.compile(r"[^\w ']|_")
_UNNAMED = Resolved(None, "unnamed", 0.0, ("unnamed source",))


def name_words(key: str, name: Range) -> tuple[str, ...]:
    """The words of a name in the key, without quotation marks and the Arabic article."""
    words = _NO_WORD.sub(" ", key[name[0] : name[1]]).split()
    return tuple([word.removeprefix("ال") if len(word) > 4 else word for word in words])


def resolve(view: View, candidates: list[Candidate], parents: list[int | None]) -> list[Resolved]:
    """The speaker of each candidate, in the same order. ``parents`` are the candidates' parents.

    A speaker goes on at one level: «وأضاف» after a quotation continues who was quoted, not who spoke inside the
    quotation; inside, the quoted speaker is meant by the first person («قلت», "I think"), never by the third
    («قال» in a story he tells).
    """
    document = _Document(view.folded.key, candidates)
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

    def __init__(self, key: str, candidates: list[Candidate]) -> None:
        self._key = key
        self._by_edge: dict[str, list[_Known]] = {}
        self._by_head: dict[str, list[tuple[int, Resolved]]] = {}
        self._heads: dict[Range, str] = {}
        seen: set[tuple[str, ...]] = set()
        for candidate in candidates:
            mention = candidate.mention
            if mention is None or mention.name is None or mention.refers != "name":
                continue
            self._heads[mention.name] = mention.head
            words = name_words(key, mention.name)
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
            insort(self._by_head.setdefault(mention.head, []), (candidate.source[0], found), key=_place)
        return found

    def _one(self, candidate: Candidate, mention: Mention | None, last: Resolved | None) -> Resolved:
        if candidate.carry == "unnamed" or (mention and mention.refers == "unnamed"):
            return _UNNAMED
        if mention is None or candidate.carry in ("same", "self") or mention.refers == "pronoun":
            return _carried(last)
        if mention.refers == "description":
            return self._described(candidate, mention, last)
        if mention.name is None:
            return Resolved(candidate.source, mention.type, 0.0, ())
        return self._named(mention, mention.name)

    def _named(self, mention: Mention, name: Range) -> Resolved:
        words = name_words(self._key, name)
        size = len(words)
        fuller = [
            k
            for edge in dict.fromkeys((words[0], words[-1]) if words else ())
            for k in self._by_edge.get(edge, ())
            if len(k.words) > size and (k.words[-size:] == words or k.words[:size] == words)
        ]
        # Several forms of one person («محمد العاصمي», «محمد عبدالرحيم العاصمي») are no ambiguity: first names agree.
        if fuller and len({k.words[0] for k in fuller}) == 1:
            best = max(fuller, key=lambda k: len(k.words))
            return Resolved(best.name, best.type, 0.0, ("short form of a fuller name",))
        if fuller:
            return Resolved(name, mention.type, 0.1, ("several people have this name",))
        return Resolved(name, mention.type, 0.0, ())

    def _described(self, candidate: Candidate, mention: Mention, last: Resolved | None) -> Resolved:
        earlier = self._by_head.get(mention.head, []) if mention.head else []
        for i in range(bisect_left(earlier, candidate.cue[0], key=_place) - 1, -1, -1):
            if earlier[i][1].name is not None:
                return earlier[i][1]._replace(doubt=0.05, reasons=("same noun as an earlier source",))
        if last and last.name is not None and last.type == mention.type and self._may_be(mention, last.name):
            return last._replace(doubt=0.15, reasons=("description of the last speaker",))
        return Resolved(candidate.source, mention.type, 0.1, ("description without a name",))

    def _may_be(self, mention: Mention, name: Range) -> bool:
        """Whether a description can mean who has the name: a union is no ministry, but a person has many nouns."""
        return mention.type == "person" or self._heads.get(name) in (None, "", mention.head)


def _place(entry: tuple[int, Resolved]) -> int:
    return entry[0]


def _carried(last: Resolved | None) -> Resolved:
    if last is None:
        return Resolved(None, "unnamed", 0.3, ("nobody named before",))
    return last._replace(doubt=0.05, reasons=("speaker goes on",))
