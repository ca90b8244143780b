"""Which statement stands inside which."""

from isnad.extract.base import Candidate
from isnad.extract.nesting import parents


def candidate(cue: tuple[int, int], content: tuple[int, int], level: int = 0) -> Candidate:
    return Candidate(cue, None, (content,), "indirect", "speech", "same", 1.0, (), None, level)


def test_cue_and_content_inside() -> None:
    assert parents([candidate((0, 3), (5, 50)), candidate((10, 13), (15, 40)), candidate((20, 22), (25, 30))]) == [
        None,
        0,
        1,
    ]


def test_one_content_two_levels() -> None:
    assert parents([candidate((0, 5), (20, 50)), candidate((8, 12), (20, 50), level=1)]) == [None, 0]
    assert parents([candidate((0, 5), (20, 50)), candidate((8, 12), (20, 50))]) == [None, None]


def test_neighbours_are_not_inside() -> None:
    assert parents([candidate((0, 3), (5, 20)), candidate((22, 25), (27, 40))]) == [None, None]


def test_a_cue_outside_is_not_inside() -> None:
    assert parents([candidate((0, 3), (5, 50)), candidate((52, 55), (10, 40))]) == [None, None]
