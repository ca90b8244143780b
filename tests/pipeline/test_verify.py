"""Every lie in a case is found: the case is made well, then one thing in it is changed."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from isnad.model import OffsetPiece, Passage, Segment, Text
from isnad.model.finding import Copy
from isnad.model.span import Span, span
from isnad.pipeline.base import Options
from isnad.pipeline.keys import verified_key
from isnad.pipeline.places import pieces_under, spans_in, wrong_span, wrong_text
from isnad.pipeline.run import run
from isnad.pipeline.verify import Problem, verify
from isnad.store import CaseStore
from pipeline.pipeline_fakes import STEPS, Told, write_reports

Change = Callable[[Any], None]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    write_reports(tmp_path / "reports", 4)
    with CaseStore(tmp_path / "case.isnad") as store:
        run([tmp_path / "reports"], store, Options(), Told(), STEPS)
    return tmp_path / "case.isnad"


def problems(case: Path) -> list[Problem]:
    with CaseStore(case, read_only=True) as store:
        return verify(store, STEPS)


def changed(case: Path, step: str, change: Change) -> None:
    """Change what the last document's row of ``step`` says."""
    raw = sqlite3.connect(case)
    query = (
        "SELECT rows.key, payload FROM rows LEFT JOIN documents ON documents.key = rows.document WHERE step = ? "
        "ORDER BY documents.name DESC"
    )
    key, payload = raw.execute(query, (step,)).fetchone()
    found = msgspec.json.decode(zlib.decompress(payload))
    change(found)
    raw.execute("UPDATE rows SET payload = ? WHERE key = ?", (zlib.compress(msgspec.json.encode(found)), key))
    raw.commit()
    raw.close()


def sql(case: Path, statement: str) -> None:
    raw = sqlite3.connect(case)
    raw.execute(statement)
    raw.commit()
    raw.close()


def test_a_case_as_it_was_made_is_proved(case: Path) -> None:
    assert problems(case) == []


def move_cue(found: Any) -> None:
    found[0]["cue"]["start"] += 1
    found[0]["cue"]["end"] += 1


def put(*path: str | int, value: Any) -> Change:
    def change(found: Any) -> None:
        for name in path[:-1]:
            found = found[name]
        found[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("step", "change", "what"),
    [
        ("extract", move_cue, "the text there is"),
        ("extract", put(0, "cue", "text", value="denied"), "says 'denied'"),
        ("extract", put(0, "cue", "end", value=10_000), "outside the text"),
        ("extract", put(0, "id", value="st:000000000000"), "is not the id of its place"),
        ("extract", put(0, "engine", value="other"), "is not the id of its place"),
        ("extract", put(0, "parent", value="st:1"), "which is not there"),
        ("extract", put(0, "document", value="other.txt"), "stands in other.txt"),
        ("extract", lambda found: found.append(found[0]), "the same id"),
        ("extract", put(0, "kind", value="rumour"), "does not hold what its step makes"),
        ("chain", put(1, 0, "statement", value="st:1"), "is of statement st:1, which is not there"),
        ("chain", lambda found: found[1].pop(), "has no chain"),
        ("chain", put(1, 0, "links", 0, "span", "start", value=3), "span 3"),
        ("claim", put(0, "statement", value="st:1"), "which is not there"),
        ("text", put("clean", value="x" * 40), "offset map"),
        ("text", put("original", value="y" * 400), "not the same in the original"),
        ("text", put("segments", 0, "end", value=9999), "segment"),
        ("text", put("sentences", 0, value=[5, 2]), "sentence"),
        ("compare", put("findings", 0, "readings", 0, "spans", 0, "text", value="sang"), "says 'sang'"),
        ("compare", put("findings", 0, "readings", 0, "spans", 0, "document", value="z.txt"), "not behind this row"),
    ],
)
def test_a_changed_row_is_found(case: Path, step: str, change: Change, what: str) -> None:
    changed(case, step, change)
    found = problems(case)
    assert any(what in problem.what for problem in found), found


