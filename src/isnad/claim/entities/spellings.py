"""First names whose spellings are known: what it costs to read one part of a name for another.

`sounds` compares letter by letter; a first name of `lang/names_spellings.tsv` is known by its spellings instead, so
that Salim and Salem stay two names although one vowel tells them apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from isnad.claim.entities.parts import parse
from isnad.claim.entities.sounds import sound_cost
from isnad.claim.entities.words import given_names
from isnad.lang.tables import ROOT, read_table, words

_DOUBTFUL = 0.45
"""Least cost of two names of the table, however alike they sound."""
_HAMZA = str.maketrans("أإآٱىیيکة", "اااايييكه")


@lru_cache(maxsize=50_000)
def part_cost(a: str, b: str) -> float:
    """What it costs to read part ``a`` for part ``b``: 0 the same, 0.5 doubtful, 1 and more different."""
    if a == b:
        return 0.0
    if a > b:
        return part_cost(b, a)
    left_key, right_key = _key(a), _key(b)
    if left_key == right_key:
        return 0.0
    left, right = _rows().get(left_key), _rows().get(right_key)
    if left is None or right is None:
        return sound_cost(a, b)
    return 0.0 if left & right else max(_DOUBTFUL, sound_cost(a, b))


_INNER_VOWEL = re.compile("(?<=.)[اويی](?=.)")
_ARABIC_SOUNDS = re.compile("[عحصضطظقثذء]|^ال")
_LEAST_CONSONANTS = 4


def vowel_apart(a: str, b: str) -> bool:
    """Whether two parts in Arabic script are a foreign word, spelt alike but for vowels inside of it.

    Not so for Arabic and Persian words, in which a vowel makes another name («سالم», «سليم»): a foreign word has none
    of the sounds that only they have, no article and more consonants than their roots, and two first names of the
    tables are two.
    """
    left, right = _key(a), _key(b)
    bare = _INNER_VOWEL.sub("", left)
    return (
        bare == _INNER_VOWEL.sub("", right)
        and len(bare.removeprefix("ا").rstrip("اوي")) >= _LEAST_CONSONANTS
        and not _ARABIC_SOUNDS.search(bare)
        and not all(_is_first_name(name) for name in (left, right))
    )


def _is_first_name(key: str) -> bool:
    return key in _rows() or any(key in given_names(language) for language in ("ar", "fa"))


@cache
def _rows() -> dict[str, frozenset[int]]:
    """Spelling of a first name, as `parse` makes a part of it → the rows of names_spellings.tsv that it stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(read_table(ROOT / "names_spellings.tsv", ("arabic", "latin"))):
        for name in (*words(row["arabic"]), *words(row["latin"])):
            found.setdefault(_key(parse(name).joined), set()).add(number)
    return {name: frozenset(rows) for name, rows in found.items()}


@lru_cache(maxsize=50_000)
def _key(name: str) -> str:
    bare = unicodedata.normalize("NFD", name.lower().replace("ı", "i"))
    return "".join(char for char in bare if not unicodedata.combining(char)).translate(_HAMZA)


@lru_cache(maxsize=50_000)
def usual(part: str) -> str:
    """The spelling that stands for all of a known first name; another part without the marks on its letters."""
    key = _key(part)
    rows = _rows().get(key)
    return _first_spellings()[min(rows)] if rows else key


@cache
def _first_spellings() -> dict[int, str]:
    found: dict[int, str] = {}
    for name, rows in _rows().items():
        for row in rows:
            found.setdefault(row, name)
    return found
