"""Statements from a file instead of an engine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from isnad.errors import DataError
from isnad.pipeline import STEPS, Options, opened, verify
from isnad.store import CaseStore

TEXT = "The tower said that Omar Rana told them the lamp was out."
OUTER: dict[str, Any] = {
    "document": "a.txt",
    "id": "mine-1",
    "cue": {"start": 10, "end": 14, "text": "said"},
    "source": {"start": 0, "end": 9, "text": "The tower"},
    "content": [{"start": 20, "end": 56, "text": TEXT[20:56]}],
    "speaker": "The tower",
    "speaker_type": "organisation",
}
INNER: dict[str, Any] = {
    "document": "a.txt",
    "parent": "mine-1",
    "cue": {"start": 30, "end": 34, "text": TEXT[30:34]},
    "content": [{"start": 40, "end": 56, "text": TEXT[40:56]}],
    "kind": "direct",
}


def marks_file(folder: Path, *rows: object) -> Path:
    path = folder / "marks.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "reports"


def test_marks_become_statements_with_chains(reports: Path, tmp_path: Path) -> None:
    marks = marks_file(tmp_path, INNER, OUTER)
    with CaseStore(":memory:") as store:
        session = opened([reports], store, Options(marks=(marks,)), None, STEPS)
        (analysis,) = session.analyses()
        assert verify(store) == []
    outer, inner = analysis.statements
    assert (outer.speaker.name, outer.speaker.type, outer.kind) == ("The tower", "organisation", "indirect")
    assert inner.parent == outer.id
    assert (inner.speaker.type, inner.engine) == ("unnamed", "marks:isnad-json")
    assert inner.content[0].text == "the lamp was out"
    assert {chain.statement for chain in analysis.chains} == {outer.id, inner.id}


@pytest.mark.parametrize(
    ("place", "what"),
    [({"start": 10, "end": 14, "text": "sang"}, "sang"), ({"start": 990, "end": 994, "text": "rang"}, "rang")],
)
def test_a_mark_that_does_not_fit_fails_its_document(
    reports: Path, tmp_path: Path, place: dict[str, Any], what: str
) -> None:
    marks = marks_file(tmp_path, {**OUTER, "cue": place})
    with CaseStore(":memory:") as store:
        session = opened([reports], store, Options(marks=(marks,)))
        assert list(session.analyses()) == []
    assert what in session.failures[0].reason


def test_a_malformed_file_is_named_with_its_line(reports: Path, tmp_path: Path) -> None:
    marks = marks_file(tmp_path, OUTER, {"document": "a.txt"})
    with CaseStore(":memory:") as store, pytest.raises(DataError, match=r"marks\.jsonl:2"):
        opened([reports], store, Options(marks=(marks,)))


def test_a_document_without_marks_is_read_by_the_engine(reports: Path, tmp_path: Path) -> None:
    (reports / "b.txt").write_text(TEXT, encoding="utf-8")
    with CaseStore(":memory:") as store:
        session = opened([reports], store, Options(marks=(marks_file(tmp_path, OUTER),)))
        engines = [{s.engine for s in analysis.statements} for analysis in session.analyses()]
    assert engines == [{"marks:isnad-json"}, {"rules"}]


def test_changed_marks_are_another_input(reports: Path, tmp_path: Path) -> None:
    found = []
    with CaseStore(":memory:") as store:
        for rows in ((OUTER,), (OUTER, INNER)):
            marks = marks_file(tmp_path, *rows)
            session = opened([reports], store, Options(marks=(marks,)))
            found.append(len(next(session.analyses()).statements))
    assert found == [1, 2]
