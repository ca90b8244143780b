"""The commands over small fictional reports: output, exit codes, errors in one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from isnad.cli.main import COMMANDS, answered

ENGLISH = """Harbour Courier

Port Sakhr — The harbour master, Lina Haddad, said on Monday that two ships had left before the storm.

"Nobody told us about the lamp," said pilot Omar Rana. He added that the tower had been dark for an hour.
"""
ARABIC = """مرفأ الصخر - قالت مديرة المرفأ لينا حداد إن سفينتين غادرتا قبل العاصفة.

وأضافت: «لم يبلغنا أحد بأمر المنارة».
"""
PERSIAN = """به گزارش خبرگزاری ساحل، لینا حداد گفت که دو کشتی پیش از توفان رفتند.

وی افزود: «کسی از چراغ به ما نگفت.»
"""

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, content in (("a_en.txt", ENGLISH), ("b_ar.txt", ARABIC), ("c_fa.txt", PERSIAN)):
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def say(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Say:
    """Run the command line in this process: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> tuple[int, str, str]:
        code = answered([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return run


def test_statements_as_the_contract_says(reports: Path, say: Say) -> None:
    code, out, err = say("statements", reports, "--json", "--quiet")
    assert (code, err) == (0, "")
    rows = [json.loads(line) for line in out.splitlines()]
    assert {row["document"] for row in rows} == {"a_en.txt", "b_ar.txt", "c_fa.txt"}
    for row in rows:
        text = (reports / row["document"]).read_text(encoding="utf-8")
        places = [row["cue"], *row["content"], *([row["source"]] if row["source"] else [])]
        assert all(text[place["start"] : place["end"]] == place["text"] for place in places)
        assert row["kind"] in {"direct", "indirect", "mixed"}
        assert row["chain"]
        assert {"id", "parent", "speaker", "speaker_type"} <= row.keys()
        assert all({"name", "kind", "start", "end"} <= link.keys() for link in row["chain"])


def test_statements_for_people(reports: Path, say: Say) -> None:
    code, out, _ = say("statements", reports)
    assert code == 0
    assert "Lina Haddad" in out
    assert "\x1b" not in out
    with pytest.raises(json.JSONDecodeError):
        json.loads(out.splitlines()[0])


def test_standard_input(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.write(writing, ENGLISH.encode())
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        code, out, _ = say("statements", "-", "--json")
    assert code == 0
    assert {json.loads(line)["document"] for line in out.splitlines()} == {"stdin"}
    assert say("statements", "-", "-")[0] == 2


def test_dossier_verify_and_again(reports: Path, say: Say, tmp_path: Path) -> None:
    for suffix in ("html", "json", "md"):
        code, out, err = say("dossier", reports, "-o", f"d.{suffix}", "--case", "case.isnad")
        assert (code, out) == (0, "")
        assert f"d.{suffix}" in err
        first = (tmp_path / f"d.{suffix}").read_bytes()
        assert say("dossier", reports, "-o", f"d.{suffix}", "--quiet", "--jobs", "2") == (0, "", "")
        assert (tmp_path / f"d.{suffix}").read_bytes() == first
    code, out, err = say("verify", "case.isnad")
    assert (code, out) == (0, "")
    assert "every span and every id holds" in err
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "case.isnad",
        "d.html",
        "d.isnad",
        "d.json",
        "d.md",
        "reports",
    ]


def test_the_dossier_is_no_report_of_its_own_case(reports: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports)
    assert say("dossier", ".", "--quiet")[0] == 0
    first = (reports / "dossier.html").read_bytes()
    assert say("dossier", ".", "--quiet")[0] == 0
    assert (reports / "dossier.html").read_bytes() == first


@pytest.mark.parametrize("command", ["copies", "compare"])
def test_copies_and_compare(reports: Path, say: Say, command: str) -> None:
    (reports / "d_en.txt").write_text(f"The Quay Post\n\n{ENGLISH}", encoding="utf-8")
    code, out, _ = say(command, reports, "--json")
    assert code == 0
    rows = [json.loads(line) for line in out.splitlines()]
    if command == "copies":
        kinds = {(row["a"], row["b"]): {passage["kind"] for passage in row["passages"]} for row in rows}
        assert kinds["a_en.txt", "d_en.txt"] == {"verbatim"}
        assert {kind for pair, found in kinds.items() if "c_fa.txt" in pair for kind in found} == {"translated"}
    assert say(command, reports)[0] == 0


def bad_files(folder: Path) -> list[str]:
    (folder / "x_empty.txt").touch()
    (folder / "x_binary.txt").write_bytes(bytes(range(256)) * 64)
    with (folder / "x_large.txt").open("wb") as sparse:
        sparse.truncate(200_000_000)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    return ["x_binary.txt", "x_empty.txt", "x_large.txt"]


def test_bad_files_get_a_line_each_and_the_rest_goes_on(reports: Path, say: Say) -> None:
    bad = bad_files(reports)
    code, out, err = say("statements", reports, "--json")
    assert code == 3
    assert len({json.loads(line)["document"] for line in out.splitlines()}) == 3
    lines = [line for line in err.splitlines() if not line.startswith(("reading", "analysing"))]
    assert [line.split(":")[0] for line in lines] == bad
    assert say("dossier", reports, "--quiet")[0] == 3


@pytest.mark.parametrize("number", range(3))
def test_nothing_but_a_bad_file_fails(tmp_path: Path, say: Say, number: int) -> None:
    name = bad_files(tmp_path)[number]
    code, out, err = say("dossier", tmp_path / name)
    assert (code, out) == (1, "")
    assert err.startswith(f"{name}: ")
    assert err.count("\n") == 1
    assert not (tmp_path / "dossier.html").exists()


def test_an_unreadable_file() -> None:
    """As another user where the tests run as root, who may read everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "a.txt").write_text(ENGLISH, encoding="utf-8")
        (folder / "b.txt").write_text(ENGLISH, encoding="utf-8")
        (folder / "b.txt").chmod(0)
        said = folder / "said"
        said.touch(mode=0o666)
        said.chmod(0o666)
        answered(["statements", str(folder / "a.txt"), "--quiet", "--json"])  # imports all that is needed
        child = os.fork()
        if not child:
            with said.open("w", encoding="utf-8") as sys.stderr:
                if os.getuid() == 0:
                    os.setuid(65534)
                code = answered(["statements", str(folder), "--quiet", "--json"])
            os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code == 3
        assert said.read_text(encoding="utf-8").startswith("b.txt: read: ")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["dossier"], 2, "Missing argument"),
        (["dossier", "none"], 2, "none"),
        (["dossier", "reports", "-o", "d.docx"], 2, "suffix"),
        (["dossier", "reports", "-o", "missing/d.html"], 1, "missing"),
        (["dossier", "reports", "--case", "reports/a_en.txt"], 1, "not a case file"),
        (["dossier", "reports", "--lang", "xx"], 2, "xx"),
        (["dossier", "reports", "--jobs", "0"], 2, "jobs"),
        (["statements", "reports", "--engine", "oracle"], 2, "oracle"),
        (["verify", "none.isnad"], 1, "no such case"),
        (["evaluate", "none.jsonl"], 2, "none.jsonl"),
        (["prophesy"], 2, "prophesy"),
        (["--nonsense"], 2, "--nonsense"),
        (["statements", "empty"], 1, "no report"),
    ],
)
def test_a_wrong_call_is_one_line(reports: Path, say: Say, arguments: list[str], code: int, message: str) -> None:
    (reports.parent / "empty").mkdir()
    got, out, err = say(*arguments)
    assert (got, out) == (code, "")
    assert message in err
    assert err.count("\n") == 1


def test_a_bug_is_named_and_traced_only_on_demand(
    reports: Path, say: Say, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("of the exporter")

    monkeypatch.setattr("isnad.dossier.EXPORTERS.get", lambda _: broken)
    code, _, err = say("dossier", reports)
    assert code == 1
    assert "ZeroDivisionError: of the exporter (this is a bug, please report it" in err
    assert answered(["dossier", str(reports), "--debug"]) == 1
    assert "Traceback" in capfd.readouterr().err


def test_lang_check_answers(say: Say) -> None:
    code, out, err = say("lang", "check")
    assert code == (1 if out else 0)
    assert "ar, fa, en" in err


def test_evaluate(tmp_path: Path, say: Say) -> None:
    gold = tmp_path / "gold.jsonl"
    text = "Lina Haddad said that two ships had left."
    mark = {"cue": [12, 16], "source": [0, 11], "content": [[22, 40]], "kind": "indirect", "who": "Lina Haddad"}
    gold.write_text(json.dumps({"document": "a.txt", "text": text, "attributions": [mark]}), encoding="utf-8")
    code, out, _ = say("evaluate", gold, "--by-kind", "--errors", "2")
    assert code == 0
    assert "relation  overlap" in out
    assert "recall indirect" in out
    code, out, _ = say("evaluate", gold, "--json")
    assert code == 0
    assert json.loads(out)["gold"] == 1


def test_evaluate_details(tmp_path: Path, say: Say) -> None:
    said = "Spokesman Samir al-Tawil said the warehouse fire in Marsa Nuwar on 3 May 2021 killed {} people."
    for name, number in (("a.txt", 12), ("b.txt", 19)):
        (tmp_path / name).write_text(said.format(number), encoding="utf-8")
    readings = [
        {"value": n, "documents": [d], "roots": ["Samir al-Tawil"]} for n, d in (("12", "a.txt"), ("19", "b.txt"))
    ]
    detail = {"event": "fire", "detail": "killed", "kind": "conflict", "readings": readings, "independent_roots": 1}
    truth = tmp_path / "truth.json"
    reports = [{"document": "a.txt"}, {"document": "b.txt"}]
    truth.write_text(json.dumps({"details": [detail], "reports": reports}), encoding="utf-8")
    code, out, _ = say("evaluate", truth, "--details")
    assert code == 0
    assert "fire: killed" in out and "1 details, 1 found, 1 of the right kind" in out
    code, out, _ = say("evaluate", truth, "--details", "--json")
    assert code == 0
    assert json.loads(out)["details"][0]["found_kind"] == "conflict"


HEAVY = {"msgspec", "sqlite3", "lxml", "numpy", "trafilatura", "lingua", "multiprocessing", "isnad.pipeline"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["dossier", "--help"], ["lang", "check", "-h"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    """Counted in modules, not in milliseconds: a busy machine must not fail the test."""
    code = (
        "import sys\nfrom isnad.cli.main import answered\n"
        f"assert answered({arguments!r}) == 0\n"
        f"print(*sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr, end='')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout


def test_every_command_has_help_and_a_page(say: Say) -> None:
    pages = Path(__file__).parents[2] / "docs" / "commands"
    for name in COMMANDS:
        assert say(name, "--help")[0] == 0
        assert (pages / f"isnad-{name}.md").is_file()
    tool = Path(__file__).parents[2] / "tools" / "make_command_docs.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
