"""Every marked clause is read as it is marked: event, parts, place, time, polarity and modality."""

import pytest

from claim.marked import COLUMNS, FOLDER, faults
from isnad.lang.tables import read_table

LEAST = 40


@pytest.mark.parametrize("language", ["ar", "fa", "en"])
def test_examples(language: str) -> None:
    assert not faults(language), "\n".join(faults(language))


@pytest.mark.parametrize("language", ["ar", "fa", "en"])
def test_there_are_enough(language: str) -> None:
    assert len(read_table(FOLDER / f"{language}.tsv", COLUMNS)) >= LEAST
