"""``isnad compare``: what agrees, what differs, what hangs on one root."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from isnad.cli.options import authority_option, json_option, paths_argument, real_paths, run_options, told_failures
from isnad.cli.output import bold, clipped, data
from isnad.cli.rows import finding_row

if TYPE_CHECKING:
    from isnad.model import Finding, Reading


@click.command()
@paths_argument
@json_option
@authority_option
@run_options
def compare(
    paths: tuple[Path, ...], as_json: bool, authority: tuple[Path, ...], jobs: int | None, quiet: bool, debug: bool
) -> int:
    """Lay what reports say of the same thing side by side.

    Agreement, conflict, single roots and circles, each with its reason and the number of independent roots.
    """
    from isnad.cli.progress import Shown
    from isnad.pipeline import Options, run
    from isnad.store import CaseStore

    with real_paths(paths) as given, CaseStore(":memory:") as store:
        made = run(
            given,
            store,
            Options(jobs=jobs, not_reports=authority, authority=authority),
            Shown(quiet=quiet, debug=debug),
        )
    for finding in made.comparison.findings:
        for line in [json.dumps(finding_row(finding), ensure_ascii=False)] if as_json else _table(finding):
            data(line)
    return told_failures(made.failures, len(made.analyses))


def _table(finding: Finding) -> list[str]:
    readings = [f"    {_bound(r)}{clipped(r.value, 60)}: {', '.join(r.documents)}" for r in finding.readings]
    head = f"{finding.kind}: {clipped(finding.detail, 80)}"
    return [bold(head, sys.stdout), f"  {_standing(finding)}", *readings, ""]


def _standing(finding: Finding) -> str:
    """The reason with the counts in front; most reasons begin with them."""
    if finding.reason.startswith(f"{finding.accounts} account"):
        return finding.reason
    return "; ".join(filter(None, [_counts(finding.accounts, finding.independent_roots), finding.reason]))


def _counts(accounts: int, roots: int) -> str:
    return f"{accounts} account{'s' if accounts != 1 else ''}, {roots} root{'s' if roots != 1 else ''}"


def _bound(reading: Reading) -> str:
    """A sign before values that are a bound only: "two hours" and "less than two hours" give the same words."""
    measure = reading.measure
    if measure is None or (measure.low is None) == (measure.high is None):
        return ""
    return "≤ " if measure.low is None else "≥ "
