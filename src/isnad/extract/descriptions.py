"""Words of descriptions («هذا المسؤول», "the former commander") that tell nobody from another."""

from __future__ import annotations

from functools import cache

from isnad.lang.tables import ROOT, read_table
from isnad.text.fold import fold_key


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
