"""Rendered dossiers and a browser. Without Chromium the browser tests fail: a page nobody looked at is not tested."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from isnad.dossier import EXPORTERS
from isnad.model import Dossier

from .cases import empty, small
from .hostile import hostile
from .large import large

CHROMIUM = Path("/usr/bin/chromium")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
_CASES: dict[str, Callable[[], Dossier]] = {
    "small": small,
    "empty": empty,
    "hostile": hostile,
    "mid": functools.partial(large, 60),
    "large": functools.partial(large, 500),
}


@functools.cache
def dossier_of(name: str) -> Dossier:
    """A fictional case by name, built once."""
    return _CASES[name]()


@functools.cache
def page_of(name: str, language: str) -> str:
    """The HTML of a fictional case, rendered once."""
    return EXPORTERS.get("html")(dossier_of(name), language)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium as Debian installs it."""
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=_ARGUMENTS)
        yield opened
        opened.close()
