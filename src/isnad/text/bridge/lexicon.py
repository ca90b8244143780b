"""The lexicon of bridge keys: what a folded word or phrase of each language means, as language-independent keys.

Joined from `concepts.tsv` (``c:``), `bridge_words.tsv` (``v:``, or the concept that its English word belongs to),
`bridge_names.tsv` and `names_bodies.tsv` (``g:``), and `places.tsv` (``p:``).  A word of several meanings keeps up to
`MOST_KEYS` keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from isnad.lang import LANGUAGES
from isnad.lang.tables import ROOT, read_table, words
from isnad.text.bridge.stems import root
from isnad.text.fold import fold_key

MOST_KEYS = 4
"""Keys of one word."""
LEAST_PEOPLE = 200_000
"""Inhabitants of a city that is known by name; a smaller one is matched by its sound like any name."""

_ZWNJ = "\u200c"

Phrase = tuple[tuple[str, ...], str]
"""The words of a phrase after its first, and its key."""


class Lexicon(NamedTuple):
    """What one language's words mean: single words, phrases by their first word, Arabic roots."""

    words: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[Phrase, ...]]
    roots: dict[str, tuple[str, ...]]


class _Entry(NamedTuple):
    language: str
    lemma: str
    key: str


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of ``ar``, ``fa`` or ``en``."""
    single: dict[str, list[str]] = {}
    phrases: dict[str, list[Phrase]] = {}
    for spelling, key in _folded(language):
        first, *rest = spelling
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), key))
        else:
            _add(single, first, key)
    # The longest phrase first: «الأمم المتحدة الأمريكية» is not the United Nations and something.
    ordered = {first: tuple(sorted(set(found), key=lambda p: (-len(p[0]), p))) for first, found in phrases.items()}
    return Lexicon(_frozen(single), ordered, _roots(single) if language == "ar" else {})


def _add(table: dict[str, list[str]], word: str, key: str) -> None:
    keys = table.setdefault(word, [])
    if key not in keys and len(keys) < MOST_KEYS:
        keys.append(key)


def _frozen(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(keys) for word, keys in table.items()}


def _roots(single: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Arabic roots of three and more consonants that point to few meanings."""
    found: dict[str, dict[str, None]] = {}
    for word, keys in single.items():
        consonants = root(word)
        if len(consonants) >= 3:
            meanings = dict.fromkeys(key for key in keys if key.startswith(("c:", "v:")))
            found.setdefault(consonants, {}).update(meanings)
    return {consonants: tuple(keys) for consonants, keys in found.items() if 0 < len(keys) <= MOST_KEYS}


def _folded(language: str) -> Iterator[tuple[list[str], str]]:
    """The folded words of every lemma and its key; what a ZWNJ joins («جمهوری‌خواه») is one word, or two where a text
    has lost it.  All lemmas are folded at once: folding one by one costs more than reading a hundred reports."""
    entries = [entry for entry in _entries() if entry.language == language]
    joined = _fold_all([entry.lemma for entry in entries])
    apart = [entry for entry in entries if _ZWNJ in entry.lemma]
    split = _fold_all([entry.lemma.replace(_ZWNJ, " ") for entry in apart])
    for folded, entry in (*zip(joined, entries, strict=True), *zip(split, apart, strict=True)):
        if folded:
            yield folded, entry.key


def _fold_all(lemmas: list[str]) -> list[list[str]]:
    if not lemmas:
        return []
    folded = fold_key("\n".join(lemmas)).replace("-", " ").replace(".", " ")
    return [line.split() for line in folded.split("\n")]


def _entries() -> Iterator[_Entry]:
    meanings = _concept_of_english()
    for row in read_table(ROOT / "bridge_names.tsv", ("id", *LANGUAGES)):
        # A country is known by the id of the places table.
        key = f"p:{row['id']}" if row["id"].startswith("c:") else f"g:{row['id']}"
        yield from _row(row, key)
    for row in read_table(ROOT / "names_bodies.tsv", ("name_en", *LANGUAGES)):
        yield from _row(row, f"g:{row['name_en']}")
    yield from _concepts()
    for row in read_table(ROOT / "bridge_words.tsv", LANGUAGES):
        first = words(row["en"])[0]
        yield from _row(row, meanings.get(first, f"v:{first}"))
    yield from _places()


def _row(row: dict[str, str], key: str) -> Iterator[_Entry]:
    for language in LANGUAGES:
        yield from (_Entry(language, lemma, key) for lemma in words(row[language]))


def _concept_rows() -> list[dict[str, str]]:
    return read_table(ROOT / "concepts.tsv", ("concept", *LANGUAGES))


def _concepts() -> Iterator[_Entry]:
    for row in _concept_rows():
        yield from _row(row, f"c:{row['concept']}")


def _concept_of_english() -> dict[str, str]:
    """English lemma → concept: a row of `bridge_words.tsv` adds words to the concept that its first word names."""
    return {lemma: f"c:{row['concept']}" for row in reversed(_concept_rows()) for lemma in words(row["en"])}


def _places() -> Iterator[_Entry]:
    """Countries, seas, regions and large cities, without names that are ordinary words too."""
    homographs = {row["word"] for row in read_table(ROOT / "place_homographs.tsv", ("word",))}
    for row in read_table(ROOT / "places.tsv", ("id", "name_en", "kind", "population", "names")):
        if row["kind"] in ("city", "province") and int(row["population"] or 0) < LEAST_PEOPLE:
            continue
        for name in (row["name_en"], *words(row["names"])):
            if name in homographs:
                continue
            languages = ("en",) if name[0] < "\u0250" else ("ar", "fa")
            yield from (_Entry(language, name, f"p:{row['id']}") for language in languages)
