"""The JSON Schema of a dossier, made from the structs: ``python -m isnad.dossier.schema [FILE]`` writes it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from isnad.model import Dossier

SCHEMA_FILE = Path(__file__).parents[3] / "docs" / "dossier-schema.json"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that ``isnad dossier -o case.json`` keeps to."""
    made = msgspec.json.schema(Dossier)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "isnad dossier"}
    return head | made


def schema_text() -> str:
    """The schema as it stands in ``docs/dossier-schema.json``."""
    return json.dumps(schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else SCHEMA_FILE
    target.write_text(schema_text(), encoding="utf-8")
