"""Texts and cases for the tests of entities, all invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from isnad.claim.entities import find_mentions
from isnad.extract import extract
from isnad.model import Document
from isnad.model.entity import Mention
from isnad.text import make_text
from isnad.text.outlets import load_outlets

Reader = Callable[..., tuple[Mention, ...]]


@pytest.fixture
def mentions() -> Reader:
    """Reads the mentions of a report given as plain text."""

    def read(content: str, name: str = "report.txt") -> tuple[Mention, ...]:
        data = content.encode("utf-8", "surrogatepass")
        text = make_text(Document("doc:x", name, "0", "text/plain", len(data)), data)
        return find_mentions(text, extract(text), load_outlets())

    return read
