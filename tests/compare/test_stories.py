"""Reports are of one story by names that few others have, and not by one name that all have."""

from isnad.compare.classes import Classes
from isnad.compare.happenings import Unit
from isnad.compare.stories import stories

Name = tuple[str, str]


def names(*found: str) -> frozenset[Name]:
    return frozenset(("who", name) for name in found)


def joined(*documents: frozenset[Name]) -> Classes[int]:
    units: Classes[Unit] = Classes()
    return stories([], [], units, [], documents)


def test_three_rare_names_make_a_story() -> None:
    found = joined(names("a", "b", "c"), names("a", "b", "c", "d"), names("a", "x", "y"))
    assert found.together(0, 1)
    assert not found.together(0, 2)


def test_names_that_all_have_bring_nobody_together() -> None:
    found = joined(*(names("a", "b", "c", f"own {i}") for i in range(60)))
    assert not found.together(0, 1)
