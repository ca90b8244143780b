"""Progress on stderr: a line that is redrawn on a terminal, plain lines now and then elsewhere, nothing when quick."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from isnad.model import Failure
    from isnad.pipeline import Counts

# What is over within a second needs no progress.
PATIENCE = 1.0
REDRAW = 0.1
PLAIN_EVERY = 5.0
# A rate from less than this says nothing.
LEAST_TO_GO_BY = 0.5

NAMES = {"read": "reading", "analyse": "analysing", "compare": "comparing", "copies": "looking for copies"}


class Shown:
    """Draws how a run gets on; ``quiet`` draws nothing, ``debug`` shows the traceback of unexpected errors."""

    def __init__(
        self,
        *,
        quiet: bool = False,
        debug: bool = False,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._quiet = quiet
        self._debug = debug
        self._stream = stream or sys.stderr
        self._clock = clock
        self._terminal = self._stream.isatty()
        self._started = clock()
        self._stage = ""
        self._first_done_at: float | None = None
        self._drawn_at = float("-inf")
        self._drawn = False
        self._total: int | None = None
        self._done = 0

    def begin(self, stage: str, total: int | None) -> None:
        """A stage begins."""
        self._stage, self._total, self._done = NAMES.get(stage, stage), total, 0
        self._first_done_at = None
        self._draw()

    def advance(self) -> None:
        """One more document is through."""
        self._done += 1
        if self._first_done_at is None:
            self._first_done_at = self._clock()
        self._draw()

    def failed(self, failure: Failure, trace: str | None) -> None:
        """A document failed; the list of failures comes at the end, tracebacks at once if asked for."""
        if trace and self._debug:
            self.clear()
            self._stream.write(f"{failure.document}: {failure.step}:\n{trace}")

    def end(self, counts: Counts) -> None:  # noqa: ARG002 (the pipeline says it)
        """The run is over."""
        self.clear()

    def clear(self) -> None:
        """Take the progress line away, if there is one."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._drawn = False

    def _draw(self) -> None:
        now = self._clock()
        every = REDRAW if self._terminal else PLAIN_EVERY
        if self._quiet or now - self._started < PATIENCE or now - self._drawn_at < every:
            return
        self._drawn_at = now
        line = self._line(now)
        self._stream.write(f"\r\x1b[K{line}" if self._terminal else f"{line}\n")
        self._stream.flush()
        self._drawn = self._terminal

    def _line(self, now: float) -> str:
        if not self._done or self._first_done_at is None:
            return self._stage
        of = "" if self._total is None else f" of {self._total}"
        line = f"{self._stage}: {self._done}{of} documents"
        # From the first one on: it pays for the start of the processes and the loading of the lexicons.
        past = now - self._first_done_at
        if past < LEAST_TO_GO_BY:
            return line
        rate = (self._done - 1) / past
        line += f", {rate:.1f} documents/s"
        if self._total is not None and rate:
            line += f", {_spoken((self._total - self._done) / rate)} left"
        return line


def _spoken(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
