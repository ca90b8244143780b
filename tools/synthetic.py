"""Reports made by a seeded generator, with every copied passage known: for measuring, never for training.

Reports of 200 to 800 words over an invented vocabulary with a natural frequency curve; passages of 20 to 120 words
taken over with 0 to 20 % of the words dropped, replaced or swapped; reprints behind a new lead; copies of copies;
and stock formulas that everybody shares and that are no copies.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from isnad.compare.align import Aligned

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإؤئ"
RESPELL = str.maketrans({"أ": "ا", "إ": "ا", "ي": "ی", "ك": "ک", "ة": "ه", "ى": "ي", "ؤ": "و"})


class Planted(NamedTuple):
    """A passage that report ``to`` took from report ``of``, as word ranges of both."""

    of: int
    of_start: int
    of_end: int
    to: int
    to_start: int
    to_end: int


class Corpus(NamedTuple):
    """The reports as lists of words, and what was planted in them."""

    reports: list[list[str]]
    planted: list[Planted]

    def texts(self) -> list[str]:
        """The reports as text."""
        return [" ".join(words) for words in self.reports]


def make(count: int, seed: int = 1, respelt: float = 0.0) -> Corpus:
    """A corpus of ``count`` reports, a third of them with copies; ``respelt`` is the share of copied words that are
    also spelt differently."""
    chance = random.Random(seed)
    vocabulary = _vocabulary(chance, 30_000)
    weights = list(accumulate(1 / (rank + 4) for rank in range(len(vocabulary))))
    formulas = [_words(chance, vocabulary, weights, chance.randint(4, 11)) for _ in range(60)]
    reports: list[list[str]] = []
    planted: list[Planted] = []
    for number in range(count):
        body = _words(chance, vocabulary, weights, chance.randint(200, 800))
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(body))
            body[at:at] = chance.choice(formulas)
        if number and chance.random() < 0.33:
            _plant(chance, reports, planted, body, number, vocabulary, respelt)
        reports.append(body)
    return Corpus(reports, planted)


def _vocabulary(chance: random.Random, size: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(chance.choices(LETTERS, k=chance.choice((2, 3, 4, 4, 5, 5, 6, 7, 8))))] = None
    return list(found)


def _words(chance: random.Random, vocabulary: list[str], weights: list[float], count: int) -> list[str]:
    return chance.choices(vocabulary, cum_weights=weights, k=count)


def _plant(
    chance: random.Random,
    reports: list[list[str]],
    planted: list[Planted],
    body: list[str],
    number: int,
    vocabulary: list[str],
    respelt: float,
) -> None:
    """Put one to three passages, or a whole reprint behind a new lead, into ``body``."""
    if chance.random() < 0.2:
        of = chance.randrange(number)
        lead = body[: chance.randint(20, 60)]
        body[:] = [*lead, *_altered(chance, reports[of], vocabulary, chance.uniform(0, 0.05), respelt)]
        planted.append(Planted(of, 0, len(reports[of]), number, len(lead), len(body)))
        return
    # From the end to the beginning, so that a passage put in does not move the ranges of those before it.
    places = sorted(chance.sample(range(0, len(body), 40), k=min(chance.randint(1, 3), len(body) // 40)), reverse=True)
    added: list[Planted] = []
    for at in places:
        of = chance.randrange(number)
        size = min(chance.randint(20, 120), len(reports[of]))
        start = chance.randrange(len(reports[of]) - size + 1)
        taken = _altered(chance, reports[of][start : start + size], vocabulary, chance.uniform(0, 0.2), respelt)
        body[at:at] = taken
        added = [p._replace(to_start=p.to_start + len(taken), to_end=p.to_end + len(taken)) for p in added]
        added.append(Planted(of, start, start + size, number, at, at + len(taken)))
    planted.extend(reversed(added))


def _altered(chance: random.Random, words: list[str], vocabulary: list[str], rate: float, respelt: float) -> list[str]:
    out: list[str] = []
    for word in words:
        draw = chance.random()
        if draw < rate / 3:
            continue
        if draw < rate * 2 / 3:
            out.append(chance.choice(vocabulary))
        elif draw < rate and out:
            out.insert(-1, word)
        else:
            out.append(_respelt(chance, word) if respelt and chance.random() < respelt else word)
    return out


def _respelt(chance: random.Random, word: str) -> str:
    other = word.translate(RESPELL)
    if other != word and chance.random() < 0.7:
        return other
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice("ـ\u200c") + word[at:]


def recall(corpus: Corpus, found: Sequence[Aligned]) -> float:
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


def _origins(corpus: Corpus) -> list[list[tuple[int, int]]]:
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


def precision(corpus: Corpus, found: Sequence[Aligned]) -> float:
    """The share of found passages whose two sides come from one place."""
    first = _origins(corpus)

    def places(document: int, start: int, end: int) -> set[tuple[int, int]]:
        return {(report, place // 30) for report, place in first[document][start:end]}

    right = sum(bool(places(f.a, f.start_a, f.end_a) & places(f.b, f.start_b, f.end_b)) for f in found)
    return right / len(found)
