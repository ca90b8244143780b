"""Documents in parallel, in processes that may die.

``concurrent.futures`` would not say whose document killed a worker, ``multiprocessing.Pool`` would wait for ever.
Here each worker has one pipe and one document at a time: a worker that is gone names the document, which becomes a
failure, and another worker takes its place.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from isnad.errors import RunError
from isnad.model import Failure
from isnad.pipeline.base import Outcome, Task, Work
from isnad.pipeline.document import work_on

# Seconds a worker gets to end by itself when there is nothing more to do for it.
PATIENCE = 5.0


@dataclass
class _Worker:
    process: SpawnProcess
    pipe: Connection
    task: Task
    awake: bool = False

    def hand(self, task: Task) -> bool:
        """Give the worker its next task; False if it is dead (a pipe that is closed later says so when read)."""
        try:
            self.pipe.send(task)
        except OSError:
            return False
        self.task = task
        return True

    def end(self, patience: float = 0) -> None:
        """End the process: by asking, if it is given time, else by force."""
        if patience:
            with suppress(OSError):
                self.pipe.send(None)
            self.process.join(patience)
        self.pipe.close()
        if self.process.is_alive():
            self.process.kill()
        self.process.join()


def in_processes(tasks: Iterable[Task], work: Work, jobs: int) -> Generator[Outcome]:
    """The outcome of every task, as they get ready (in no order), from ``jobs`` processes.

    At most ``jobs`` tasks are taken in advance.  A task whose worker dies is tried once more, alone in a new one: the
    memory may have been taken by its neighbours.  Closing the iterator, or an exception in its consumer, ends the
    processes at once.
    """
    queue = _Queue(iter(tasks))
    workers: list[_Worker] = []
    try:
        while True:
            while len(workers) < jobs and (task := queue.next()) is not None:
                workers.append(_started(work, task))
            if not workers:
                break
            for worker in _spoken(workers):
                outcome = _taken(worker)
                task = queue.next() if outcome is not None else None
                if task is None or not worker.hand(task):
                    if task is not None:
                        queue.again(task)
                    workers.remove(worker)
                    worker.end(PATIENCE if outcome is not None else 0)
                if outcome is None:
                    outcome = queue.died(worker)
                if outcome is not None:
                    yield outcome
    finally:
        for worker in workers:
            worker.end()


class _Queue:
    """Tasks to come: new ones, and before them those whose worker died on them once."""

    def __init__(self, tasks: Iterator[Task]) -> None:
        self._tasks = tasks
        self._again: list[Task] = []
        self._deaths: set[str] = set()

    def next(self) -> Task | None:
        """The next task, or None when there are no more."""
        return self._again.pop() if self._again else next(self._tasks, None)

    def again(self, task: Task) -> None:
        """Put back a task that nobody worked on."""
        self._again.append(task)

    def died(self, worker: _Worker) -> Outcome | None:
        """The worker died: try its task again or, the second time, call it failed."""
        task = worker.task
        if task.key not in self._deaths:
            self._deaths.add(task.key)
            self._again.append(task)
            return None
        return Outcome(task.key, (), Failure(task.document.name, "analyse", _death(worker.process.exitcode)))


def _spoken(workers: list[_Worker]) -> list[_Worker]:
    """Those that have an outcome, or died over their task; waits until somebody says something."""
    ready = wait([worker.pipe for worker in workers])
    return [worker for worker in workers if worker.pipe in ready and (worker.awake or _woken(worker))]


def _woken(worker: _Worker) -> bool:
    """Hear a new worker's first word, and say whether there is more.

    Raises ``RunError`` if it died before that: then no document is to blame, and no further worker would live.
    """
    try:
        worker.awake = bool(worker.pipe.recv())
    except (EOFError, OSError):
        raise RunError(
            "the processes that work on the documents cannot start; in a script of your own, call isnad below "
            '`if __name__ == "__main__":` or with one job'
        ) from None
    return worker.pipe.poll()


def _taken(worker: _Worker) -> Outcome | None:
    """What the worker says about its task; None if it died."""
    try:
        outcome: Outcome = worker.pipe.recv()
    except (EOFError, OSError):
        return None
    return outcome


def _death(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"the process working on it was killed ({signal.Signals(-code).name}); memory may have run out"
    return f"the process working on it ended (code {code}); it may be too large or damaged"


def _started(work: Work, task: Task) -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work), daemon=True)
    with _ctrl_c_is_for_the_parent():
        process.start()
    theirs.close()
    worker = _Worker(process, ours, task)
    worker.hand(task)
    return worker


@contextmanager
def _ctrl_c_is_for_the_parent() -> Iterator[None]:
    """Processes started in here never see Ctrl-C, which a terminal sends to all of them: they inherit the mask.

    The parent ends them; for itself the signal is only put off until the start is over.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, work: Work) -> None:
    """A worker's life: one document after the other until there are no more, or the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        pipe.send(True)
        while (task := pipe.recv()) is not None:
            pipe.send(work_on(task, work))
