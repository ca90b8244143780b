"""``isnad dossier``: the main job."""

from __future__ import annotations

from pathlib import Path

import click

from isnad.cli.exits import FAILED
from isnad.cli.options import authority_option, marks_option, paths_argument, real_paths, run_options, told_failures
from isnad.cli.output import message, write_file


@click.command()
@paths_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("dossier.html"),
    show_default=True,
    metavar="FILE",
    help="Where to write it; the suffix decides the format: .html, .json or .md.",
)
@click.option(
    "--lang",
    type=click.Choice(["en", "ar", "fa"]),
    default="en",
    show_default=True,
    help="Language of headings and labels; the reports stay in their own.",
)
@click.option(
    "--case",
    "case_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Case file, which makes the next run do only what is missing.  [default: OUTPUT's name with .isnad]",
)
@click.option("--title", metavar="TEXT", help="Title of the dossier; default: the name of what was given.")
@marks_option
@authority_option
@run_options
def dossier(
    paths: tuple[Path, ...],
    output: Path,
    lang: str,
    case_file: Path | None,
    title: str | None,
    marks: tuple[Path, ...],
    authority: tuple[Path, ...],
    jobs: int | None,
    quiet: bool,
    debug: bool,
) -> int:
    """Make a dossier of reports: who says what, on whose word.

    PATH... are files or folders.  The dossier shows every statement with its chain, every account with what it was
    copied from, and each report with its marks.

    The case file beside the dossier keeps what was found in each report: a second run only does what changed, and
    an interrupted one loses nothing that was finished.
    """
    from isnad.cli.progress import Shown
    from isnad.dossier import EXPORTERS, exporter_for
    from isnad.pipeline import Options, run
    from isnad.store import CaseStore

    render = EXPORTERS.get(exporter_for(output))
    case = case_file or output.with_suffix(".isnad")
    progress = Shown(quiet=quiet, debug=debug)
    try:
        with real_paths(paths) as found, CaseStore(case) as store:
            options = Options(
                title=title, jobs=jobs, not_reports=(output, *authority), marks=marks, authority=authority
            )
            made = run(found, store, options, progress)
    except KeyboardInterrupt:
        progress.clear()
        message(f"what was finished is kept in {case}; the same command goes on from there")
        raise click.Abort from None
    code = told_failures(made.failures, len(made.analyses))
    if code == FAILED:
        return code
    write_file(output, render(made, lang))
    if not quiet:
        statements = sum(len(analysis.statements) for analysis in made.analyses)
        message(f"{len(made.analyses)} reports, {statements} statements: {output}")
    return code
