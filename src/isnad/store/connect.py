"""Opening a case file: everything that can be wrong with it becomes one ``StoreError`` that says what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from isnad import __version__
from isnad.errors import StoreError
from isnad.store.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES

MEMORY = ":memory:"
# How long another run may hold the case before we give up: enough for one that is just closing.
WAIT_SECONDS = 2.0


@contextmanager
def clear_errors(path: str) -> Iterator[None]:
    """Turn SQLite's errors about the case at ``path`` into ``StoreError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {_explained(error)}") from error


def _explained(error: sqlite3.Error) -> str:
    text = str(error)
    if "locked" in text or "busy" in text:
        return "the case file is in use by another program; wait for it or choose another file with --case"
    if "not a database" in text:
        return "this is not a case file of isnad; choose another file with --case"
    if "malformed" in text:
        return "the case file is damaged; restore a copy or delete it and run again"
    if "readonly" in text:
        return "the case file cannot be written; check its permissions and those of its folder"
    if "full" in text:
        return "there is no room left on the disk"
    return f"the case file cannot be used ({text})"


def connect(path: str, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection to the case at ``path``, checked, locked for this process, and made if there is none.

    Raises ``StoreError`` if it is no case file, of a newer schema, in use, or its folder cannot be written.
    """
    if path != MEMORY:
        _check_place(Path(path), read_only)
    with clear_errors(path):
        connection = _opened(path, read_only)
        try:
            _check_kind(connection, path)
            if not read_only:
                _take(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_place(path: Path, read_only: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder, not a case file; name a file")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist; make it first")
    if read_only:
        if not path.is_file():
            raise StoreError(f"{path}: there is no such case file")
        if path.stat().st_size == 0:
            raise StoreError(f"{path}: the file is empty, not a case file of isnad")
    elif not os.access(path.parent, os.W_OK):
        raise StoreError(f"{path}: the folder {path.parent} cannot be written; choose another with --case")
    if path.exists() and not os.access(path, os.R_OK if read_only else os.R_OK | os.W_OK):
        raise StoreError(f"{path}: the case file cannot be {'read' if read_only else 'written'}; check its permissions")


def _opened(path: str, read_only: bool) -> sqlite3.Connection:
    target = path if path == MEMORY else f"{Path(path).absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    return sqlite3.connect(target, timeout=WAIT_SECONDS, isolation_level=None, uri=path != MEMORY)


def _check_kind(connection: sqlite3.Connection, path: str) -> None:
    """Nothing is written before this has passed: another program's file is left as it is."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and application != APPLICATION_ID:
        raise StoreError(f"{path}: this is a database of another program, not a case file; choose another with --case")
    if version > SCHEMA_VERSION:
        raise StoreError(f"{path}: made by a newer isnad (case format {version}, known {SCHEMA_VERSION}); update isnad")


def _take(connection: sqlite3.Connection, path: str) -> None:
    """Lock the case for this process and make its tables if it is new.

    WAL with synchronous=NORMAL: a commit that returned survives the death of the process, and the file is whole
    whatever happens; only a power cut may lose the last commits, which the next run does again.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    if path != MEMORY:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            _make_tables(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _make_tables(connection: sqlite3.Connection) -> None:
    for statement in TABLES:
        connection.execute(statement)
    connection.execute("INSERT INTO meta VALUES ('isnad', ?)", (__version__,))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def release(connection: sqlite3.Connection, path: str, *, read_only: bool) -> None:
    """Close, leaving one plain file: without the journal beside it, it can be copied, mailed and opened read-only."""
    try:
        if path != MEMORY and not read_only:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error:
        pass  # the journal stays beside the file and the next open takes it in: nothing is lost
    finally:
        connection.close()
