"""Distorted copies of our own texts: one number, actor, negation, modality or date changed; seeded, never for training.

A report that copies another and changes a word must come out as a conflict, or as nothing, never as a second account of
the same.  ``python tools/distort.py`` makes the cases, compares each with its original and prints what became of them,
and sets the true paraphrases beside each other.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from isnad.lang.tables import ROOT as LANG
from isnad.lang.tables import read_table, words
from isnad.model import Comparison
from tools.distort_run import compared
from tools.floors import read_marked

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "quality" / "distortions"
KINDS = ("number", "actor", "negation", "modality", "date")
COUNT = 500
SEED = 20190314
WINDOW = 900
"""Characters of a text that are taken, in whole paragraphs: enough for a copy to be seen, little enough to be quick."""

_STRANGERS = {
    "ar": ("نزار الحصري", "مازن الترك", "غيث السلمان"),
    "fa": ("نادر خسروی", "کاوه مرادیان", "شهاب رستگار"),
    "en": ("Peter Calder", "Simon Thorley", "Victor Amsel"),
}
_NUMBER = re.compile(r"(?<![\w.,:/\-–])[0-9٠-٩۰-۹]{1,3}(?![\w.,:/\-–%٪]|[0-9٠-٩۰-۹])")
_YEAR = re.compile(r"(?<![\w.,:/\-–])(?:(?:19|20|13|14)[0-9]{2}|(?:۱۳|۱۴|۱۹|۲۰)[۰-۹]{2}|(?:١٩|٢٠|١٣|١٤)[٠-٩]{2})(?!\w)")
_EASTERN, _PERSIAN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"), str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


class Case(NamedTuple):
    """A text and its distorted copy: what was changed, in which language, and the place of the change in each."""

    kind: str
    language: str
    original: str
    altered: str
    place: tuple[int, int]
    place_altered: tuple[int, int]


class Change(NamedTuple):
    """A place in a text and what is put there instead."""

    start: int
    end: int
    instead: str


def cases(count: int = COUNT, seed: int = SEED) -> list[Case]:
    """``count`` cases, the kinds in equal parts as far as the texts allow."""
    chance = random.Random(seed)
    texts = _texts()
    possible: dict[str, list[tuple[str, str, Change]]] = {kind: [] for kind in KINDS}
    for language, text in texts:
        for kind in KINDS:
            possible[kind] += [(language, text, change) for change in _changes(kind, language, text, chance)]
    for found in possible.values():
        chance.shuffle(found)
    made: list[Case] = []
    while len(made) < count and any(possible.values()):
        for kind in KINDS:
            if possible[kind] and len(made) < count:
                made.append(_case(kind, *possible[kind].pop()))
    return made


def _case(kind: str, language: str, text: str, change: Change) -> Case:
    altered = text[: change.start] + change.instead + text[change.end :]
    end = change.start + len(change.instead)
    return Case(kind, language, text, altered, (change.start, change.end), (change.start, end))


def _texts() -> list[tuple[str, str]]:
    """Our own texts with their language: the articles of the gold, the plain reports of the example case, and the
    paraphrases two by two."""
    found = []
    for path in sorted((ROOT / "tests" / "quality" / "gold").glob("*.jsonl")):
        found += [(path.stem, _window(document.text.clean)) for document in read_marked(path)]
    for row in paraphrases():
        for language in ("ar", "fa", "en"):
            found.append((language, f"{row[language + '1']}\n\n{row[language + '2']}"))
    return found


def _window(text: str) -> str:
    """The first paragraphs, up to `WINDOW` characters, at least two."""
    kept: list[str] = []
    for paragraph in filter(None, (part.strip() for part in text.split("\n"))):
        if len(kept) > 1 and sum(map(len, kept)) + len(paragraph) > WINDOW:
            break
        kept.append(paragraph)
    return "\n\n".join(kept)


def _changes(kind: str, language: str, text: str, chance: random.Random) -> Iterator[Change]:
    if kind == "number":
        for match in _NUMBER.finditer(text):
            yield Change(match.start(), match.end(), _other_number(match.group()))
    elif kind == "date":
        for match in _YEAR.finditer(text):
            yield Change(match.start(), match.end(), _moved(match.group(), chance.choice((-2, -1, 1, 2))))
        yield from _months(language, text, chance)
    elif kind == "actor":
        for match in _names(language).finditer(text):
            yield Change(match.start(), match.end(), chance.choice(_STRANGERS[language]))
    else:
        for was, instead in _pairs(kind, language):
            for match in re.finditer(rf"(?<!\w){re.escape(was)}(?!\w)", text):
                yield Change(match.start(), match.end(), instead)


def _other_number(digits: str) -> str:
    return _moved(digits, int(digits) + 2)


def _moved(digits: str, by: int) -> str:
    number = str(int(digits) + by)
    if digits[0] in "٠١٢٣٤٥٦٧٨٩":
        return number.translate(_EASTERN)
    return number.translate(_PERSIAN) if digits[0] in "۰۱۲۳۴۵۶۷۸۹" else number


@cache
def _month_names(language: str) -> tuple[str, ...]:
    rows = read_table(LANG / language / "months.tsv", ("calendar", "month", "forms"))
    return tuple(words(row["forms"])[0] for row in rows if row["calendar"] == "gregorian")


def _months(language: str, text: str, chance: random.Random) -> Iterator[Change]:
    """A month beside a day, made another one."""
    names = _month_names(language)
    month = "|".join(re.escape(name) for name in names)
    for match in re.finditer(rf"(?<!\w)[0-9٠-٩۰-۹]{{1,2}} ({month})(?!\w)", text, re.IGNORECASE):
        other = chance.choice([name for name in names if name.lower() != match[1].lower()])
        yield Change(match.start(1), match.end(1), other.capitalize() if match[1][0].isupper() else other)


@cache
def _names(language: str) -> re.Pattern[str]:
    """A first name with the word behind it."""
    rows = read_table(LANG / language / "names_given.tsv", ("sure", "words"))
    given = [word for row in rows if row["sure"] == "yes" for word in words(row["words"]) if len(word) > 2]
    if language == "en":
        given = [word.capitalize() for word in given]
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, given))}) (?:al-)?[A-Z]\w+")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, given))}) (?:ال)?\w{{3,}}")


@cache
def _pairs(kind: str, language: str) -> tuple[tuple[str, str], ...]:
    found = []
    for row in read_table(DATA / "changes.tsv", ("kind", "language", "from", "to")):
        if (row["kind"], row["language"]) == (kind, language):
            found.append((row["from"], row["to"]))
            if row["oneway"] != "yes":
                found.append((row["to"], row["from"]))
    return tuple(found)


def paraphrases() -> list[dict[str, str]]:
    """The rows of the paraphrase file."""
    return read_table(DATA / "paraphrases.tsv", ("fact", "ar1", "ar2", "fa1", "fa2", "en1", "en2"))


def pairs() -> list[tuple[str, str, str]]:
    """Every two texts that tell one fact: the fact and the texts."""
    columns = ("ar1", "ar2", "fa1", "fa2", "en1", "en2")
    return [(row["fact"], row[a], row[b]) for row in paraphrases() for a, b in combinations(columns, 2)]


def verdict(case: Case, comparison: Comparison) -> str:
    """``corroborated`` where what was changed stands in one reading of both reports, ``conflict`` where it is told as
    one, else ``silent``."""
    places = {"a": case.place, "b": case.place_altered}
    caught = False
    for finding in comparison.findings:
        touched = [_touches(reading.spans, places) for reading in finding.readings]
        if any({"a", "b"} <= one for one in touched):
            return "corroborated"
        caught |= finding.kind == "conflict" and {"a", "b"} <= set().union(*touched)
    return "conflict" if caught else "silent"


def _touches(spans: Sequence[object], places: dict[str, tuple[int, int]]) -> set[str]:
    """The reports in which a span of the reading holds the place that was changed."""
    found = set()
    for span in spans:
        name, start, end = span.document, span.start, span.end  # type: ignore[attr-defined]
        if start < places[name][1] and places[name][0] < end:
            found.add(name)
    return found


def same(comparison: Comparison) -> str:
    """``agree`` where one reading stands in both reports, ``conflict`` where a conflict does, else ``missed``."""
    both = [f for f in comparison.findings if {"a", "b"} <= {d for r in f.readings for d in r.documents}]
    if any(finding.kind == "conflict" for finding in both):
        return "conflict"
    return "agree" if any(len(set(reading.documents)) > 1 for f in both for reading in f.readings) else "missed"


def distorted(made: Sequence[Case]) -> Counter[tuple[str, str]]:
    """How often each kind of distortion came out as what."""
    return Counter((case.kind, verdict(case, compared(case.original, case.altered))) for case in made)


def paraphrased() -> Counter[str]:
    """How often two true paraphrases came out as what."""
    return Counter(same(compared(a, b)) for _, a, b in pairs())


def main() -> None:
    """Print both tables."""
    found = distorted(cases())
    for kind in KINDS:
        row = {result: found[kind, result] for result in ("conflict", "silent", "corroborated")}
        print(f"{kind:10}", "  ".join(f"{result} {count}" for result, count in row.items()))
    total = sum(found.values())
    wrong = sum(count for (_, result), count in found.items() if result == "corroborated")
    print(f"falsely corroborated: {wrong} of {total} ({wrong / total:.1%})")
    told = paraphrased()
    print(f"true paraphrases: {dict(sorted(told.items()))}; missed {1 - told['agree'] / sum(told.values()):.1%}")


if __name__ == "__main__":
    main()
