"""How a stretch of a text between two spaces is cut into words: in one way for values and claims, in another for names.

A word of a value or a claim is letters or digits in a row, or any other sign alone.  A word of a name is letters and
digits together, and no sign is one; in English "O'Hara" and "u.s." are one word.
"""

from __future__ import annotations

import re

Range = tuple[int, int]

# Letters by their ranges: other scripts fall apart, which harms no value.
_LETTERS = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0620-\u064a\u0671-\u06d3\u06d5]+"
_WORD = re.compile(rf"{_LETTERS}(?:['’]{_LETTERS})*|\d+(?:[.,]\d+)*|[^\w\s]|\w")
_PLAIN = re.compile(_LETTERS)
_NAME = re.compile(r"\w+")
_INNER = "_.'’"
_RUN = re.compile(rf"[\w{_INNER}]*")
_JOINS = re.compile(r"['’](?!s\b)\w|\.[a-z]\.")
# A possessive "'s" is no part of the name before it.
_ENGLISH = re.compile(r"(?:[a-z]\.){2,}|\w+(?:['’](?!s\b)\w+)?")


def tokens(form: str) -> list[str]:
    """The words of a folded form, as a text's words are cut."""
    return _WORD.findall(form)


def is_word(stretch: str) -> bool:
    """Whether a stretch is one word in all ways, as most are."""
    return _PLAIN.fullmatch(stretch) is not None


def words(stretch: str) -> list[Range]:
    """Where the words of values and claims begin and end."""
    return [match.span() for match in _WORD.finditer(stretch)]


def names(stretch: str) -> list[Range]:
    """Where the words of names begin and end."""
    return [match.span() for match in _NAME.finditer(stretch)]


def english_names(stretch: str, plain: list[Range]) -> list[Range]:
    """The same in English, given where the words are ``plain``: marks join letters in some runs of both."""
    runs = _runs(stretch)
    if not runs:
        return plain
    inside = {at for run in runs for at in range(*run)}
    again = [match.span() for run in runs for match in _ENGLISH.finditer(stretch, *run)]
    return sorted([*(place for place in plain if place[0] not in inside), *again])


def _runs(stretch: str) -> list[Range]:
    """The runs of letters and marks in which marks join letters, in order."""
    found: list[Range] = []
    last = 0
    for join in _JOINS.finditer(stretch):
        first = join.start()
        run = _RUN.match(stretch, first) if first >= last else None
        if run is None:
            continue
        last = run.end()
        while first and (stretch[first - 1].isalnum() or stretch[first - 1] in _INNER):
            first -= 1
        found.append((first, last))
    return found
