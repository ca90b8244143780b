"""Authority files that a case may bring: who is who under which id, as CSV or as FollowTheMoney JSON lines."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import msgspec

from isnad.errors import DataError
from isnad.model.entity import MentionKind

_KINDS: dict[str, MentionKind] = {
    "person": "person",
    "organization": "organisation",
    "organisation": "organisation",
    "company": "organisation",
    "publicbody": "organisation",
    "legalentity": "organisation",
    "address": "place",
    "place": "place",
}
_NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")


class Known(msgspec.Struct, frozen=True):
    """One row of an authority file: an id (a Wikidata QID, say), every name, and the kind when the file gives it."""

    id: str
    names: tuple[str, ...]
    kind: MentionKind | None = None


def load_authority(path: Path) -> tuple[Known, ...]:
    """The rows of an authority file.

    CSV: a header with ``name`` (or ``names``: any script, separated by ``|``) and ``qid`` (or ``id``), optional
    ``kind``.  JSON lines (``.jsonl``, ``.ftm``, ``.json``): FollowTheMoney entities.  Raises ``DataError`` with the
    line that cannot be read.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DataError(f"{path.name}: cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError:
        raise DataError(f"{path.name}: is not UTF-8; save it as UTF-8") from None
    return _from_json(text, path.name) if path.suffix in (".jsonl", ".json", ".ftm") else _from_csv(text, path.name)


def _from_csv(text: str, name: str) -> tuple[Known, ...]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    fields = {field.strip().lower(): field for field in rows.fieldnames or () if field}
    names, ids = fields.get("names") or fields.get("name"), fields.get("qid") or fields.get("id")
    if names is None or ids is None:
        raise DataError(f"{name}:1: columns names and qid are wanted, separated by commas")
    found = []
    try:
        for row in rows:
            known = _known(row.get(ids) or "", (row.get(names) or "").split("|"), row.get(fields.get("kind", "")) or "")
            if known is not None:
                found.append(known)
    except csv.Error as error:
        raise DataError(f"{name}:{rows.line_num}: {error}") from None
    return tuple(found)


def _from_json(text: str, name: str) -> tuple[Known, ...]:
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            entity = msgspec.json.decode(line)
            values = entity["properties"]
            schema = str(entity["schema"])
            names = [str(value) for key in _NAMES for value in _listed(values.get(key))]
            ids = _listed(values.get("wikidataId"))
            known = _known(str(ids[0]) if ids else str(entity["id"]), names, schema)
        except (msgspec.DecodeError, KeyError, TypeError, AttributeError, RecursionError):
            raise DataError(f"{name}:{number}: is no FollowTheMoney entity (id, schema, properties)") from None
        if known is not None:
            found.append(known)
    return tuple(found)


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def _known(key: str, names: list[str], kind: str) -> Known | None:
    """A row with an id and a name; others are left out (an address without a caption, an empty line)."""
    kept = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    return Known(key.strip(), kept, _KINDS.get(kind.strip().lower())) if key.strip() and kept else None
