"""Words that make a clause negative, planned, alleged …, looked for in a few words that a copy changed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from isnad.lang import LANGUAGES
from isnad.lang.tables import ROOT, read_table, words
from isnad.text.fold import fold_key
from isnad.text.future import is_future

COLUMNS = ("use", "language", "words")
_WORD = re.compile(r"\w+(?:'\w+)?")
_SKIPPED = frozenset({"none", "reset"})


def moods_differ(a: Sequence[str], b: Sequence[str], language: str, negation: bool) -> bool:
    """Whether the words ``a`` (folded) say another negation, or another mood, than the words ``b``.

    A clause is read as a whole, so that its polarity may come out otherwise for reasons far from a difference.
    """
    if language == "fa" and negation and (_negates(a, b) or _negates(b, a)):
        return True
    return _uses(a, language, negation) != _uses(b, language, negation)


def says(text: str, language: str, uses: Collection[str]) -> bool:
    """Whether a text has a word of one of these uses (of `modality.tsv`), whatever it colours."""
    folded = _WORD.findall(fold_key(text))
    return any(use in uses for at in range(len(folded)) for use in _at(folded, at, language))


def _negates(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether a Persian verb of ``b`` stands negated in ``a``: «کردند», «نکردند»."""
    return any(word[:1] == "ن" and word[1:] in b for word in a)


def _uses(words: Sequence[str], language: str, negation: bool) -> frozenset[str]:
    found = (use for at in range(len(words)) for use in _at(words, at, language))
    return frozenset(use for use in found if (use == "negative") == negation)


def _at(words: Sequence[str], at: int, language: str) -> Iterator[str]:
    """The uses of the phrases that begin at a word; an Arabic word may have «and» before it or be in the future."""
    word = words[at]
    bare = word[1:] if language == "ar" and word[:1] in "وف" else word
    table = _phrases(language)
    for first in {word, bare}:
        for use, rest in table.get(first, ()):
            if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                yield use
    if language == "ar" and is_future(word):
        yield "planned"


@cache
def _phrases(language: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """First word → use and the words behind it."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row in read_table(ROOT / "modality.tsv", COLUMNS):
        if row["language"] not in (language, *(() if language in LANGUAGES else LANGUAGES)) or row["use"] in _SKIPPED:
            continue
        for phrase in words(row["words"]):
            first, *rest = fold_key(phrase).split()
            use = "negative" if row["use"] == "neither" else row["use"]
            found.setdefault(first, []).append((use, tuple(rest)))
    return found
