"""The value words of a language: every spelling that a text may use, as one dictionary.

A word's entry holds its senses by category (``num``, ``unit``, ``month`` …) and the phrases that begin with it.
Arabic clitics and the article, Persian joined compounds and ordinals are written out here once, so that reading a
text is one dictionary look-up a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from typing import Any

import msgspec
from msgspec.structs import replace

from isnad.claim.pieces import tokens
from isnad.claim.values.marks import FAR, far
from isnad.claim.values.spelling import arabic_forms, persian_adjectives, persian_numbers, persian_ordinals
from isnad.lang.concepts import dual_nouns
from isnad.lang.tables import ROOT, Row, read_table, words
from isnad.text.fold import fold_key

Senses = dict[str, Any]
Following = dict[tuple[str, ...], Senses]
Phrases = dict[str, dict[str, list[tuple[list[str], Any]]]]

# Words that a value can begin with; everything else is only looked at beside one of these.
_TRIGGERS = frozenset(
    [
        "digits",
        "num",
        "frac",
        "vague",
        "few",
        "couple",
        "times",
        "ord",
        "month",
        "weekday",
        "relative",
        "decade",
        "anniversary",
        "dual",
        "part",
        "season",
        "dualnoun",
        "clockword",
        "clock_one",
        "feast",
        "agetens",
        "measured",
        "agedecade",
        "mark_decade",
        "mark_century",
        "mark_quarter",
        "mark_half",
    ]
)
_PLACES = ("before", "after", "near", "to", "or")
_LONGEST = 40  # longer runs of digits are no numbers
_CLASSES = {
    "fraction": "frac",
    "vague": "vague",
    "few": "few",
    "couple": "couple",
    "times": "times",
    "parts": "parts",
    "share": "share",
}


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A unit of measure, or a classifier that stands between a number and the thing counted."""

    name: str
    kind: str


class Entry(msgspec.Struct, gc=False):
    """What a word can mean: ``senses`` alone, ``phrases`` (category → second word → the words that follow, meaning, the
    longest first) with others.

    ``categories`` holds those of both; ``trigger`` tells that a value can begin with the word, ``second`` which words
    must follow where only a phrase begins one, ``lasting`` that a single unit may stand here («استمر ساعة»); ``ends``
    has the categories of which a form ends in the word; ``marks`` the bits of all that is asked for at a distance.
    """

    prefix: str
    senses: Senses
    phrases: Phrases
    categories: frozenset[str]
    trigger: bool
    second: frozenset[str]
    lasting: bool
    ends: frozenset[str]
    marks: int

    def behind(self, prefix: str) -> Entry:
        """The same with clitics before it."""
        return replace(self, prefix=prefix)


def _entry(senses: Senses, following: Following) -> Entry:
    phrases: Phrases = {}
    for rest, meanings in sorted(following.items(), key=lambda item: (-len(item[0]), item[0])):
        for category, value in meanings.items():
            phrases.setdefault(category, {}).setdefault(rest[0], []).append((list(rest), value))
    trigger = not _TRIGGERS.isdisjoint(senses)
    second = frozenset().union(*[found for category, found in phrases.items() if category in _TRIGGERS])
    lasting = "unit" in senses
    begins = far("begins") if trigger else far("may_begin") if second or lasting else 0
    ends = frozenset(senses)
    categories = ends.union(phrases) if phrases else ends
    return Entry("", senses, phrases, categories, trigger, second, lasting, ends, begins | far(*(ends & FAR)))


DIGITS = _entry({"digits": True}, {})
DIGITS.ends |= {"unit"}  # «كم2»
"""The entry of every number in digits."""
NOTHING = _entry({}, {})
"""The entry of words that mean nothing to a value."""


@cache
def reader(language: str) -> Callable[[str], tuple[Entry, int]]:
    """What a word of one language means to a value, numbers in digits among them, and the entry's bits."""
    known = lexicon(language)

    def read(word: str) -> tuple[Entry, int]:
        found = known.get(word)
        if found is None:
            found = DIGITS if word[0].isdecimal() and len(word) <= _LONGEST else NOTHING
        return found, found.marks

    return read


def _rows(language: str, table: str, *columns: str) -> list[Row]:
    return read_table(ROOT / language / f"{table}.tsv", columns)


def _number_senses(language: str) -> Iterator[tuple[str, str, Any]]:
    for row in _rows(language, "numbers", "word", "class", "value"):
        kind, value = row["class"], row["value"]
        if kind == "ordinal":
            yield row["word"], "ord", int(value)
        elif kind in ("fraction", "parts", "share"):
            yield row["word"], _CLASSES[kind], Fraction(value)
        elif kind in ("vague", "few", "couple"):
            low, high = value.split(":")
            yield row["word"], _CLASSES[kind], (int(low), int(high) if high else None)
        elif kind == "times":
            yield row["word"], "times", int(value)
        else:
            yield row["word"], "num", (kind, int(value))


