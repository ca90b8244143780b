"""Articles as JSON: an array, an object, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from isnad.errors import ReadError
from isnad.model import Failure
from isnad.read.base import STEP, Metadata, Raw, Source, make_raw
from isnad.read.dates import iso_date
from isnad.read.plain import checked
from isnad.text.decode import decode

_TEXT = ("text", "content", "body", "articleBody")
_OUTLET = ("outlet", "source", "publisher", "site")
_DATE = ("date", "published", "date_published", "datePublished", "date_extracted")
_URL = ("url", "link")
_TITLE = ("title", "headline")
_AUTHOR = ("author", "byline")
_LISTS = ("articles", "documents", "items")
_NAMED = 5


def read_records(source: Source) -> Iterator[Raw | Failure]:
    """One document a record, named ``file#number``; one failure for all records without text."""
    text = decode(checked(source.name, source.load()), source.name).text
    without: list[int] = []
    count = 0
    single = False
    for number, record, problem in _records(text, source.name):
        count += 1
        single = number == 0
        if problem is not None:
            yield Failure(f"{source.name}#{number}", STEP, problem)
            continue
        raw = _raw(source, number, record)
        if raw is None:
            without.append(number)
        else:
            yield raw
    if without or not count:
        yield Failure(source.name, STEP, _no_text(source.name, without, count, single))


def _no_text(name: str, without: list[int], count: int, single: bool) -> str:
    if not count or single:
        return f"{name}: holds no article; a record needs a field text or content"
    some = ", ".join(map(str, without[:_NAMED])) + (" …" if len(without) > _NAMED else "")
    return f"{name}: {len(without)} of {count} records have no field text or content (number {some}); add it"


def _records(text: str, name: str) -> Iterator[tuple[int, Any, str | None]]:
    """(number, record, problem); number 0 for the one record of a file that is a single object."""
    try:
        whole = json.loads(text)
    except ValueError:
        yield from _lines(text, name)
        return
    except RecursionError:
        raise ReadError(f"{name}: its JSON is nested too deep; give an array of articles") from None
    if isinstance(whole, dict):
        whole = next((whole[key] for key in _LISTS if isinstance(whole.get(key), list)), whole)
    if isinstance(whole, list):
        yield from ((number, record, None) for number, record in enumerate(whole, 1))
    else:
        yield 0, whole, None


def _lines(text: str, name: str) -> Iterator[tuple[int, Any, str | None]]:
    """JSON lines; the first line must be JSON, or the file is something else."""
    good = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line), None
            good = True
        except (ValueError, RecursionError) as error:
            if not good:
                raise ReadError(f"{name}: is neither JSON nor JSON lines ({error}); mend line {number}") from None
            yield number, None, f"{name}:{number}: is no JSON ({error}); mend the line"


def _raw(source: Source, number: int, record: Any) -> Raw | None:
    content = _first(record, _TEXT) if isinstance(record, dict) else None
    if content is None:
        return None
    found = Metadata(
        outlet=_first(record, _OUTLET, strip=True),
        url=_first(record, _URL, strip=True),
        date=next((date for key in _DATE if (date := iso_date(_text(record.get(key))))), None),
        title=_first(record, _TITLE, strip=True),
        author=_first(record, _AUTHOR, strip=True),
    )
    name = f"{source.name}#{number}" if number else source.name
    data = _with_title(content, found.title).encode("utf-8", "replace")
    return make_raw(name, data, "text/plain", found, "record", source.sidecar)


def _with_title(content: str, title: str | None) -> str:
    """The headline is part of a report: it stands above the content unless the content has it already."""
    if title is None or title in content[: 2 * len(title) + 40]:
        return content
    return f"{title}\n\n{content}"


def _first(record: dict[str, Any], keys: tuple[str, ...], strip: bool = False) -> str | None:
    for key in keys:
        value = _text(record.get(key))
        if value and value.strip():
            return value.strip() if strip else value
    return None


def _text(value: object) -> str | None:
    """A text field; publisher and the like may be objects with a name."""
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None
