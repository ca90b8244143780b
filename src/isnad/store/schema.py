"""The tables of a case file.

``application_id`` ("isnd") tells a case file from any other SQLite file, ``user_version`` is the schema's version.
Both are set in the transaction that makes the tables: a process killed in between leaves an empty file, which the
next run takes as a new case.
"""

from __future__ import annotations

APPLICATION_ID = 0x69736E64
SCHEMA_VERSION = 1

# BEFORE INSERT closes the third door besides UPDATE and DELETE: INSERT OR REPLACE removes the old row silently.
TABLES = (
    """CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE documents (
        key TEXT PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, metadata TEXT NOT NULL,
        raw BLOB NOT NULL)""",
    """CREATE TABLE rows (
        key TEXT PRIMARY KEY, step TEXT NOT NULL, version TEXT NOT NULL, document TEXT, inputs TEXT NOT NULL,
        options TEXT NOT NULL, resources TEXT NOT NULL, payload BLOB NOT NULL)""",
    """CREATE INDEX rows_by_document ON rows (document)""",
    """CREATE TABLE case_documents (position INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (key))""",
    """CREATE TABLE case_rows (position INTEGER PRIMARY KEY, key TEXT NOT NULL REFERENCES rows (key))""",
    """CREATE TABLE failures (
        position INTEGER PRIMARY KEY, document TEXT NOT NULL, step TEXT NOT NULL, reason TEXT NOT NULL)""",
    """CREATE TABLE judgements (
        number INTEGER PRIMARY KEY AUTOINCREMENT, action TEXT NOT NULL, subject TEXT NOT NULL, value TEXT, note TEXT,
        "by" TEXT NOT NULL, "at" TEXT NOT NULL)""",
    """CREATE TRIGGER judgements_are_not_changed BEFORE UPDATE ON judgements
        BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END""",
    """CREATE TRIGGER judgements_are_not_deleted BEFORE DELETE ON judgements
        BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END""",
    """CREATE TRIGGER judgements_are_not_replaced BEFORE INSERT ON judgements
        WHEN EXISTS (SELECT 1 FROM judgements WHERE number = NEW.number)
        BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END""",
)
