"""`make bench`: speeds as ratios, measured side by side in one run on one core.

- text → statements in characters per second beside spaCy's blank tokenizer and sentencizer of the same language: on
  real news where `../shared/bench` is present (a text of its own for every document, as in use), and on our own
  articles, which hold two to three times as many attributions as news does and few different words
- ten times the text against the time
- `isnad --help` beside ``import spacy``
- copies: reports of the seeded generator, two and four times as many, beside the plain three-word join

Nothing here is a test: machines are noisy.  Every figure is the best of several rounds taken in turn.
"""

from __future__ import annotations

import gc
import json
import random
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from isnad.cli.main import GARBAGE
from isnad.compare.align import passages
from isnad.compare.shingles import find_runs
from isnad.extract import extract
from isnad.extract.examples import parse_example
from isnad.model import Document, Text
from isnad.read import Raw, read_paths
from isnad.text import make_text
from isnad.text.fold import fold
from isnad.text.tokens import Words, words_of
from tools.synthetic import make

ROUNDS = 4
ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "bench"
LANGUAGES = ("ar", "fa", "en")


def best(*actions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The shortest time of each action, all actions taken in turn in every round."""
    times = [float("inf")] * len(actions)
    for _ in range(rounds):
        for i, action in enumerate(actions):
            start = time.perf_counter()
            action()
            times[i] = min(times[i], time.perf_counter() - start)
    return times


def as_text(content: str) -> Text:
    """The text of a plain report with this content."""
    data = content.encode()
    return make_text(Document("doc:bench", "bench.txt", "0", "text/plain", len(data)), data)


def own_articles() -> dict[str, list[str]]:
    """The example case's reports without page remains, and the held-out articles, by language."""
    out: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for raw in read_paths([path.parent for path in ROOT.glob("examples/*/truth.json")]):
        if isinstance(raw, Raw):
            text = make_text(raw.document, raw.data)
            kept = [text.clean[s.start : s.end] for s in text.segments if s.kind not in ("boilerplate", "related_link")]
            out[text.language].append("\n\n".join(kept))
    for language in LANGUAGES:
        lines = (ROOT / "tests" / "quality" / "gold" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
        out[language] += [parse_example(json.loads(line)["marked"])[0] for line in lines]
    return out


def real_articles() -> dict[str, list[str]]:
    """Some hundred real articles by language, where they are present."""
    out: dict[str, list[str]] = {}
    archives = sorted(SHARED.glob("saudinewsnet/*.zip"))
    if archives:
        with zipfile.ZipFile(archives[0]) as archive:
            rows = [
                row for name in archive.namelist() if name.endswith(".json") for row in json.loads(archive.read(name))
            ]
        out["ar"] = random.Random(1).sample([row["content"] for row in rows if row["content"]], 400)
    for language, name, field in (("fa", "farexstance_dev", "content"), ("en", "gold_en_dev", "text")):
        path = SHARED / f"{name}.jsonl"
        if path.exists():
            lines = path.read_text(encoding="utf-8").splitlines()[:200]
            out[language] = [text for line in lines if (text := json.loads(line)[field])]
    return out


def statements_beside_spacy(what: str, language: str, articles: list[str]) -> None:
    """Print the two speeds and their ratio for one language."""
    import spacy

    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    characters = sum(map(len, articles))
    texts = [as_text(article) for article in articles]
    found = sum(len(extract(text)) for text in texts)

    ours, whole, theirs = best(
        lambda: [extract(text) for text in texts],
        lambda: [extract(as_text(article)) for article in articles],
        lambda: [nlp(article) for article in articles],
    )
    print(
        f"{language}, {what} ({characters // max(1, found)} characters a statement): text to statements "
        f"{characters / ours / 1e6:.2f} Mchar/s, spaCy {characters / theirs / 1e6:.2f}, ratio {theirs / ours:.2f}; "
        f"with decoding, segments and sentences {characters / whole / 1e6:.2f}, ratio {theirs / whole:.2f}"
    )


def growth(language: str, articles: list[str]) -> None:
    """Print how time grows from a text to one ten times as long; every paragraph is another one."""
    # Every tenth article, not the first tenth: the two texts must hold statements equally densely.
    chosen = articles[:60]
    small, large = as_text("\n\n".join(chosen[::10])), as_text("\n\n".join(chosen))
    times, statements = len(large.clean) / len(small.clean), len(extract(large)) / len(extract(small))
    one, ten = best(lambda: extract(small), lambda: extract(large))
    print(
        f"{language}, one document: {times:.1f} times the text with {statements:.1f} times the statements takes "
        f"{ten / one:.1f} times the time"
    )


def start_up() -> None:
    """Print how long `isnad --help` takes beside ``import spacy``."""

    def run(*arguments: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    ours, theirs = best(run("-m", "isnad", "--help"), run("-c", "import spacy"))
    print(f"isnad --help {ours:.3f} s, import spacy {theirs:.3f} s, ratio {ours / theirs:.2f}")


def plain_join(words: list[Words]) -> int:
    """The baseline: every pair of equal three-word shingles in two documents, counted along diagonals."""
    hashes = np.concatenate([w.hashes for w in words])
    owners = np.repeat(np.arange(len(words)), [len(w.hashes) for w in words])
    with np.errstate(over="ignore"):
        keys = (hashes[:-2] * np.uint64(31) + hashes[1:-1]) * np.uint64(31) + hashes[2:]
    order = np.argsort(keys, kind="stable")
    same = keys[order][1:] == keys[order][:-1]
    left, right = order[:-1][same], order[1:][same]
    apart = owners[left] != owners[right]
    left, right = left[apart], right[apart]
    diagonals = np.lexsort((left, right - left, owners[right], owners[left]))
    return int(np.count_nonzero(np.diff(left[diagonals]) <= 8))


def copies() -> None:
    """Print time and memory of finding copies among generated reports, beside the plain join."""
    for count in (1_000, 2_000, 4_000, 10_000):
        texts = make(count, seed=11).texts()
        start = time.perf_counter()
        words = [words_of(fold(text)) for text in texts]
        middle = time.perf_counter()
        found = passages(words, find_runs(words))
        end = time.perf_counter()
        (baseline,) = best(lambda words=words: plain_join(words), rounds=1)  # type: ignore[misc]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        size = sum(map(len, texts)) / 1e6
        print(
            f"copies, {count} reports ({size:.0f} Mchar): words {middle - start:.1f} s, passages with alignment "
            f"{end - middle:.1f} s ({len(found)}), plain join {baseline:.1f} s, peak memory {peak:.1f} GB"
        )


def main() -> None:
    """Run every measurement, with garbage collected as the command line does it."""
    gc.set_threshold(*GARBAGE)
    own, real = own_articles(), real_articles()
    for language in LANGUAGES:
        if language in real:
            statements_beside_spacy("real news", language, real[language])
        statements_beside_spacy("our own articles", language, own[language])
        growth(language, real.get(language, own[language]))
    start_up()
    copies()


if __name__ == "__main__":
    main()