def _unit_senses(language: str) -> Iterator[tuple[str, str, Any]]:
    for row in _rows(language, "units", "unit", "kind", "forms"):
        unit = Unit(row["unit"], row["kind"])
        for form in words(row["forms"]):
            yield form, "unit", unit
        for form in words(row.get("dual", "")):
            yield form, "dual", unit
        for form in words(row.get("adjective", "")):
            for ending in ("", "ای"):
                yield form + ending, "unit", unit
                yield form + ending, "adjective", unit


def _time_senses(language: str) -> Iterator[tuple[str, str, Any]]:
    for row in _rows(language, "months", "calendar", "month", "forms"):
        unsure = words(row.get("ambiguous", ""))
        for form in words(row["forms"]):
            yield form, "month", (row["calendar"], int(row["month"]), form in unsure)
    for row in _rows(language, "weekdays", "day", "forms"):
        for form in words(row["forms"]):
            yield form, "weekday", int(row["day"])
    for row in _rows(language, "times", "class", "value", "forms"):
        for form in words(row["forms"]):
            category, value = _time_sense(row["class"], row["value"])
            yield form, category, value


def _time_sense(category: str, value: str) -> tuple[str, Any]:
    if category == "mark":
        return f"mark_{value}", True
    if category == "clock":
        word = value in ("noon", "midnight", "half_past", "quarter_past", "quarter_to")
        return ("clockword", value) if word else (f"clock_{value}", True)
    if category == "relative":
        unit, shift = value.split(":")
        return category, (unit, int(shift))
    return category, int(value) if value.lstrip("-").isdigit() else value


def _context_senses(language: str) -> Iterator[tuple[str, str, Any]]:
    for row in _rows(language, "approximations", "effect", "place", "forms"):
        for form in words(row["forms"]):
            yield form, f"bend_{row['place']}", row["effect"]
    for row in _rows(language, "value_words", "use", "value", "forms"):
        value = row["value"]
        category = f"{row['use']}_{value}" if value in _PLACES else row["use"]
        for form in words(row["forms"]):
            yield form, category, value or True
    for row in _rows(language, "value_labels", "forms"):
        for form in words(row["forms"]):
            yield form, "label", True
    for row in _rows(language, "value_modality", "modality", "place", "forms"):
        for form in words(row["forms"]):
            yield form, f"mood_{row['place']}", row["modality"]


def _all_senses(language: str) -> Iterator[tuple[str, str, Any]]:
    numbers = list(_number_senses(language))
    units = list(_unit_senses(language))
    yield from numbers
    yield from units
    yield from _time_senses(language)
    yield from _context_senses(language)
    if language == "fa":
        words_of_number = [(word, value) for word, category, value in numbers if category == "num"]
        yield from persian_numbers(words_of_number)
        yield from persian_ordinals(words_of_number)
        adjectives = [(word, unit) for word, category, unit in units if category == "adjective"]
        yield from persian_adjectives(words_of_number, adjectives)
    if language == "ar":
        for form, concept in dual_nouns():
            yield form, "dualnoun", concept


@cache
def lexicon(language: str) -> dict[str, Entry]:
    """Word → entry, folded, of one language; words that only end a phrase have no category."""
    read: dict[str, tuple[Senses, Following]] = {}
    senses_of = list(_all_senses(language))
    # One text is folded far faster than its words one by one.
    forms = fold_key("\n".join([form for form, _, _ in senses_of])).split("\n")
    for form, (_, category, value) in zip(forms, senses_of, strict=True):
        first, *rest = tokens(form)
        senses, following = read.setdefault(first, ({}, {}))
        _add(following.setdefault(tuple(rest), {}) if rest else senses, category, value)
    entries = {word: _entry(*found) for word, found in read.items()}
    if language == "ar":
        entries = _with_clitics(entries, read)
    for word, ends in _last_words(read).items():
        if word.isdecimal():
            continue
        entry = entries.setdefault(word, NOTHING.behind(""))
        entry.ends |= ends
        entry.marks |= far(*ends)
    return entries


def _last_words(read: dict[str, tuple[Senses, Following]]) -> dict[str, set[str]]:
    """The words in which a phrase ends, and its categories."""
    out: dict[str, set[str]] = {}
    for _, following in read.values():
        for rest, meanings in following.items():
            out.setdefault(rest[-1], set()).update(meanings)
    return out


def _add(senses: Senses, category: str, value: Any) -> None:
    if category == "unit":
        senses.setdefault("unit", []).append(value)
    else:
        senses.setdefault(category, value)


def _with_clitics(plain: dict[str, Entry], read: dict[str, tuple[Senses, Following]]) -> dict[str, Entry]:
    """The words with و ف ب ل ك and the article before them; a word of its own is never read as one with a clitic."""
    out = dict(plain)
    for word, (senses, following) in read.items():
        if not word[0].isalpha() or (senses.keys() <= {"stop"} and not following):
            continue
        for prefix, form in arabic_forms(word):
            if form not in out:
                out[form] = plain[word].behind(prefix)
            elif prefix == "ال" and form in read:
                # «الساعة» is a word of the clock and still an hour: the article adds the senses of the bare word.
                own, own_following = read[form]
                out[form] = _entry({**senses, **own}, {**following, **own_following})
    return out
