"""``isnad lang``: the language data."""

from __future__ import annotations

import click

from isnad.cli.exits import DONE, FAILED
from isnad.cli.options import debug_option
from isnad.cli.output import data, message


@click.group()
def lang() -> None:
    """Look after the language data."""


@lang.command()
@debug_option
def check() -> int:
    """Check the language data: form, duplicates, and every cue against its example.

    Prints a line (file:line: what is wrong) for each fault; without any, the exit code is 0.
    """
    from isnad.extract.examples import example_faults
    from isnad.lang import LANGUAGES
    from isnad.lang.check import check as faults_of

    faults = [*faults_of(), *example_faults()]
    for fault in faults:
        data(fault)
    message(f"{', '.join(LANGUAGES)}: {f'{len(faults)} faults' if faults else 'no faults'}")
    return FAILED if faults else DONE
