"""The pictures of the documentation, made from the example case in Debian's Chromium: run after the dossier changes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
CASE = Path(__file__).parent.parent / "examples" / "harbour"
CHROMIUM = "/usr/bin/chromium"
_SHOTS = (
    ("disputes", "dossier", 1150),
    ("chains", "chains", 900),
    ("copies", "copies", 900),
    ("timeline", "timeline", 620),
    ("events", "events", 1000),
    ("circles", "circles", 640),
    ("entities", "people", 620),
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def shoot(page: Page, dossier: Path, anchor: str, name: str, height: int) -> None:
    """One picture of the dossier from the heading with this id on."""
    page.set_viewport_size({"width": 1280, "height": height})
    page.goto(f"{dossier.as_uri()}#{anchor}")
    page.screenshot(path=PICTURES / f"{name}.png")


def main() -> None:
    """Make the example's dossier and take its pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        dossier = Path(folder) / "dossier.html"
        subprocess.run([sys.executable, "-m", "isnad", "dossier", str(CASE), "-o", str(dossier)], check=True)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        for anchor, name, height in _SHOTS:
            shoot(page, dossier, anchor, name, height)
        browser.close()


if __name__ == "__main__":
    main()
