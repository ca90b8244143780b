"""Concepts of words: an Arabic ending that is a pronoun is not the ة of a noun."""

from __future__ import annotations

import pytest
from factory import text

from isnad.claim import claims
from isnad.claim.values.things import concept_of, is_pronoun, may_end_in_pronoun
from isnad.text.fold import fold_key


@pytest.mark.parametrize("word", ["عمرها", "عمرهم", "عمرنا"])
def test_an_age_is_no_pilgrimage(word: str) -> None:
    assert concept_of(word, "ar") is None


@pytest.mark.parametrize(("word", "concept"), [("عمرتها", "pilgrimage"), ("العمره", "pilgrimage"), ("مياه", "water")])
def test_inflected_nouns(word: str, concept: str) -> None:
    found = concept_of(word, "ar")
    assert found is not None and found[0] == concept


@pytest.mark.parametrize("word", ["قمتهم", "وقمتها", "قمته", "القمة", "للقمه"])
def test_a_stem_of_three_letters_is_known_with_an_ending(word: str) -> None:
    found = concept_of(fold_key(word), "ar")
    assert found is not None and found[0] == "summit"


def test_the_spelling_tells_a_pronoun() -> None:
    assert may_end_in_pronoun("عمره")
    assert is_pronoun("عمره") and is_pronoun("عمرهُ")
    assert not is_pronoun("عمرة")
    assert not may_end_in_pronoun("العمره")
    assert not may_end_in_pronoun("بمياه")


@pytest.mark.parametrize(
    ("words", "topics"),
    [("أدى الوفد عمرة", {"delegation", "pilgrimage"}), ("كان الوفد في بداية عمره", {"delegation"})],
)
def test_topics(words: str, topics: set[str]) -> None:
    assert {topic.concept for claim in claims(text(words), ()) for topic in claim.topics} == topics
