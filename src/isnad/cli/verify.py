"""``isnad verify``: the proof of a case."""

from __future__ import annotations

from pathlib import Path

import click

from isnad.cli.exits import DONE, FAILED
from isnad.cli.options import debug_option
from isnad.cli.output import data, message


@click.command()
@click.argument("case_file", type=click.Path(path_type=Path), metavar="CASE")
@click.option("--quiet", is_flag=True, help="Print problems only.")
@debug_option
def verify(case_file: Path, quiet: bool) -> int:
    """Prove every span and every id of a case file.

    Slices every span again, in the clean text and in the original, makes every id again and follows every reference.
    Prints a line for each problem; without any, the exit code is 0.
    """
    from isnad.pipeline import verify as problems_of
    from isnad.store import CaseStore

    with CaseStore(case_file, read_only=True) as store:
        problems = problems_of(store)
        documents, rows = len(store.document_keys()), len(store.row_keys())
    for problem in problems:
        data(f"{problem.where}: {problem.what}")
    if not quiet:
        proved = "every span and every id holds" if not problems else f"{len(problems)} problems"
        message(f"{documents} documents, {rows} rows: {proved}")
    return FAILED if problems else DONE
