"""Progress: nothing when quick, redrawn on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import io
import re

import pytest

from isnad.cli.output import bold, clipped
from isnad.cli.progress import Shown
from isnad.model import Failure
from isnad.pipeline import Counts


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def run(stream: io.StringIO, seconds: float, *, quiet: bool = False, documents: int = 100) -> str:
    clock = Clock()
    progress = Shown(quiet=quiet, stream=stream, clock=clock)
    progress.begin("analyse", documents)
    for _ in range(documents):
        clock.now += seconds / documents
        progress.advance()
    progress.end(Counts())
    return stream.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_a_quick_run_shows_nothing(stream: io.StringIO) -> None:
    assert run(stream, 0.9) == ""


def test_quiet_shows_nothing() -> None:
    assert run(io.StringIO(), 60, quiet=True) == ""


def test_plain_lines_elsewhere() -> None:
    lines = run(io.StringIO(), 20).splitlines()
    assert 3 <= len(lines) <= 5
    assert re.fullmatch(r"analysing: 3\d of 100 documents, 5\.0 documents/s, 1[34] s left", lines[1])
    assert not any("\r" in line for line in lines)


def test_a_terminal_is_redrawn_and_left_clean() -> None:
    shown = run(Terminal(), 20)
    assert "\n" not in shown
    assert shown.endswith("\r\x1b[K")
    assert "time" not in shown


def test_long_waits_are_in_hours() -> None:
    assert "h " in run(io.StringIO(), 100_000, documents=1000).splitlines()[1]


def test_a_stage_of_unknown_length() -> None:
    stream, clock = io.StringIO(), Clock()
    progress = Shown(stream=stream, clock=clock)
    progress.begin("read", None)
    clock.now += 2
    progress.advance()
    clock.now += 6
    progress.advance()
    assert stream.getvalue().splitlines()[-1] == "reading: 2 documents, 0.2 documents/s"


@pytest.mark.parametrize("debug", [False, True])
def test_tracebacks_only_on_demand(debug: bool) -> None:
    stream = io.StringIO()
    Shown(stream=stream, debug=debug).failed(Failure("a.txt", "text", "broken"), "Traceback …\n")
    assert ("Traceback" in stream.getvalue()) is debug


def test_bold_only_where_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert bold("x", io.StringIO()) == "x"
    assert bold("x", Terminal()) == "\x1b[1mx\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert bold("x", Terminal()) == "x"


def test_clipping() -> None:
    assert clipped("a\n  b", 10) == "a b"
    assert clipped("abcdef", 4) == "abc…"
