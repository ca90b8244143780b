"""Which marks belong to which document, and what a folder of marks is read as."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from factory import text as made_text

from isnad.errors import DataError, UsageError
from isnad.extract import ENGINES, extract
from isnad.extract.marks import MarksEngine
from isnad.extract.marks import base as marks_base

REPORT = "Lio said hello."
CITRON = json.dumps(
    {
        "text": REPORT,
        "quotes": [
            {
                "cue": {"start": 4, "end": 8, "text": "said"},
                "sources": [{"start": 0, "end": 3, "text": "Lio"}],
                "contents": [{"start": 9, "end": 14, "text": "hello"}],
            }
        ],
    }
)
TSV = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Attribution|role|group\n\n\n#Text=Lio said hello.\n"
    "1-1\t0-3\tLio\tsource\t1\t\n1-2\t4-8\tsaid\tcue\t1\t\n1-3\t9-14\thello\tcontent\t1\t\n1-4\t14-15\t.\t_\t_\t\n"
)


def line(document: str) -> str:
    quote = json.loads(CITRON)["quotes"][0]
    return json.dumps({"document": document, "cue": quote["cue"], "content": quote["contents"]})


def put(path: Path, content: str = CITRON) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content", "document"),
    [
        ("report.json", CITRON, "report.txt"),
        ("report.txt.json", CITRON, "report.txt"),
        ("report.json", CITRON, "case/north/report.html"),
        ("report.tsv", TSV, "report.txt"),
        ("report.txt/ida.tsv", TSV, "case/report.txt"),
        ("تقرير.json", CITRON, "تقرير.txt"),
        ("cafe\u0301.json", CITRON, "caf\u00e9.txt"),
        ("reports.jsonl#3.json", CITRON, "reports.jsonl#3"),
        ("all.jsonl", line("case/report.txt"), "case/report.txt"),
        ("all.json", line("elsewhere/report.txt"), "report.txt"),
    ],
)
def test_marks_find_their_document(tmp_path: Path, name: str, content: str, document: str) -> None:
    engine = MarksEngine([put(tmp_path / name, content)])
    found = engine(made_text(REPORT, document))
    assert [(one.document, one.content[0].text) for one in found] == [(document, "hello")]


@pytest.mark.parametrize(
    ("name", "content", "document"),
    [
        ("report.json", CITRON, "reports.txt"),
        ("report.txt.json", CITRON, "report.html"),
        ("reports.json", CITRON, "reports.jsonl#3"),
        ("report.json", line("other.txt"), "report.txt"),
        ("marks/x.json", CITRON, "marks.txt"),
    ],
)
def test_marks_of_other_documents_are_not_used(tmp_path: Path, name: str, content: str, document: str) -> None:
    engine = MarksEngine([put(tmp_path / name, content)])
    text = made_text(REPORT, document)
    assert engine(text) == ()
    fallen_back = MarksEngine([tmp_path / name], fallback=ENGINES.get("rules"))
    assert fallen_back(text) == extract(text)


def test_the_closer_name_wins_and_two_as_close_are_told(tmp_path: Path) -> None:
    put(tmp_path / "report.json", CITRON.replace('"quotes": [', '"quotes": [], "was": ['))
    put(tmp_path / "report.txt.json")
    assert len(MarksEngine([tmp_path])(made_text(REPORT))) == 1
    put(tmp_path / "report.txt.tsv", TSV)
    with pytest.raises(DataError, match=r"report\.txt\.json and .*report\.txt\.tsv both mark report\.txt"):
        MarksEngine([tmp_path])(made_text(REPORT))


def test_a_folder_may_hold_other_files(tmp_path: Path) -> None:
    put(tmp_path / "a" / "report.tsv", TSV)
    put(tmp_path / "a" / "outlets.tsv", "id\tname\n")
    put(tmp_path / "news.json", '{"text": "An article."}')
    put(tmp_path / "list.json", "[]")
    put(tmp_path / "empty.jsonl", "")
    put(tmp_path / ".report.json", "{")
    (tmp_path / "latin.json").write_bytes(b'{"text": "caf\xe9"}')
    engine = MarksEngine([tmp_path])
    assert [file.format for file in engine.files] == ["webanno-tsv"]
    assert len(engine(made_text(REPORT))) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[]", "is in no known format of marks (citron-json, isnad-json, webanno-tsv)"),
        (b"", "is in no known format"),
        (b'{"text": "x",\n "caf\xe9": 1}', "news.json:2: is not UTF-8"),
        (b"\xff\xfe{\x00", "news.json:1: is not UTF-8"),
    ],
)
def test_a_given_file_must_be_marks(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "news.json"
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        MarksEngine([path])
    assert said in str(caught.value)


def test_paths_that_are_no_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        MarksEngine([tmp_path / "none.json"])
    with pytest.raises(DataError, match="is no file"):
        MarksEngine([Path("/dev/null")])


def test_too_much_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path / "many.jsonl", "\n".join([line("report.txt")] * 3))
    monkeypatch.setattr("isnad.extract.marks.files.MAX_STATEMENTS", 2)
    with pytest.raises(DataError, match=r"many\.jsonl \(report\.txt\): marks 3 statements in one document"):
        MarksEngine([path])
    monkeypatch.setattr("isnad.extract.marks.files.MAX_BYTES", 10)
    with pytest.raises(DataError, match="is larger than"):
        MarksEngine([path])
    assert marks_base.MAX_BYTES > 10


def test_the_signature_changes_with_the_files_and_not_with_where_they_lie(tmp_path: Path) -> None:
    one = MarksEngine([put(tmp_path / "a" / "m" / "report.json")]).signature
    same = MarksEngine([put(tmp_path / "b" / "m" / "report.json")]).signature
    other = MarksEngine([put(tmp_path / "c" / "m" / "report.json", CITRON + "\n")]).signature
    renamed = MarksEngine([put(tmp_path / "d" / "m" / "report2.json")]).signature
    assert one == same and one.startswith("marks:") and len({one, other, renamed}) == 3


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    paths = [put(tmp_path / "report.json"), put(tmp_path / "other.tsv", TSV)]
    forth, back = MarksEngine(paths), MarksEngine([*reversed(paths), paths[0]])
    assert forth.signature == back.signature
    assert forth(made_text(REPORT)) == back(made_text(REPORT))
