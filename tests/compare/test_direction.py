"""Who took it from whom: credit, name, shared source, time, completeness, in this order."""

import pytest

from isnad.compare.direction import Side, direction
from isnad.compare.naming import Named

EARLY, LATE = "2021-05-01", "2021-05-02"
NO, BESIDE, WITHIN, PART, ITSELF = Named(), Named(True), Named(True, 0.9), Named(True, 0.2), Named(itself=True)


def side(outlet: str, date: str = "", *credits: str) -> Side:
    return Side(outlet, outlet, date, credits)


@pytest.mark.parametrize(
    ("a", "b", "named", "expected", "reason"),
    [
        (side("a", EARLY, "b"), side("b", LATE), (NO, BESIDE), "a_from_b", "a credits b"),
        (side("a", LATE), side("b", EARLY, "a"), (NO, NO), "b_from_a", "b credits a"),
        (side("a", EARLY, "b"), side("b", LATE, "a"), (NO, NO), "unknown", "credit each other"),
        (side("a", EARLY, "b"), side("b", LATE, "a"), (WITHIN, NO), "a_from_b", "a names b in it"),
        (side("a", EARLY, "b"), side("b", LATE), (NO, WITHIN), "b_from_a", "b names a in it"),
        (side("a", EARLY, "b"), side("b", LATE), (PART, WITHIN), "b_from_a", "b names a in it"),
        (side("a", EARLY, "b"), side("b", LATE), (WITHIN, WITHIN), "a_from_b", "a credits b"),
        (side("a", EARLY, "x"), side("b", LATE, "x"), (BESIDE, NO), "a_from_b", "a names b"),
        (side("a", EARLY), side("b", LATE), (NO, ITSELF), "b_from_a", "a is earlier"),
        (side("a", EARLY), side("b", EARLY), (NO, ITSELF), "a_from_b", "names b itself"),
        (side("a", EARLY), side("b", EARLY), (ITSELF, ITSELF), "unknown", "neither"),
        (side("a", EARLY), side("b", LATE), (NO, BESIDE), "b_from_a", "b names a"),
        (side("a", EARLY, "x"), side("b", LATE, "x"), (NO, NO), "unknown", "both credit x"),
        (side("a", EARLY), side("b", LATE), (BESIDE, BESIDE), "b_from_a", "a is earlier"),
        (side("a", LATE), side("b", EARLY), (NO, NO), "a_from_b", "b is earlier"),
        (side("a", EARLY), side("b", f"{EARLY}T10:00"), (NO, NO), "unknown", "neither"),
        (side("a"), side("b"), (NO, NO), "unknown", "neither"),
    ],
)
def test_the_first_reason_decides(a: Side, b: Side, named: tuple[Named, Named], expected: str, reason: str) -> None:
    way, why = direction(a, b, 0.5, 0.5, named)
    assert way == expected and reason in why
    mirrored = {"a_from_b": "b_from_a", "b_from_a": "a_from_b", "unknown": "unknown"}
    assert direction(b, a, 0.5, 0.5, named[::-1])[0] == mirrored[expected]


def test_what_stands_whole_in_a_longer_report_came_from_there() -> None:
    assert direction(side("a"), side("b"), 0.95, 0.3)[0] == "a_from_b"
    assert direction(side("a"), side("b"), 0.3, 0.95)[0] == "b_from_a"
    assert direction(side("a"), side("b"), 0.7, 0.3)[0] == "a_from_b"
    assert direction(side("a"), side("b"), 0.7, 0.5)[0] == "unknown"
    translated = side("a")._replace(language="ar"), side("b")._replace(language="fa")
    assert direction(*translated, 0.7, 0.3)[0] == "unknown"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2021-05-01T09:00+03:00", "2021-05-01T08:00Z", "b_from_a"),
        ("2021-05-01T09:00+03:00", "2021-05-01T04:30-0100", "a_from_b"),
        ("2021-05-01T23:30-05:00", "2021-05-02T01:00+03:00", "a_from_b"),
        ("2021-05-01T09:00+03:00", "2021-05-01T06:00:30Z", "unknown"),
        ("2021-05-01T09:00+03:00", "2021-05-01T08:00", "unknown"),
        ("2021-05-01T09:00+03:00", "2021-05-02", "b_from_a"),
        ("2021-05-01T29:00+03:00", "2021-05-01T08:00Z", "unknown"),
        ("2021-05-01T09:00", "2021-05-01T08:00", "a_from_b"),
        ("2021-05", "2021-04-30T08:00Z", "a_from_b"),
    ],
)
def test_instants_are_compared_in_one_zone(first: str, second: str, expected: str) -> None:
    assert direction(side("a", first), side("b", second), 0.5, 0.5)[0] == expected


def test_who_shares_a_translation_does_not_have_it_from_the_foreign_agency() -> None:
    a, b = side("a", EARLY, "x"), side("b", LATE, "x")
    foreign = frozenset("x")
    a, b = a._replace(language="fa", foreign=foreign), b._replace(language="fa", foreign=foreign)
    way, why = direction(a, b, 0.5, 0.5)
    assert way == "b_from_a" and "words of a translation; a is earlier" in why
    assert direction(a, b._replace(date=EARLY), 0.5, 0.5)[0] == "unknown"
    assert direction(a, b._replace(language="en"), 0.5, 0.5)[0] == "unknown"
    assert direction(a._replace(foreign=frozenset()), b, 0.5, 0.5)[0] == "unknown"
