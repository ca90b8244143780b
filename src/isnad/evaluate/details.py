"""Findings against the details of an example case: what was found, of which kind, with which readings and roots.

A finding is matched with a detail by the (value, document) pairs that both have; the measure is the precision and
recall of these pairs, as in the scoring of slot fillings (TAC KBP).  Values are compared as numbers in a common unit
or as names of one entity; what the truth says in words only ("at
the table") is matched by a finding over words in the same documents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from isnad.claim.entities import same_name
from isnad.compare.intervals import amount_of, relation
from isnad.errors import DataError, UsageError
from isnad.model import Entity, Finding, Reading, Span, Value
from isnad.pipeline import Options, run
from isnad.store import CaseStore

_UNITS = {
    "hours": ("duration", "hour"),
    "minutes": ("duration", "minute"),
    "days": ("duration", "day"),
    "weeks": ("duration", "week"),
    "years": ("age", "year"),
    "percent": ("percent", "percent"),
    "metres": ("distance", "metre"),
    "dinars": ("money", "dinar"),
    "dollars": ("money", "dollar"),
    "tomans": ("money", "toman"),
}
_NUMBER = re.compile(r"(less than |more than |at least |first )?(\d+)( million)?(?: ([a-z]+))?")


class TrueReading(msgspec.Struct, frozen=True):
    """A reading of the truth: its value in English words, the documents that give it, its roots."""

    value: str
    documents: tuple[str, ...]
    roots: tuple[str, ...]


class TrueDetail(msgspec.Struct, frozen=True):
    """A detail of the truth with its readings."""

    event: str
    detail: str
    kind: str
    readings: tuple[TrueReading, ...]
    independent_roots: int


class _Report(msgspec.Struct, frozen=True):
    document: str


class _Truth(msgspec.Struct, frozen=True):
    details: tuple[TrueDetail, ...]
    reports: tuple[_Report, ...] = ()


class DetailScore(NamedTuple):
    """How one detail fared: the finding that fits it best, if any, whether kind and number of roots are right, and
    how many (value, document) pairs are right, given and true."""

    detail: TrueDetail
    finding: Finding | None
    right: int
    given: int
    true: int

    @property
    def kind_right(self) -> bool:
        """Whether the finding is of the kind that the truth says."""
        return self.finding is not None and self.finding.kind == self.detail.kind

    @property
    def roots_right(self) -> bool:
        """Whether the finding counts as many independent roots as the truth."""
        return self.finding is not None and self.finding.independent_roots == self.detail.independent_roots


def read_details(path: Path) -> tuple[TrueDetail, ...]:
    """The details of a ``truth.json``. Raises ``UsageError`` if it cannot be read, ``DataError`` if it is malformed."""
    return _read(path).details


def score_case(path: Path) -> tuple[DetailScore, ...]:
    """The details of a ``truth.json`` against what the whole pipeline finds in the reports beside it.

    Raises as ``read_details`` does, and as ``isnad.pipeline.run``.
    """
    truth = _read(path)
    reports = [path.parent / report.document for report in truth.reports]
    with CaseStore(":memory:") as store:
        made = run(reports, store, Options(jobs=1, outlets=tuple(path.parent.glob("outlets.tsv"))))
    return score_details(truth.details, made.comparison.findings, made.resolution.entities)


def _read(path: Path) -> _Truth:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Truth)
    except OSError as error:
        raise UsageError(f"{path}: the truth cannot be read ({error.strerror or error})") from error
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{path}: this is no truth of a case ({error})") from error


def score_details(
    truth: Sequence[TrueDetail], findings: Sequence[Finding], entities: Sequence[Entity]
) -> tuple[DetailScore, ...]:
    """Each detail with the finding that shares most with it. A finding fits one detail only, the best ones first."""
    named = {entity.id: tuple(entity.names.values()) for entity in entities}
    fits = [
        (right, n, -m)
        for n, detail in enumerate(truth)
        for m, finding in enumerate(findings)
        if (right := _right(detail, finding, named)) >= _least(detail)
    ]
    best: dict[int, tuple[int, int]] = {}
    taken: set[int] = set()
    for right, n, minus in sorted(fits, key=lambda fit: (-_share(fit, truth, findings), -fit[0], fit[1], -fit[2])):
        if n not in best and -minus not in taken:
            best[n] = (-minus, right)
            taken.add(-minus)
    return tuple(
        _score(detail, findings[best[n][0]] if n in best else None, best[n][1] if n in best else 0)
        for n, detail in enumerate(truth)
    )


def _share(fit: tuple[int, int, int], truth: Sequence[TrueDetail], findings: Sequence[Finding]) -> float:
    right, n, minus = fit
    return 2 * right / (_size(truth[n].readings) + _size(findings[-minus].readings))


def _score(detail: TrueDetail, finding: Finding | None, right: int) -> DetailScore:
    return DetailScore(detail, finding, right, _size(finding.readings) if finding else 0, _size(detail.readings))


def _size(readings: Sequence[TrueReading] | Sequence[Reading]) -> int:
    return sum(len(reading.documents) for reading in readings)


def _least(detail: TrueDetail) -> int:
    """Pairs that must be right for a finding to be about the detail at all: a third, at least one."""
    return max(1, _size(detail.readings) // 3)


def _right(detail: TrueDetail, finding: Finding, named: Mapping[str, tuple[str, ...]]) -> int:
    return sum(
        len(set(true.documents) & set(reading.documents))
        for true in detail.readings
        for reading in finding.readings
        if _same(true.value, reading, named) or _same_words(true, finding, reading)
    )


def _same_words(true: TrueReading, finding: Finding, reading: Reading) -> bool:
    """Whether a reading in words is meant: values in words are not compared, so all its documents must be the same."""
    return finding.aspect == "words" and set(true.documents) == set(reading.documents)


def _same(value: str, reading: Reading, named: Mapping[str, tuple[str, ...]]) -> bool:
    if reading.polarity is not None:
        return value.split(",")[0] in {"positive": ("yes",), "negative": ("no", "not heard")}[reading.polarity]
    if reading.measure is not None:
        return _number(value, reading.measure, reading.modality == "planned")
    names = named.get(reading.entity or "", tuple(span.text for span in reading.spans))
    return any(same_name(value, name).level == "sure" or value == name for name in names)


def _number(value: str, measure: Value, planned: bool) -> bool:
    match = _NUMBER.match(value)
    if not match:
        return False
    number = int(match[2]) * (1_000_000 if match[3] else 1)
    kind, unit = _UNITS.get(match[4] or "", ("count", None))
    if kind != measure.kind or ("planned" in value or "promised" in value) != planned:
        return False
    low = None if match[1] == "less than " else number
    high = None if match[1] in ("more than ", "at least ") else number
    wanted = amount_of(Value("", Span(0, 0, ""), measure.kind, low, high, unit))
    given = amount_of(measure)
    return bool(wanted and given and relation(wanted, given) == "same")


def details_table(scores: Sequence[DetailScore]) -> str:
    """The scores as lines of text, a line for each detail, and their sums."""
    lines = []
    for one in scores:
        finding = one.finding
        said = f"{finding.kind}, {finding.independent_roots} roots" if finding else "not found"
        marks = "".join(("+" if one.kind_right else "-", "+" if one.roots_right else "-"))
        pairs = f"{one.right}/{one.given}/{one.true}"
        lines.append(
            f"{marks} {pairs:9} {one.detail.detail} ({one.detail.kind}, {one.detail.independent_roots} roots): {said}"
        )
    right, given, true = (sum(getattr(one, name) for one in scores) for name in ("right", "given", "true"))
    lines.append(
        f"{len(scores)} details, {sum(one.finding is not None for one in scores)} found, "
        f"{sum(one.kind_right for one in scores)} of the right kind, "
        f"{sum(one.roots_right for one in scores)} with the right number of roots; readings: "
        f"precision {right / max(1, given):.2f}, recall {right / max(1, true):.2f}"
    )
    return "\n".join(lines)
