r"""WebAnno TSV 3.x as a table: its layers, and its sentences with a row for every token and sub-token.

The user guide of INCEpTION describes it (https://inception-project.github.io/, "WebAnno TSV 3.3 File format").  A
header declares the columns, layer by layer; each sentence has its text in ``#Text=`` lines; a row has the number of the
unit, its offsets, its words and a cell for each column.  In cells ``_`` is no annotation, ``|`` separates stacked ones
and ``\`` escapes.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from isnad.extract.marks.base import Source, fail, shown

_FORMAT = re.compile(r"#FORMAT=WebAnno TSV 3\.([0-9]{1,2})\s*")
_LAYER = re.compile(r"#T_(SP|RL|CH)=(.*)")
_UNIT = re.compile(r"[0-9]{1,9}-[0-9]{1,9}(?:\.[0-9]{1,9})?")
_OFFSETS = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_TEXT = "#Text="
_STACKED = re.compile(r"(?:\\.|[^|])+", re.DOTALL)
_PLAIN_ESCAPES = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b", "\\": "\\"}

LayerKind = Literal["span", "relation", "chain"]
_KINDS: dict[str, LayerKind] = {"SP": "span", "RL": "relation", "CH": "chain"}


class Layer(NamedTuple):
    """A layer with its columns: name of the feature to index of the cell. ``base`` is the layer that a relation
    relates, ``reference`` the column that says where it comes from."""

    name: str
    kind: LayerKind
    features: dict[str, int]
    base: str = ""
    reference: int = -1

    @property
    def short(self) -> str:
        """The name as people know it, without the package."""
        return self.name.rpartition(".")[2]


class Unit(NamedTuple):
    """A token or sub-token; offsets as they are in the file."""

    id: str
    begin: int
    end: int
    words: str
    cells: list[str]
    line: int


class Sentence(NamedTuple):
    """A sentence with its text, in one piece."""

    text: str
    units: list[Unit]
    line: int


class Table(NamedTuple):
    """A whole file."""

    label: str
    minor: int
    layers: list[Layer]
    sentences: list[Sentence]


def is_webanno(text: str) -> bool:
    """Whether a file begins as WebAnno TSV 3 does."""
    return _FORMAT.match(text) is not None


def read_table(source: Source) -> Table:
    """The table of a file; ``DataError`` with the line where it is malformed."""
    # Not splitlines: a sentence may hold characters that Python takes for line ends.
    lines = [line.removesuffix("\r") for line in source.text.split("\n")]
    version = _FORMAT.fullmatch(lines[0])
    if version is None:
        fail(f"{source.label}:1", "does not say #FORMAT=WebAnno TSV 3.x; export as WebAnno TSV v3.3")
    minor = int(version[1])
    layers: list[Layer] = []
    body = _header(source.label, lines, layers)
    width = sum(_width(layer) for layer in layers)
    return Table(source.label, minor, layers, _sentences(source.label, lines, body, width, minor))


def _header(label: str, lines: list[str], layers: list[Layer]) -> int:
    """Fill ``layers``; the index of the first line after the header."""
    column = 0
    for number, line in enumerate(lines[1:], 1):
        declared = _LAYER.fullmatch(line)
        if declared:
            layer = _layer(_KINDS[declared[1]], declared[2], column)
            if not layer.name:
                fail(f"{label}:{number + 1}", "names no layer; export the file again")
            layers.append(layer)
            column += _width(layer)
        elif line.strip():
            return number
    return len(lines)


def _layer(kind: LayerKind, declared: str, first: int) -> Layer:
    name, *columns = declared.split("|")
    # A layer without features has one column all the same; the header shows it as an empty name.
    named = [column for column in columns if column] or [""]
    features = {column: first + index for index, column in enumerate(named)}
    last = named[-1]
    if kind == "relation" and last.startswith("BT_"):
        features.pop(last)
        return Layer(name, kind, features, last.removeprefix("BT_"), first + len(named) - 1)
    return Layer(name, kind, features)


def _width(layer: Layer) -> int:
    return len(layer.features) + (layer.reference >= 0)


def _sentences(label: str, lines: list[str], body: int, width: int, minor: int) -> list[Sentence]:
    out: list[Sentence] = []
    fresh = False
    texts: list[str] = []
    for number, line in enumerate(lines[body:], body + 1):
        if line.startswith(_TEXT):
            texts = [*texts, line.removeprefix(_TEXT)] if fresh else [line.removeprefix(_TEXT)]
            fresh = True
        elif line.startswith("#") or not line.strip():
            continue
        else:
            unit = _unit(f"{label}:{number}", line, width, number)
            if fresh:
                out.append(Sentence(unescaped_text("\n".join(texts), minor), [], number))
                fresh = False
            if not out:
                fail(f"{label}:{number}", "a token stands before the first #Text= line; export the file again")
            out[-1].units.append(unit)
    return out


def _unit(where: str, line: str, width: int, number: int) -> Unit:
    cells = line.split("\t")
    if len(cells) < 3 + width:
        fail(where, f"has {len(cells)} cells, the header declares {3 + width}; export the file again")
    if not _UNIT.fullmatch(cells[0]):
        fail(where, f"{shown(cells[0])} is no token number like 1-2 or 1-2.1; export the file again")
    offsets = _OFFSETS.fullmatch(cells[1])
    if not offsets or int(offsets[1]) > int(offsets[2]):
        fail(where, f"{shown(cells[1])} is no begin-end; export the file again")
    return Unit(cells[0], int(offsets[1]), int(offsets[2]), cells[2], cells[3:], number)


def unescaped_text(text: str, minor: int) -> str:
    r"""Text without its escapes: up to version 3.1 those of Java (``\u0628``), later a few."""
    if "\\" not in text:
        return text
    if minor >= 2:
        return re.sub(r"\\([tnfrb\\]|[\x00-\x1f])", lambda match: _PLAIN_ESCAPES.get(match[1], match[1]), text)
    units = re.sub(r"\\(?:u+([0-9A-Fa-f]{4})|(.))", _java, text, flags=re.DOTALL)
    # Java writes what lies beyond the basic plane as two escapes.
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _java(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _PLAIN_ESCAPES.get(match[2], match[2])


def stacked(cell: str) -> list[str]:
    """The annotations of a cell."""
    if cell == "_":
        return []
    if "\\" not in cell:
        return cell.split("|")
    return _STACKED.findall(cell)


def unescaped_value(value: str) -> str | None:
    r"""A feature's value; ``*`` is none."""
    if value == "*":
        return None
    return re.sub(r"\\(->|.)", lambda match: {"t": "\t", "n": "\n"}.get(match[1], match[1]), value, flags=re.DOTALL)
