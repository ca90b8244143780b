"""The table of details: every concept exists, and people are counted by the deed beside them."""

from isnad.compare.groups import COLUMNS, counted, happening
from isnad.lang.concepts import load_concepts
from isnad.lang.tables import ROOT, read_table, words


def test_every_concept_is_in_the_lexicon() -> None:
    known = {concept.id for concept in load_concepts()}
    rows = read_table(ROOT / "details.tsv", COLUMNS)
    strange = {c for row in rows for column in ("concepts", "with") for c in words(row[column]) if c not in known}
    assert not strange


def test_names_of_one_happening() -> None:
    assert happening("talks") == happening("meeting") == "meeting"
    assert happening("anniversary") is None and happening("denial") is None and happening(None) is None


def test_people_beside_a_deed() -> None:
    assert counted("man", frozenset({"funeral"})) == "killed"
    assert counted("person", frozenset({"injured"})) == "injured"
    assert counted("person", frozenset({"injured", "killing"})) == "person"
    assert counted("container", frozenset({"killing"})) == "container"
