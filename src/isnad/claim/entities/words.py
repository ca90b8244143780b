"""The word lists that names are read by, from the language folders: folded keys, made once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import msgspec

from isnad.errors import DataError
from isnad.lang import LANGUAGES
from isnad.lang.concepts import load_concepts
from isnad.lang.cues import load_cues
from isnad.lang.tables import ROOT, Row, read_table, words
from isnad.model.entity import Gender
from isnad.text.fold import fold_key

_GIVEN = {"ar": "given_names", "fa": "firstnames"}


class Given(msgspec.Struct, frozen=True, gc=False):
    """A first name: its bearer's gender when that is known, and whether the word is hardly anything else."""

    gender: Gender | None
    sure: bool


class Head(msgspec.Struct, frozen=True, gc=False):
    """A noun that heads names: of what kind, and what its tail must be (`ar/names_heads.tsv`)."""

    kind: str
    strengths: frozenset[str]


def gender_of(cell: str) -> Gender | None:
    """``m`` or ``f``; None for an empty cell."""
    if cell not in ("", "m", "f"):
        raise DataError(f"gender must be m, f or empty, not {cell!r}")
    return "m" if cell == "m" else "f" if cell == "f" else None


def fold_keys(names: Iterable[str]) -> list[str]:
    """The keys of many words at once: folding one text is far cheaper than folding each of its words."""
    return fold_key("\n".join(names)).split("\n")


@cache
def marks(use: str, language: str = "") -> frozenset[str]:
    """The words of one use in names_marks.tsv, of one language or of all."""
    rows = read_table(ROOT / "names_marks.tsv", ("use", "language", "words"))
    found = [row for row in rows if row["use"] == use and language in ("", row["language"])]
    return frozenset(key for row in found for key in fold_keys(words(row["words"])))


@cache
def particles() -> dict[str, str]:
    """Particle (key) → use: son, father, mother, prefix, article, family, middle, servant."""
    rows = read_table(ROOT / "names_particles.tsv", ("word", "language", "use"))
    return dict(zip(fold_keys(row["word"] for row in rows), (row["use"] for row in rows), strict=True))


@cache
def mention_particles() -> dict[str, str]:
    """The particles as readers of texts see them: a mother's kunya is read as a father's, and words that are only
    prefixes of names («ذو», "bel") open none."""
    uses = {"mother": "father", "prefix": ""}
    return {key: read for key, use in particles().items() if (read := uses.get(use, use))}


@cache
def given_names(language: str) -> dict[str, Given]:
    """First name (key) → what is known of it. A row that says "no" wins: it is also an ordinary word."""
    # Persian reports are full of Arabic names, and a key is the same in both.
    found: dict[str, Given] = dict(given_names("ar")) if language == "fa" else {}
    if language in _GIVEN:
        rows = read_table(ROOT / language / f"{_GIVEN[language]}.tsv", ("word",))
        for key, row in zip(fold_keys(row["word"] for row in rows), rows, strict=True):
            found[key] = Given(gender_of(row.get("gender", "")), True)
    for row in read_table(ROOT / language / "names_given.tsv", ("gender", "origin", "sure", "words")):
        for key in fold_keys(words(row["words"])):
            before = found.get(key)
            gender = gender_of(row["gender"])
            if before and before.gender and before.gender != gender:
                gender = None
            found[key] = Given(gender, row["sure"] == "yes" and (before is None or before.sure))
    return found


@cache
def titles(language: str) -> dict[str, Gender | None]:
    """Title (key, of one or more words) → the gender that it shows."""
    rows = read_table(ROOT / language / "titles.tsv", ("word",))
    found = {
        key.rstrip("."): gender_of(row.get("gender", ""))
        for key, row in zip(fold_keys(row["word"] for row in rows), rows, strict=True)
    }
    for row in read_table(ROOT / language / "names_titles.tsv", ("gender", "sure", "words")):
        found.update(dict.fromkeys(fold_keys(words(row["words"])), gender_of(row["gender"])))
    found.pop("", None)
    return found


@cache
def family_titles(language: str) -> frozenset[str]:
    """Titles that a bare family name may follow («اللواء الهدار», "Capt. Darvishan")."""
    rows = read_table(ROOT / language / "names_titles.tsv", ("gender", "sure", "words"))
    doubtful = {key for row in rows if row["sure"] != "yes" for key in fold_keys(words(row["words"]))}
    if language == "ar":
        return frozenset(key for row in rows if row["sure"] == "yes" for key in fold_keys(words(row["words"])))
    return frozenset(titles(language)) - doubtful


