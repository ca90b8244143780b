"""Keys of rows: what a row was derived from, as one hash.

A row's key covers the step, the version of its code, the keys of its inputs, the options it depends on and the
language resources.  The same key means the same row, so it need not be made again; and a changed input changes the
keys of everything behind it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from isnad import __version__
from isnad.model.ids import Part, tagged
from isnad.pipeline.base import DOCUMENT, CaseStep, Options, Resources, Step
from isnad.store import Row

# Rooms that every step may use: a change in them may change any step's result.
SHARED_ROOMS = ("lang", "model", "text")


def row_key(step: str, version: str, inputs: Sequence[str], options: Sequence[str], resources: str) -> str:
    """The key of the row that ``step`` makes of these inputs: ``row:`` and 32 hex digits."""
    parts: list[Part] = [step, version, len(inputs), *inputs, len(options), *options, resources]
    return tagged("row", *parts, digits=32)


def planned_row(
    step: Step | CaseStep, document: str | None, inputs: Sequence[str], options: Options, resources: Resources
) -> Row:
    """The row that ``step`` is going to make, all but its payload."""
    chosen = step.options_key(options, resources)
    key = row_key(step.name, step.version, inputs, chosen, resources.builtin)
    return Row(key, step.name, step.version, document, tuple(inputs), chosen, resources.builtin, b"")


def plan(document: str, steps: Iterable[Step], options: Options, resources: Resources) -> dict[str, Row]:
    """The rows of the document with this key, by step, before anything is run."""
    rows: dict[str, Row] = {}
    keys: dict[str, str] = {DOCUMENT: document}
    for step in steps:
        rows[step.name] = planned_row(step, document, [keys[name] for name in step.inputs], options, resources)
        keys[step.name] = rows[step.name].key
    return rows


def verified_key(row: Row) -> str:
    """The key that ``row`` should have, made again from what it says it was derived from."""
    return row_key(row.step, row.version, row.inputs, row.options, row.resources)


@cache
def code_version(rooms: tuple[str, ...], packages: tuple[str, ...] = ()) -> str:
    """The version of a step: 12 hex digits over the source of its rooms and the shared ones, and over the versions of
    the packages it relies on.

    A number counted up by hand is forgotten exactly once, and then a rerun mixes rows of two programs.
    """
    parts: list[str] = [unicodedata.unidata_version]
    for room in sorted({*rooms, *SHARED_ROOMS}):
        parts += _sources(room)
    parts += (f"{name} {_package_version(name)}" for name in packages)
    return tagged("v", *parts, digits=12).removeprefix("v:")


def _sources(room: str) -> list[str]:
    found = _python_files(files("isnad").joinpath(room), room)
    return [f"{name} {digest}" for name, digest in sorted(found.items())] or [f"{room} {__version__}"]


def _python_files(folder: Traversable, name: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    if not folder.is_dir():
        return found
    for entry in folder.iterdir():
        if entry.name.endswith(".py"):
            found[f"{name}/{entry.name}"] = hashlib.sha256(entry.read_bytes()).hexdigest()
        elif entry.is_dir():
            found.update(_python_files(entry, f"{name}/{entry.name}"))
    return found


def _package_version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
