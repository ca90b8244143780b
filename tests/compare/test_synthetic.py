"""Copied passages among reports of a seeded generator: floors of what is found and how much of it is right."""

import pytest

from isnad.compare.align import Aligned, passages
from isnad.compare.shingles import find_runs
from isnad.text.bulk import tokenise
from tools.synthetic import Corpus, make, precision, recall

COUNT = 600


def found_in(corpus: Corpus) -> list[Aligned]:
    words = tokenise(corpus.texts())
    assert [words.count(i) for i in range(COUNT)] == [len(report) for report in corpus.reports]
    return passages(words, find_runs(words))


@pytest.mark.parametrize(("respelt", "least"), [(0.0, 0.98), (0.15, 0.98)])
def test_floors(respelt: float, least: float) -> None:
    corpus = make(COUNT, seed=7, respelt=respelt)
    found = found_in(corpus)
    assert recall(corpus, found) >= least
    assert precision(corpus, found) >= 0.99


def test_the_generator_is_seeded() -> None:
    assert make(20, seed=3) == make(20, seed=3)
    assert make(20, seed=3) != make(20, seed=4)
