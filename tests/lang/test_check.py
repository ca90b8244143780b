"""The language data are whole, and the checker finds what a contributor gets wrong."""

from pathlib import Path

import pytest

from isnad.errors import DataError
from isnad.lang.check import check
from isnad.lang.cues import expand
from isnad.lang.outlets import read_outlets, shipped_outlets
from isnad.lang.tables import read_table, words


def test_the_shipped_data_are_whole() -> None:
    assert check() == []


def test_a_missing_column_names_the_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("# words\nword\tuse\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"x\.tsv:2: column kind"):
        read_table(tmp_path / "x.tsv", ("word", "kind"))


def test_a_row_with_too_many_cells(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("word\na\tb\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"x\.tsv:2: 2 cells"):
        read_table(tmp_path / "x.tsv", ("word",))


def test_a_file_that_lost_its_content_is_no_table_without_rows(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("# words\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"x\.tsv: is empty"):
        read_table(tmp_path / "x.tsv", ("word",))


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_bytes(b"\xe4\xe4")
    with pytest.raises(DataError, match="save it as UTF-8"):
        read_table(tmp_path / "x.tsv", ())


def test_paradigms_fill_their_parts() -> None:
    paradigms = {"v": [("past", "{1}"), ("past.f", "{1}ت"), ("part", "{3}")]}
    row = {"lemma": "قال", "paradigm": "v", "parts": "قال|يقول", "@": "x:1"}
    assert expand(row, paradigms) == [("past", "قال"), ("past.f", "قالت")]
    with pytest.raises(DataError, match="paradigm 'w'"):
        expand({**row, "paradigm": "w"}, paradigms)


def test_cells_with_several_values() -> None:
    assert words("a | b|") == ("a", "b")


def test_outlets_have_the_facts() -> None:
    outlets = shipped_outlets()
    assert len(outlets) >= 150
    assert all(len(outlet.country) == 2 for outlet in outlets)


def test_an_unknown_kind_of_outlet(tmp_path: Path) -> None:
    (tmp_path / "outlets.tsv").write_text("name_en\tkind\tcountry\nX\tblog\tXX\n", encoding="utf-8")
    with pytest.raises(DataError, match="kind 'blog'"):
        read_outlets(tmp_path / "outlets.tsv")
