"""What several commands share: arguments, options, standard input as a file, and the end of a run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from isnad.cli.exits import DONE, FAILED, INCOMPLETE
from isnad.cli.output import message
from isnad.errors import UsageError

if TYPE_CHECKING:
    from isnad.model import Failure

Function = TypeVar("Function", bound=Callable[..., Any])

STDIN = "-"


def paths_argument(function: Function) -> Function:
    """``PATH…``: files or folders."""
    kind = click.Path(path_type=Path, allow_dash=True)
    return click.argument("paths", nargs=-1, required=True, type=kind, metavar="PATH...")(function)


def run_options(function: Function) -> Function:
    """The options of every command that runs steps."""
    for option in reversed(
        (
            click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes; default: one a core."),
            click.option("--quiet", is_flag=True, help="No progress and no summary, only errors."),
            click.option("--debug", is_flag=True, help="Show where in the program an error happened."),
        )
    ):
        function = option(function)
    return function


# ``main`` looks for it by itself.
debug_option = click.option(
    "--debug", is_flag=True, expose_value=False, help="Show where in the program an error happened."
)
marks_option = click.option(
    "--marks",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Marks made by hand or by another program (Citron-JSON, WebAnno TSV, lines of `isnad statements --json`): "
    "the documents that they mark are read from them. May be given several times.",
)
authority_option = click.option(
    "--authority",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Who is who: a CSV with the columns names (any script, separated by |) and qid, or FollowTheMoney entities as "
    "JSON lines. May be given several times.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="JSON, an object a line.")


@contextmanager
def real_paths(paths: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """The paths, with "-" as a file called ``stdin`` that holds what standard input gives."""
    if Path(STDIN) not in paths:
        yield tuple(paths)
        return
    import tempfile

    if list(paths).count(Path(STDIN)) > 1:
        raise UsageError('"-" is given more than once; standard input is one document')
    with tempfile.TemporaryDirectory(prefix="isnad-") as folder:
        stdin = Path(folder) / "stdin"
        stdin.write_bytes(sys.stdin.buffer.read())
        yield tuple(stdin if path == Path(STDIN) else path for path in paths)


def told_failures(failures: Sequence[Failure], analysed: int) -> int:
    """Say which documents failed; the exit code that the run deserves."""
    for failure in failures:
        message(f"{failure.document}: {failure.step}: {failure.reason}")
    if not analysed:
        if not failures:
            message("isnad: there is no report in what was given; reports are .txt, .html, .json, .jsonl, .zip files")
        return FAILED
    return INCOMPLETE if failures else DONE
