"""One measurement in a process of its own, so that its peak memory is its own: ``METHOD TEXTS RESULT``.

``TEXTS`` is a pickled list of texts; ``RESULT`` becomes a pickled `Result`.
"""

from __future__ import annotations

import pickle
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from isnad.compare.align import Aligned, passages
from isnad.compare.shingles import find_runs
from isnad.text.bulk import WordTable, tokenise
from tools.bench.plain import plain_join
from tools.bench.rivals import datasketch_candidates, duckdb_join, rensa_candidates
from tools.bench.timing import best


class Result(NamedTuple):
    """Seconds by stage, how many were found, peak memory in GB with the texts, and passages where there are any."""

    seconds: dict[str, float]
    found: int
    peak: float
    passages: list[Aligned]


Seconds = dict[str, float]
Found = tuple[Seconds, int, list[Aligned]]


def words_only(texts: list[str]) -> Found:
    """Tokenising, which every method here needs."""
    words, seconds = _tokens(texts)
    return seconds, len(words.hashes), []


def isnad(texts: list[str]) -> Found:
    """Candidates, and candidates with alignment."""
    words, _ = _tokens(texts)
    runs = find_runs(words)
    found = passages(words, runs)
    candidates, both = best(lambda: find_runs(words), lambda: passages(words, find_runs(words)), rounds=1)
    return {"candidates": candidates, "with alignment": both}, len(found), found


def plain(texts: list[str]) -> Found:
    """The baseline join."""
    words, _ = _tokens(texts)
    found = [Aligned(a, b, s, e, t, f, 1.0) for a, b, s, e, t, f in plain_join(words).tolist()]
    (seconds,) = best(lambda: plain_join(words), rounds=1)
    return {"with alignment": seconds}, len(found), found


def whole(texts: list[str]) -> Found:
    """Everything from plain files on: clean texts with segments, and copies with their directions."""
    from isnad.compare.copies import find_copies
    from isnad.compare.direction import sides
    from isnad.compare.naming import Naming
    from isnad.model import Analysis, Document
    from isnad.text import make_text
    from isnad.text.outlets import load_outlets

    outlets = load_outlets()
    start = time.perf_counter()
    analyses = []
    for number, text in enumerate(texts):
        data = text.encode()
        document = Document(f"doc:{number}", f"{number}.txt", "0", "text/plain", len(data))
        analyses.append(Analysis(document, make_text(document, data), (), (), (), ()))
    middle = time.perf_counter()
    copies = find_copies(analyses, sides(analyses, outlets), Naming(outlets, ()))
    return {"clean texts": middle - start, "copies": time.perf_counter() - middle}, len(copies), []


def _tokens(texts: list[str]) -> tuple[WordTable, Seconds]:
    tokenise(texts[:1])
    start = time.perf_counter()
    words = tokenise(texts)
    return words, {"words": time.perf_counter() - start}


def _rival(find: Callable[[WordTable], tuple[float, int]]) -> Callable[[list[str]], Found]:
    def measure(texts: list[str]) -> Found:
        words, _ = _tokens(texts)
        seconds, found = find(words)
        return {"candidates": seconds}, found, []

    return measure


METHODS: dict[str, Callable[[list[str]], Found]] = {
    "words": words_only,
    "isnad": isnad,
    "whole": whole,
    "plain": plain,
    "duckdb": _rival(duckdb_join),
    "rensa": _rival(rensa_candidates),
    "datasketch": _rival(datasketch_candidates),
}


def main(method: str, texts: str, result: str) -> None:
    """Measure one method."""
    seconds, found, aligned = METHODS[method](pickle.loads(Path(texts).read_bytes()))
    Path(result).write_bytes(pickle.dumps((seconds, found, peak(), aligned)))


def peak() -> float:
    """The largest memory of this process in GB."""
    status = Path("/proc/self/status")
    if status.exists():
        # What `getrusage` tells begins with the memory of the process that started this one.
        (kilobytes,) = (row.split()[1] for row in status.read_text().splitlines() if row.startswith("VmHWM:"))
        return int(kilobytes) / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    main(*sys.argv[1:])
