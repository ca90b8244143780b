"""The concept lexicon: what numbers measure and claims are about, with lemmas in three languages.

`concepts.tsv` has a row for each concept (an English id, lemmas of each language separated by ``|``, field, type and
the PLOVER event type where it names an event or a deed); `events.tsv` lists the event types.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from isnad.errors import DataError
from isnad.lang.tables import ROOT, Row, read_table, words

COLUMNS = ("concept", "ar", "fa", "en", "field", "type", "plover")
FIELDS = frozenset(
    {
        *("politics", "conflict", "justice", "economy", "disaster", "society", "media", "transport", "energy"),
        *("health", "science", "place", "time"),
    }
)
TYPES = frozenset(["person", "group", "thing", "substance", "place", "event", "abstract", "deed"])
LEAST_CONCEPTS = 800

# Singulars whose dual would be spelt like another frequent word (طالبان, لبنان, عدوان, مهرجان).
_NO_DUAL = frozenset(
    (
        *("طالب", "لبن", "عدو", "مهرج", "عم", "جد", "سود", "بحر", "بيت", "مكان", "عامل", "بستان", "زمن", "ثمن", "خبر"),
        *("سيل", "جانب", "معبر", "مبلغ", "خيل", "جامع", "مركب"),
    )
)


class Concept(NamedTuple):
    """One row: an id in English and what kind of thing it names."""

    id: str
    field: str
    type: str
    event: str | None
    lemmas: dict[str, tuple[str, ...]]


@cache
def load_concepts() -> tuple[Concept, ...]:
    """All concepts in file order."""
    return tuple(_concept(row) for row in read_table(ROOT / "concepts.tsv", COLUMNS))


@cache
def load_events() -> dict[str, dict[str, str]]:
    """PLOVER event type → its row."""
    columns = ("event", "ar", "fa", "en", "class", "frame")
    return {row["event"]: row for row in read_table(ROOT / "events.tsv", columns)}


def _concept(row: Row) -> Concept:
    lemmas = {language: words(row[language]) for language in ("ar", "fa", "en")}
    return Concept(row["concept"], row["field"], row["type"], row["plover"] or None, lemmas)


@cache
def dual_nouns() -> tuple[tuple[str, str], ...]:
    """(dual spelling, concept) of the Arabic nouns that are counted: قذيفتان, قذيفتين, جنديان.

    The ending ين is the plural of people too (لاجئين), so it is a dual only where the file gives a broken plural and
    no noun in ين; then the second lemma is that plural.  Of the lemmas behind only things and places have duals:
    «حاضرين» are many people.
    """
    out: list[tuple[str, str]] = []
    for concept in load_concepts():
        if concept.type not in ("person", "thing", "group", "place", "event"):
            continue
        forms = [form for form in concept.lemmas["ar"] if " " not in form]
        for form in forms[:1]:
            out.extend((dual, concept.id) for dual in _duals(form, forms))
        if concept.type in ("thing", "place", "event"):
            for form, plural in pairwise(forms[1:]):
                if _is_plural_of(form, plural):
                    out.extend((dual, concept.id) for dual in _duals(form, [form, plural]))
    return tuple(out)


def _is_plural_of(form: str, plural: str) -> bool:
    """Whether a later lemma is surely the broken plural of the one before it: زورق, زوارق."""
    letters = iter(plural)
    same_root = all(letter in letters for letter in form if letter not in "اوي")
    return same_root and plural[0] == form[0] and 0 <= len(plural) - len(form) <= 2 and not plural.endswith("ات")


def _duals(form: str, forms: list[str]) -> Iterator[str]:
    if form in _NO_DUAL or len(form) < 3 or form.endswith(("ان", "ين", "ون", "ات", "ى", "ا", "اء")):
        return
    if form.endswith("ة"):
        yield from (form[:-1] + "تان", form[:-1] + "تين")
    elif len(forms) > 1 and _is_broken(form, forms[1]):
        yield form + "ان"
        yield form + "ين"


def _is_broken(form: str, plural: str) -> bool:
    return plural[:1] != "" and not plural.startswith(form) and not plural.endswith(("ون", "ين"))


def faults(path: Path | None = None) -> list[str]:
    """Every fault of the two files, a line each; empty when all is well."""
    try:
        rows = read_table(path or ROOT / "concepts.tsv", COLUMNS)
        events = load_events()
    except DataError as error:
        return [str(error)]
    out = []
    if len(rows) < LEAST_CONCEPTS:
        out.append(f"concepts.tsv: {len(rows)} concepts, at least {LEAST_CONCEPTS} are wanted")
    for name, count in Counter(row["concept"] for row in rows).items():
        if count > 1:
            out.append(f"concepts.tsv: {name!r} stands {count} times; join the rows")
    for row in rows:
        out += _row_faults(row, events)
    out += _shared_lemmas(rows)
    return out


def _row_faults(row: Row, events: dict[str, dict[str, str]]) -> Iterator[str]:
    if not row["concept"] or row["concept"] != row["concept"].lower():
        yield f"{row['@']}: the id must be in lower case"
    for language in ("ar", "fa", "en"):
        if not words(row[language]):
            yield f"{row['@']}: {row['concept']} has no lemma in {language}"
    if row["field"] not in FIELDS:
        yield f"{row['@']}: field {row['field']!r} is not one of {', '.join(sorted(FIELDS))}"
    if row["type"] not in TYPES:
        yield f"{row['@']}: type {row['type']!r} is not one of {', '.join(sorted(TYPES))}"
    if row["plover"] and row["plover"] not in events:
        yield f"{row['@']}: {row['plover']!r} is not in events.tsv"


def _shared_lemmas(rows: list[Row]) -> Iterator[str]:
    """A word of two concepts would be read as the first one only."""
    for language in ("ar", "fa", "en"):
        first: dict[str, str] = {}
        for row in rows:
            for lemma in words(row[language]):
                other = first.setdefault(lemma.lower(), row["concept"])
                if other != row["concept"]:
                    yield f"{row['@']}: {lemma!r} ({language}) is a lemma of {other} too; keep it in one row"
