"""Polarity and modality of a clause, from its words and from the cue that its statement stands behind."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Literal

import msgspec

from isnad.claim.clauses import Clause
from isnad.claim.events import Event
from isnad.claim.pieces import tokens
from isnad.claim.words import MOOD, Use, phrases_at, reader
from isnad.model import Statement
from isnad.model.value import ValueModality
from isnad.text.fold import fold_key

Polarity = Literal["positive", "negative"]
_NAMES: tuple[tuple[int, ValueModality], ...] = (
    (Use.CONDITIONAL, "conditional"),
    (Use.DENIED, "denied"),
    (Use.ORDERED, "ordered"),
    (Use.PLANNED, "planned"),
    (Use.ALLEGED, "alleged"),
)
_COLOURS = Use.PLANNED | Use.CONDITIONAL | Use.ALLEGED | Use.ORDERED | Use.DENIED
_CARRIED = Use.CONDITIONAL | Use.PLANNED | Use.ORDERED | Use.ALLEGED | Use.DENIED


class Mood(msgspec.Struct, frozen=True, gc=False):
    """How a clause is said: its polarity and modality, and what it hands on to a clause that it introduces."""

    polarity: Polarity
    modality: ValueModality
    carried: int


def cue_modality(statement: Statement) -> ValueModality | None:
    """The modality that a cue gives its content: "denied that", an order, an accusation; None for plain saying.

    A direct quotation is what the speaker asserts, whatever the cue («… ،», denied X).
    """
    if statement.kind == "direct":
        return None
    if statement.cue_class == "order":
        return "ordered"
    use = _cue_use(statement.cue.text, statement.language)
    if use & Use.DENIED:
        return "denied"
    return "alleged" if use & Use.ALLEGED and not use & Use.NEGATIVE else None


@lru_cache(maxsize=4096)
def _cue_use(cue: str, language: str) -> int:
    if language not in ("ar", "fa", "en"):
        return 0
    words = tokens(fold_key(cue))
    found, read = 0, reader(language)
    for at, word in enumerate(words):
        sense, _ = read(word)
        if sense is None:
            continue
        found |= sense.uses
        for phrase in phrases_at(sense, words, at, len(words)):
            found |= phrase.uses
    return found & MOOD


def read_mood(
    clause: Clause,
    event: Event | None,
    language: str,
    cue: ValueModality | None,
    carried: int,
    taken: Collection[int] = (),
) -> Mood:
    """The mood of a clause: the cue decides first, then the words of the clause, then what introduces it.

    Words before the event colour it, or all of them where the verb comes last (`_until`); the nearest
    decides, save that a condition at the head of a clause goes first.  ``taken`` are the words of values («نُه» is 9).
    """
    found = [one for one in clause.moods if one[0] not in taken] if taken else clause.moods
    if not found:
        return Mood("positive", cue or ("actual" if carried & Use.CONDITIONAL else _name(carried)), carried & _CARRIED)
    until = _until(clause, event, language)
    negative = sum(bool(use & Use.NEITHER) for _, use in found) > 1
    mood = 0
    for at, use in found:
        if at >= until:
            break
        if use & Use.RESET:
            negative, mood = False, 0
        # "refused" is no refusal that was not: a word of the event itself denies it only where it is a verb's form.
        if use & Use.NEGATIVE and (event is None or language != "en" or not event.first <= at < event.end):
            negative = True
        own = event is not None and event.first <= at < event.end and not use & Use.PLANNED
        if use & _COLOURS and not mood & Use.CONDITIONAL and not own:
            mood = use
    if not carried & Use.CONDITIONAL:
        mood = mood or carried
    elif mood & Use.PLANNED:
        mood = Use.CONDITIONAL  # "if …, they will": what follows upon a condition is no plan
    return Mood("negative" if negative else "positive", cue or _name(mood), mood & _CARRIED)


def _until(clause: Clause, event: Event | None, language: str) -> int:
    """Where the words end that may colour an event. Behind a noun its verb does ("the meeting did not take place"), but
    not what a comma sets apart ("the talks, planned for an hour, ran to five")."""
    if event is None or language == "fa":
        return clause.end
    if event.voice != "noun":
        return event.end
    signs = (at for at in range(event.end, clause.end) if clause.uses.get(at, 0) & (Use.SOFT | Use.HARD))
    return next(signs, clause.end)


def _name(mood: int) -> ValueModality:
    for use, name in _NAMES:
        if mood & use:
            return name
    return "actual"
