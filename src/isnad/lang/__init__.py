"""Languages as folders of commented data (`ar/`, `fa/`, `en/`), the outlet table, and their checker."""

from __future__ import annotations

import hashlib
from functools import cache

from isnad.lang.tables import ROOT

LANGUAGES = ("ar", "fa", "en")


@cache
def resources_hash() -> str:
    """SHA-256 over all data files: part of every derived row's key, so that an edited lexicon redoes its rows."""
    digest = hashlib.sha256()
    for path in sorted(ROOT.rglob("*.tsv")):
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
