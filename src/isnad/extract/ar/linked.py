"""Where what is said of an object is linked to it: «وصف المدير النتائج بأنها …», «نسب السبب إلى …»."""

from __future__ import annotations

import re

from isnad.extract.ar.words import GIVEN, INSIDE, NATIVE

LINK = re.compile(r"\bب(?:(?:ان(?:ه|ها|هم|هما)?|ال\w+|\w{3,})\b|(?= ?[«»\"]))|\bالي\b")
_BLAME = re.compile(r" (?:ال|كامل ال)?مسووليه ")


def _surname(key: str, start: int, match: re.Match[str]) -> bool:
    """Whether a word with ب stands right behind a first name («جميل بلقاسم»)."""
    before = key[start : match.start()].split()[-1:]
    return not GIVEN.isdisjoint(before) and not match.group().startswith("بال")


def predicate_start(key: str, start: int, stop: int, takes: frozenset[str]) -> int | None:
    """Where the predicate of an object begins in ``key[start:stop]`` («بأنه …», «إلى …»), None where none does;
    ``takes`` are the letters that the verb governs."""
    if "مسؤولية" in takes:
        blame = _BLAME.search(key, start, stop)
        return blame.start() + 1 if blame else None
    plain: int | None = None  # «وصف المدرب الخسارة بالقاسية»: if no «بأنها» follows
    for match in LINK.finditer(key, start, stop):
        word = match.group()
        if word == "الي":
            if "إلى" in takes:
                return match.start()
        elif (
            word == "ب"
            or (word.startswith("بان") and len(word) <= 6)
            or ("ب" in takes and word not in INSIDE | NATIVE and not _surname(key, start, match))
        ):
            return match.start()
        elif plain is None and word.startswith("بال") and word not in INSIDE | NATIVE:
            plain = match.start()
    return plain
