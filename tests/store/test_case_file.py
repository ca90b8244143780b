"""What can be wrong with a case file, and what survives."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from isnad.errors import StoreError
from isnad.store import CaseState, CaseStore, Judgement, Row

JUDGEMENT = Judgement("accept", "st:1", None, None, "n.h.", "2024-01-02T10:00:00Z")


def row(number: int) -> Row:
    return Row(f"row:{number:06}", "text", "1", None, (), (), "", b"payload " * 200)


def test_a_closed_case_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "case.isnad"
    with CaseStore(path) as store:
        store.put_rows([row(1)])
    assert [p.name for p in tmp_path.iterdir()] == ["case.isnad"]
    with CaseStore(path, read_only=True) as store:
        assert store.row_keys() == ("row:000001",)


def test_a_second_opener_is_told_that_it_is_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isnad.store.connect.WAIT_SECONDS", 0.05)
    path = tmp_path / "case.isnad"
    with CaseStore(path):
        for read_only in (False, True):
            with pytest.raises(StoreError, match="in use"):
                CaseStore(path, read_only=read_only)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"not a database, only a letter to a friend\n" * 50, "not a case file"),
        (b"SQLite format 3\0" + b"\1" * 99, "case file"),
    ],
)
def test_a_foreign_file_is_left_as_it_is(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "letter.isnad"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=message):
        CaseStore(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (url)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        CaseStore(path)
    assert path.read_bytes() == before


def test_a_newer_case_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.isnad"
    CaseStore(path).close()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(StoreError, match="newer isnad"):
        CaseStore(path)


@pytest.mark.parametrize("name", [".", "missing/case.isnad"])
def test_an_impossible_place(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match=r"is a folder|does not exist"):
        CaseStore(tmp_path / name)


def test_read_only_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such case"):
        CaseStore(tmp_path / "none.isnad", read_only=True)
    (tmp_path / "empty.isnad").touch()
    with pytest.raises(StoreError, match="empty"):
        CaseStore(tmp_path / "empty.isnad", read_only=True)
    assert [p.name for p in tmp_path.iterdir()] == ["empty.isnad"]


def as_nobody(path: Path) -> str:
    """What opening a case at ``path`` says to a user without rights: root, who runs tests in containers, may all."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        if os.getuid() == 0:
            os.setuid(65534)
        try:
            CaseStore(path).close()
        except StoreError as error:
            os.write(writing, str(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as said:
        message = said.read()
    os.waitpid(child, 0)
    return message


def test_a_folder_that_cannot_be_written() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        CaseStore(folder / "kept.isnad").close()
        (folder / "kept.isnad").chmod(0o444)
        folder.chmod(0o555)
        assert "cannot be written" in as_nobody(folder / "case.isnad")
        assert "cannot be written" in as_nobody(folder / "kept.isnad")
        folder.chmod(0o755)
        assert "cannot be written" in as_nobody(folder / "kept.isnad")


def test_judgements_cannot_be_changed_even_by_sql(tmp_path: Path) -> None:
    path = tmp_path / "case.isnad"
    with CaseStore(path) as store:
        store.judge(JUDGEMENT)
    raw = sqlite3.connect(path, isolation_level=None)
    for statement in (
        "UPDATE judgements SET action = 'reject'",
        "DELETE FROM judgements",
        "INSERT OR REPLACE INTO judgements VALUES (1, 'reject', 'st:1', NULL, NULL, 'x', 'y')",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement)
    raw.close()
    with CaseStore(path) as store:
        assert store.judgements() == (JUDGEMENT,)


def test_damage_is_a_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "case.isnad"
    with CaseStore(path) as store:
        store.put_rows([row(1)])
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("UPDATE rows SET payload = x'00'")
    raw.close()
    with CaseStore(path) as store, pytest.raises(StoreError, match="damaged"):
        store.row("row:000001")


KILLED = """
import sys
from isnad.store import CaseStore, Row
store = CaseStore(sys.argv[1])
for number in range(100_000):
    key = f"row:{number:06}"
    store.put_rows([Row(key, "text", "1", None, (), (), "", b"payload " * 200)])
    print(key, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 is a thing of POSIX")
@pytest.mark.parametrize("rows", [1, 40, 400])
def test_kill_9_keeps_every_finished_row(tmp_path: Path, rows: int) -> None:
    path = tmp_path / "case.isnad"
    with subprocess.Popen([sys.executable, "-c", KILLED, path], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        finished = [process.stdout.readline().strip() for _ in range(rows)]
        process.kill()
    with CaseStore(path) as store:
        assert set(finished) <= set(store.row_keys())
        assert store.row(finished[-1]) == row(rows - 1)
        store.finish(CaseState(rows=tuple(finished)))
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()
