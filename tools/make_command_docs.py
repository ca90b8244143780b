"""Write docs/commands/*.md from the commands' own help.

    python tools/make_command_docs.py [--check]

``--check`` writes nothing and ends with 1 if a page is missing, superfluous or not what the help says.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from isnad.cli.main import cli

FOLDER = Path(__file__).parents[1] / "docs" / "commands"
WIDTH = 100
NOTE = "<!-- made by tools/make_command_docs.py from `isnad {name} --help`; change the help, not this page -->"


def commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """The command and all below it, each with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, (*path, name))


def page(path: tuple[str, ...], command: click.Command) -> str:
    """One page: the help as ``--help`` prints it."""
    # No colours and a fixed width: the page must not depend on who makes it.
    names = cli.context_settings["help_option_names"]
    context = click.Context(
        command, info_name=" ".join(path), terminal_width=WIDTH, color=False, help_option_names=names
    )
    name = " ".join(path[1:])
    shown = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"{NOTE.format(name=name).replace('  ', ' ')}\n# `{' '.join(path)}`\n\n```text\n{shown}\n```\n"


def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {"-".join(path) + ".md": page(path, command) for path, command in commands(cli, ("isnad",))}


def main() -> int:
    """Write the pages, or say which are not as they must be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page is not up to date")
    check = parser.parse_args().check
    wanted = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
    wrong = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
    if check:
        for name in wrong:
            print(f"docs/commands/{name} is not up to date; run python tools/make_command_docs.py", file=sys.stderr)
        return 1 if wrong else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in wrong:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
