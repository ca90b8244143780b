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
_NAME_BEFORE = re.compile(r"([^\W\d_]+) (?:[ae]l-)?\Z")
_NEXT_WORD = re.compile(r" ((?:[ae]l-)?[^\W\d_]+)")
_FIRST_WORD = re.compile(r"([^\W\d_]+)")
_SON_OF = frozenset(("بن", "بنت"))
_REACH = 40
"""Characters before a surname in which the name before it begins."""
_MANY = 4_000_000
"""Characters searched after which the words of a text are indexed instead."""
_TABLES = {"ar": "ar/given_names.tsv", "fa": "fa/firstnames.tsv"}
_FAMILIES = 12
"""Different words behind a first name that are held for its family name."""
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


_RANKS = frozenset({"general", "captain", "officer", "doctor", "engineer", "cleric", "judge"})
"""Classes of titles that belong to somebody for good: "the admiral" is no director who was never called so."""


def _listed(language: str, sure: str) -> dict[str, str]:
    rows = read_table(ROOT / language / "names_given.tsv", ("gender", "sure", "words"))
    return {fold_key(name): row["gender"] for row in rows if row["sure"] == sure for name in words(row["words"])}


@cache
def first_names() -> dict[str, str]:
    """First names that are hardly anything else, folded, with the gender where it is told."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        found.update(_listed(language, "yes"))
    for table in _TABLES.values():
        for row in read_table(ROOT / table, ("word",)):
            found.setdefault(fold_key(row["word"]), row.get("gender", ""))
    return found


@cache
def sure_names(language: str) -> frozenset[str]:
    """First names that no other word of the language is spelled like, folded."""
    if language not in LANGUAGES:
        return frozenset()
    rows = read_table(ROOT / _TABLES[language], ("word",)) if language in _TABLES else ()
    found = frozenset(_listed(language, "yes")) | {fold_key(row["word"]) for row in rows}
    return found - frozenset(_listed(language, "no")) - _function_words()


@cache
def _sure_names() -> frozenset[str]:
    return frozenset().union(*(sure_names(language) for language in LANGUAGES))


@cache
def _function_words() -> frozenset[str]:
    names = [f"{language}/stopwords.tsv" for language in LANGUAGES]
    tables = (read_table(ROOT / name, ("word",)) for name in (*names, "ar/connectors.tsv", "fa/function.tsv"))
    return frozenset(fold_key(row["word"]) for table in tables for row in table)


@cache
def _arabic_pronouns() -> frozenset[str]:
    return frozenset(fold_key(row["word"]) for row in read_table(ROOT / "ar/pronouns.tsv", ("word",)))


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
    """The full names of a text by surname; only what stands before a surname that is asked for is read."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._found: dict[str, list[Person]] = {}
        self._called: dict[str, Range | None] = {}
        self._searched = 0

    def of(self, surname: str) -> list[Person]:
        """The people whose full names end in ``surname`` (without article), in order of place, once for each title."""
        if surname not in self._found:
            places = self._places(surname, article=len(surname) > 2)
            once: dict[tuple[str, str], Person] = {}
            for person in filter(None, [self._before(at, at_end) for at, at_end in places]):
                once.setdefault((person.first, person.title), person)
            self._found[surname] = list(once.values())
        return self._found[surname]

    def bearers(self, title: str, until: int) -> list[Person]:
        """The people named with a title before ``until``, the nearest to it last; none for a word that is no
        rank. Their ``name`` is the whole one, where it stands last."""
        last: dict[str, Person] = {}
        ranked = titles().classes.get(title) in _RANKS
        for _, end in self._places(title, article=True) if ranked else ():
            if end < until and (person := self._behind(end, title)):
                name = self._folded.key[slice(*person.name)]
                last[name] = max(person, last.get(name, person))
        return sorted(last.values())

    def _behind(self, at: int, title: str) -> Person | None:
        """The full name right behind a title («اللواء سليم الهدار»)."""
        name = name_behind(self._folded, at)
        return Person(name, self._folded.key[slice(*name)].split()[0], title) if name else None

    def called(self, first: str) -> Range | None:
        """The one full name in the text that begins with a first name («الحاج نادر برافي»): its family name stands
        behind a title elsewhere («الفريق برافي»), so that it is no other word."""
        if first not in self._called:
            key = self._folded.key
            found: dict[str, Range] = {}
            for at, end in self._places(first):
                after = _WORD.match(key, end + 1)
                if after and key[end] == " " and len(found) < _FAMILIES and after.group() not in _function_words():
                    found.setdefault(after.group(), (at, after.end()))
            names = [name for family, name in found.items() if self._titled(family)]
            self._called[first] = names[0] if len(names) == 1 else None
        return self._called[first]

    def is_on(self, name: Range) -> bool:
        """Whether what reads like the name Ali is the preposition («على الرجال»), which the key spells alike."""
        folded = self._folded
        return folded.key.startswith("علي ", name[0]) and folded.text[folded.to_text(name[0] + 2)] == "ى"

    def _titled(self, family: str) -> bool:
        """Whether a word stands right behind a title."""
        return len(family) > 2 and any(title_before(self._folded.key, at) for at, _ in self._places(family))

    def _places(self, word: str, article: bool = False) -> list[Range]:
        """Where a word stands, also with the Arabic ``article`` before it. A search is far faster than an index of all
        words, until there were many of them."""
        key = self._folded.key
        self._searched += len(key)
        if self._searched > _MANY:
            with_article = self._index.get(f"ال{word}", []) if article else []
            return sorted([*self._index.get(word, []), *with_article])
        out: list[Range] = []
        for at, end in _found(key, word):
            if article and key.startswith("ال", max(at - 2, 0), at):
                at -= 2
            if not key[at - 1 : at].isalpha():
                out.append((at, end))
        return out

    @cached_property
    def _index(self) -> dict[str, list[Range]]:
        index: dict[str, list[Range]] = {}
        for word in _WORD.finditer(self._folded.key):
            index.setdefault(word.group(), []).append(word.span())
        return index

    def _before(self, at: int, end: int) -> Person | None:
        """The full name that a surname ends: the first names right before it («كريم سامي الحداد» begins with Karim)."""
        key, first = self._folded.key, None
        while (
            _may_follow(key, at)
            and (before := _NAME_BEFORE.search(key, max(0, at - _REACH), at))
            and _is_first(self._folded, before)
        ):
            if first and before[1] in _arabic_pronouns():
                break  # «هما حسن منصور» are two
            first, at = before, before.start(1)
        if first and first[1] in _SON_OF and (before := _NAME_BEFORE.search(key, max(0, at - _REACH), at)):
            first, at = before, before.start(1)  # a name that no list has stands before «بن» («سفر بن سالم الحلو»)
            at -= 4 if key.endswith(" عبد ", 0, at) else 0
        return Person((at, end), first[1], title_before(key, at)) if first else None


