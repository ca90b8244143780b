"""The checker of the language data: `isnad lang check` runs it, and so does CI.

It finds what a contributor gets wrong: rows without example, marks that do not close, unknown paradigms,
presentation forms or invisible characters that no text matches, the same cue twice, outlets with one name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from isnad.errors import DataError
from isnad.lang import LANGUAGES
from isnad.lang.concepts import faults as concept_faults
from isnad.lang.cues import COLUMNS, expand, load_paradigms
from isnad.lang.events import faults as event_faults
from isnad.lang.outlets import COLUMNS as OUTLET_COLUMNS
from isnad.lang.outlets import read_outlets
from isnad.lang.tables import ROOT, read_table, words

LEAST_CUES = {"ar": 150, "fa": 120, "en": 150}
"""Fewest cue lemmas of a language."""

NO_STATEMENT = frozenset({"topic", "outlet"})
"""Classes whose cues make no statement of their own and so have no example."""

_UNMATCHABLE = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\u200b\u200d-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_MARK = re.compile(r"\{([CST])\d*:|\}")


def check() -> list[str]:
    """Every fault of the language data as one line (file:line: what, what to do); empty when all is well."""
    faults: list[str] = []
    for path in sorted(ROOT.rglob("*.tsv")):
        faults += _file_faults(path)
    for language in LANGUAGES:
        faults += _cue_faults(language)
    faults += _outlet_faults()
    faults += concept_faults()
    faults += event_faults()
    return faults


def _file_faults(path: Path) -> Iterator[str]:
    try:
        rows = read_table(path, ())
    except DataError as error:
        yield str(error)
        return
    for row in rows:
        for column, cell in row.items():
            if column in ("@", "example", "marked", "note"):
                continue
            if unicodedata.normalize("NFC", cell) != cell:
                yield f"{row['@']}: column {column} is not in NFC; normalise it"
            if _UNMATCHABLE.search(cell) and path.name != "outlets.tsv":
                yield f"{row['@']}: column {column} holds a character that no text matches; write plain letters"


def _cue_faults(language: str) -> Iterator[str]:
    folder = ROOT / language
    try:
        rows = read_table(folder / "cues.tsv", COLUMNS)
        paradigms = load_paradigms(folder)
    except DataError as error:
        yield str(error)
        return
    lemmas = {row["lemma"] for row in rows}
    shown = {row["lemma"] for row in rows if row["example"]}
    seen: set[tuple[str, ...]] = set()
    if len(lemmas) < LEAST_CUES[language]:
        yield f"{language}/cues.tsv: {len(lemmas)} cues, at least {LEAST_CUES[language]} are wanted"
    for row in rows:
        try:
            if not expand(row, paradigms):
                yield f"{row['@']}: {row['lemma']!r} has no forms; give the parts that its paradigm needs"
        except DataError as error:
            yield str(error)
        yield from _example_faults(row, row["lemma"] in shown)
        same = tuple(row[column] for column in COLUMNS if column != "example")
        if same in seen:
            yield f"{row['@']}: {row['lemma']!r} stands twice with the same forms and frames; keep one row"
        seen.add(same)


def _example_faults(row: dict[str, str], shown_elsewhere: bool) -> Iterator[str]:
    """A lemma may have several rows (other forms, other frames); one of them at least has an example."""
    if not row["example"] and (shown_elsewhere or row["class"] in NO_STATEMENT or "never" in words(row["flags"])):
        return
    kinds = []
    depth = 0
    for mark in _MARK.finditer(row["example"]):
        depth += -1 if mark.group() == "}" else 1
        if mark[1]:
            kinds.append(mark[1])
        if depth < 0:
            break
    if depth:
        yield f"{row['@']}: the marks of the example do not close; each {{C: needs its }}"
    elif "C" not in kinds or "T" not in kinds:
        yield f"{row['@']}: the example marks no cue {{C:…}} or no content {{T:…}}"


def _outlet_faults() -> Iterator[str]:
    try:
        read_table(ROOT / "outlets.tsv", OUTLET_COLUMNS)
        outlets = read_outlets(ROOT / "outlets.tsv")
    except DataError as error:
        yield str(error)
        return
    ids = Counter(outlet.id for outlet in outlets)
    yield from (f"outlets.tsv: id {name!r} stands {n} times; ids are unique" for name, n in ids.items() if n > 1)
    owners: dict[str, str] = {}
    for outlet in outlets:
        for name in outlet.names():
            other = owners.setdefault(name.lower(), outlet.id)
            if other != outlet.id:
                yield f"outlets.tsv: {name!r} names {other} and {outlet.id}; put it under ambiguous in both"
