"""Findings as every format tells them: groups, readings in the interface language, what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from isnad.dossier.amounts import marks_of_value, told
from isnad.dossier.case import Case, Report
from isnad.dossier.naming import detail_name, entity_name
from isnad.dossier.remarks import copies_told
from isnad.dossier.words import Words
from isnad.model import DocumentSpan, Finding, Reading

Numbered = tuple[int, Finding]


@dataclass(frozen=True, slots=True)
class Told:
    """A reading in the interface language. ``text`` is ``foreign`` where only the words of a report give it, and a
    ``name`` where it is that of somebody or something; ``marks`` are keys of words (planned, denied …)."""

    text: str
    foreign: bool
    marks: tuple[str, ...]
    name: bool = False


@dataclass(frozen=True, slots=True)
class Groups:
    """The findings by what a reader does with them, each with its number in the dossier (from 1)."""

    disputes: tuple[Numbered, ...]
    agreed: tuple[Numbered, ...]
    named: tuple[Numbered, ...]
    nameless: tuple[Numbered, ...]
    alone: tuple[Numbered, ...]
    circles: tuple[Numbered, ...]

    @property
    def hanging(self) -> tuple[Numbered, ...]:
        """Everything with one root at most, told by several or by one."""
        return self.named + self.nameless + self.alone


def groups(case: Case) -> Groups:
    """The findings of a case, in the order in which comparing gives them."""
    numbered = list(enumerate(case.dossier.comparison.findings, start=1))
    kinds = {kind: tuple(pair for pair in numbered if pair[1].kind == kind) for kind in ("conflict", "agreement")}
    single = [pair for pair in numbered if pair[1].kind == "single_root"]
    several = [pair for pair in single if pair[1].accounts > 1]
    return Groups(
        kinds["conflict"],
        kinds["agreement"],
        tuple(pair for pair in several if not hangs_on_nobody(case, pair[1])),
        tuple(pair for pair in several if hangs_on_nobody(case, pair[1])),
        tuple(pair for pair in single if pair[1].accounts <= 1),
        tuple(pair for pair in numbered if pair[1].kind == "circular"),
    )


def hangs_on_nobody(case: Case, finding: Finding) -> bool:
    """Whether every root of a finding is an unnamed source."""
    roots = [root for reading in finding.readings for root in reading.roots]
    return bool(roots) and all(case.root(root).owner is not None for root in roots)


def title_of(case: Case, words: Words, finding: Finding) -> tuple[str, bool]:
    """What a finding is about, and whether that is in foreign words."""
    named = detail_name(words, finding)
    if named is None:
        return finding.detail, True
    whose = case.who.entities.get(finding.about or "")
    return (f"{named} ({entity_name(words, whose)})" if whose else named), False


def reading_text(case: Case, words: Words, reading: Reading, aspect: str = "words") -> Told:
    """A reading of a detail with its marks. Of the detail "who cites whom" the reading is the report that cites."""
    citing = case.report(reading.documents[0]) if aspect == "credit" and reading.documents else None
    if citing is not None:
        return Told(citing.shown, True, (), name=True)
    marks = [f"modality.{reading.modality}"] if reading.modality != "actual" else []
    if reading.measure is not None:
        marks += [mark for mark in marks_of_value(reading.measure) if mark not in marks]
        text = told(words, reading.measure)
        if text:
            return Told(text, False, tuple(marks))
    if reading.entity in case.who.entities:
        return Told(entity_name(words, case.who.entities[reading.entity]), True, tuple(marks), name=True)
    if reading.polarity is not None and reading.measure is None:
        told_as = "present" if aspect == "presence" else "polarity"
        return Told(words.template(f"{told_as}.{reading.polarity}"), False, tuple(marks))
    return Told(reading.value, True, tuple(marks))


def letter(words: Words, index: int) -> str:
    """The letter of a reading, which joins card, drawing and table of accounts."""
    letters = words.template("reading.letters").split()
    return letters[index] if index < len(letters) else words.number(index + 1)


def copying(case: Case, finding: Finding) -> list[tuple[Report | str, int]]:
    """From which reports of a finding how many others of it took the detail, as its reason says: the report, or its
    outlet's name where the finding has none of it."""
    reports = [report for document in documents_of(finding) if (report := case.report(document))]
    found: list[tuple[Report | str, int]] = []
    for name, count in copies_told(finding.reason):
        own = (report for report in reports if name in (report.outlet, report.analysis.document.name))
        found.append((next(own, name), count))
    return found


def documents_of(finding: Finding) -> list[str]:
    """The documents of all readings, each once."""
    return list(dict.fromkeys(document for reading in finding.readings for document in reading.documents))


def wordings(spans: Iterable[DocumentSpan]) -> list[tuple[DocumentSpan, ...]]:
    """The spans of a reading by their words: reports that say the same in the same words stand together."""
    found: dict[str, list[DocumentSpan]] = {}
    for span in spans:
        found.setdefault(" ".join(span.text.split()), []).append(span)
    return [tuple(group) for group in found.values()]
