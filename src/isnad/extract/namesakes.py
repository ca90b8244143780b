"""People of one surname in one document: who bears which title, and whether a surname alone means one of them.

The names are read from the whole text, not from the sources alone: «کاپیتان درویشان» is the captain whom the report
names with his first name, also where only his namesake has spoken before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from isnad.extract.base import Range
from isnad.lang import LANGUAGES
from isnad.lang.tables import ROOT, read_table, words
from isnad.text.fold import Folded, fold_key

_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = re.compile(r" (?:[ae]l-)?([^\W\d_]+)")
"""The next word of a name, behind its article in Latin letters."""
_Place = tuple[int, int, int]
"""Where a full name begins, where its first name ends, and where it ends itself."""
_BEFORE = re.compile(r"(?<!\w)(\w+)\.? ?(?:al-|el-)?\Z")


class Person(NamedTuple):
    """A full name in the text: its range, its first name, and the title before it (empty without)."""

    name: Range
    first: str
    title: str


class Titles(NamedTuple):
    """Titles before names: the class of each that says what somebody is, and the gender of each that tells it."""

    classes: dict[str, str]
    genders: dict[str, str]

    def agree(self, one: str, other: str) -> bool:
        """Whether two titles can be one person's: «Mr.» says nothing but the gender, two ranks are of one class."""
        a, b = self.classes.get(one), self.classes.get(other)
        return one == other or a is None or b is None or a == b


@cache
def titles() -> Titles:
    """The titles of all languages, folded, without article and full stop."""
    classes: dict[str, str] = {}
    for row in read_table(ROOT / "names_title_classes.tsv", ("class",)):
        for language in LANGUAGES:
            for title in words(row[language]):
                classes.setdefault(fold_key(title).rsplit(" ", 1)[-1], row["class"])
    genders = {}
    for language in LANGUAGES:
        for row in read_table(ROOT / language / "titles.tsv", ("word", "gender")):
            genders[_bare(fold_key(row["word"])).rsplit(" ", 1)[-1]] = row["gender"]
    return Titles(classes, genders)


@cache
def first_names() -> dict[str, str]:
    """First names that are hardly anything else, folded, with the gender where it is told."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for row in read_table(ROOT / language / "names_given.tsv", ("gender", "sure", "words")):
            if row["sure"] == "yes":
                found.update((fold_key(name), row["gender"]) for name in words(row["words"]))
    for table in ("ar/given_names.tsv", "fa/firstnames.tsv"):
        for row in read_table(ROOT / table, ("word",)):
            found.setdefault(fold_key(row["word"]), row.get("gender", ""))
    return found


def _bare(word: str) -> str:
    return word.rstrip(".").removeprefix("ال") if len(word) > 4 else word.rstrip(".")


def title_before(key: str, at: int) -> str:
    """The title right before a name; empty when another word stands there."""
    before = _BEFORE.search(key[max(0, at - 24) : at])
    word = _bare(before[1]) if before else ""
    known = titles()
    return word if word in known.classes or word in known.genders else ""


def gender_of(title: str, first: str) -> str:
    """m, f, or empty where neither the title nor the first name tells."""
    return titles().genders.get(title, "") or first_names().get(first, "")


class Namesakes:
    """The full names of a text by surname, read in one pass when first asked: time grows with the text alone."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._found: dict[str, list[Person]] = {}

    def of(self, surname: str) -> list[Person]:
        """The people whose full names end in ``surname`` (without article), in order of place, once for each title."""
        if surname not in self._found:
            once: dict[tuple[str, str], Person] = {}
            for start, behind, end in self._names.get(surname, ()):
                first, title = self._folded.key[start:behind], title_before(self._folded.key, start)
                once.setdefault((first, title), Person((start, end), first, title))
            self._found[surname] = list(once.values())
        return self._found[surname]

    @cached_property
    def _names(self) -> dict[str, list[_Place]]:
        """Where the full names are that end in each surname."""
        key, found, read = self._folded.key, dict[str, list[_Place]](), 0
        written = first_names().keys() & set(_WORD.findall(key))
        for start, end in sorted(place for name in written for place in _places(key, name)):
            if start >= read and self._written_so(start):
                read = self._names_from(start, end, found)
        return found

    def _names_from(self, start: int, behind: int, found: dict[str, list[_Place]]) -> int:
        """Keep the full names that begin with a first name; where they end («كريم سامي الحداد» is a Sami's and a
        Haddad's name). A name goes on as long as its words are first names and stand beside one another."""
        key, names, last = self._folded.key, first_names(), behind
        while word := _BESIDE.match(key, last):
            text, at, end = word[1], word.start(1), word.end()
            found.setdefault(text.removeprefix("ال") if len(text) > 4 else text, []).append((start, behind, end))
            last = end
            if text not in names or not self._written_so(at):
                break
        return last

    def _written_so(self, at: int) -> bool:
        """Whether the word can be a name by its first letter: "said" is none, "Said" can be."""
        letter = self._folded.cased[at]
        return letter.isupper() or not letter.islower()


def _places(key: str, name: str) -> Iterator[Range]:
    """Where a word stands by itself in a text."""
    at = key.find(name)
    while at >= 0:
        end = at + len(name)
        if not key[at - 1 : at].isalpha() and not key[end : end + 1].isalpha():
            yield at, end
        at = key.find(name, end)
