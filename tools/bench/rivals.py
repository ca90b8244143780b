"""Other tools finding candidates, each given the same three-word shingles; imported only where they are measured."""

from __future__ import annotations

import time

import numpy as np

from isnad.text.bulk import WordTable
from tools.bench.plain import shingles

PERMUTATIONS = 128
THRESHOLD = 0.5
Measured = tuple[float, int]


def duckdb_join(words: WordTable) -> Measured:
    """The bare self-join: seconds without loading the table, and pairs of equal shingles in two documents."""
    import duckdb

    keys, places = shingles(words)
    columns = {"key": keys, "document": words.owners()[places]}  # noqa: F841 (DuckDB finds it by its name)
    connection = duckdb.connect()
    connection.execute("CREATE TABLE shingle AS SELECT * FROM columns")
    start = time.perf_counter()
    row = connection.execute(
        "SELECT count(*) FROM shingle a JOIN shingle b ON a.key = b.key AND a.document < b.document"
    ).fetchone()
    return time.perf_counter() - start, int(row[0]) if row else 0


def rensa_candidates(words: WordTable) -> Measured:
    """MinHash and LSH by rensa: seconds, and documents that have a candidate."""
    from rensa import RMinHash, RMinHashLSH

    start = time.perf_counter()
    keys, places = shingles(words)
    borders = np.searchsorted(places, words.offsets).astype(np.uint64)
    digests = RMinHash.digest_matrix_from_flat_token_hashes(keys, borders, num_perm=PERMUTATIONS, seed=1)
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    flags = index.insert_matrix_and_query_duplicate_flags(digests)
    return time.perf_counter() - start, sum(flags)


def datasketch_candidates(words: WordTable) -> Measured:
    """MinHash and LSH by datasketch: seconds, and documents that have a candidate."""
    from datasketch import MinHash, MinHashLSH

    start = time.perf_counter()
    keys, places = shingles(words)
    borders = np.searchsorted(places, words.offsets).tolist()
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    flagged: set[int] = set()
    short = (keys >> np.uint64(32)).tolist()
    for document in range(len(borders) - 1):
        sketch = MinHash(num_perm=PERMUTATIONS, hashfunc=int)
        sketch.update_batch(short[borders[document] : borders[document + 1]])
        others = index.query(sketch)
        if others:
            flagged.update(others, (document,))
        index.insert(document, sketch)
    return time.perf_counter() - start, len(flagged)
