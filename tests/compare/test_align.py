"""Passages from runs: joined over edits, grown over equal words at their edges, never overlapping."""

from hypothesis import given
from hypothesis import strategies as st

from isnad.compare.align import DENSITY, SHORTEST, Aligned, passages
from isnad.compare.shingles import find_runs
from isnad.text.bulk import tokenise

STORY = [f"w{i}" for i in range(60)]


def found(*texts: list[str]) -> list[Aligned]:
    words = tokenise([" ".join(text) for text in texts])
    return passages(words, find_runs(words))


def test_a_whole_text() -> None:
    assert found(STORY, STORY) == [Aligned(0, 1, 0, 60, 0, 60, 1.0)]


def test_dropped_added_and_replaced_words_do_not_part_a_passage() -> None:
    edited = [*STORY[:10], *STORY[12:25], "new", "words", *STORY[25:40], "other", *STORY[41:]]
    (passage,) = found(STORY, edited)
    assert passage[:6] == (0, 1, 0, 60, 0, len(edited))
    assert 0.9 < passage.same < 1


def test_two_passages_far_apart_stay_two() -> None:
    other = [*STORY[:20], *(f"x{i}" for i in range(30)), *STORY[40:]]
    assert [p[2:6] for p in found(STORY, other)] == [(0, 20, 0, 20), (40, 60, 50, 70)]


def test_reordered_passages() -> None:
    assert [p[2:6] for p in found(STORY, [*STORY[30:], *STORY[:30]])] == [(0, 30, 30, 60), (30, 60, 0, 30)]


def test_an_edge_is_grown_over_one_differing_word_and_no_further() -> None:
    # Of the words before the differing one only two are left: too few for a shingle, enough to grow over.
    (passage,) = found(["a", *STORY[:2], "x", *STORY[3:30]], ["b", *STORY[:2], "y", *STORY[3:30]])
    assert passage[2:6] == (1, 31, 1, 31)
    (passage,) = found(["a", STORY[0], "x", *STORY[3:30]], ["b", STORY[0], "y", *STORY[3:30]])
    assert passage[2:4] == (3, 30)


def test_a_passage_has_a_least_length() -> None:
    assert found(["a", *STORY[: SHORTEST - 1]], ["b", *STORY[: SHORTEST - 1]]) == []
    assert len(found(["a", *STORY[:SHORTEST]], ["b", *STORY[:SHORTEST]])) == 1


@given(st.lists(st.lists(st.sampled_from(STORY[:14]), max_size=60), max_size=5), st.integers(0, 10))
def test_what_holds_for_every_passage(noise: list[list[str]], at: int) -> None:
    texts = [[*text[:at], *STORY[10 : 30 + i], *text[at:]] for i, text in enumerate(noise)]
    every = found(*texts)
    assert every == sorted(every, key=lambda p: (p.a, p.b, p.start_a, p.start_b))
    for p in every:
        assert 0 <= p.a < p.b < len(texts)
        assert 0 <= p.start_a < p.end_a <= len(texts[p.a]) and 0 <= p.start_b < p.end_b <= len(texts[p.b])
        assert min(p.end_a - p.start_a, p.end_b - p.start_b) >= SHORTEST and DENSITY <= p.same <= 1
        same_pair = [q for q in every if q is not p and (q.a, q.b) == (p.a, p.b)]
        assert all(p.end_a <= q.start_a or q.end_a <= p.start_a for q in same_pair)
        assert all(p.end_b <= q.start_b or q.end_b <= p.start_b for q in same_pair)
