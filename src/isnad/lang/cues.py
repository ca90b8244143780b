"""The cue lexicon of a language: `cues.tsv` expanded by the inflection patterns of `paradigms.tsv`.

`paradigms.tsv`: columns ``paradigm  tag  template``.  A template builds a form from the parts of an entry:
``{1}ت`` with the parts ``قال|يقول`` gives «قالت»; the tag (``past.3fs``) is kept with the form.  Several templates
in a cell are separated by ``|``.

`cues.tsv`: columns ``lemma  class  paradigm  parts  takes  flags  example``.

- ``class``: speech, belief, document, according, order, ... (see the comment at the head of the file)
- ``paradigm``: a name of `paradigms.tsv`, or ``-`` for an invariable expression, whose forms are its ``parts``
  (or the lemma)
- ``takes``: how the content is introduced, separated by ``|`` (what each means is the language grammar's)
- ``flags``: further marks, separated by ``|``
- ``example``: a fictional sentence with the statement marked, ``{C:cue}``, ``{S:source}``, ``{T:content}``; the
  marks may nest and T may occur twice.  The checker runs it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from isnad.errors import DataError
from isnad.lang.tables import ROOT, read_table, words

COLUMNS = ("lemma", "class", "paradigm", "parts", "takes", "flags", "example")


class Cue(msgspec.Struct, frozen=True):
    """One entry of the lexicon."""

    lemma: str
    cue_class: str
    takes: frozenset[str]
    flags: frozenset[str]
    example: str
    where: str


class Form(msgspec.Struct, frozen=True):
    """An inflected form: the entry it belongs to and the tag of its cell in the paradigm."""

    cue: Cue
    tag: str


def load_paradigms(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Paradigm name → (tag, template) pairs."""
    out: dict[str, list[tuple[str, str]]] = {}
    for row in read_table(folder / "paradigms.tsv", ("paradigm", "tag", "template")):
        out.setdefault(row["paradigm"], []).extend((row["tag"], t) for t in words(row["template"]))
    return out


def expand(row: dict[str, str], paradigms: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str]]:
    """The (tag, form) pairs of one row; ``DataError`` when its paradigm is unknown or parts are missing."""
    parts = words(row["parts"])
    if row["paradigm"] == "-":
        return [("", form) for form in (parts or (row["lemma"],))]
    if row["paradigm"] not in paradigms:
        raise DataError(f"{row['@']}: paradigm {row['paradigm']!r} is not in paradigms.tsv")
    forms = []
    slots = [(f"{{{i}}}", part) for i, part in enumerate(parts, 1)]
    for tag, template in paradigms[row["paradigm"]]:
        filled = template
        for slot, part in slots:
            filled = filled.replace(slot, part)
        if "{" in filled:
            continue  # this entry does not have the part that the cell is built from (no participle, say)
        forms.append((tag, filled))
    return forms


@cache
def load_cues(language: str) -> tuple[tuple[str, Form], ...]:
    """All (form, Form) pairs of a language as written in the data, not folded, in file order."""
    folder = ROOT / language
    paradigms = load_paradigms(folder)
    out: list[tuple[str, Form]] = []
    for row in read_table(folder / "cues.tsv", COLUMNS):
        cue = Cue(
            lemma=row["lemma"],
            cue_class=row["class"],
            takes=frozenset(words(row["takes"])),
            flags=frozenset(words(row["flags"])),
            example=row["example"],
            where=row["@"],
        )
        out.extend((form, Form(cue, tag)) for tag, form in expand(row, paradigms))
    return tuple(out)


@cache
def load_words(language: str, table: str) -> dict[str, dict[str, str]]:
    """A word list (`titles.tsv`, `sources.tsv` …; first column ``word``) as word → row."""
    return {row["word"]: row for row in read_table(ROOT / language / f"{table}.tsv", ("word",))}
