"""The JSON dossier and its published schema."""

from __future__ import annotations

import json

import msgspec

from isnad.dossier import EXPORTERS
from isnad.dossier.schema import SCHEMA_FILE, schema, schema_text
from isnad.model import Dossier

from .cases import small
from .conftest import dossier_of


def test_it_reads_back_as_the_same_dossier() -> None:
    for name in ("small", "empty", "mid"):
        made = EXPORTERS.get("json")(dossier_of(name), "en")
        assert msgspec.json.decode(made.encode(), type=Dossier) == dossier_of(name)


def test_the_interface_language_changes_nothing() -> None:
    assert EXPORTERS.get("json")(small(), "fa") == EXPORTERS.get("json")(small(), "en")


def test_a_file_name_that_is_not_utf8_is_written_as_an_escape() -> None:
    dossier = msgspec.structs.replace(small(), title="caf\udce9.txt")
    made = EXPORTERS.get("json")(dossier, "en")
    made.encode("utf-8")
    assert json.loads(made)["title"] == "caf\udce9.txt"


def test_the_published_schema_is_up_to_date() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(), "run: python -m isnad.dossier.schema"


def test_the_schema_names_every_field_that_is_written() -> None:
    made = json.loads(EXPORTERS.get("json")(small(), "en"))
    definitions = schema()["$defs"]
    assert set(made) == set(definitions["Dossier"]["properties"])
    assert set(made["analyses"][0]) == set(definitions["Analysis"]["properties"])
    assert set(made["analyses"][0]["statements"][0]) == set(definitions["Statement"]["properties"])
    assert set(made["comparison"]["findings"][0]) == set(definitions["Finding"]["properties"])
