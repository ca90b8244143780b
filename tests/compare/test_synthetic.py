"""Copied passages among reports of a seeded generator: floors of what is found and how much of it is right."""

from collections import defaultdict

import pytest

from isnad.compare.align import Aligned, passages
from isnad.compare.shingles import find_runs
from isnad.text.fold import fold
from isnad.text.tokens import words_of
from tools.synthetic import Corpus, Planted, make

COUNT = 600


def found_in(corpus: Corpus) -> list[Aligned]:
    words = [words_of(fold(text)) for text in corpus.texts()]
    assert [len(w.starts) for w in words] == [len(report) for report in corpus.reports]
    return passages(words, find_runs(words))


def recall(corpus: Corpus, found: list[Aligned]) -> float:
    """The share of planted passages of which at least half is covered by passages of the same two reports."""
    of_pair: dict[tuple[int, int], list[Aligned]] = defaultdict(list)
    for passage in found:
        of_pair[passage.a, passage.b].append(passage)

    def covered(p: Planted) -> bool:
        shares = (
            max(0, min(f.end_b, p.to_end) - max(f.start_b, p.to_start))
            for f in of_pair[p.of, p.to]
            if f.start_a < p.of_end and p.of_start < f.end_a
        )
        return sum(shares) >= 0.5 * (p.to_end - p.to_start)

    return sum(map(covered, corpus.planted)) / len(corpus.planted)


def origins(corpus: Corpus) -> list[list[tuple[int, int]]]:
    """For every word the report and place where it stood first, roughly (copies of copies lead to one origin)."""
    out: list[list[tuple[int, int]]] = []
    taken: dict[int, list[Planted]] = defaultdict(list)
    for planted in corpus.planted:
        taken[planted.to].append(planted)
    for number, report in enumerate(corpus.reports):
        own = [(number, place) for place in range(len(report))]
        for p in taken[number]:
            size, of_size = p.to_end - p.to_start, p.of_end - p.of_start
            for i in range(size):
                own[p.to_start + i] = out[p.of][min(p.of_end - 1, p.of_start + i * of_size // size)]
        out.append(own)
    return out


def precision(corpus: Corpus, found: list[Aligned]) -> float:
    """The share of found passages whose two sides come from one place."""
    first = origins(corpus)

    def places(document: int, start: int, end: int) -> set[tuple[int, int]]:
        return {(report, place // 30) for report, place in first[document][start:end]}

    right = sum(bool(places(f.a, f.start_a, f.end_a) & places(f.b, f.start_b, f.end_b)) for f in found)
    return right / len(found)


@pytest.mark.parametrize(("respelt", "least"), [(0.0, 0.98), (0.15, 0.98)])
def test_floors(respelt: float, least: float) -> None:
    corpus = make(COUNT, seed=7, respelt=respelt)
    found = found_in(corpus)
    assert recall(corpus, found) >= least
    assert precision(corpus, found) >= 0.99


def test_the_generator_is_seeded() -> None:
    assert make(20, seed=3) == make(20, seed=3)
    assert make(20, seed=3) != make(20, seed=4)