@cache
def acronyms() -> frozenset[str]:
    """Names of well-known organisations that count in capitals only ("WHO"), as keys."""
    rows = read_table(ROOT / "names_bodies.tsv", ("name_en", "en"))
    return frozenset(n.lower().replace(".", "") for row in rows for n in words(row["en"]) if n == n.upper())


class Body(NamedTuple):
    """A well-known organisation: the name to show and its names by language (keys)."""

    name: str
    names: dict[str, tuple[str, ...]]


@cache
def bodies() -> tuple[Body, ...]:
    """The rows of names_bodies.tsv."""
    rows = read_table(ROOT / "names_bodies.tsv", ("name_en", "ar", "fa", "en"))
    return tuple(
        Body(row["name_en"], {language: tuple(fold_keys(words(row[language]))) for language in LANGUAGES})
        for row in rows
    )


@cache
def title_keys() -> frozenset[str]:
    """Titles of all languages, with and without the Arabic article."""
    found: set[str] = set()
    for language in LANGUAGES:
        for key in titles(language):
            found.add(key)
            # Only ranks are titles without their article («لواء», «شيخ»): a plain noun before a name is part of it.
            if language != "ar":
                found.add(key.replace("ی", "ي"))
    # «سلطان» and «امیر» are names as well: a word that is surely a first name is not taken off as a title.
    sure = {key for language in LANGUAGES for key, given in given_names(language).items() if given.sure}
    return frozenset(found - sure - {"st", "sr", "jr", "al"})


@cache
def roles(language: str) -> dict[str, Gender | None]:
    """Singular noun (key) for what a person is → the gender that it shows."""
    if language == "en":
        found: dict[str, Gender | None] = {}
        for row in read_table(ROOT / "en" / "names_roles.tsv", ("gender", "words")):
            found.update(dict.fromkeys(fold_keys(words(row["words"])), gender_of(row["gender"])))
        return found
    rows = [row for row in read_table(ROOT / language / "roles.tsv", ("word", "number")) if row["number"][0] == "s"]
    keys = fold_keys(row["word"] for row in rows)
    return {key: gender_of(row.get("gender", "")) for key, row in zip(keys, rows, strict=True)}


@cache
def heads(language: str) -> dict[str, Head]:
    """Noun (key) → what it heads the name of."""
    found: dict[str, Head] = {}
    for row in read_table(ROOT / language / "names_heads.tsv", ("kind", "strength", "words")):
        for key in fold_keys(words(row["words"])):
            before = found.get(key)
            if before is None:
                found[key] = Head(row["kind"], frozenset((row["strength"],)))
            elif before.kind == row["kind"]:
                found[key] = Head(row["kind"], before.strengths | {row["strength"]})
            else:  # both a body and a place («مركز»): the body is named first in the table
                found[key] = Head(before.kind, before.strengths | {row["kind"]})
    return found


def _rows(language: str, table: str) -> list[Row]:
    return read_table(ROOT / language / f"{table}.tsv", ("word",))


@cache
def stops(language: str) -> dict[str, str]:
    """Word (key) that is no part of a name → its kind in names_stop.tsv, or ``word``."""
    found: dict[str, str] = {}
    found.update(dict.fromkeys(fold_keys(form for form, _ in load_cues(language) if " " not in form), "verb"))
    for table in _WORD_TABLES[language]:
        for key in fold_keys(row["word"] for row in _rows(language, table)):
            found.setdefault(key, "word")
    for row in read_table(ROOT / language / "names_stop.tsv", ("kind", "words")):
        found.update(dict.fromkeys(fold_keys(words(row["words"])), row["kind"]))
    if language == "ar":  # nationalities have a feminine
        found.update({key + "ه": kind for key, kind in list(found.items()) if kind == "adjective"})
    found.pop("", None)
    return found


@cache
def nouns(language: str) -> frozenset[str]:
    """Words among the `stops` that are nouns all the same: groups of people, documents, what heads a name."""
    keys = [row["word"] for table in _NOUN_TABLES.get(language, ()) for row in _rows(language, table)]
    return frozenset(fold_keys(keys)) | heads(language).keys()


_NOUN_TABLES = {"ar": ("collectives", "documents")}
_WORD_TABLES = {
    "ar": ("stopwords", "connectors", "adverbials", "documents", "collectives", "pronouns", "numbers"),
    "fa": ("stopwords", "function", "mute", "pronouns", "numbers"),
    "en": ("stopwords", "pronouns"),
}


@cache
def common_words(language: str) -> frozenset[str]:
    """Keys of nouns and verbs of the concept and bridge tables: words that say what happens, not who."""
    found = [lemma for concept in load_concepts() for lemma in concept.lemmas[language]]
    for row in read_table(ROOT / "bridge_words.tsv", (language,)):
        found += words(row[language])
    return frozenset(key for key in fold_keys(found) if " " not in key and len(key) > 2)
