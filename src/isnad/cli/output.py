"""Writing: data to stdout, messages to stderr, files whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

from isnad.errors import RunError


def data(line: str) -> None:
    """A line of data on stdout, in UTF-8 whatever the terminal is set to."""
    sys.stdout.buffer.write(line.encode("utf-8", "surrogateescape") + b"\n")


def message(line: str) -> None:
    """A line for the person on stderr."""
    stream = sys.stderr
    encoding = stream.encoding or "utf-8"
    print(line.encode(encoding, "replace").decode(encoding), file=stream)


def bold(text: str, stream: TextIO) -> str:
    """``text`` made bold where ``stream`` is a terminal that shows it and the person has not said no."""
    shown = stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return f"\x1b[1m{text}\x1b[0m" if shown else text


def write_file(path: Path, content: str) -> None:
    """Write ``path`` whole or leave it as it was; raises ``RunError`` if it cannot be written."""
    try:
        if path.exists() and not path.is_file():
            path.write_text(content, encoding="utf-8", newline="")
            return
        _replace(path, content)
    except OSError as error:
        raise RunError(f"{path}: cannot be written ({error.strerror or error}); choose another with -o") from error


def _replace(path: Path, content: str) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def clipped(text: str, width: int) -> str:
    """``text`` on one line, at most ``width`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: max(0, width - 1)] + "…"
