"""A case as a file: HTML to read and print, JSON to compute with, Markdown to paste.

Every exporter is a pure function of the dossier and the interface language: same dossier, same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from isnad.errors import UsageError
from isnad.model import Dossier
from isnad.plugins import Registry

Exporter = Callable[[Dossier, str], str]

EXPORTERS: Registry[Exporter] = Registry(
    "exporter",
    {
        "html": "isnad.dossier.html:render",
        "json": "isnad.dossier.as_json:render",
        "md": "isnad.dossier.markdown:render",
    },
)

SUFFIXES = {".html": "html", ".htm": "html", ".json": "json", ".md": "md", ".markdown": "md"}

__all__ = ["EXPORTERS", "SUFFIXES", "Exporter", "exporter_for"]


def exporter_for(path: str | Path) -> str:
    """The name of the exporter for a file, by its suffix; ``UsageError`` lists the known suffixes otherwise."""
    suffix = Path(path).suffix.lower()
    try:
        return SUFFIXES[suffix]
    except KeyError:
        known = ", ".join(SUFFIXES)
        raise UsageError(f"{path}: the suffix {suffix!r} names no dossier format; known: {known}") from None
