"""One document through the per-document steps: what a worker does."""

from __future__ import annotations

import traceback
from functools import partial
from typing import Any

from isnad.errors import IsnadError
from isnad.model import Failure
from isnad.pipeline.base import Given, Outcome, Step, Task, Work
from isnad.pipeline.rows import decoded, encoded
from isnad.text.outlets import load_outlets

BUG = "this is a bug, please report it"


def work_on(task: Task, work: Work) -> Outcome:
    """Run the steps that the task's document has no row for.  Never raises for a document's sake: a step's error
    becomes the outcome's failure, with the rows of the steps before it kept."""
    found: dict[str, Any] = {}
    made: list[tuple[str, bytes]] = []
    outlets = partial(load_outlets, work.resources.outlet_files)
    given = Given(task.document, task.data, work.options, work.resources, outlets, found)
    for step in work.steps:
        try:
            result, payload = _result(step, given, task.ready.get(step.name))
        except Exception as error:
            failure, trace = described(error, task.document.name, step.name)
            return Outcome(task.key, tuple(made), failure, trace)
        found[step.name] = result
        if step.name not in task.ready:
            made.append((step.name, payload))
    return Outcome(task.key, tuple(made))


def _result(step: Step, given: Given, ready: bytes | None) -> tuple[Any, bytes]:
    if ready is not None:
        return decoded(ready, step.output, f"{given.document.name}: {step.name}"), ready
    result = step.run(given)
    return result, encoded(result)


def described(error: Exception, document: str, step: str) -> tuple[Failure, str | None]:
    """The failure that ``error`` is, in one line; with the traceback if nobody raised it on purpose."""
    text = " ".join(str(error).split())
    if isinstance(error, IsnadError):
        return Failure(document, step, text), None
    kind = type(error).__name__
    reason = f"{kind}: {text}" if text else kind
    return Failure(document, step, f"{reason} ({BUG})"), "".join(traceback.format_exception(error))
