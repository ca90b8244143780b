"""Many words as one regular expression.

A plain alternation of 500 words costs time for each word at each position; written as a trie the expression
decides by the next letter only, about ten times faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression (no groups captured) that matches the longest of ``words`` at a position.

    A space in a word matches one space; the caller adds borders and clitics.
    """
    listed = sorted(set(words))
    return _written(listed, 0) if listed else ""


@cache
def no_letter(low_line: bool = True) -> str:
    """A set of what is no letter or digit; ``low_line``: the low line is none.  A plain table of the basic plane is
    searched faster than a class as ``\\W``."""
    runs = re.findall(r"[^\W_]+" if low_line else r"\w+", "".join(map(chr, range(0x10000))))
    return f"[^{''.join(f'{run[0]}-{run[-1]}' for run in runs)}]"


def _written(words: list[str], at: int) -> str:
    """An expression for what follows the first ``at`` letters, which the sorted ``words`` share."""
    first, last, stop = words[0], words[-1], at
    if len(words) == 1:
        return re.escape(first[at:])
    while stop < len(first) and first[stop] == last[stop]:
        stop += 1
    ends = stop == len(first)  # one of the words ends here
    branches, letters = [], []
    for letter, group in groupby(words[ends:], itemgetter(stop)):
        going_on = list(group)
        if going_on == [first[:stop] + letter]:
            letters.append(letter)
        else:
            branches.append(_written(going_on, stop))
    if letters:
        branches.append(re.escape(letters[0]) if len(letters) == 1 else f"[{''.join(map(re.escape, letters))}]")
    body = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return re.escape(first[at:stop]) + (f"{body}?" if ends else body)
