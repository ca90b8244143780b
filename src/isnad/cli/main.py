"""``isnad``: the commands, and what becomes of errors.

Exit codes: 0 done, 1 failed, 2 the call is wrong, 3 finished but some documents failed, 130 interrupted.
Everything heavy is imported inside the commands: ``isnad --help`` must answer at once.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from isnad import __version__
from isnad.cli.exits import DONE, FAILED, INTERRUPTED, USAGE
from isnad.errors import IsnadError, UsageError

GARBAGE = (100_000, 50, 50)
"""When Python looks for garbage: `gc.set_threshold`."""

COMMANDS = {
    "dossier": "isnad.cli.dossier:dossier",
    "statements": "isnad.cli.statements:statements",
    "values": "isnad.cli.values:values",
    "copies": "isnad.cli.copies:copies",
    "compare": "isnad.cli.compare:compare",
    "verify": "isnad.cli.verify:verify",
    "lang": "isnad.cli.lang:lang",
    "evaluate": "isnad.cli.evaluate:evaluate",
}


class Commands(click.Group):
    """The commands by name; a command's module is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (as click calls it)
        """The names, in the order a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command called ``cmd_name``, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="isnad %(version)s")
def cli() -> None:
    """Who says what in a pile of reports, on whose word, what was copied, and how many witnesses there are.

    Give it files or folders of Arabic, Persian and English reports (.txt, .html, .json, .zip …); "-" reads one from
    standard input.  Results go to standard output, progress and errors to standard error.

    Exit codes: 0 done, 1 failed, 2 wrong call, 3 finished but some documents failed, 130 interrupted.
    """


def main() -> None:
    """Run the command line and exit."""
    # A run makes millions of small values that live to its end; looking for garbage among them again and again would
    # make long documents cost more than their length.
    gc.set_threshold(*GARBAGE)
    sys.exit(answered(sys.argv[1:]))


def answered(arguments: list[str]) -> int:
    """Run the command line over ``arguments`` and return the exit code; errors become one line on stderr."""
    try:
        code = cli.main(arguments, prog_name="isnad", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        return _wrong_call(error)
    except (click.Abort, KeyboardInterrupt):
        return _said("interrupted", INTERRUPTED)
    except BrokenPipeError:
        return _reader_left()
    except IsnadError as error:
        _traced(error, arguments)
        return _said(_one_line(error), USAGE if isinstance(error, UsageError) else FAILED)
    except Exception as error:
        _traced(error, arguments)
        what = f"{type(error).__name__}: {_one_line(error)}"
        hint = "" if "--debug" in arguments else "; --debug shows where it happened"
        return _said(f"{what} (this is a bug, please report it{hint})", FAILED)
    return code if isinstance(code, int) else DONE


def _wrong_call(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    hint = f"; see {context.command_path} --help" if context else ""
    return _said(f"{error.format_message().rstrip('.')}{hint}", USAGE)


def _said(message: str, code: int) -> int:
    try:
        print(f"isnad: {message}", file=sys.stderr)
    except OSError:
        return code
    return code


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _traced(error: Exception, arguments: list[str]) -> None:
    if "--debug" in arguments:
        import traceback

        traceback.print_exception(error)


def _reader_left() -> int:
    """Whoever read our output has seen enough.  Python would complain once more when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED
