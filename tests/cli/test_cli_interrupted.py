"""Ctrl-C, kill -9, a reader that leaves, and two runs at once: the real program in its own process."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from isnad.store import CaseStore

MANY = 60
PARAGRAPHS = 8
ENGLISH = 'The harbour master, Lina Haddad, said that {} had left. "Nobody told us about {}," said pilot {}.'
ARABIC = "قالت مديرة المرفأ لينا حداد إن {} غادرت قبل {}. وأضافت: «لم يبلغنا أحد بأمر {}»."
SYLLABLES = ("ka", "ro", "mi", "su", "la", "ten", "dor", "vi", "قا", "رو", "مي", "سو", "لا", "تن", "دور", "في")
COMMAND = [sys.executable, "-m", "isnad", "dossier", "reports", "-o", "d.json"]


def report(dice: random.Random) -> str:
    """Statements in words that no other report has: copies are not what is tested here."""

    def words() -> str:
        return " ".join("".join(dice.choices(SYLLABLES, k=3)) for _ in range(4))

    sentences = (dice.choice((ENGLISH, ARABIC)).format(words(), words(), words()) for _ in range(PARAGRAPHS))
    return "\n\n".join(sentences)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    for n in range(MANY):
        (tmp_path / "reports" / f"r{n:03}.txt").write_text(report(random.Random(n)), encoding="utf-8")
    return tmp_path


def started(case: Path, *options: str) -> subprocess.Popen[str]:
    """The program as a terminal starts it: its own process group, so that Ctrl-C reaches the workers too."""
    return subprocess.Popen(
        [*COMMAND, *options],
        cwd=case,
        text=True,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def wait_for_rows(case: Path) -> None:
    """Until the run writes rows: its journal grows."""
    journal = case / "d.isnad-wal"
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if journal.exists() and journal.stat().st_size > 150_000:
            return
        time.sleep(0.01)
    raise AssertionError("the run wrote nothing")


def whole_run(case: Path, name: str) -> bytes:
    done = subprocess.run([*COMMAND[:-1], name, "--quiet"], cwd=case, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return (case / name).read_bytes()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_kill_9_then_again_equals_an_uninterrupted_run(case: Path, jobs: str) -> None:
    with started(case, "--jobs", jobs) as process:
        wait_for_rows(case)
        process.kill()
    assert not (case / "d.json").exists()
    assert whole_run(case, "d.json") == whole_run(case, "other.json")
    verified = subprocess.run([sys.executable, "-m", "isnad", "verify", "d.isnad"], cwd=case, capture_output=True)
    assert verified.returncode == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_stops_cleanly(case: Path, jobs: str) -> None:
    with started(case, "--jobs", jobs) as process:
        wait_for_rows(case)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == ""
    assert "Traceback" not in err
    assert "d.isnad" in err
    assert "interrupted" in err
    assert not list(case.glob("*.part"))
    deadline = time.monotonic() + 10  # multiprocessing's own helper ends when it sees that we have
    while (left := alive_in_group(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []
    assert whole_run(case, "d.json")


def alive_in_group(group: int) -> list[str]:
    """Processes of the group that still run; one that has ended but was not waited for is a zombie, and gone."""
    alive = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            if int(fields[2]) == group and fields[0] != "Z":
                alive.append(status.parent.name)
    return alive


def test_two_runs_at_once(case: Path) -> None:
    with CaseStore(case / "d.isnad"):
        second = subprocess.run([*COMMAND, "--quiet"], cwd=case, capture_output=True, text=True)
    assert second.returncode == 1
    assert "in use" in second.stderr
    assert second.stderr.count("\n") == 1


def test_a_reader_that_leaves(case: Path) -> None:
    command = [sys.executable, "-m", "isnad", "statements", "reports", "--json", "--quiet"]
    with subprocess.Popen(command, cwd=case, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("{")
        process.stdout.close()
        assert process.stderr.read() == ""
