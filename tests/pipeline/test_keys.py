"""Keys, versions, and the built-in table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from isnad.errors import DataError
from isnad.model import Span
from isnad.model.ids import document_id, statement_id, tagged
from isnad.pipeline import COPIES, STEPS
from isnad.pipeline.base import DOCUMENT, Options, Resources
from isnad.pipeline.keys import code_version, plan, row_key, verified_key
from isnad.pipeline.resources import resources_of


def test_parts_are_told_apart() -> None:
    ids = [tagged("t", "a", "bc"), tagged("t", "ab", "c"), tagged("t", "abc"), tagged("t", "1"), tagged("t", 1)]
    ids += [tagged("t"), tagged("t", ""), tagged("t", None), tagged("t", b"abc"), tagged("u", "abc")]
    assert len(set(ids)) == len(ids)
    assert tagged("t", "a", digits=32).startswith(tagged("t", "a"))


def test_ids_stay_what_they_are() -> None:
    """Pinned: a changed id would orphan every judgement about it."""
    assert document_id("a", b"x") == "doc:9e086efc7f501b1f"
    assert statement_id("a.txt", Span(0, 3, "abc"), [Span(4, 6, "de")], None) == "st:01569c303f10"


def test_every_part_of_a_key_counts() -> None:
    base: tuple[Any, ...] = ("text", "1", ("in:1",), ("o",), "r")
    others = [("t", *base[1:]), ("text", "2", *base[2:]), (*base[:2], ("in:2",), *base[3:])]
    others += [(*base[:3], ("p",), "r"), (*base[:4], "s"), (*base[:2], ("in:1", "o"), (), "r")]
    keys = [row_key(*parts) for parts in (base, *others)]
    assert len(set(keys)) == len(keys)
    assert keys[0].startswith("row:")
    assert len(keys[0]) == 4 + 32


def test_a_plan_chains_the_keys() -> None:
    resources = Resources("r")
    rows = plan("in:1", STEPS.document, Options(), resources)
    assert list(rows) == ["text", "extract", "chain", "mentions", "values", "claim"]
    assert rows["text"].inputs == ("in:1",)
    assert rows["extract"].inputs == (rows["text"].key,)
    assert all(verified_key(row) == row.key for row in rows.values())
    other = plan("in:1", STEPS.document, Options(engine="marks"), resources)
    assert other["text"] == rows["text"]
    assert other["claim"].key != rows["claim"].key
    assert plan("in:1", STEPS.document, Options(jobs=7, title="x"), resources) == rows


def test_the_table_is_in_order() -> None:
    known = {DOCUMENT}
    for step in (*STEPS.all(), COPIES):
        assert known >= set(step.inputs)
        known.add(step.name)
    assert [step.name for step in STEPS.until("chain").document] == ["text", "extract", "chain"]


def test_a_version_follows_the_code() -> None:
    assert code_version(("extract",)) == code_version(("extract",))
    assert code_version(("extract",)) != code_version(("chain",))
    assert code_version(("extract",), ("lxml",)) != code_version(("extract",))
    assert code_version(("extract",), ("no-such-package",)) != code_version(("extract",))


TABLE = "name_en\tkind\tcountry\nThe Quay Courier\tnewspaper\tXA\n"


def test_the_table_beside_the_reports_is_found_and_hashed_by_content(tmp_path: Path) -> None:
    hashes = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").touch()
        (tmp_path / folder / "outlets.tsv").write_text(TABLE, encoding="utf-8")
        for path in (tmp_path / folder, tmp_path / folder / "a.txt"):
            found = resources_of([path], Options())
            assert found.outlet_files == (tmp_path / folder / "outlets.tsv",)
            hashes.append(found.outlets_hash)
    assert len(set(hashes)) == 1
    assert resources_of([tmp_path], Options()).outlets_hash == ""


def test_a_malformed_table_is_an_error_before_anything_runs(tmp_path: Path) -> None:
    (tmp_path / "outlets.tsv").write_text("name_en\tkind\tcountry\nThe Quay\toracle\tXA\n", encoding="utf-8")
    with pytest.raises(DataError, match="oracle"):
        resources_of([tmp_path], Options())
