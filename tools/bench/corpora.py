"""The texts to measure on: generated reports, and real news where it is present beside the project."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared" / "bench"


def saudinewsnet(files: int | None = None) -> list[dict[str, Any]]:
    """The articles of SaudiNewsNet (Alhagri 2015), of the first files or of all; none where it is not present."""
    rows: list[dict[str, Any]] = []
    for path in sorted((SHARED / "saudinewsnet").glob("*.zip"))[:files]:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".json"):
                    rows += json.loads(archive.read(name))
    return rows