def name_behind(folded: Folded, at: int) -> Range | None:
    """The first names right behind a place and the one word after them; None where no sure first name stands there."""
    start = 0
    while word := _NEXT_WORD.match(folded.key, at):
        if not _is_first(folded, word) or (not start and word[1] not in _sure_names()):
            return (start, word.end(1)) if start else None
        start, at = start or word.start(1), word.end(1)
    return None


def name_at(folded: Folded, at: int) -> Range | None:
    """As `name_behind`, of the name that begins at a place."""
    word = _FIRST_WORD.match(folded.key, at)
    if word is None or not _is_first(folded, word) or word[1] not in _sure_names():
        return None
    behind = name_behind(folded, word.end(1))
    family = _NEXT_WORD.match(folded.key, word.end(1))
    end = behind[1] if behind else family.end(1) if family else 0
    return (at, end) if end else None


def _is_first(folded: Folded, word: re.Match[str]) -> bool:
    """Whether a word is a first name and can be one by its first letter: "said" is none, "Said" can be."""
    letter = folded.cased[word.start(1)]
    return word[1] in first_names() and (letter.isupper() or not letter.islower())


def _may_follow(key: str, at: int) -> bool:
    """Whether a first name can stand before ``at``; most words are ruled out without an expression."""
    near = key[max(0, at - _REACH) : at]
    if near[-1:] != " ":
        return near[-1:] == "-"
    word = near[near.rfind(" ", 0, -1) + 1 : -1]
    return not word.isalpha() or word in first_names()


def _found(key: str, word: str) -> Iterator[Range]:
    at = key.find(word)
    while at >= 0:
        end = at + len(word)
        if not key[end : end + 1].isalpha():
            yield at, end
        at = key.find(word, end)
