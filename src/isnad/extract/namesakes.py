"""People of one surname in one document: who bears which title, and whether a surname alone means one of them.

The names are read from the whole text, not from the sources alone: «کاپیتان درویشان» is the captain whom the report
names with his first name, also where only his namesake has spoken before.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import NamedTuple

from isnad.extract.base import Range
from isnad.lang import LANGUAGES
from isnad.lang.tables import ROOT, read_table, words
from isnad.text.fold import Folded, fold_key

_WORD = re.compile(r"[^\W\d_]+")
_NO_SMALL = re.compile(r"[^\W\d_a-z][^\W\d_]*")
"""Words without their small letters in front: all of Arabic script, capitalised ones of Latin script."""
_JOINED = frozenset((" ", " al-", " el-"))
"""What stands between the words of one name."""
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

    def of(self, surname: str) -> list[Person]:
        """The people whose full names end in ``surname`` (without article), in order of place, once for each title."""
        return self._people.get(surname, [])

    @cached_property
    def _people(self) -> dict[str, list[Person]]:
        key, names, read = self._folded.key, first_names(), 0
        found: dict[str, dict[tuple[str, str], Person]] = {}
        for start, end in [word.span() for word in _NO_SMALL.finditer(self._folded.cased)]:
            begins = key[start:end] in names and not key[start - 1 : start].isalpha()
            if begins and start >= read and self._written_so(start):
                read = self._names_from(start, end, found)
        return {surname: list(people.values()) for surname, people in found.items()}

    def _names_from(self, start: int, end: int, found: dict[str, dict[tuple[str, str], Person]]) -> int:
        """Keep the full names that begin with a first name; where they end («كريم سامي الحداد» is a Sami's and a
        Haddad's name). A name goes on as long as its words are first names and stand beside one another."""
        key, names = self._folded.key, first_names()
        first, title, last = key[start:end], title_before(key, start), end
        for word in _WORD.finditer(key, last):
            text, at, end = word.group(), word.start(), word.end()
            between = key[last:at]
            if text in ("al", "el") and between == " " and key[end : end + 1] == "-":
                continue
            if between not in _JOINED:
                break
            surname = text.removeprefix("ال") if len(text) > 4 else text
            found.setdefault(surname, {}).setdefault((first, title), Person((start, end), first, title))
            last = end
            if text not in names or not self._written_so(at):
                break
        return last

    def _written_so(self, at: int) -> bool:
        """Whether the word can be a name by its first letter: "said" is none, "Said" can be."""
        letter = self._folded.cased[at]
        return letter.isupper() or not letter.islower()
