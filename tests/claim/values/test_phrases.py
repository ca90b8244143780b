"""Every phrase of the phrase files is read as it says."""

import pytest

from claim.values.phrases import faults, phrases

LEAST = 200


@pytest.mark.parametrize("language", ["ar", "fa", "en"])
def test_phrases(language: str) -> None:
    assert not faults(language), "\n".join(faults(language))


@pytest.mark.parametrize("language", ["ar", "fa", "en"])
def test_there_are_enough(language: str) -> None:
    assert len(phrases(language)) >= LEAST
