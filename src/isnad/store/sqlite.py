"""The case file: one SQLite file that survives being killed at any point."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from isnad.errors import StoreError
from isnad.model import Document, Failure
from isnad.store.base import CaseState, Judgement, Row, document_key
from isnad.store.connect import MEMORY, clear_errors, connect, release

T = TypeVar("T")

# Level 1: texts shrink to a third in a tenth of the time that level 9 takes for a quarter.
_LEVEL = 1
# SQLite takes at least 999 parameters in one statement.
_MOST_PARAMETERS = 900

_JUDGEMENT_FIELDS = 'action, subject, value, note, "by", "at"'


class CaseStore:
    """A case in one SQLite file, or in memory for ``":memory:"``; see ``isnad.store.base.Store``.

    A context manager.  The file is locked while it is open, so two runs never mix.  Opening raises ``StoreError``
    if the file is no case file, was made by a newer isnad, is in use or cannot be written; ``read_only`` opens an
    existing case without touching it.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False) -> None:
        self.path = str(path)
        self._read_only = read_only
        self._connection = connect(self.path, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the case; what was finished stays."""
        release(self._connection, self.path, read_only=self._read_only)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or (also on Ctrl-C) nothing."""
        with clear_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _all(self, query: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with clear_errors(self.path):
            return self._connection.execute(query, parameters).fetchall()

    def put_documents(self, items: Iterable[tuple[Document, bytes]]) -> None:
        """Keep documents with their bytes; one that is there already stays as it is."""
        with self._writing() as connection:
            for document, data in items:
                columns = (
                    document_key(document),
                    document.id,
                    document.name,
                    document.sha256,
                    msgspec.json.encode(document).decode(),
                    zlib.compress(data, _LEVEL),
                )
                connection.execute(
                    "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING", columns
                )

    def document(self, key: str) -> Document | None:
        """The document with this key, if it is kept."""
        found = self._all("SELECT metadata FROM documents WHERE key = ?", (key,))
        return self._decoded(found[0][0], Document) if found else None

    def document_keys(self) -> tuple[str, ...]:
        """Keys of all documents kept, in the case or not, sorted."""
        return tuple(row[0] for row in self._all("SELECT key FROM documents ORDER BY key"))

    def data(self, key: str) -> bytes:
        """The bytes of a document as they were read; ``StoreError`` if it is not kept or damaged."""
        found = self._all("SELECT raw FROM documents WHERE key = ?", (key,))
        if not found:
            raise StoreError(f"{self.path}: no document {key} is kept in this case")
        return self._unpacked(found[0][0])

    def put_rows(self, rows: Sequence[Row]) -> None:
        """Keep all these rows or, on an error, none of them.  A key that is there already stays as it is."""
        with self._writing() as connection:
            # Not INSERT OR IGNORE: that also swallows broken rows.
            query = "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING"
            connection.executemany(query, map(_as_columns, rows))

    def row(self, key: str) -> Row | None:
        """The row with this key, if it is kept; ``StoreError`` if it is damaged."""
        found = self._all("SELECT * FROM rows WHERE key = ?", (key,))
        if not found:
            return None
        key, step, version, document, inputs, options, resources, payload = found[0]
        texts = tuple[str, ...]
        return Row(
            key,
            step,
            version,
            document,
            self._decoded(inputs, texts),
            self._decoded(options, texts),
            resources,
            self._unpacked(payload),
        )

    def has_rows(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of ``keys`` that are kept."""
        wanted = sorted(set(keys))
        found: set[str] = set()
        for start in range(0, len(wanted), _MOST_PARAMETERS):
            part = wanted[start : start + _MOST_PARAMETERS]
            marks = ", ".join("?" * len(part))
            found.update(row[0] for row in self._all(f"SELECT key FROM rows WHERE key IN ({marks})", part))
        return frozenset(found)

    def row_keys(self) -> tuple[str, ...]:
        """Keys of all rows kept, in use or not, sorted."""
        return tuple(row[0] for row in self._all("SELECT key FROM rows ORDER BY key"))

    def finish(self, state: CaseState) -> None:
        """Make ``state`` the state of the case, in one transaction."""
        with self._writing() as connection:
            for table in ("case_documents", "case_rows", "failures"):
                connection.execute(f"DELETE FROM {table}")
            connection.executemany("INSERT INTO case_documents VALUES (?, ?)", enumerate(state.documents))
            connection.executemany("INSERT INTO case_rows VALUES (?, ?)", enumerate(state.rows))
            failures = ((i, f.document, f.step, f.reason) for i, f in enumerate(state.failures))
            connection.executemany("INSERT INTO failures VALUES (?, ?, ?, ?)", failures)
            settings = msgspec.json.encode(state.settings, order="sorted").decode()
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('settings', ?)", (settings,))

    def state(self) -> CaseState:
        """What the last finished run left; empty for a new case."""
        settings = self._all("SELECT value FROM meta WHERE name = 'settings'")
        return CaseState(
            documents=tuple(row[0] for row in self._all("SELECT document FROM case_documents ORDER BY position")),
            rows=tuple(row[0] for row in self._all("SELECT key FROM case_rows ORDER BY position")),
            failures=tuple(
                Failure(*row) for row in self._all("SELECT document, step, reason FROM failures ORDER BY position")
            ),
            settings=self._decoded(settings[0][0], dict[str, str]) if settings else {},
        )

    def judge(self, judgement: Judgement) -> int:
        """Append a judgement and return its number.  There is no way to change or remove one."""
        with self._writing() as connection:
            cursor = connection.execute(
                f"INSERT INTO judgements ({_JUDGEMENT_FIELDS}) VALUES (?, ?, ?, ?, ?, ?)",
                msgspec.structs.astuple(judgement),
            )
            return int(cursor.lastrowid or 0)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, oldest first."""
        rows = self._all(f"SELECT {_JUDGEMENT_FIELDS} FROM judgements ORDER BY number")
        return tuple(Judgement(*row) for row in rows)

    def prune(self) -> int:
        """Forget rows and documents that the case no longer uses; how many were forgotten."""
        with self._writing() as connection:
            rows = connection.execute("DELETE FROM rows WHERE key NOT IN (SELECT key FROM case_rows)")
            unused = "DELETE FROM documents WHERE key NOT IN (SELECT document FROM case_documents)"
            forgotten = rows.rowcount + connection.execute(unused).rowcount
        if self.path != MEMORY:
            with clear_errors(self.path):
                self._connection.execute("VACUUM")
        return forgotten

    def _decoded(self, data: str, kind: type[T]) -> T:
        try:
            return msgspec.json.decode(data, type=kind)
        except msgspec.DecodeError as error:
            raise StoreError(f"{self.path}: the case file is damaged ({error}); restore a copy or run again") from error

    def _unpacked(self, data: bytes) -> bytes:
        try:
            return zlib.decompress(data)
        except zlib.error as error:
            raise StoreError(f"{self.path}: the case file is damaged ({error}); restore a copy or run again") from error


def _as_columns(row: Row) -> tuple[object, ...]:
    return (
        row.key,
        row.step,
        row.version,
        row.document,
        msgspec.json.encode(row.inputs).decode(),
        msgspec.json.encode(row.options).decode(),
        row.resources,
        zlib.compress(row.payload, _LEVEL),
    )
