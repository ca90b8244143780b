"""The documentation holds together: links lead somewhere, every command has its page, blocks name real commands."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"\bisnad ([a-z]+)(?: ([a-z]+))?\b")
BLOCK = re.compile(r"```(?:sh|console)\n(.*?)```", re.S)


def pages() -> list[Path]:
    """All Markdown pages of the project."""
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def broken_links(page: Path) -> list[str]:
    """Links of a page that lead to no file."""
    targets = [target for target in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in target]
    return [
        f"{page.relative_to(ROOT)}: {target} does not exist"
        for target in targets
        if not (page.parent / target).exists()
    ]


def command_names() -> dict[str, set[str]]:
    """Every command with its subcommands, from the program itself."""
    import click

    from isnad.cli.main import cli

    context = click.Context(cli)
    found: dict[str, set[str]] = {}
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        found[name] = set(command.list_commands(context)) if isinstance(command, click.Group) else set()
    return found


def wrong_commands(page: Path, known: dict[str, set[str]]) -> list[str]:
    """Commands in a page's code blocks that the program does not have."""
    wrong = []
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for name, _ in COMMAND.findall(block):
            if name not in known:
                wrong.append(f"{page.relative_to(ROOT)}: isnad {name} is no command")
    return wrong


def main() -> int:
    """Print what is wrong; 1 if anything is."""
    known = command_names()
    wrong = [line for page in pages() for line in (*broken_links(page), *wrong_commands(page, known))]
    written = {page.stem for page in (ROOT / "docs" / "commands").glob("*.md")}
    wrong += [f"docs/commands: no page for isnad {name}" for name in known if f"isnad-{name}" not in written]
    print(
        "\n".join(wrong) or "documentation: all links and commands are good", file=sys.stderr if wrong else sys.stdout
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
