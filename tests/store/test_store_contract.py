"""What every store must do, run over each implementation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from isnad.errors import StoreError
from isnad.model import Document, Failure
from isnad.model.ids import document_id
from isnad.store import CaseState, CaseStore, Judgement, Row, Store, document_key


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    with CaseStore(tmp_path / "case.isnad" if request.param == "file" else ":memory:") as opened:
        yield opened


def make_document(name: str, data: bytes, **metadata: str) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    return Document(document_id(name, data), name, digest, "text/plain", len(data), **metadata)


def make_row(key: str, payload: bytes = b"[]") -> Row:
    return Row(key, "text", "1", "in:1", ("in:1",), ("engine=rules",), "r", payload)


REPORT = make_document("تقرير.txt", "قال الوزير".encode())


def test_documents_come_back_with_their_bytes(store: Store) -> None:
    store.put_documents([(REPORT, "قال الوزير".encode())])
    key = document_key(REPORT)
    assert store.document(key) == REPORT
    assert store.data(key) == "قال الوزير".encode()
    assert store.document_keys() == (key,)


def test_the_same_bytes_with_other_metadata_are_another_document(store: Store) -> None:
    dated = make_document("تقرير.txt", "قال الوزير".encode(), date="2021-05-01")
    assert dated.id == REPORT.id
    store.put_documents([(REPORT, b"x"), (dated, b"x")])
    assert len(store.document_keys()) == 2


def test_unknown_things_are_none_or_a_clear_error(store: Store) -> None:
    assert store.document("in:0") is None
    assert store.row("row:0") is None
    with pytest.raises(StoreError, match="in:0"):
        store.data("in:0")


def test_rows_come_back_as_they_were(store: Store) -> None:
    row = make_row("row:1", "[«نص»]".encode() * 1000)
    store.put_rows([row])
    assert store.row("row:1") == row
    assert store.row_keys() == ("row:1",)


def test_a_row_is_never_rewritten(store: Store) -> None:
    store.put_rows([make_row("row:1", b"first")])
    store.put_rows([make_row("row:1", b"second")])
    kept = store.row("row:1")
    assert kept is not None
    assert kept.payload == b"first"


def test_has_rows_over_more_keys_than_one_query_takes(store: Store) -> None:
    store.put_rows([make_row(f"row:{i}") for i in range(0, 2500, 2)])
    assert store.has_rows(f"row:{i}" for i in range(2500)) == {f"row:{i}" for i in range(0, 2500, 2)}
    assert store.has_rows([]) == frozenset()


def test_a_failed_write_leaves_nothing(store: Store) -> None:
    def broken() -> Iterator[tuple[Document, bytes]]:
        yield REPORT, b"x"
        raise RuntimeError("the reader died")

    with pytest.raises(RuntimeError):
        store.put_documents(broken())
    assert store.document_keys() == ()
    wrong = Row("row:2", None, "1", None, (), (), "", b"")  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        store.put_rows([make_row("row:1"), wrong, make_row("row:3")])
    assert store.row_keys() == ()
    store.put_rows([make_row("row:9")])
    assert store.row_keys() == ("row:9",)


def test_the_state_is_replaced_whole(store: Store) -> None:
    assert store.state() == CaseState()
    store.put_documents([(REPORT, b"x")])
    store.put_rows([make_row("row:1"), make_row("row:2")])
    failures = (Failure("b.txt", "read", "empty"), Failure("a.txt", "text", "no text"))
    first = CaseState((document_key(REPORT),), ("row:2", "row:1"), failures, {"title": "قضية"})
    store.finish(first)
    assert store.state() == first
    with pytest.raises(StoreError):
        store.finish(CaseState(("in:none",), (), (), {}))
    assert store.state() == first
    store.finish(CaseState())
    assert store.state() == CaseState()


def test_prune_forgets_what_the_case_does_not_use(store: Store) -> None:
    other = make_document("b.txt", b"b")
    store.put_documents([(REPORT, b"x"), (other, b"b")])
    store.put_rows([make_row("row:1"), make_row("row:2")])
    store.finish(CaseState((document_key(REPORT),), ("row:1",)))
    assert store.prune() == 2
    assert store.row_keys() == ("row:1",)
    assert store.document_keys() == (document_key(REPORT),)
    assert store.prune() == 0


def test_judgements_are_numbered_and_kept_in_order(store: Store) -> None:
    accept = Judgement("accept", "st:1", None, "قرأتها", "n.h.", "2024-01-02T10:00:00Z")
    merge = Judgement("merge", "st:1", "st:2", None, "n.h.", "2024-01-02T10:05:00Z")
    assert [store.judge(accept), store.judge(merge)] == [1, 2]
    assert store.judgements() == (accept, merge)
    store.finish(CaseState())
    store.prune()
    assert store.judgements() == (accept, merge)
