"""Which statement stands inside which."""

from typing import Any

import pytest

from isnad.extract import nesting
from isnad.extract.base import Candidate
from isnad.extract.nesting import DEPTH, parents, shallow


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


def test_what_is_too_deep_is_dropped_with_its_parents_kept() -> None:
    nested = [candidate((10 * i, 10 * i + 3), (10 * i + 5, 9_000 - i)) for i in range(40)]
    kept, above = shallow(nested)
    assert kept == nested[:DEPTH]
    assert above == [None, *range(DEPTH - 1)]


def test_many_levels_are_looked_at_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0
    inside = nesting._inside

    def counted(*given: Any) -> bool:
        nonlocal looks
        looks += 1
        return inside(*given)

    monkeypatch.setattr(nesting, "_inside", counted)
    parents([candidate((10 * i, 10 * i + 3), (10 * i + 5, 90_000 - i)) for i in range(2_000)])
    assert looks <= 2_000 * DEPTH
