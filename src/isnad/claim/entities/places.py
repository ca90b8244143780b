"""The place table (`lang/places.tsv`) and what makes a word a place: itself, or the words before it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec

from isnad.claim.entities.listed import Listed, tree
from isnad.claim.entities.words import acronyms, bodies, fold_keys, given_names, roles, stops, titles
from isnad.lang import LANGUAGES
from isnad.lang.tables import ROOT, read_table, words
from isnad.model.entity import Place
from isnad.text.fold import fold_key

COLUMNS = ("id", "name_en", "kind", "country", "lat", "lon", "population", "names")
LARGE = 150_000
"""Inhabitants from which a city's name needs no context."""

_ALWAYS = frozenset({"country", "capital", "province", "region", "sea"})
_TOO_SHORT = 3


class Named(msgspec.Struct, frozen=True, gc=False):
    """A name in the table: its best row and what it needs before it to be a place: nothing (""), a preposition of
    place (``in``) or a word for a place (``head``)."""

    row: int
    needs: str


class Gazetteer(NamedTuple):
    """Names by their words, and as a tree by their ``first`` ones."""

    rows: tuple[Place, ...]
    names: dict[tuple[str, ...], Named]
    first: dict[str, Listed[Named]]
    open: frozenset[str]
    """First words of names that need no noun before them."""


@cache
def gazetteer(language: str) -> Gazetteer:
    """The names of the table in the script of a language, with the homographs of that language."""
    rows = tuple(place for place, _, _ in _rows())
    names, homographs = dict(_listed(language == "en")), _homographs(language)
    for key, named in names.items():
        needs = homographs.get(" ".join(key))
        if needs is not None and rows[named.row].kind != "country":
            names[key] = Named(named.row, needs)
    opening = frozenset(key[0] for key, named in names.items() if named.needs != "head")
    return Gazetteer(rows, names, tree(names), opening)


@cache
def _listed(latin: bool) -> dict[tuple[str, ...], Named]:
    """Every name of the table in one script, homographs apart; the best row comes first."""
    found: dict[tuple[str, ...], Named] = {}
    for number, (place, population, keys) in enumerate(_rows()):
        for key in keys:
            if key and key[0] == "the":
                key = key[1:]
            if key and key[0].isascii() == latin and key not in found:
                found[key] = Named(number, _needs(place, population, key))
    return found


def is_known_place(key: str, language: str) -> bool:
    """Whether a word is the name of a place that needs no noun before it: a country, a capital, a city."""
    named = gazetteer(language).names.get((key,))
    return named is not None and named.needs != "head"


def _needs(place: Place, population: int, key: tuple[str, ...]) -> str:
    if place.kind in _ALWAYS or len(key) > 1 or place.id.startswith("o:"):
        return ""
    if population >= LARGE and len(key[0]) > _TOO_SHORT:
        return ""
    return "in" if len(key[0]) >= _TOO_SHORT else "head"


@cache
def _homographs(language: str) -> dict[str, str]:
    """Key → needs: function words, cues, roles and first names of the language, then the rows of the table."""
    found = dict.fromkeys(stops(language), "head")
    found.update(dict.fromkeys(roles(language), "head"))
    found.update(dict.fromkeys(titles(language), "head"))
    found.update(dict.fromkeys(given_names(language), "head"))
    rows = read_table(ROOT / "place_homographs.tsv", ("word", "language", "needs"))
    for key, row in zip(fold_keys(row["word"] for row in rows), rows, strict=True):
        # Arabic and Persian write many of them alike; a Persian report knows «خبر» as well.
        own = row["language"] == language
        if own or (key not in found and "en" not in (language, row["language"])):
            found[key] = row["needs"]
    return found


@cache
def _rows() -> tuple[tuple[Place, int, tuple[tuple[str, ...], ...]], ...]:
    found = []
    for row in read_table(ROOT / "places.tsv", COLUMNS):
        place = Place(row["id"], row["name_en"], row["kind"], row["country"], float(row["lat"]), float(row["lon"]))
        found.append((place, int(row["population"] or 0), (row["name_en"], *words(row["names"]))))
    keys = iter(fold_keys(name for _, _, names in found for name in names))
    return tuple((place, population, tuple(_split(next(keys)) for _ in names)) for place, population, names in found)


def _split(key: str) -> tuple[str, ...]:
    return tuple(key.replace("-", " ").replace(".", "").split())


class Bodies(NamedTuple):
    """Well-known organisations as a tree by the ``first`` words of their names; a row is one of `bodies`."""

    first: dict[str, Listed[int]]
    acronyms: frozenset[str]


@cache
def known_bodies(language: str) -> Bodies:
    """The names of names_bodies.tsv in one language."""
    names: dict[tuple[str, ...], int] = {}
    for number, body in enumerate(bodies()):
        for key in map(_split, body.names[language]):
            if key and key[0] == "the" and len(key) > 1:
                key = key[1:]
            if key:
                names.setdefault(key, number)
    return Bodies(tree(names), acronyms())


@cache
def place_rows() -> dict[str, Place]:
    """All rows by id."""
    return {place.id: place for place, _, _ in _rows()}


def find_place(name: str) -> Place | None:
    """The row of exactly this name, whatever it needs in a text; the best known of several."""
    key = _split(fold_key(name))
    for language in LANGUAGES:
        table = gazetteer(language)
        found = table.names.get(key)
        if found is None and key and key[0].startswith("ال"):
            found = table.names.get((key[0][2:], *key[1:]))
        if found is not None:
            return table.rows[found.row]
    return None
