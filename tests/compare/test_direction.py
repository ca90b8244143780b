"""Who took it from whom: credit, name, shared source, time, completeness, in this order."""

import pytest

from isnad.compare.direction import Side, direction

EARLY, LATE = "2021-05-01", "2021-05-02"


def side(outlet: str, date: str = "", *credits: str) -> Side:
    return Side(outlet, outlet, date, credits)


@pytest.mark.parametrize(
    ("a", "b", "named", "expected", "reason"),
    [
        (side("a", EARLY, "b"), side("b", LATE), (False, True), "a_from_b", "a credits b"),
        (side("a", LATE), side("b", EARLY, "a"), (False, False), "b_from_a", "b credits a"),
        (side("a", EARLY, "b"), side("b", LATE, "a"), (False, False), "unknown", "credit each other"),
        (side("a", EARLY, "x"), side("b", LATE, "x"), (True, False), "a_from_b", "a names b"),
        (side("a", EARLY), side("b", LATE), (False, True), "b_from_a", "b names a"),
        (side("a", EARLY, "x"), side("b", LATE, "x"), (False, False), "unknown", "both credit x"),
        (side("a", EARLY), side("b", LATE), (True, True), "b_from_a", "a is earlier"),
        (side("a", LATE), side("b", EARLY), (False, False), "a_from_b", "b is earlier"),
        (side("a", EARLY), side("b", f"{EARLY}T10:00"), (False, False), "unknown", "neither"),
        (side("a"), side("b"), (False, False), "unknown", "neither"),
    ],
)
def test_the_first_reason_decides(a: Side, b: Side, named: tuple[bool, bool], expected: str, reason: str) -> None:
    way, why = direction(a, b, 0.5, 0.5, named)
    assert way == expected and reason in why
    mirrored = {"a_from_b": "b_from_a", "b_from_a": "a_from_b", "unknown": "unknown"}
    assert direction(b, a, 0.5, 0.5, named[::-1])[0] == mirrored[expected]


def test_what_stands_whole_in_a_longer_report_came_from_there() -> None:
    assert direction(side("a"), side("b"), 0.95, 0.3)[0] == "a_from_b"
    assert direction(side("a"), side("b"), 0.3, 0.95)[0] == "b_from_a"
