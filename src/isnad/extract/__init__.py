"""Statements of a text: who says what, by which cue. Engines are asked for by name."""

from __future__ import annotations

from collections.abc import Callable

from isnad.model import Statement, Text
from isnad.plugins import Registry

Engine = Callable[[Text], tuple[Statement, ...]]

ENGINES: Registry[Engine] = Registry("engine", {"rules": "isnad.extract.engine:extract_by_rules"})


def extract(text: Text, engine: str = "rules") -> tuple[Statement, ...]:
    """The statements of one text by the named engine, in order of their cues."""
    return ENGINES.get(engine)(text)
