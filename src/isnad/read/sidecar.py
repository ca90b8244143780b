"""``reports.csv`` beside the reports: file, outlet, date, url, title, author. It wins over what a page says."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from isnad.errors import ReadError
from isnad.read.base import Metadata
from isnad.read.dates import iso_date

NAME = "reports.csv"


def parse_sidecar(data: bytes, name: str) -> tuple[dict[str, Metadata], str | None]:
    """What the sidecar says, by file path relative to its folder, and a line on the dates in it that are none.

    Such a date is told, not taken: every relative date of the report would be counted from it.  ``ReadError`` when
    the data is no such table.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReadError(f"{name}: is not UTF-8; save it as CSV in UTF-8") from None
    delimiter = ";" if ";" in text.split("\n", 1)[0] and "," not in text.split("\n", 1)[0] else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: dict[str, Metadata] = {}
    bad: list[str] = []
    try:
        if "file" not in (rows.fieldnames or ()):
            raise ReadError(f"{name}:1: column file is missing; the columns are file,outlet,date,url,title,author")
        for row in rows:
            if row["file"]:
                one = found[_path(row["file"])] = _metadata(row)
                date = (row.get("date") or "").strip()
                bad += [f"{name}:{rows.line_num}: {date[:40]!r}"] if date and one.date is None else []
    except csv.Error as error:
        raise ReadError(f"{name}:{rows.line_num}: is no CSV ({error}); mend the line") from None
    return found, _told(bad) if bad else None


def _told(bad: list[str]) -> str:
    more = f" (and {len(bad) - 1} more)" if len(bad) > 1 else ""
    return f"{bad[0]} is no ISO date{more} and is not taken; write it as 2022-03-14 or leave it empty"


def _path(cell: str) -> str:
    return cell.strip().replace("\\", "/").removeprefix("./")


def _metadata(row: Mapping[str, str | None]) -> Metadata:
    cells = {key: (row.get(key) or "").strip() or None for key in ("outlet", "url", "date", "title", "author")}
    return Metadata(cells["outlet"], cells["url"], iso_date(cells["date"]), cells["title"], cells["author"])
