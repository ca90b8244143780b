"""The concept lexicon is whole, and its checker finds what a contributor gets wrong."""

from pathlib import Path

from isnad.lang.concepts import dual_nouns, faults, load_concepts, load_events

HEAD = "concept\tar\tfa\ten\tfield\ttype\tplover\n"


def test_the_shipped_concepts_are_whole() -> None:
    assert faults() == []


def test_every_event_type_is_used() -> None:
    used = {concept.event for concept in load_concepts()}
    assert set(load_events()) <= used


def test_faults_are_named(tmp_path: Path) -> None:
    path = tmp_path / "concepts.tsv"
    path.write_text(
        HEAD + "Shell\tقذيفة\tگلوله\tshell\twar\tthing\tboom\nx\tقذيفة\t\tx\tmedia\tthing\n", encoding="utf-8"
    )
    found = "\n".join(faults(path))
    for words in ("lower case", "field 'war'", "'boom' is not in events.tsv", "no lemma in fa", "lemma of Shell too"):
        assert words in found


def test_duals_that_are_other_words_are_left_out() -> None:
    forms = {form for form, _ in dual_nouns()}
    assert {"قذيفتين", "جنديان"} <= forms
    assert not {"طالبان", "لبنان", "عدوان"} & forms
