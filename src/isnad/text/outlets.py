"""The outlet table bound to the matching keys of this room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from isnad.lang.outlets import OutletTable, read_outlets, shipped_outlets
from isnad.text.fold import fold_key
from isnad.text.trie import trie_pattern


@cache
def load_outlets(extra: tuple[Path, ...] = ()) -> OutletTable:
    """The shipped table with the rows of ``extra`` tables before it."""
    added = [outlet for path in extra for outlet in read_outlets(path)]
    return OutletTable([*added, *shipped_outlets()], fold_key, trie_pattern)


def outlet_tables(folders: Sequence[Path]) -> tuple[Path, ...]:
    """The ``outlets.tsv`` files that lie in the given case folders, in order."""
    return tuple(folder / "outlets.tsv" for folder in folders if (folder / "outlets.tsv").is_file())
