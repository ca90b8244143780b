"""Commented data files: tab-separated, UTF-8, ``#`` comments, a header line."""

from __future__ import annotations

from pathlib import Path

from isnad.errors import DataError

ROOT = Path(__file__).parent
Row = dict[str, str]


def read_table(path: Path, required: tuple[str, ...]) -> list[Row]:
    """The rows of a data file as dictionaries by column name; missing trailing cells are empty.

    Raises ``DataError`` naming file and line when a required column is missing or a row has too many cells.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise DataError(
            f"{path.name}: cannot be read ({error.strerror}); reinstall isnad or restore the file"
        ) from None
    except UnicodeDecodeError:
        raise DataError(f"{path.name}: is not UTF-8; save it as UTF-8") from None
    name = f"{path.parent.name}/{path.name}"
    header: list[str] | None = None
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        if header is None:
            header = cells
            missing = [name for name in required if name not in header]
            if missing:
                raise DataError(f"{path.name}:{number}: column {', '.join(missing)} is missing from the header")
            continue
        if len(cells) > len(header):
            raise DataError(f"{path.name}:{number}: {len(cells)} cells, the header has {len(header)}")
        row = dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
        row["@"] = f"{name}:{number}"
        rows.append(row)
    return rows


def words(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by ``|``."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
