"""Runs of shared shingles: where they are found, what they weigh, and which shingles are too common to join."""

from isnad.compare.shingles import LEAST_COMMON, WIDTH, find_matches, find_runs, sorted_shingles
from isnad.text.bulk import tokenise


def numbered(prefix: str, count: int) -> str:
    """So many words that stand nowhere else."""
    return " ".join(f"{prefix}{i}" for i in range(count))


SHARED = numbered("shared", 10)


def test_a_run_says_where_it_stands_on_both_sides() -> None:
    runs = find_runs(tokenise([f"{numbered('a', 5)} {SHARED} {numbered('b', 4)}", f"{numbered('c', 2)} {SHARED}"]))
    assert [column.tolist() for column in runs] == [[0], [1], [5], [15], [2], [12], [8], [8.0]]


def test_a_replaced_word_does_not_end_a_run() -> None:
    other = SHARED.replace("shared4", "else")
    runs = find_runs(tokenise([SHARED, other]))
    assert runs.start_a.tolist() == [0] and runs.end_a.tolist() == [10]
    assert runs.hits.tolist() == [10 - WIDTH + 1 - WIDTH]


def test_two_shared_shingles_are_worth_looking_at_and_one_is_not() -> None:
    words = numbered("w", WIDTH + 1)
    assert len(find_matches(tokenise([f"a {words} b", f"c {words} d"])).left) == 2
    assert len(find_matches(tokenise([f"a {words[:-3]} b", f"c {words[:-3]} d"])).left) == 0


def test_no_shingle_lies_in_two_documents_and_none_pairs_a_document_with_itself() -> None:
    texts = ["one two", "three", "", "four one two", "three four"]
    assert len(sorted_shingles(tokenise(texts))) == 1
    assert len(find_runs(tokenise([f"{SHARED} and {SHARED}"])).a) == 0


def test_what_everybody_shares_is_not_joined() -> None:
    few = [f"{numbered(f'x{i}y', 30)} {SHARED}" for i in range(LEAST_COMMON)]
    assert len(find_runs(tokenise(few[:4])).a) == 6
    # A shingle in many places weighs little: the pairs of the largest allowed group are too light.
    assert len(find_runs(tokenise(few)).a) == 0
    assert len(find_runs(tokenise([*few, f"y {SHARED}"] * 3)).a) > 0


def test_short_and_empty_cases() -> None:
    for texts in ([], [""], ["a b"], ["a b c"], ["", "a b c", ""]):
        assert len(find_runs(tokenise(texts)).a) == 0
