"""Copies: time, memory and what is found at several sizes, beside a plain join and other tools.

Every method at every size runs in processes of its own.  All are given the same words, so tokenising is shown by
itself.  On generated reports the planted passages are known: recall and precision stand beside the times.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from math import log
from pathlib import Path

from tools.bench.child import Result
from tools.bench.corpora import saudinewsnet
from tools.synthetic import Corpus, make, precision, recall

SYNTHETIC = (1_000, 10_000)
LARGE = 100_000
NEWS = (1_000, 10_000)
QUICK = ("words", "isnad", "plain", "duckdb", "rensa")
SLOW = ("datasketch", "whole")
ROUNDS = 3
WHAT = {
    "words": "words",
    "isnad": "passages",
    "plain": "passages",
    "duckdb": "pairs of shingles",
    "rensa": "documents with a candidate",
    "datasketch": "documents with a candidate",
    "whole": "pairs of documents",
}


def measured(method: str, texts: list[str]) -> Result:
    """One method in its own process."""
    with tempfile.TemporaryDirectory() as folder:
        given, result = Path(folder) / "texts", Path(folder) / "result"
        given.write_bytes(pickle.dumps(texts))
        subprocess.run([sys.executable, "-m", "tools.bench.child", method, str(given), str(result)], check=True)
        return Result(*pickle.loads(result.read_bytes()))


def all_measured(texts: list[str]) -> dict[str, Result]:
    """Every method.  The quick ones are measured several times in turn, since the machine is not always as fast."""
    rounds = [{method: measured(method, texts) for method in QUICK} for _ in range(ROUNDS)]
    out = {method: _best([round[method] for round in rounds]) for method in QUICK}
    return out | {method: measured(method, texts) for method in SLOW}


def _best(results: list[Result]) -> Result:
    """The shortest time of each stage and the largest memory."""
    seconds = {stage: min(result.seconds[stage] for result in results) for stage in results[0].seconds}
    return results[0]._replace(seconds=seconds, peak=max(result.peak for result in results))


def line(method: str, result: Result, corpus: Corpus | None = None) -> str:
    """One result as a line."""
    times = ", ".join(f"{stage} {seconds:.2f} s" for stage, seconds in result.seconds.items())
    quality = ""
    if corpus and result.passages:
        quality = f", recall {recall(corpus, result.passages):.3f}, precision {precision(corpus, result.passages):.4f}"
    return f"  {method:10} {times}; peak {result.peak:.2f} GB; {result.found} {WHAT[method]}{quality}"


def growth(sizes: list[int], times: list[float]) -> str:
    """How the time grows from the smallest size to the largest, as the exponent of the size."""
    exponent = log(times[-1] / times[0]) / log(sizes[-1] / sizes[0])
    return (
        f"  from {sizes[0]} to {sizes[-1]} texts the time of copies grows with the power {exponent:.2f} of their number"
    )


def compared(name: str, corpora: list[tuple[list[str], Corpus | None]]) -> None:
    """Print every method at every size of one kind of texts."""
    sizes, times = [], []
    for texts, corpus in corpora:
        print(f"copies, {len(texts)} {name} ({sum(map(len, texts)) / 1e6:.1f} Mchar):", flush=True)
        for method, result in all_measured(texts).items():
            print(line(method, result, corpus), flush=True)
            if method == "isnad":
                sizes.append(len(texts))
                times.append(result.seconds["with alignment"])
    print(growth(sizes, times))


def large() -> None:
    """Print time and memory on a very large case, without the other tools."""
    corpus = make(LARGE, seed=11)
    texts = corpus.texts()
    print(f"copies, {LARGE} generated reports ({sum(map(len, texts)) / 1e6:.1f} Mchar):", flush=True)
    for method in ("words", "isnad"):
        print(line(method, measured(method, texts), corpus), flush=True)


def main(with_large: bool) -> None:
    """Generated reports, real news where it is present, and the very large case where it is asked for."""
    generated = [make(size, seed=11) for size in SYNTHETIC]
    compared("generated reports", [(corpus.texts(), corpus) for corpus in generated])
    for respelt in (0.15,):
        corpus = make(SYNTHETIC[-1], seed=11, respelt=respelt)
        print(f"copies, {SYNTHETIC[-1]} generated reports, {respelt:.0%} of the copied words spelt differently:")
        for method in ("isnad", "plain"):
            print(line(method, measured(method, corpus.texts()), corpus), flush=True)
    news = [row["content"] for row in saudinewsnet() if row["content"]]
    if news:
        # Every so many-th article, so that a smaller case holds all days too.
        parts = [news[:: len(news) // size][:size] for size in NEWS if size < len(news)]
        compared("articles of SaudiNewsNet", [(texts, None) for texts in [*parts, news]])
    if with_large:
        large()
