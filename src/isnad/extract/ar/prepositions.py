"""Prepositions inside a source phrase: those a word of it governs, and the name علي, which the key spells like على."""

from __future__ import annotations

import re

from isnad.extract.ar.words import GIVEN, STOP, TITLES, definite, governs, known

RELATIVE = re.compile(r"\b(?:الذي|التي|الذين|اللذان|اللتان|والذي|والتي)\b")


_FAMILY = re.compile(r"علي (?:بن |(\w+))")


def called_ali(key: str, start: int, end: int) -> bool:
    """Whether the word that begins the phrase is the name علي, which the key spells like the preposition على: a
    first name, «بن» or a surname in ي follows («قال علي الحمدي إن»)."""
    match = _FAMILY.match(key, start, end) if key.startswith("علي ", start) else None
    if match is None or (match[1] and STOP.match(key, start, end)):
        return False
    family = match[1]
    if not family or family in GIVEN:
        return True
    return definite(family) and family.endswith("ي") and known(family) is None and len(family) > 5


_PREPOSITION = re.compile(r" (?:علي|الي|عن)(?= )")


def cut_at_preposition(key: str, start: int, end: int) -> int:
    """Cut the phrase at a preposition that no word of it governs («اشترطت الإدارة على الأعضاء …»)."""
    for match in _PREPOSITION.finditer(key, start, end):
        word = key[
            max(
                start, key.rfind(" ", start, match.start()) + 1, key.rfind(",", start, match.start()) + 1
            ) : match.start()
        ]
        if not word:
            continue
        if RELATIVE.search(key, start, match.start()):
            return end  # «المدرب …، الذي يشرف على الفريق»: the verb of its relative clause governs it
        preposition = match.group().split()[-1]
        if (
            governs(word, preposition)
            or _of_office(key, start, match.start(), word, preposition)
            or (definite(word) and not word.endswith(("ي", "يه")))
        ):
            continue
        if match.group().endswith("علي") and (
            word in BEFORE_NAME or word in TITLES or _first_name(key, match.end(), end)
        ):
            continue
        return match.start()
    return end


def _of_office(key: str, start: int, at: int, word: str, preposition: str) -> bool:
    """Whether the noun before an adjective governs the preposition («المبعوث الدولي إلى البلاد»)."""
    before = key[start : at - len(word)].split()[-1:]
    return bool(before) and definite(word) and word.endswith(("ي", "يه")) and governs(before[0], preposition)


BEFORE_NAME = frozenset(("بن", "بنت", "ابو", "ام"))
_NAME_ON = re.compile(r" (?!ال)(\w+)(?: (?:\w+))?[ ,]*$")


def _first_name(key: str, at: int, end: int) -> bool:
    """Whether «علي» before ``at`` is the name, not the preposition: a name follows and ends the phrase."""
    if key.startswith(" بن ", at):
        return True
    if called_ali(key, at - 3, end):
        return True
    follows = _NAME_ON.match(key, at, end)
    return (
        follows is not None and (follows[1] in GIVEN or key[:end].rstrip(" ,").endswith("ي")) and not known(follows[1])
    )
