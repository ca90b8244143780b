"""The shapes of the pipeline: steps as a table, what a step is given, options, and who is told of progress."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import msgspec

from isnad.lang.outlets import OutletTable
from isnad.model import Analysis, Document, Failure, Resolution

DOCUMENT = "document"


class Options(msgspec.Struct, frozen=True):
    """What a person may choose about a run.

    ``jobs`` is the number of processes (None: one a core) and changes nothing in the result.  ``outlets`` are
    outlet tables to use besides the built-in one and those that lie beside the reports.  ``not_reports`` are files to
    leave out where they lie in a folder of reports: the dossier itself.  ``marks`` is a file with statements to use
    instead of those of ``engine``, ``authority`` are files that say who is who.
    """

    title: str | None = None
    engine: str = "rules"
    jobs: int | None = None
    outlets: tuple[Path, ...] = ()
    not_reports: tuple[Path, ...] = ()
    marks: tuple[Path, ...] = ()
    authority: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Resources:
    """The data the steps depend on: the built-in resources' hash, and the tables, marks and authority files given with
    the reports."""

    builtin: str
    outlet_files: tuple[Path, ...] = ()
    outlets_hash: str = ""
    marks_hash: str = ""
    authority_hash: str = ""


@dataclass(frozen=True)
class Given:
    """What a per-document step may look at: the document, its bytes, and what earlier steps found in it."""

    document: Document
    data: bytes
    options: Options
    resources: Resources
    outlets: Callable[[], OutletTable]
    found: Mapping[str, Any]


OptionsKey = Callable[[Options, Resources], tuple[str, ...]]


def no_options(_options: Options, _resources: Resources) -> tuple[str, ...]:
    """For a step that no option and no table of the case changes."""
    return ()


@dataclass(frozen=True)
class Step:
    """A per-document step: its name and version, the steps whose rows it takes (``DOCUMENT`` for the bytes), the
    type its row decodes to, what to run, and the options its result depends on."""

    name: str
    version: str
    inputs: tuple[str, ...]
    output: Any
    run: Callable[[Given], Any]
    options_key: OptionsKey = no_options


@dataclass(frozen=True)
class CaseGiven:
    """What a step over the whole case may look at; ``resolution`` is empty for the step that makes it."""

    analyses: Sequence[Analysis]
    outlets: OutletTable
    options: Options
    resolution: Resolution = field(default_factory=Resolution)


@dataclass(frozen=True)
class CaseStep:
    """A step over all analyses of a case; ``inputs`` are per-document steps and case steps before it."""

    name: str
    version: str
    inputs: tuple[str, ...]
    output: Any
    run: Callable[[CaseGiven], Any]
    options_key: OptionsKey = no_options


class Raw(Protocol):
    """What reading gives: a document and its bytes."""

    @property
    def document(self) -> Document:
        """What is known of the document."""

    @property
    def data(self) -> bytes:
        """Its bytes as they were read."""


@dataclass(frozen=True)
class Steps:
    """The table of steps: what reads the documents, what runs on each in order, and what runs on the case: ``resolve``
    says who is who, ``compare`` what agrees and differs."""

    read: Callable[[Sequence[Path]], Iterable[Raw | Failure]]
    document: tuple[Step, ...]
    resolve: CaseStep | None = None
    compare: CaseStep | None = None

    def until(self, name: str) -> Steps:
        """The per-document steps up to and with ``name``, and no case step."""
        names = [step.name for step in self.document]
        return Steps(self.read, self.document[: names.index(name) + 1])

    def all(self) -> tuple[Step | CaseStep, ...]:
        """Every step, in order."""
        return (*self.document, *(step for step in (self.resolve, self.compare) if step))

    def versions(self) -> dict[str, str]:
        """The version of every step."""
        return {step.name: step.version for step in self.all()}

    def outputs(self) -> dict[str, Any]:
        """The type every step's row decodes to."""
        return {step.name: step.output for step in self.all()}


@dataclass
class Counts:
    """How many rows a run made and how many it found ready, by step."""

    done: dict[str, int] = field(default_factory=dict)
    reused: dict[str, int] = field(default_factory=dict)

    def add_done(self, step: str) -> None:
        """One more row of ``step`` was made."""
        self.done[step] = self.done.get(step, 0) + 1

    def add_reused(self, step: str) -> None:
        """One more row of ``step`` was there already."""
        self.reused[step] = self.reused.get(step, 0) + 1


class Progress(Protocol):
    """Who is told how a run gets on.  Called in the parent process only."""

    def begin(self, stage: str, total: int | None) -> None:
        """A stage (``read``, ``analyse``, ``compare``) begins, with so many documents if that is known."""

    def advance(self) -> None:
        """One more document of the stage is through, well or not."""

    def failed(self, failure: Failure, trace: str | None) -> None:
        """A document failed; ``trace`` is the traceback if the error was unexpected."""

    def end(self, counts: Counts) -> None:
        """The run is over."""


class Quiet:
    """Progress that nobody is told of."""

    def begin(self, stage: str, total: int | None) -> None:
        """Nothing is shown."""

    def advance(self) -> None:
        """Nothing is shown."""

    def failed(self, failure: Failure, trace: str | None) -> None:
        """Nothing is shown."""

    def end(self, counts: Counts) -> None:
        """Nothing is shown."""


@dataclass(frozen=True)
class Work:
    """What every worker needs besides the document: sent to it once."""

    steps: tuple[Step, ...]
    options: Options
    resources: Resources


@dataclass(frozen=True)
class Task:
    """One document to work on: its bytes, and the rows it has already (by step, encoded)."""

    key: str
    document: Document
    data: bytes
    ready: dict[str, bytes]


@dataclass(frozen=True)
class Outcome:
    """What became of a task: new rows by step (encoded, in order), and the failure that ended it, if any."""

    key: str
    made: tuple[tuple[str, bytes], ...]
    failure: Failure | None = None
    trace: str | None = None
