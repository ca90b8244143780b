"""Words of names and descriptions, and those («هذا المسؤول», "the former commander") that tell nobody from another."""

from __future__ import annotations

import re
from functools import cache

from isnad.extract.base import Range
from isnad.lang.tables import ROOT, read_table
from isnad.text.fold import fold_key

_NO_WORD = re.compile(r"[^\w ']|_")


@cache
def _description_words(use: str) -> frozenset[str]:
    rows = read_table(ROOT / "description_words.tsv", ("word", "language", "use"))
    return frozenset(fold_key(row["word"]) for row in rows if row["use"] == use)


def pointers() -> frozenset[str]:
    """Words of a description that tell nobody from another («this», «السابق» without article)."""
    return _description_words("pointer")


def nameless() -> frozenset[str]:
    """Nouns that with pointers alone stand for nobody in particular («این مقام», "the commander")."""
    return _description_words("nameless")


def continuing() -> frozenset[str]:
    """Verbs that say that who spoke last goes on («أضاف», "added")."""
    return _description_words("continues")


def points_back(key: str, source: Range) -> bool:
    """Whether a phrase is definite by its first word («المصادر», "the sources", «این منابع»)."""
    first = key[source[0] : source[1]].split(" ", 1)[0]
    return first in _description_words("definite") or (first.startswith("ال") and len(first) > 3)


def name_words(key: str, name: Range) -> tuple[str, ...]:
    """The words of a name in the key, without quotation marks and the Arabic article."""
    written = key[name[0] : name[1]]
    words = (written if written.replace(" ", "").isalnum() else _NO_WORD.sub(" ", written)).split()
    if "ال" not in written:
        return tuple(words)
    return tuple([word.removeprefix("ال") if len(word) > 4 else word for word in words])
