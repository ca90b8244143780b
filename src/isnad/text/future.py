"""Arabic verbs in the future, which are written with a letter before them: «سيجتمع»."""

from __future__ import annotations

import re
from functools import cache

from isnad.lang.concepts import load_concepts
from isnad.lang.tables import ROOT, read_table, words
from isnad.text.fold import fold_key
from isnad.text.trie import trie_pattern

_SHAPE = re.compile(r"[وف]?س[يتن]\w{3,}")


def is_future(word: str) -> bool:
    """Whether a folded word looks like a verb in the future and is no noun or name that begins like one («سيارة»,
    «سنتين»), as far as `value_words.tsv` and the concepts tell."""
    if not _SHAPE.fullmatch(word) or _no_verb().match(word):
        return False
    return not _nouns().intersection((word, word[1:] if word[0] in "وف" else word))


@cache
def _no_verb() -> re.Pattern[str]:
    """Beginnings of words that look like a future verb, from the data."""
    rows = read_table(ROOT / "ar" / "value_words.tsv", ("use", "forms"))
    starts = [fold_key(form) for row in rows if row["use"] == "noverb" for form in words(row["forms"])]
    return re.compile(rf"[وف]?(?:{trie_pattern(starts)})")


@cache
def _nouns() -> frozenset[str]:
    lemmas = (lemma for concept in load_concepts() for lemma in concept.lemmas["ar"])
    return frozenset(fold_key(lemma) for lemma in lemmas if "س" in lemma[:2])  # no other has the shape
