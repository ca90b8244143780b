"""The truth of an example case as gold: marks relative to a passage, found again in each report's clean text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import msgspec

from isnad.errors import DataError, UsageError
from isnad.evaluate.base import GoldDocument, Mark, Range, check_ranges
from isnad.model import Failure, Text
from isnad.read import read_paths
from isnad.text import make_text

# A passage that stands twice is meant where it is read, not where the page repeats it.
_REPEATED = frozenset({"boilerplate", "related_link", "pull_quote", "repeat"})


class _Statement(msgspec.Struct, frozen=True):
    document: str
    passage: str
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    kind: str | None = None
    who: str | None = None


class _Report(msgspec.Struct, frozen=True):
    document: str


class _Truth(msgspec.Struct, frozen=True):
    reports: tuple[_Report, ...]
    statements: tuple[_Statement, ...]


def read_truth(path: Path) -> list[GoldDocument]:
    """The reports beside a ``truth.json`` with the statements it tells of.

    Raises ``UsageError`` if it cannot be read, ``DataError`` if it is malformed or does not fit the reports.
    """
    try:
        truth = msgspec.json.decode(path.read_bytes(), type=_Truth)
    except OSError as error:
        raise UsageError(f"{path}: the truth cannot be read ({error.strerror or error})") from error
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{path}: this is no truth of a case ({error})") from error
    texts = _texts(path)
    marks: dict[str, list[Mark]] = defaultdict(list)
    for one in truth.statements:
        marks[one.document].append(_mark(one, texts, path))
    names = dict.fromkeys((*(report.document for report in truth.reports), *marks))
    return [GoldDocument(name, _text(texts, name, path), tuple(marks[name])) for name in names]


def _texts(path: Path) -> dict[str, Text]:
    texts = {}
    for item in read_paths([path.parent]):
        if isinstance(item, Failure):
            raise DataError(f"{path.parent}: {item.reason}")
        texts[item.document.name] = make_text(item.document, item.data)
    return texts


def _text(texts: dict[str, Text], name: str, path: Path) -> Text:
    try:
        return texts[name]
    except KeyError:
        raise DataError(f"{path}: report {name!r} is not beside it") from None


def _mark(one: _Statement, texts: dict[str, Text], path: Path) -> Mark:
    at = _place(_text(texts, one.document, path), one.passage)
    if at is None:
        raise DataError(f"{path}: the passage {one.passage[:60]!r} is not in the text of {one.document}")
    check_ranges((Mark(one.cue, one.source, one.content),), len(one.passage), f"{path}: {one.document}")
    source = None if one.source is None else _moved(one.source, at)
    return Mark(_moved(one.cue, at), source, tuple(_moved(piece, at) for piece in one.content), one.kind, one.who)


def _moved(place: Range, by: int) -> Range:
    return place[0] + by, place[1] + by


def _place(text: Text, passage: str) -> int | None:
    places: Sequence[int] = _found(text.clean, passage)
    for at in places:
        if not any(s.start <= at < s.end and s.kind in _REPEATED for s in text.segments):
            return at
    return places[0] if places else None


def _found(text: str, passage: str) -> list[int]:
    places = []
    at = text.find(passage)
    while at >= 0:
        places.append(at)
        at = text.find(passage, at + 1)
    return places
