"""``python -m tools.bench [statements|claims|copies] [--large]``."""

from __future__ import annotations

import argparse
import gc

from isnad.cli.main import GARBAGE
from tools.bench import claims, copies, statements


def main() -> None:
    """Run the measurements, with garbage collected as the command line does it."""
    parser = argparse.ArgumentParser(description="Speed, memory and what is found, beside other tools.")
    parser.add_argument("part", nargs="?", choices=("all", "statements", "claims", "copies"), default="all")
    parser.add_argument("--large", action="store_true", help="100,000 reports too (some minutes)")
    arguments = parser.parse_args()
    gc.set_threshold(*GARBAGE)
    if arguments.part in ("all", "statements"):
        statements.main()
    if arguments.part in ("all", "claims"):
        claims.main()
    if arguments.part in ("all", "copies"):
        copies.main(arguments.large)


if __name__ == "__main__":
    main()
