"""Running a case over fakes: what is reused, what is redone, what fails, what is kept."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import msgspec
import pytest

from isnad.errors import RunError
from isnad.model import Dossier, Failure
from isnad.pipeline.base import Options, Steps
from isnad.pipeline.run import run
from isnad.pipeline.verify import verify
from isnad.store import CaseStore
from pipeline.pipeline_fakes import STEPS, Told, write_reports

MANY = 30


def once(
    folder: Path, case: Path, jobs: int = 1, steps: Steps = STEPS, options: Options | None = None
) -> tuple[Dossier, Told]:
    told = Told()
    chosen = msgspec.structs.replace(options or Options(), jobs=jobs)
    with CaseStore(case) as store:
        dossier = run([folder], store, chosen, told, steps)
        assert verify(store, steps) == []
    return dossier, told


def as_bytes(dossier: Dossier) -> bytes:
    return msgspec.json.encode(dossier, order="deterministic")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_reports(tmp_path / "reports", MANY)
    return tmp_path / "reports"


def test_a_second_run_does_no_step_again(folder: Path, tmp_path: Path) -> None:
    first, told = once(folder, tmp_path / "a.isnad")
    assert told.counts.done == {"text": MANY, "extract": MANY, "chain": MANY, "claim": MANY, "compare": 1}
    assert told.counts.reused == {}
    assert [stage for stage, _ in told.stages] == ["read", "analyse", "compare"]
    assert told.advanced == 2 * MANY
    second, told = once(folder, tmp_path / "a.isnad")
    assert told.counts.done == {}
    assert told.counts.reused == {"text": MANY, "extract": MANY, "chain": MANY, "claim": MANY, "compare": 1}
    assert as_bytes(first) == as_bytes(second)
    assert sum(len(analysis.statements) for analysis in first.analyses) > MANY


def test_processes_change_nothing(folder: Path, tmp_path: Path) -> None:
    alone, _ = once(folder, tmp_path / "a.isnad")
    together, told = once(folder, tmp_path / "b.isnad", jobs=3)
    assert told.counts.done["claim"] == MANY
    assert as_bytes(alone) == as_bytes(together)


def test_a_changed_file_redoes_its_own_only(folder: Path, tmp_path: Path) -> None:
    once(folder, tmp_path / "a.isnad")
    (folder / "r03.txt").write_text("Pilot Rana said: the lamp was out.", encoding="utf-8")
    dossier, told = once(folder, tmp_path / "a.isnad")
    assert told.counts.done == {"text": 1, "extract": 1, "chain": 1, "claim": 1, "compare": 1}
    fresh, _ = once(folder, tmp_path / "b.isnad")
    assert as_bytes(dossier) == as_bytes(fresh)


def test_a_removed_file_leaves_the_case_and_may_come_back(folder: Path, tmp_path: Path) -> None:
    once(folder, tmp_path / "a.isnad")
    text = (folder / "r03.txt").read_text(encoding="utf-8")
    (folder / "r03.txt").unlink()
    dossier, told = once(folder, tmp_path / "a.isnad")
    assert told.counts.done == {"compare": 1}
    assert "r03.txt" not in [analysis.document.name for analysis in dossier.analyses]
    (folder / "r03.txt").write_text(text, encoding="utf-8")
    _, told = once(folder, tmp_path / "a.isnad")
    assert told.counts.done == {}
    with CaseStore(tmp_path / "a.isnad") as store:
        assert store.prune() == 1  # the comparison without r03


def test_an_option_redoes_what_depends_on_it(folder: Path, tmp_path: Path) -> None:
    once(folder, tmp_path / "a.isnad")
    _, told = once(folder, tmp_path / "a.isnad", options=Options(engine="other"))
    assert told.counts.reused == {"text": MANY}
    assert told.counts.done["extract"] == MANY


def test_a_new_version_of_a_step_redoes_it_and_what_follows(folder: Path, tmp_path: Path) -> None:
    once(folder, tmp_path / "a.isnad")
    newer = tuple(dataclasses.replace(s, version="2") if s.name == "chain" else s for s in STEPS.document)
    _, told = once(folder, tmp_path / "a.isnad", steps=dataclasses.replace(STEPS, document=newer))
    assert told.counts.done == {"chain": MANY, "compare": 1}


def test_a_table_of_outlets_beside_the_reports_is_an_input(folder: Path, tmp_path: Path) -> None:
    plain, _ = once(folder, tmp_path / "a.isnad")
    table = "name_en\tkind\tcountry\nThe Quay Courier\tnewspaper\tXA\n"
    (folder / "outlets.tsv").write_text(table, encoding="utf-8")
    with_table, _ = once(folder, tmp_path / "a.isnad")
    assert "outlets" not in plain.provenance.options
    assert "outlets" in with_table.provenance.options


@pytest.mark.parametrize("jobs", [1, 3])
def test_failures_are_listed_and_the_rest_goes_on(folder: Path, tmp_path: Path, jobs: int) -> None:
    (folder / "a.txt").write_text("REFUSE", encoding="utf-8")
    (folder / "b.txt").write_text("Rana said: BREAK.", encoding="utf-8")
    (folder / "c.txt").touch()
    dossier, told = once(folder, tmp_path / "a.isnad", jobs=jobs)
    assert dossier.failures == (
        Failure("c.txt", "read", "the file is empty"),
        Failure("a.txt", "text", "this text is refused"),
        Failure("b.txt", "extract", "ZeroDivisionError: the cue of nothing (this is a bug, please report it)"),
    )
    assert len(dossier.analyses) == MANY
    traces = {failure.document: trace for failure, trace in told.failures}
    assert traces["a.txt"] is None
    assert "Traceback" in (traces["b.txt"] or "")
    with CaseStore(tmp_path / "a.isnad") as store:
        assert store.state().failures == dossier.failures
    _, told = once(folder, tmp_path / "a.isnad", jobs=jobs)
    assert told.counts.done == {}


@pytest.mark.parametrize(("content", "reason"), [("DIE ALWAYS", "SIGKILL"), ("LEAVE", "code 7")])
def test_a_worker_that_dies_fails_its_document_only(folder: Path, tmp_path: Path, content: str, reason: str) -> None:
    (folder / "r07.txt").write_text(content, encoding="utf-8")
    (folder / "r08.txt").write_text(content, encoding="utf-8")
    dossier, _ = once(folder, tmp_path / "a.isnad", jobs=2)
    assert [failure.document for failure in dossier.failures] == ["r07.txt", "r08.txt"]
    assert all(reason in failure.reason for failure in dossier.failures)
    assert len(dossier.analyses) == MANY - 2


def test_a_worker_killed_by_chance_costs_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "markers").mkdir()
    monkeypatch.setenv("ISNAD_TEST_MARKERS", str(tmp_path / "markers"))
    (folder / "r07.txt").write_text("Rana said: DIE ONCE.", encoding="utf-8")
    dossier, _ = once(folder, tmp_path / "a.isnad", jobs=2)
    assert dossier.failures == ()
    assert len(dossier.analyses) == MANY


def test_nothing_to_compare(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").touch()
    dossier, _ = once(tmp_path / "reports", tmp_path / "a.isnad")
    assert dossier.analyses == ()
    assert len(dossier.failures) == 1


def test_a_broken_comparison_ends_the_run_and_keeps_the_rows(folder: Path, tmp_path: Path) -> None:
    (folder / "r00.txt").write_text("Rana said: SPOIL.", encoding="utf-8")
    with pytest.raises(RunError, match="the whole case: compare: KeyError"):
        once(folder, tmp_path / "a.isnad")
    (folder / "r00.txt").unlink()
    _, told = once(folder, tmp_path / "a.isnad")
    assert told.counts.done == {"compare": 1}


SCRIPT = """
import sys
from pathlib import Path
from pipeline.pipeline_fakes import STEPS, Told
from isnad.pipeline.base import Options
from isnad.pipeline.run import run
from isnad.store import CaseStore

