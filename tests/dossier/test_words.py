"""The interface in three languages: complete, consistent, with plural forms."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from isnad.dossier.html.reports import ASIDE
from isnad.dossier.words import LANGUAGES, PARAMETER, Words, load, plural
from isnad.errors import DataError, UsageError
from isnad.lang.tables import ROOT, read_table
from isnad.model import Copy, Credit, Passage
from isnad.model.entity import MentionKind
from isnad.model.finding import Aspect
from isnad.model.statement import LinkKind, SpeakerType, StatementKind
from isnad.model.value import ValueKind, ValueModality

_FORM = re.compile(r"\.(zero|one|two|few|many|other)$")


def bare(language: str) -> dict[str, set[str]]:
    """The keys without plural forms, each with the parameters of its templates."""
    keys: dict[str, set[str]] = {}
    for key, template in load(language).items():
        keys.setdefault(_FORM.sub("", key), set()).update(PARAMETER.findall(template))
    return keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_and_parameter_is_there_in_every_language(language: str) -> None:
    assert bare(language) == bare("en")
    assert all(template.strip() for template in load(language).values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_nouns_have_the_form_for_everything_else(language: str) -> None:
    counted = {_FORM.sub("", key) for key in load(language) if _FORM.search(key)}
    assert counted
    assert all(f"{key}.other" in load(language) for key in counted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_model_has_a_word(language: str) -> None:
    words = Words(language)
    kinds = {
        "kind": get_args(StatementKind),
        "type": get_args(SpeakerType),
        "link": get_args(LinkKind),
        "credit": get_args(Credit.__annotations__["kind"]) or ("dateline", "tail", "byline", "source_line", "phrase"),
        "passage": get_args(Passage.__annotations__["kind"]) or ("verbatim", "edited", "translated"),
        "copies": get_args(Copy.__annotations__["direction"]) or ("a_from_b", "b_from_a", "unknown"),
        "aspect": get_args(Aspect),
        "modality": [code for code in get_args(ValueModality) if code != "actual"],
        "valuekind": get_args(ValueKind),
        "entities": get_args(MentionKind),
        "polarity": ("positive", "negative"),
        "present": ("positive", "negative"),
    }
    assert [
        f"{prefix}.{code}" for prefix, codes in kinds.items() for code in codes if not words.has(f"{prefix}.{code}")
    ] == []
    assert all(words.has(f"segment.{kind}.other") for kind in ASIDE)


def test_arabic_plurals() -> None:
    words = Words("ar")
    assert words.count("count.reports", 0) == "لا تقارير"
    assert words.count("count.reports", 1) == "تقرير واحد"
    assert words.count("count.reports", 2) == "تقريران"
    assert words.count("count.reports", 7) == "7 تقارير"
    assert words.count("count.reports", 11) == "11 تقريرًا"
    assert words.count("count.reports", 100) == "100 تقرير"
    assert words.count("count.reports", 103) == "103 تقارير"
    assert plural("ar", 102) == "other"


def test_numbers_and_shares() -> None:
    assert Words("en").number(12345) == "12,345"
    assert Words("fa").number(12345) == "۱۲٬۳۴۵"
    assert Words("fa").digits("3.12") == "۳.۱۲"
    assert Words("ar").percent(0.625) == "62٪"
    assert Words("en").percent(7.0) == "100%"


def test_an_unknown_language_or_key_is_named() -> None:
    with pytest.raises(UsageError, match=r"'de'.*en, ar, fa"):
        Words("de")
    with pytest.raises(DataError, match=r"fa\.toml.*'no\.such'"):
        Words("fa").template("no.such")


def test_every_unit_of_the_language_tables_has_a_word() -> None:
    kinds = {"duration", "distance", "money", "measure", "times"}
    rows = [row for language in LANGUAGES for row in read_table(ROOT / language / "units.tsv", ("unit", "kind"))]
    units = {row["unit"].replace(" ", "_") for row in rows if row["kind"] in kinds}
    assert len(units) > 50
    assert [
        unit for unit in sorted(units) for language in LANGUAGES if not Words(language).has(f"unit.{unit}.other")
    ] == []


def test_the_same_letters_do_not_name_two_readings() -> None:
    for language in LANGUAGES:
        letters = Words(language).template("reading.letters").split()
        assert len(letters) == len(set(letters)) == 8
