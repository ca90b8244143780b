"""People of one surname in one document: who bears which title, and whether a surname alone means one of them.

The names are read from the whole text, not from the sources alone: «کاپیتان درویشان» is the captain whom the report
names with his first name, also where only his namesake has spoken before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from isnad.extract.base import Range
from isnad.lang import LANGUAGES
from isnad.lang.tables import ROOT, read_table, words
from isnad.text.fold import Folded, fold_key

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 80
"""Characters before a surname in which the first name and the title stand."""
_BEFORE = re.compile(r"(?<!\w)(\w+)\.? ?(?:al-|el-)?\Z")
_ARTICLE = re.compile(r"(?:al|el)[- ]|ال(?=\w{3})")


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


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _behind_name(key: str, at: int) -> bool:
    """Whether a first name, or an article that a first name may stand before, ends right before a place."""
    end = at - 1
    if end < 0 or key[end] != " ":
        return key.startswith(("al-", "el-"), max(0, at - 3))
    start = end
    while start and key[start - 1].isalnum() and not key[start - 1].isdecimal():
        start -= 1
    return key[start:end] in first_names()


class Namesakes:
    """The full names of a text by surname; only what stands before a surname that is looked up is read."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._found: dict[str, list[Person]] = {}

    def of(self, surname: str) -> list[Person]:
        """The people whose full names end in ``surname`` (without article), in order of place, once for each title."""
        if surname not in self._found:
            people = [person for at, end in self._places(surname) for person in self._before(surname, at, end)]
            once = {(person.first, person.title): person for person in reversed(people)}
            self._found[surname] = sorted(once.values())
        return self._found[surname]

    def _places(self, surname: str) -> Iterator[Range]:
        """Where the surname stands as a word, with or without the article; `str.find` is far faster than a pattern."""
        key = self._folded.key
        at = key.find(surname)
        while at >= 0:
            end = at + len(surname)
            if end == len(key) or not _in_word(key[end]):
                start = at if not at or not _in_word(key[at - 1]) else at - 2
                if start == at or (key.startswith("ال", max(start, 0)) and not (start and _in_word(key[start - 1]))):
                    yield start, end
            at = key.find(surname, end)

    def _before(self, surname: str, at: int, end: int) -> list[Person]:
        """The full name that the surname at a place ends, if it ends one."""
        if not _behind_name(self._folded.key, at):
            return []
        low = max(0, at - _REACH)
        low = self._folded.key.find(" ", low, at) + 1 if low else 0
        return [person for person in self._read(low, end).get(surname, ()) if person.name[1] == end]

    def _read(self, low: int, high: int) -> dict[str, list[Person]]:
        key, names, out = self._folded.key, first_names(), dict[str, list[Person]]()
        seen: set[tuple[str, str, str]] = set()
        start: int | None = None
        first, last = "", low
        for word in _WORD.finditer(key, low, high):
            text, at = word.group(), word.start()
            begins = start is not None and _ARTICLE.sub("", key[last:at]) in (" ", "")
            if start is not None and text in ("al", "el") and key[last:at] == " " and key[word.end()] == "-":
                continue
            if start is not None and (begins or key[last:at] in (" al-", " el-")):
                surname = text.removeprefix("ال") if len(text) > 4 else text
                person = Person((start, word.end()), first, title_before(key, start))
                if (surname, person.first, person.title) not in seen:
                    seen.add((surname, person.first, person.title))
                    out.setdefault(surname, []).append(person)
                if text not in names or not self._written_so(at):
                    start = None
                last = word.end()
                continue
            start = at if text in names and self._written_so(at) else None
            first, last = text, word.end()
        return out

    def _written_so(self, at: int) -> bool:
        """Whether the word can be a name by its first letter: "said" is none, "Said" can be."""
        letter = self._folded.cased[at]
        return letter.isupper() or not letter.islower()
