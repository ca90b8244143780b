"""The marked spans of a WebAnno file, each with its role, and the relations between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from isnad.extract.marks.base import MAX_BYTES, Mark, fail, made_mark
from isnad.extract.marks.webanno_rows import Layer, Table, Unit, stacked, unescaped_value
from isnad.extract.marks.webanno_text import Rebuilt

Role = Literal["source", "cue", "content"]
_SUFFIX = re.compile(r"(.*)\[([0-9]{1,9})(?:_([0-9]{1,9}))?\]", re.DOTALL)


class Names(msgspec.Struct, frozen=True):
    """What layers, values and features may be called; upper and lower case are the same.

    ``source``, ``cue`` and ``content`` are values of a feature, or names of layers.  The others are names of features:
    spans with the same ``group`` are one statement.
    """

    source: tuple[str, ...] = ("source", "speaker", "holder")
    cue: tuple[str, ...] = ("cue", "trigger")
    content: tuple[str, ...] = ("content", "quote", "quotation")
    group: tuple[str, ...] = ("group", "group_id", "groupid", "statement", "attribution", "quote_id")
    kind: tuple[str, ...] = ("kind", "quote_type")
    speaker: tuple[str, ...] = ("speaker", "speaker_name", "speakername")
    speaker_type: tuple[str, ...] = ("speaker_type", "speakertype")

    def role(self, word: str) -> Role | None:
        """What a value or layer name stands for."""
        roles: dict[Role, tuple[str, ...]] = {"source": self.source, "cue": self.cue, "content": self.content}
        return next((role for role, words in roles.items() if word.strip().casefold() in _folded(words)), None)


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


class MarkedSpan(msgspec.Struct, eq=False):
    """A span annotation while its rows are read; ``values`` by feature in lower case."""

    layer: str
    unit: str
    begin: int
    end: int
    where: str
    values: dict[str, str]
    role: Role | None = None

    def value(self, names: tuple[str, ...]) -> str | None:
        """The value of the first of these features that has one."""
        return next((self.values[name] for name in _folded(names) if self.values.get(name)), None)


class Spans(msgspec.Struct):
    """What a file marks: spans in the order of the file with their marks, pairs of related spans, and names."""

    spans: list[MarkedSpan]
    marks: dict[int, Mark]
    related: list[tuple[MarkedSpan, MarkedSpan]]
    names: Names

    def mark(self, span: MarkedSpan) -> Mark:
        """The mark of a span."""
        return self.marks[id(span)]


def read_spans(table: Table, text: Rebuilt, names: Names) -> Spans:
    """The spans with a role, and the relations between them."""
    reader = _Reader(table)
    spans = []
    for span in reader.read():
        span.role = _role(span, names)
        if span.role:
            spans.append(span)
    if sum(span.end - span.begin for span in spans) > MAX_BYTES:
        fail(table.label, "marks the same text thousands of times over; export it again")
    marks = {id(span): _mark(span, text) for span in spans}
    return Spans(spans, marks, list(reader.related()), names)


def _role(span: MarkedSpan, names: Names) -> Role | None:
    """The role of a span. The feature that says it says nothing else: a layer may call it kind or statement."""
    speakers = _folded(names.speaker)
    for feature, value in span.values.items():
        role = None if feature in speakers else names.role(value)
        if role:
            del span.values[feature]
            return role
    return names.role(span.layer.rpartition(".")[2])


def _mark(span: MarkedSpan, text: Rebuilt) -> Mark:
    there = text.slice(span.begin, span.end)
    if there is None or there[0] == there[1]:
        fail(span.where, f"a {span.role} covers no text ({span.begin}-{span.end}); remove it or mark the words")
    return made_mark(*there, text.text[slice(*there)], span.where)


class _Reader:
    """Collects annotations over the rows of a file."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.spans: dict[tuple[str, ...], MarkedSpan] = {}
        self.by_number: dict[str, MarkedSpan] = {}
        self.by_unit: dict[str, list[MarkedSpan]] = {}

    def read(self) -> list[MarkedSpan]:
        """All span annotations, in the order of their first rows."""
        layers = [layer for layer in self.table.layers if layer.kind == "span"]
        for unit in self._units():
            for layer in layers:
                self._read_cells(layer, unit)
        return list(self.spans.values())

    def _units(self) -> Iterator[Unit]:
        return (unit for sentence in self.table.sentences for unit in sentence.units)

    def _read_cells(self, layer: Layer, unit: Unit) -> None:
        for feature, column in layer.features.items():
            if "." in feature or feature.startswith("ROLE_"):
                continue  # a slot and its target
            for index, cell in enumerate(stacked(unit.cells[column])):
                suffix = None if cell.endswith("\\]") else _SUFFIX.fullmatch(cell)
                number = suffix[2] if suffix else ""
                value = unescaped_value(suffix[1] if suffix else cell)
                span = self._span(layer, unit, number, index)
                if value:
                    span.values[feature.casefold()] = value

    def _span(self, layer: Layer, unit: Unit, number: str, index: int) -> MarkedSpan:
        """The annotation with this number, grown over this unit, or the one at this place in the unit's stack."""
        key = (layer.name, number) if number else (layer.name, unit.id, str(index))
        span = self.spans.get(key)
        if span is None:
            where = f"{self.table.label}:{unit.line}"
            span = self.spans[key] = MarkedSpan(layer.name, unit.id, unit.begin, unit.end, where, {})
            self.by_unit.setdefault(unit.id, []).append(span)
            if number:
                self.by_number[number] = span
        span.begin, span.end = min(span.begin, unit.begin), max(span.end, unit.end)
        return span

    def related(self) -> Iterator[tuple[MarkedSpan, MarkedSpan]]:
        """The two ends of every relation between spans that have a role."""
        layers = [layer for layer in self.table.layers if layer.reference >= 0]
        for unit in self._units() if layers else ():
            for layer in layers:
                for cell in stacked(unit.cells[layer.reference]):
                    suffix = _SUFFIX.fullmatch(cell)
                    origin = self._end(suffix[1] if suffix else cell, suffix[2] if suffix else "0", layer.base)
                    target = self._end(unit.id, (suffix[3] or "0") if suffix else "0", layer.base)
                    if origin and target and origin.role and target.role:
                        yield origin, target

    def _end(self, unit: str, number: str, base: str) -> MarkedSpan | None:
        """One end of a relation: by its number, or as the annotation of that unit that has none to need one."""
        if number != "0":
            return self.spans.get((base, number)) or self.by_number.get(number)
        there = self.by_unit.get(unit, [])
        return next((span for span in there if span.layer == base), None) or next(
            (span for span in there if span.role), None
        )
