"""The dates of a case by the days they cover: what the timeline shows, in every format."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from isnad.dossier.case import Case, Report
from isnad.dossier.edtf import Stretch, stretch
from isnad.dossier.naming import concept_name, event_name, happening_concepts
from isnad.dossier.words import Words
from isnad.model import Analysis, DocumentSpan, Value

# Subjects told beside a date.
_SUBJECTS = 2
_ANNIVERSARY = "concept anniversary"


@dataclass(frozen=True, slots=True)
class Dated:
    """All values of the case that give one date with one precision. ``edtf`` and ``calendar`` are those of the first;
    ``subjects`` are what the clauses around are about, most frequent first, in the interface language."""

    stretch: Stretch
    edtf: str
    calendar: str | None
    values: tuple[Value, ...]
    spans: tuple[DocumentSpan, ...]
    reports: tuple[Report, ...]
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """What a case has of dates: those that stand somewhere, earliest first, those that do not (with their places), and
    the reports by day of publication."""

    dated: tuple[Dated, ...]
    unresolved: tuple[DocumentSpan, ...]
    published: tuple[tuple[Stretch, tuple[Report, ...]], ...]


def dates(case: Case, words: Words) -> Dates:
    """The dates of all reports."""
    found: dict[Stretch, list[tuple[Report, Value]]] = defaultdict(list)
    unresolved: list[DocumentSpan] = []
    for report in case.reports:
        for value in report.analysis.values:
            if value.kind != "date":
                continue
            placed = stretch(value.edtf) if value.edtf else None
            if placed is None:
                unresolved.append(_span(report, value))
            else:
                found[placed].append((report, value))
    around = {report.number: _subjects(report.analysis) for report in case.reports}
    made = [_dated(words, placed, pairs, around) for placed, pairs in found.items()]
    made.sort(key=lambda one: (one.stretch.start, one.stretch.end, one.edtf))
    return Dates(tuple(made), tuple(unresolved), _published(case))


def _dated(
    words: Words,
    placed: Stretch,
    pairs: list[tuple[Report, Value]],
    around: dict[int, dict[int, list[str]]],
) -> Dated:
    counted: Counter[str] = Counter()
    for report, value in pairs:
        counted.update(set(around[report.number].get(value.span.start, ())))
    ordered = sorted(counted, key=lambda key: (-counted[key], key))[:_SUBJECTS]
    first = pairs[0][1]
    return Dated(
        placed,
        first.edtf or "",
        first.calendar,
        tuple(value for _, value in pairs),
        tuple(_span(report, value) for report, value in pairs),
        tuple({report.number: report for report, _ in pairs}.values()),
        tuple(_named(words, key) for key in ordered),
    )


def _named(words: Words, key: str) -> str:
    kind, _, code = key.partition(" ")
    return concept_name(words, code) if kind == "concept" else event_name(words, code)


def _subjects(analysis: Analysis) -> dict[int, list[str]]:
    """What the clause of a value is about, by the value's place: the happenings it names, else its type."""
    found: dict[int, list[str]] = {}
    happenings = happening_concepts()
    for claim in analysis.claims:
        inside = [value for value in (*claim.values, claim.time) if value is not None and value.kind == "date"]
        topics = [topic.concept for topic in claim.topics if topic.concept in happenings]
        keys = [f"concept {topic}" for topic in topics] or ([f"event {claim.event}"] if claim.event else [])
        for value in inside:
            # The third anniversary of a fire is no day of the fire.
            found.setdefault(value.span.start, []).extend([_ANNIVERSARY] if value.unit == "anniversary" else keys)
    return found


def _span(report: Report, value: Value) -> DocumentSpan:
    return DocumentSpan(report.analysis.document.id, value.span.start, value.span.end, value.span.text)


def _published(case: Case) -> tuple[tuple[Stretch, tuple[Report, ...]], ...]:
    found: dict[Stretch, list[Report]] = defaultdict(list)
    for report in case.reports:
        placed = stretch(report.account.date[:10]) if report.account.date else None
        if placed is not None:
            found[placed].append(report)
    order = sorted(found, key=lambda one: (one.start, one.end))
    return tuple((placed, tuple(found[placed])) for placed in order)
