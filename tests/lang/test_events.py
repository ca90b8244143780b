"""The words of events and clauses are whole, and the reader knows every use that the data names."""

import pytest

from isnad.claim.words import Use
from isnad.lang.concepts import load_concepts
from isnad.lang.events import CLAUSE_USES, MOODS, event_verbs, faults, small_words


def test_the_shipped_files_are_whole() -> None:
    assert faults() == []


def test_every_use_is_known_to_the_reader() -> None:
    assert all(hasattr(Use, use.upper()) for use in CLAUSE_USES | MOODS)


@pytest.mark.parametrize("language", ["ar", "fa", "en"])
def test_each_language_has_its_verbs_and_moods(language: str) -> None:
    verbs = event_verbs(language)
    assert len(verbs) >= 50
    assert {verb.concept for verb in verbs} <= {concept.id for concept in load_concepts()}
    assert MOODS - {"neither"} <= {use for _, use in small_words(language)}
