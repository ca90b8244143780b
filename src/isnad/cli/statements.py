"""``isnad statements``: who says what, as data."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from isnad.cli.options import json_option, marks_option, paths_argument, real_paths, run_options, told_failures
from isnad.cli.output import bold, clipped, data
from isnad.cli.rows import statement_rows

if TYPE_CHECKING:
    from isnad.model import Analysis, Statement

SPEAKER_WIDTH = 32
CUE_WIDTH = 16
UNNAMED = "(unnamed)"


@click.command()
@paths_argument
@json_option
@click.option("--engine", default="rules", show_default=True, metavar="NAME", help="What finds the statements.")
@marks_option
@run_options
def statements(
    paths: tuple[Path, ...],
    as_json: bool,
    engine: str,
    marks: tuple[Path, ...],
    jobs: int | None,
    quiet: bool,
    debug: bool,
) -> int:
    """List who says what: source, cue, content and chain.

    With --json a line each: {"document", "id", "parent", "kind", "cue", "source", "content", "speaker",
    "speaker_type", "chain"}, the chain from the outlet to the root.  Offsets count Unicode code points; for plain text,
    of the file as it stands.
    """
    from isnad.cli.progress import Shown
    from isnad.extract import ENGINES
    from isnad.pipeline import STEPS, Options, opened
    from isnad.store import CaseStore

    ENGINES.get(engine)
    options = Options(engine=engine, marks=marks, jobs=jobs)
    analysed = 0
    with real_paths(paths) as found, CaseStore(":memory:") as store:
        progress = Shown(quiet=quiet, debug=debug)
        session = opened(found, store, options, progress, STEPS.until("chain"))
        session.end()
        for analysis in session.analyses():
            analysed += 1
            for line in _json_lines(analysis) if as_json else _table(analysis):
                data(line)
    return told_failures(session.failures, analysed)


def _json_lines(analysis: Analysis) -> list[str]:
    return [json.dumps(row, ensure_ascii=False) for row in statement_rows(analysis)]


def _table(analysis: Analysis) -> list[str]:
    import shutil

    width = max(60, shutil.get_terminal_size((120, 24)).columns)
    head = f"{analysis.document.name}: {len(analysis.statements)} statements"
    depths: dict[str, int] = {}
    lines = [bold(head, sys.stdout)]
    for statement in analysis.statements:
        depths[statement.id] = depths.get(statement.parent, 0) + 1 if statement.parent else 1
        lines.append(_line(statement, depths[statement.id], width))
    return [*lines, ""]


def _line(statement: Statement, depth: int, width: int) -> str:
    speaker = clipped(statement.speaker.name or UNNAMED, SPEAKER_WIDTH)
    cue = clipped(statement.cue.text, CUE_WIDTH)
    start = f"{'  ' * depth}{statement.kind:<9}{speaker:<{SPEAKER_WIDTH}}  {cue:<{CUE_WIDTH}}  "
    return start + clipped(" … ".join(piece.text for piece in statement.content), width - len(start))
