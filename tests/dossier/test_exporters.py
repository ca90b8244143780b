"""The room's door, and what all exporters share: determinism, speed, whole cases."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import lxml.html
import pytest

from isnad.dossier import EXPORTERS, exporter_for
from isnad.dossier.words import LANGUAGES
from isnad.errors import UsageError

from .cases import small
from .conftest import dossier_of
from .large import large

_HASHES = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from dossier.cases import small
from dossier.large import large
from isnad.dossier import EXPORTERS
for dossier in (small(), large(12)):
    for name in EXPORTERS:
        for language in ("en", "ar", "fa"):
            print(hashlib.sha256(EXPORTERS.get(name)(dossier, language).encode()).hexdigest())
"""


def test_names_and_suffixes() -> None:
    assert list(EXPORTERS) == ["html", "json", "md"]
    assert exporter_for("case.html") == exporter_for(Path("x/CASE.HTM")) == "html"
    assert exporter_for("case.json") == "json"
    assert exporter_for("a.b.md") == exporter_for("a.markdown") == "md"
    with pytest.raises(UsageError, match=r"case\.pdf.*\.html"):
        exporter_for("case.pdf")


@pytest.mark.parametrize("name", list(EXPORTERS))
def test_an_unknown_interface_language_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="'de'"):
        EXPORTERS.get(name)(small(), "de")


def test_the_same_dossier_gives_the_same_bytes_in_any_process() -> None:
    folder = str(Path(__file__).parents[1])
    runs = [
        subprocess.run(
            [sys.executable, "-c", _HASHES, folder],
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(set(runs[0].split())) == 2 * (3 + 3 + 1)


@pytest.mark.parametrize("name", list(EXPORTERS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_can_be_exported(name: str, language: str) -> None:
    for case in ("small", "empty", "mid"):
        assert EXPORTERS.get(name)(dossier_of(case), language).endswith("\n")


def test_markdown_has_the_sections_of_the_page() -> None:
    made = EXPORTERS.get("md")(small(), "en")
    page = lxml.html.document_fromstring(EXPORTERS.get("html")(small(), "en"))
    assert [line[3:] for line in made.splitlines() if line.startswith("## ")] == [
        title.text_content() for title in page.findall(".//h2")
    ]
    assert "Isnad does not say what is true" in made
    assert "الأمر صدر من الشركة المالكة" in made


def test_rendering_grows_with_the_case_and_not_faster() -> None:
    """Four times the reports may take six times as long: room for noise, none for a square (16)."""
    render = EXPORTERS.get("html")
    few, many = large(100), large(400)
    render(few, "en")
    times = [min(_timed(render, case) for _ in range(2)) for case in (few, many)]
    assert times[1] / times[0] < 6.5
    assert times[1] < 15


def _timed(render: object, case: object) -> float:
    start = time.perf_counter()
    render(case, "en")  # type: ignore[operator]
    return time.perf_counter() - start
