"""``isnad values``: dates, durations, counts, prices, and what they measure."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from isnad.cli.options import json_option, paths_argument, real_paths, run_options, told_failures
from isnad.cli.output import bold, clipped, data

if TYPE_CHECKING:
    from isnad.model import Analysis, Value


@click.command()
@paths_argument
@json_option
@run_options
def values(paths: tuple[Path, ...], as_json: bool, jobs: int | None, quiet: bool, debug: bool) -> int:
    """List the numbers and dates of reports: date, duration, count, money, percent, distance, age, ordinal.

    With --json a line each: {"document", "start", "end", "text", "kind", "low", "high", "unit", "edtf", "calendar",
    "approximate", "modality", "of"}.  Dates are EDTF in the Gregorian calendar and as precise as the text; durations
    are in the unit of the text; an open end is null.
    """
    from isnad.claim.values import value_row
    from isnad.cli.progress import Shown
    from isnad.pipeline import VALUES, Options, opened
    from isnad.store import CaseStore

    analysed = 0
    with real_paths(paths) as found, CaseStore(":memory:") as store:
        session = opened(found, store, Options(jobs=jobs), Shown(quiet=quiet, debug=debug), VALUES)
        session.end()
        for analysis in session.analyses():
            analysed += 1
            rows = (json.dumps(value_row(value), ensure_ascii=False) for value in analysis.values)
            for line in rows if as_json else _table(analysis):
                data(line)
    return told_failures(session.failures, analysed)


def _table(analysis: Analysis) -> list[str]:
    head = f"{analysis.document.name}: {len(analysis.values)} values"
    return [bold(head, sys.stdout), *map(_line, analysis.values), ""]


def _line(value: Value) -> str:
    bounds = value.edtf or " to ".join("…" if end is None else f"{end:g}" for end in (value.low, value.high))
    if value.low is not None and value.low == value.high:
        bounds = f"{value.low:g}"
    shown = " ".join(filter(None, ("about" if value.approximate else "", value.edtf or bounds, value.unit)))
    return f"  {value.kind:<9}{clipped(shown, 28):<30}{clipped(value.of or '', 18):<20}{value.span.text}"
