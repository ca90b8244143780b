"""Who the source of each candidate is, within one document.

Two passes: first the proper names of all sources are collected, then each candidate is resolved: a short name to
the one fuller name that ends or begins with it, a pronoun or a missing source to the speaker who goes on, a
definite description («الهيئة», "the spokesman") to the latest source that the same noun heads.  Nothing is guessed
between two people with one surname: the mention then stands for itself.
"""

from __future__ import annotations

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
    at: int


_UNNAMED = Resolved(None, "unnamed", 0.0, ("unnamed source",))


def name_words(key: str, name: Range) -> tuple[str, ...]:
    """The words of a name in the key, without quotation marks and the Arabic article."""
    cleaned = "".join(char if char.isalnum() or char in " '" else " " for char in key[name[0] : name[1]])
    return tuple(word.removeprefix("ال") if len(word) > 4 else word for word in cleaned.split())


def resolve(view: View, candidates: list[Candidate]) -> list[Resolved]:
    """The speaker of each candidate, in the same order."""
    known = _collect(view.folded.key, candidates)
    out: list[Resolved] = []
    last: Resolved | None = None
    history: list[tuple[Mention, Range, Resolved]] = []
    for candidate in candidates:
        found = _one(view.folded.key, candidate, known, last, history)
        out.append(found)
        if candidate.source and candidate.mention:
            history.append((candidate.mention, candidate.source, found))
        if candidate.level == 0 or candidate.source is not None:
            last = found
    return out


def _collect(key: str, candidates: list[Candidate]) -> list[_Known]:
    known: dict[tuple[str, ...], _Known] = {}
    for candidate in candidates:
        mention = candidate.mention
        if mention and mention.name and mention.refers == "name":
            words = name_words(key, mention.name)
            if words and words not in known:
                known[words] = _Known(words, mention.name, mention.type, mention.name[0])
    return list(known.values())


def _one(
    key: str,
    candidate: Candidate,
    known: list[_Known],
    last: Resolved | None,
    history: list[tuple[Mention, Range, Resolved]],
) -> Resolved:
    mention = candidate.mention
    if candidate.carry == "unnamed" or (mention and mention.refers == "unnamed"):
        return _UNNAMED
    if mention is None or candidate.carry == "same" or mention.refers == "pronoun":
        return _carried(last)
    if mention.refers == "description":
        return _described(candidate, mention, last, history)
    if mention.name is None:
        return Resolved(candidate.source, mention.type, 0.0, ())
    return _named(key, mention, mention.name, known)


def _carried(last: Resolved | None) -> Resolved:
    if last is None:
        return Resolved(None, "unnamed", 0.3, ("nobody named before",))
    return last._replace(doubt=0.05, reasons=("speaker goes on",))


def _named(key: str, mention: Mention, name: Range, known: list[_Known]) -> Resolved:
    words = name_words(key, name)
    fuller = [
        k
        for k in known
        if len(k.words) > len(words) and (k.words[-len(words) :] == words or k.words[: len(words)] == words)
    ]
    # Several forms of one person («محمد العاصمي», «محمد عبدالرحيم العاصمي») are no ambiguity: first names agree.
    if fuller and len({k.words[0] for k in fuller}) == 1:
        best = max(fuller, key=lambda k: len(k.words))
        return Resolved(best.name, best.type, 0.0, ("short form of a fuller name",))
    if fuller:
        return Resolved(name, mention.type, 0.1, ("several people have this name",))
    return Resolved(name, mention.type, 0.0, ())


def _described(
    candidate: Candidate, mention: Mention, last: Resolved | None, history: list[tuple[Mention, Range, Resolved]]
) -> Resolved:
    for earlier, _, resolved in reversed(history):
        if mention.head and earlier.head == mention.head and resolved.name is not None:
            return resolved._replace(doubt=0.05, reasons=("same noun as an earlier source",))
    if last and last.name is not None and last.type == mention.type:
        return last._replace(doubt=0.15, reasons=("description of the last speaker",))
    return Resolved(candidate.source, mention.type, 0.1, ("description without a name",))
