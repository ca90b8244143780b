"""Where a source phrase ends when what follows a comma in it is no apposition."""

from __future__ import annotations

import re

from isnad.extract.ar.prepositions import RELATIVE
from isnad.extract.ar.words import COMMA, GIVEN, NOT_SUBJECT, TOKEN, definite, known

OBLIQUE = re.compile(r"^(?:لل|ال)\w{3,}ين$")
AGE = r"\d{1,3} (?:عاما|سنه|ربيعا|سنوات|اعوام)\b"


_AGED = re.compile(AGE)  # «قالت سلمى الدوري، 25 عاماً، إن»


def apposed_end(key: str, start: int, end: int) -> int:
    """Where the phrase ends when what follows a comma in it is no apposition."""
    at = start
    while comma := COMMA.search(key, at, end):
        at = comma.end()
        word = TOKEN.search(key, at, end)
        if word is None:
            return comma.start()
        text = word.group()
        if text in ("وهو", "وهي", "وهم"):
            continue
        if text in NOT_SUBJECT and not RELATIVE.match(text):
            return comma.start()
        if text[0].isdigit() and _AGED.match(key, word.start(), end):
            continue
        if text.startswith("وال") and definite(text) and key.find(" وال", start, comma.start()) > 0:
            continue  # «الأمانة والمرور والشرطة، والطوارئ»
        noun = known(text) or known(text.removeprefix("و")) or RELATIVE.match(text) or text in GIVEN
        if not noun and not _name_between(key, comma.end(), end) and not _set_apart(key, comma.end(), end):
            return comma.start()
        if OBLIQUE.match(text):
            return comma.start()
    return end


def _set_apart(key: str, start: int, end: int) -> bool:
    """An adjective with its complements, closed by a comma («حزب البحر، المعارض للحكومة، أن»)."""
    closed = key[end : end + 2].lstrip()[:1] in (",", ";")
    rest = key[start:end].strip()
    first = rest.split(" ", 1)[0]
    return closed and len(rest) < 70 and "," not in rest and first.startswith("ال") and not OBLIQUE.match(first)


_BETWEEN = re.compile(r" ?\w{3,}(?: \w{3,}){1,3} ?(?:,|$)")


def _name_between(key: str, start: int, end: int) -> bool:
    """A name set between commas («المتحدث باسم الوزارة، تيم الحموي، عن …»)."""
    match = _BETWEEN.match(key, start, end)
    if match is None:
        return False
    words = match.group().replace(",", " ").split()
    return not any(w in NOT_SUBJECT or w.startswith(("لل", "بال", "وال")) or known(w) for w in words)