def test_a_statement_inside_itself_is_found(case: Path) -> None:
    def change(found: Any) -> None:
        found[0]["parent"] = found[1]["id"]
        found[1]["parent"] = found[0]["id"]

    changed(case, "extract", change)
    assert any("inside itself" in problem.what for problem in problems(case))


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE rows SET version = '2' WHERE step = 'chain'", "the key is not that of what the row was derived from"),
        ("UPDATE rows SET options = '[\"x\"]' WHERE step = 'extract'", "the key is not that"),
        ("UPDATE rows SET resources = 'x' WHERE step = 'text'", "the key is not that"),
        ("UPDATE documents SET raw = x'789c030000000001'", "its id"),
        ("UPDATE documents SET raw = x'00'", "damaged"),
        ("UPDATE documents SET metadata = replace(metadata, '.txt', '.doc')", "is kept as"),
        ("DELETE FROM rows WHERE step = 'text'", "which is not kept"),
        ("DELETE FROM rows WHERE step = 'claim'", "part of the case but not kept"),
        ("DELETE FROM documents", "which is not kept"),
        ("UPDATE rows SET payload = x'00' WHERE step = 'claim'", "damaged"),
    ],
)
def test_a_changed_table_is_found(case: Path, statement: str, what: str) -> None:
    sql(case, statement)
    found = problems(case)
    assert any(what in problem.what for problem in found), found


def test_rows_of_another_version_do_not_disturb(case: Path) -> None:
    """A step's type may change with its version: old rows that nobody uses are not decoded."""
    with CaseStore(case) as store:
        old = next(row for row in map(store.row, store.row_keys()) if row is not None and row.step == "claim")
        from_before = msgspec.structs.replace(old, version="0", payload=b'{"another": "shape"}')
        key = verified_key(from_before)
        store.put_rows([msgspec.structs.replace(from_before, key=key)])
    assert problems(case) == []


def make_text(clean: str, original: str, pieces: tuple[OffsetPiece, ...]) -> Text:
    return Text(
        "a", original, clean, "utf-8", "en", pieces, (Segment(0, len(clean), "body", "en"),), ((0, len(clean)),)
    )


FOLDED = make_text(
    "one & two",
    "<p>one &amp; two</p>",
    (OffsetPiece(0, 4, 3, 7, True), OffsetPiece(4, 5, 7, 12, False), OffsetPiece(5, 9, 12, 16, True)),
)


def test_pieces_under_a_span() -> None:
    assert [piece.start for piece in pieces_under(FOLDED.pieces, 3, 6)] == [0, 4, 5]
    assert [piece.start for piece in pieces_under(FOLDED.pieces, 4, 5)] == [4]
    assert list(pieces_under((), 0, 1)) == []


def test_a_mapped_text_is_proved() -> None:
    assert list(wrong_text(FOLDED)) == []
    assert wrong_span(span(FOLDED.clean, 2, 7), FOLDED) is None
    shifted = msgspec.structs.replace(FOLDED, original="<p>One &amp; two</p>")
    assert wrong_span(span(FOLDED.clean, 0, 3), shifted) == "span 0–3 is not the same in the original"
    assert wrong_span(span(FOLDED.clean, 6, 9), shifted) is None


@pytest.mark.parametrize(
    ("pieces", "what"),
    [
        ((OffsetPiece(0, 4, 3, 7, True),), "covers 4 of 9"),
        ((OffsetPiece(1, 9, 3, 11, False),), "does not begin"),
        ((OffsetPiece(0, 9, 3, 99, False),), "outside"),
        ((OffsetPiece(0, 9, 3, 11, True),), "another length"),
        ((OffsetPiece(0, 4, 7, 11, False), OffsetPiece(4, 9, 3, 7, False)), "goes back"),
    ],
)
def test_a_wrong_map_is_found(pieces: tuple[OffsetPiece, ...], what: str) -> None:
    assert any(what in problem for problem in wrong_text(msgspec.structs.replace(FOLDED, pieces=pieces)))


def test_spans_of_a_copy_stand_in_two_documents() -> None:
    passage = Passage(Span(0, 1, "a"), Span(2, 3, "b"), "verbatim")
    copy = Copy("x", "y", 1.0, 1.0, "unknown", "", (passage,))
    assert list(spans_in({"copies": [copy]}, "z")) == [("x", passage.a), ("y", passage.b)]
