"""``isnad copies``: who copied whom."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from isnad.cli.options import json_option, paths_argument, real_paths, run_options, told_failures
from isnad.cli.output import bold, clipped, data
from isnad.cli.rows import copy_row

if TYPE_CHECKING:
    from isnad.model import Copy

ARROWS = {"a_from_b": "←", "b_from_a": "→", "unknown": "~"}


@click.command()
@paths_argument
@json_option
@run_options
def copies(paths: tuple[Path, ...], as_json: bool, jobs: int | None, quiet: bool, debug: bool) -> int:
    """List passages that reports took from each other.

    Word for word, edited or translated, with the share of each report and the direction as far as it is known.
    """
    from isnad.cli.progress import Shown
    from isnad.pipeline import COPIES, STEPS, Options, opened
    from isnad.store import CaseStore

    with real_paths(paths) as given, CaseStore(":memory:") as store:
        progress = Shown(quiet=quiet, debug=debug)
        session = opened(given, store, Options(jobs=jobs), progress, STEPS.until("chain"))
        analyses = tuple(session.analyses())
        found: tuple[Copy, ...] = session.derive(COPIES, analyses) if analyses else ()
        session.end()
    for copy in found:
        for line in [json.dumps(copy_row(copy), ensure_ascii=False)] if as_json else _table(copy):
            data(line)
    return told_failures(session.failures, len(analyses))


def _table(copy: Copy) -> list[str]:
    head = f"{copy.a} {ARROWS[copy.direction]} {copy.b}"
    shares = f"{copy.contained_a:.0%} of the first, {copy.contained_b:.0%} of the second"
    passages = [f"    {passage.kind:<11}{clipped(passage.a.text, 80)}" for passage in copy.passages]
    return [bold(head, sys.stdout), f"  {shares}; {copy.reason}", *passages, ""]
