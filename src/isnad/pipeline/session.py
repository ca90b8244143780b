"""One run over a case: read, do what is missing, put it together.

A session writes rows as soon as they are made, each document's in one transaction, and the state of the case once,
at the end: a run that is cut off keeps every row it finished and leaves the case as the last whole run left it.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from isnad.errors import IsnadError, RunError
from isnad.model import Analysis, Document, Failure, Resolution
from isnad.pipeline.base import CaseGiven, CaseStep, Counts, Options, Outcome, Progress, Resources, Steps, Task, Work
from isnad.pipeline.document import described, work_on
from isnad.pipeline.keys import plan, planned_row
from isnad.pipeline.pool import in_processes
from isnad.pipeline.rows import decoded, encoded
from isnad.store import CaseState, Row, Store, document_key
from isnad.text.outlets import load_outlets

# Starting processes takes about as long as a dozen reports do.
FEWEST_FOR_PROCESSES = 20
# Documents are written in batches, by number and by size: a commit each would be slow, all at once would not fit.
BATCH_DOCUMENTS = 200
BATCH_BYTES = 8_000_000


class Session:
    """The run of ``steps`` over the documents of ``paths``, with ``store`` as memory.

    Call ``read``, ``analyse``, then what is wanted of ``analyses``, ``derive`` and ``finish``.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        store: Store,
        options: Options,
        resources: Resources,
        steps: Steps,
        progress: Progress,
    ) -> None:
        self.counts = Counts()
        self._paths = paths
        self._store = store
        self._options = options
        self.resources = resources
        self._steps = steps
        self._progress = progress
        self._plans: dict[str, dict[str, Row]] = {}
        self._documents: dict[str, Document] = {}
        self._failures: dict[str, Failure] = {}
        self._unread: list[Failure] = []
        self._case_rows: dict[str, str] = {}

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What failed so far: what could not be read, then the documents in their order."""
        return (*self._unread, *(self._failures[key] for key in self._documents if key in self._failures))

    def read(self) -> None:
        """Read all documents into the store.  A document that cannot be read is a failure, the rest goes on."""
        self._progress.begin("read", None)
        batch: list[tuple[Document, bytes]] = []
        size = 0
        names: set[str] = set()
        left_out = _names_below(self._paths, self._options.not_reports)
        for item in self._steps.read(self._paths):
            self._progress.advance()
            if isinstance(item, Failure):
                if item.document not in left_out:
                    self._fail(item)
                continue
            if item.document.name in left_out or not self._is_new(item.document, names):
                continue
            batch.append((item.document, item.data))
            size += len(item.data)
            if len(batch) >= BATCH_DOCUMENTS or size >= BATCH_BYTES:
                self._keep(batch)
                batch, size = [], 0
        self._keep(batch)
        # By name: what a case says must not depend on the order its paths were given in.
        self._documents = dict(sorted(self._documents.items(), key=lambda item: item[1].name))
        self._unread.sort(key=lambda failure: (failure.document, failure.step, failure.reason))

    def _is_new(self, document: Document, names: set[str]) -> bool:
        if document_key(document) in self._documents:
            return False
        if document.name in names:
            self._fail(Failure(document.name, "read", "another document of this case has the same name; rename one"))
            return False
        names.add(document.name)
        self._documents[document_key(document)] = document
        return True

    def _keep(self, batch: list[tuple[Document, bytes]]) -> None:
        if batch:
            self._store.put_documents(batch)

    def _fail(self, failure: Failure, trace: str | None = None, key: str | None = None) -> None:
        reason = failure.reason.removeprefix(f"{failure.document}: ")
        failure = msgspec.structs.replace(failure, reason=reason)
        if key is None:
            self._unread.append(failure)
        else:
            self._failures[key] = failure
        self._progress.failed(failure, trace)

    def analyse(self) -> None:
        """Run the per-document steps that have no row yet."""
        steps = self._steps.document
        self._plans = {key: plan(key, steps, self._options, self.resources) for key in self._documents}
        kept = self._store.has_rows(row.key for rows in self._plans.values() for row in rows.values())
        self._progress.begin("analyse", len(self._plans))
        missing = [key for key, rows in self._plans.items() if any(row.key not in kept for row in rows.values())]
        for rows in self._plans.values():
            for step, row in rows.items():
                if row.key in kept:
                    self.counts.add_reused(step)
            if all(row.key in kept for row in rows.values()):
                self._progress.advance()
        work = Work(steps, self._options, self.resources)
        with closing(self._outcomes(missing, kept, work)) as outcomes:
            for outcome in outcomes:
                self._take(outcome)

    def _outcomes(self, missing: Sequence[str], kept: frozenset[str], work: Work) -> Generator[Outcome]:
        jobs = self._options.jobs or _cores()
        tasks = (self._task(key, kept) for key in missing)
        if jobs == 1 or len(missing) < FEWEST_FOR_PROCESSES:
            yield from (work_on(task, work) for task in tasks)
        else:
            with closing(in_processes(tasks, work, jobs)) as outcomes:
                yield from outcomes

    def _task(self, key: str, kept: frozenset[str]) -> Task:
        ready = {}
        for step, planned in self._plans[key].items():
            row = self._store.row(planned.key) if planned.key in kept else None
            if row is not None:
                ready[step] = row.payload
        return Task(key, self._documents[key], self._store.data(key), ready)

    def _take(self, outcome: Outcome) -> None:
        planned = self._plans[outcome.key]
        rows = [msgspec.structs.replace(planned[step], payload=payload) for step, payload in outcome.made]
        if rows:
            self._store.put_rows(rows)
        for row in rows:
            self.counts.add_done(row.step)
        if outcome.failure is not None:
            self._fail(outcome.failure, outcome.trace, outcome.key)
        self._progress.advance()

    def analyses(self) -> Iterator[Analysis]:
        """Every document that no step failed on, in the order of their names, with all that was found in it."""
        outputs = self._steps.outputs()
        for key, document in self._documents.items():
            if key not in self._failures:
                found = {step: self._found(row, outputs[step]) for step, row in self._plans[key].items()}
                yield assembled(document, found)

    def _found(self, planned: Row, kind: Any) -> Any:
        row = self._store.row(planned.key)
        if row is None:
            raise RunError(f"row {planned.key} of step {planned.step} is gone from the case; run again")
        return decoded(row.payload, kind, f"{row.key} ({row.step})")

    def derive(self, step: CaseStep, analyses: Sequence[Analysis], resolution: Resolution | None = None) -> Any:
        """The result of a step over the whole case, from its row if that exists.  What the case resolved to is needed
        by the steps behind ``resolve``.

        Raises ``RunError`` if the step fails: without it there is nothing to show.
        """
        self._progress.begin(step.name, None)
        whole = [key for key in self._plans if key not in self._failures]
        single = [name for name in step.inputs if name not in self._case_rows]
        inputs = [self._plans[key][name].key for key in whole for name in single]
        inputs += [self._case_rows[name] for name in step.inputs if name in self._case_rows]
        planned = planned_row(step, None, inputs, self._options, self.resources)
        self._case_rows[step.name] = planned.key
        if self._store.row(planned.key) is not None:
            self.counts.add_reused(step.name)
            return self._found(planned, step.output)
        try:
            outlets = load_outlets(self.resources.outlet_files)
            result = step.run(CaseGiven(analyses, outlets, self._options, resolution or Resolution()))
        except IsnadError:
            raise
        except Exception as error:
            failure, _ = described(error, "the whole case", step.name)
            raise RunError(f"{failure.document}: {step.name}: {failure.reason}") from error
        self._store.put_rows([msgspec.structs.replace(planned, payload=encoded(result))])
        self.counts.add_done(step.name)
        return result

    def finish(self, settings: dict[str, str]) -> None:
        """Make what this run read and derived the state of the case."""
        whole = [key for key in self._plans if key not in self._failures]
        rows = (row.key for key in whole for row in self._plans[key].values())
        self._store.finish(
            CaseState(tuple(self._documents), (*rows, *self._case_rows.values()), self.failures, settings)
        )

    def end(self) -> None:
        """Say that the run is over."""
        self._progress.end(self.counts)


def assembled(document: Document, found: dict[str, Any]) -> Analysis:
    """All that the steps found in one document; what no step was run for is empty."""
    credits, chains = found.get("chain", ((), ()))
    statements, claims, values, mentions = (found.get(step, ()) for step in ("extract", "claim", "values", "mentions"))
    return Analysis(document, found["text"], statements, credits, chains, claims, values, mentions)


def _names_below(folders: Sequence[Path], files: Sequence[Path]) -> frozenset[str]:
    """The document names that ``files`` have where they lie in one of ``folders``."""
    pairs = ((folder.absolute(), file.absolute()) for folder in folders for file in files)
    return frozenset(file.relative_to(folder).as_posix() for folder, file in pairs if file.is_relative_to(folder))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
