"""Findings against the details of an example case: what was found, of which kind, with which readings and roots.

A finding is matched with a detail by the (value, document) pairs that both have; the measure is the precision and
recall of these pairs, as in the scoring of slot fillings (TAC KBP).  Values are compared as numbers in a common unit,
as names of one entity, or as places that are called alike in another language; what the truth says in words only ("at
the table") is matched by a finding over words in the same documents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from isnad.claim.entities import same_name
from isnad.claim.values import read_values
from isnad.compare.intervals import amount_of, clock_of, relation
from isnad.errors import DataError, UsageError
from isnad.evaluate.places import same_place
from isnad.model import Document, Entity, Finding, Reading, Span, Value
from isnad.pipeline import Options, run
from isnad.store import CaseStore
from isnad.text import make_text

_MILLIONS = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PEOPLE = frozenset({"count", "age", "percent"})
"""Kinds of value that the truth may give as a bare number: the detail says what is counted."""
_NUMBER = re.compile(
    r"(less than |more than |over |at least |about |some |nearly )?(\d+(?:\.\d+)?)( thousand| million| billion)?"
)
_PRESENCE = re.compile(r"\b(?:attend(?:ed|s)?|(?:was|were) (?:there|present|in|at)|where .+ (?:was|were))\b")
"""Details of the truth that ask whether or where somebody was: only they are answered by who was present."""
_NEGATIVE = re.compile(r"(?:no|not|never|none|nobody|nothing|denied|denies)\b")


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


def score_case(path: Path) -> tuple[DetailScore, ...]:
    """The details of a ``truth.json`` against what the whole pipeline finds in the reports beside it.

    Raises ``UsageError`` if it cannot be read, ``DataError`` if it is malformed, and as ``isnad.pipeline.run``.
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
    if finding.aspect == "presence" and not _PRESENCE.search(detail.detail):
        return 0
    contrasted = len({reading.modality == "planned" for reading in finding.readings}) > 1
    return sum(
        len(set(true.documents) & set(reading.documents))
        for true in detail.readings
        for reading in finding.readings
        if _same(true.value, detail, reading, named, contrasted)
        or _same_words(true, finding, reading)
        or (finding.aspect in ("place", "presence") and _same_place(true.value, reading, named))
    )