class Aloud(Told):
    def advance(self):
        print(self.stages[-1][0], flush=True)

if __name__ == "__main__":
    with CaseStore(sys.argv[2]) as store:
        run([Path(sys.argv[1])], store, Options(jobs=int(sys.argv[3])), Aloud(), STEPS)
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_kill_9_then_rerun_equals_an_uninterrupted_run(folder: Path, tmp_path: Path, jobs: int) -> None:
    write_reports(folder, 60, "\nSLOW")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(script), str(folder), str(tmp_path / "a.isnad"), str(jobs)]
    for finished in (5, 20):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stdout is not None
            analysed = (line for line in process.stdout if line == "analyse\n")
            assert len(list(islice(analysed, finished))) == finished
            process.kill()
    dossier, told = once(folder, tmp_path / "a.isnad")
    assert told.counts.reused["claim"] >= 20
    assert told.counts.reused["claim"] + told.counts.done.get("claim", 0) == 60
    whole, _ = once(folder, tmp_path / "b.isnad")
    assert as_bytes(dossier) == as_bytes(whole)


def test_a_script_without_a_guard_is_told_so_once(folder: Path, tmp_path: Path) -> None:
    write_reports(folder, MANY)
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.replace('if __name__ == "__main__":', "if True:"), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(script), str(folder), str(tmp_path / "a.isnad"), "1"]
    assert subprocess.run(command, env=environment, capture_output=True).returncode == 0
    command = [*command[:-2], str(tmp_path / "b.isnad"), "2"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "isnad.errors.RunError: the processes that work on the documents cannot start" in done.stderr
    assert done.stderr.count("cannot start") == 1
