"""How far the rules of the claim room go on stance: a claim against an article, or a headline against another.

Prints accuracy and macro-F1 on FarExStance (Persian: agree, disagree, discuss, unrelated) and ANS (Arabic headline
pairs: agree, disagree, other; Khouja 2020) where they lie in `../shared/bench`.  isnad gives no stance itself: this
shows honestly how much of the question its words, values and polarity answer.  The two thresholds are chosen on one
half of the pairs (every second one) and scored on the other, both ways round.

Run it from the project's folder: ``python -m tools.stance``.
"""

from __future__ import annotations

import csv
import json
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from isnad.claim import claims
from isnad.claim.values import read_values
from isnad.extract import extract
from isnad.model import Claim, Document
from isnad.text import make_text
from isnad.text.bridge import bridge_words
from isnad.text.fold import fold

SHARED = Path(__file__).parent.parent.parent / "shared" / "bench"
STEPS = [step / 20 for step in range(1, 20)]


class Side(NamedTuple):
    """One text: the keys of each of its sentences, and its claims by sentence."""

    sentences: list[frozenset[str]]
    against: list[bool]
    numbers: list[frozenset[str]]


class Pair(NamedTuple):
    """A pair in figures: how much of the claim the best sentence holds, and whether that sentence speaks against it."""

    shared: float
    against: bool
    label: str


def side(content: str, language: str) -> Side:
    """The sentences of a text as sets of keys, each with whether it denies and the numbers it gives."""
    data = content.encode()
    text = make_text(Document("doc:x", "x.txt", "0", "text/plain", len(data)), data)
    statements = extract(text)
    told = claims(text, statements, (), read_values(text, None))
    folded = fold(text.clean)
    keys = []
    for start, end in text.sentences:
        words = bridge_words(folded, folded.to_key(start), folded.to_key(end), language)
        keys.append(frozenset(word.keys[0] for word in words))
    inside = [[claim for claim in told if start <= claim.text[0].start < end] for start, end in text.sentences]
    return Side(keys, [_denies(found) for found in inside], [frozenset(filter(_is_number, found)) for found in keys])


def _denies(found: Sequence[Claim]) -> bool:
    return sum(claim.polarity == "negative" or claim.modality == "denied" for claim in found) % 2 == 1


def _is_number(key: str) -> bool:
    return key.startswith("n:")


def compared(a: Side, b: Side, weight: dict[str, float], label: str) -> Pair:
    """Claim ``a`` beside the sentence of ``b`` that shares most of its weight."""
    wanted = frozenset().union(*a.sentences)
    whole = sum(weight[key] for key in wanted) or 1.0
    best, at = 0.0, -1
    for i, keys in enumerate(b.sentences):
        shared = sum(weight[key] for key in wanted & keys) / whole
        if shared > best:
            best, at = shared, i
    if at < 0:
        return Pair(0.0, False, label)
    numbers = frozenset().union(*a.numbers)
    apart = bool(numbers) and bool(b.numbers[at]) and not numbers & b.numbers[at]
    return Pair(best, (any(a.against) != b.against[at]) or apart, label)


def decided(pair: Pair, low: float, high: float, labels: Sequence[str]) -> str:
    """The label: nothing shared, contradicted, agreed, or merely spoken of."""
    if pair.shared < low:
        return labels[3]
    if pair.against:
        return labels[1]
    return labels[0] if pair.shared >= high else labels[2]


def scored(pairs: Sequence[Pair], labels: Sequence[str]) -> tuple[float, float]:
    """Accuracy and macro-F1, with thresholds from the other half of the pairs."""
    guessed: list[tuple[str, str]] = []
    for half in (0, 1):
        tune, check = pairs[half::2], pairs[1 - half :: 2]
        low, high = max(product(STEPS, STEPS), key=lambda pair: (_tried(tune, pair[0], pair[1], labels), pair))
        guessed += [(pair.label, decided(pair, low, high, labels)) for pair in check]
    return sum(a == b for a, b in guessed) / len(guessed), _macro(guessed)


def _tried(pairs: Sequence[Pair], low: float, high: float, labels: Sequence[str]) -> float:
    return _macro([(pair.label, decided(pair, low, high, labels)) for pair in pairs])


def _macro(guessed: Sequence[tuple[str, str]]) -> float:
    gold, found = Counter(a for a, _ in guessed), Counter(b for _, b in guessed)
    right = Counter(a for a, b in guessed if a == b)
    return sum(2 * right[label] / (gold[label] + found[label]) for label in gold) / len(gold)


def rarity(sides: Sequence[Side]) -> dict[str, float]:
    """The weight of each key: how few texts have it."""
    texts = Counter(key for one in sides for key in frozenset().union(*one.sentences))
    found: dict[str, float] = defaultdict(lambda: math.log(len(sides) + 1))
    found.update({key: math.log((len(sides) + 1) / count) for key, count in texts.items()})
    return found


def report(name: str, rows: Sequence[tuple[str, str, str]], language: str, labels: Sequence[str]) -> None:
    """Score the pairs of one set and print the figures."""
    texts = {content: side(content, language) for content in dict.fromkeys(c for a, b, _ in rows for c in (a, b))}
    weight = rarity(list(texts.values()))
    pairs = [compared(texts[a], texts[b], weight, label) for a, b, label in rows]
    accuracy, macro = scored(pairs, labels)
    most = Counter(pair.label for pair in pairs).most_common(1)[0][1] / len(pairs)
    print(
        f"{name}: {len(pairs)} pairs, accuracy {accuracy:.3f} (always the commonest: {most:.3f}), macro-F1 {macro:.3f}"
    )


def main() -> None:
    """Score both sets where they are present."""
    far, ans = SHARED / "farexstance_dev.jsonl", SHARED / "ans_stance_dev.csv"
    if far.is_file():
        rows = [json.loads(line) for line in far.read_text(encoding="utf-8").splitlines()]
        names = {0: "disagree", 1: "agree", 2: "discuss", 3: "unrelated"}
        found = [(row["claim"], row["content"], names[row["stance"]]) for row in rows]
        report("FarExStance dev", found, "fa", ("agree", "disagree", "discuss", "unrelated"))
    if ans.is_file():
        with ans.open(encoding="utf-8", newline="") as file:
            pairs = [(row["s1"], row["s2"], row["stance"]) for row in csv.DictReader(file)]
        report("ANS dev", pairs, "ar", ("agree", "disagree", "disagree", "other"))


if __name__ == "__main__":
    main()