def _same_place(value: str, reading: Reading, named: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a reading tells the place of the truth, by one of its names or in words."""
    told = (reading.value, *named.get(reading.entity or "", ()), *(span.text for span in reading.spans))
    return any(same_place(value, one) for one in told)


def _same_words(true: TrueReading, finding: Finding, reading: Reading) -> bool:
    """Whether a reading in words, or where somebody was, is meant: values in words are not compared, so all its
    documents must be the same."""
    return finding.aspect in ("words", "presence") and set(true.documents) == set(reading.documents)


def _same(
    value: str, detail: TrueDetail, reading: Reading, named: Mapping[str, tuple[str, ...]], contrasted: bool
) -> bool:
    """Whether a reading gives a value of the truth; ``contrasted`` if the finding sets a plan against a deed."""
    if reading.polarity is not None:
        if not (detail.detail.startswith("whether") or value.startswith(("yes", "no"))):
            return False
        return bool(_NEGATIVE.match(value)) == (reading.polarity == "negative")
    if reading.measure is not None and contrasted and _is_plan(detail, value):
        return value.startswith("planned") == (reading.modality == "planned")
    if reading.measure is not None:
        return _number(value, reading.measure, reading.modality == "planned")
    names = named.get(reading.entity or "", tuple(span.text for span in reading.spans))
    wanted = [value, *(part.strip() for part in value.split(","))]
    return any(same_name(one, name).level == "sure" or one == name for one in wanted for name in names)


def _is_plan(detail: TrueDetail, value: str) -> bool:
    """Whether the readings of a detail say in words that something is planned, and that it is done."""
    plans = [reading.value.startswith("planned") for reading in detail.readings]
    return any(plans) and not all(plans) and not any(char.isdigit() for char in value.partition(",")[0])


def _number(value: str, measure: Value, planned: bool) -> bool:
    """Whether a value of the truth, in English words, is what a report gives."""
    if bool(_PLANNED.search(value)) != planned:
        return False
    given = amount_of(measure)
    plain = value.replace(",", "")
    if measure.kind == "date" and (clock := _TIME.search(value)) is not None:
        wanted = clock_of(Value("", Span(0, 0, ""), "date", clock=clock[0], approximate="after" in value))
        told = clock_of(measure)
        return wanted is not None and told is not None and relation(wanted, told) in ("same", "compatible")
    match = _NUMBER.fullmatch(plain)
    if match is None and measure.kind == "age" and (years := re.fullmatch(r"(\d+) years?", value)):
        return (measure.low, measure.high) == (int(years[1]), int(years[1]))
    if match is None:
        return any(
            given is not None and (wanted := amount_of(one)) is not None and relation(wanted, given) == "same"
            for one in _values(value)
        )
    if measure.kind == "date":
        return given is not None and given == amount_of(Value("", Span(0, 0, ""), "date", edtf=match[2]))
    number = float(match[2]) * _MILLIONS.get((match[3] or "").strip(), 1)
    low = None if match[1] == "less than " else number
    high = None if match[1] in ("more than ", "over ", "at least ") else number
    wanted = amount_of(Value("", Span(0, 0, ""), "count", low, high))
    bare = amount_of(Value("", Span(0, 0, ""), "count", measure.low, measure.high))
    return bool(measure.kind in _PEOPLE and wanted and bare and relation(wanted, bare) == "same")


_TIME = re.compile(r"\b\d\d:\d\d\b")
_PLANNED = re.compile(r"\b(?:planned|promised|scheduled|to be)\b")


@lru_cache(maxsize=4096)
def _values(value: str) -> tuple[Value, ...]:
    """The values that stand in a value of the truth ("5 hours", "13 April 2021", "2,500 dinars")."""
    content = f"The report says that it was {value}.".encode()
    document = Document("doc:truth", "truth", "", "text/plain", len(content))
    return read_values(make_text(document, content), None)


def details_json(scores: Sequence[DetailScore]) -> dict[str, object]:
    """The scores as plain data: a row for each detail, and their sums."""
    return {
        "details": [
            {
                "event": one.detail.event,
                "detail": one.detail.detail,
                "kind": one.detail.kind,
                "independent_roots": one.detail.independent_roots,
                "found": one.finding is not None,
                "found_kind": one.finding.kind if one.finding else None,
                "found_roots": one.finding.independent_roots if one.finding else None,
                "readings": {"right": one.right, "given": one.given, "true": one.true},
            }
            for one in scores
        ],
        **_sums(scores),
    }


def _sums(scores: Sequence[DetailScore]) -> dict[str, float]:
    right, given, true = (sum(getattr(one, name) for one in scores) for name in ("right", "given", "true"))
    return {
        "found": sum(one.finding is not None for one in scores),
        "kind_right": sum(one.kind_right for one in scores),
        "roots_right": sum(one.roots_right for one in scores),
        "precision": round(right / max(1, given), 3),
        "recall": round(right / max(1, true), 3),
    }


def details_table(scores: Sequence[DetailScore]) -> str:
    """The scores as a table: a line for each detail (found, kind, roots, readings), and their sums."""
    lines = [_LINE.format("found", "kind", "roots", "readings", "detail")]
    for one in scores:
        finding = one.finding
        kind = f"{finding.kind}" if finding else "-"
        roots = f"{finding.independent_roots}" if finding else "-"
        lines.append(
            _LINE.format(
                "yes" if finding else "no",
                kind if finding is None or one.kind_right else f"{kind} (is {one.detail.kind})",
                roots if finding is None or one.roots_right else f"{roots} (are {one.detail.independent_roots})",
                f"{one.right}/{one.given}/{one.true}",
                f"{one.detail.event}: {one.detail.detail}",
            )
        )
    sums = _sums(scores)
    lines.append(
        f"{len(scores)} details, {sums['found']} found, {sums['kind_right']} of the right kind, "
        f"{sums['roots_right']} with the right number of roots; "
        f"readings (right/given/true): precision {sums['precision']:.2f}, recall {sums['recall']:.2f}"
    )
    return "\n".join(lines)


_LINE = "{:5}  {:26}  {:10}  {:10}  {}"
