"""The scorer of details: values matched as numbers, names or words; each finding fits one detail."""

import msgspec
import pytest

from isnad.evaluate.details import TrueDetail, TrueReading, details_json, details_table, score_details
from isnad.model import Entity, Finding, Reading, Span, Value
from isnad.model.value import ValueKind


def reading(documents: str, measure: Value | None = None, entity: str | None = None, value: str = "x") -> Reading:
    return Reading(value, tuple(documents), ("r",), (), measure=measure, entity=entity)


def count(low: int | None, high: int | None, kind: ValueKind = "count", unit: str | None = None) -> Value:
    return Value("a", Span(0, 1, "x"), kind, low, high, unit)


def finding(name: str, kind: str, *readings: Reading, roots: int = 1) -> Finding:
    return Finding(name, kind, "event", "detail", readings, 2, roots, None, "reason", aspect="count")  # type: ignore[arg-type]


def detail(kind: str, roots: int, **readings: str) -> TrueDetail:
    told = tuple(TrueReading(value.replace("_", " "), tuple(documents), ()) for value, documents in readings.items())
    return TrueDetail("event", "detail", kind, told, roots)


@pytest.mark.parametrize(
    ("value", "measure", "same"),
    [
        ("7", count(7, 7), True),
        ("7", count(8, 8), False),
        ("more_than_200", count(200, None), True),
        ("more_than_200", count(200, 200), False),
        ("2_hours", count(2, 2, "duration", "hour"), True),
        ("2_hours", count(120, 120, "duration", "minute"), True),
        ("2_hours", count(2, 2), False),
        ("less_than_2_hours", count(None, 2, "duration", "hour"), True),
        ("60_percent", count(60, 60, "percent", "percent"), True),
        ("4,500,000_dinars", count(4_500_000, 4_500_000, "money", "dinar"), True),
        ("4,500_dinars", count(4_500_000, 4_500_000, "money", "dinar"), False),
        ("19_years", count(19, 19, "age", "year"), True),
        ("1_minute", count(60, 60, "duration", "second"), True),
        ("45_minutes,_planned", count(45, 45, "duration", "minute"), False),
        ("300_million_tomans", count(300_000_000, 300_000_000, "money", "toman"), True),
    ],
)
def test_values(value: str, measure: Value, same: bool) -> None:
    (score,) = score_details(
        [detail("single_root", 1, **{value: "ab"})], [finding("f", "single_root", reading("ab", measure))], ()
    )
    assert (score.finding is not None) is same
    assert score.right == (2 if same else 0)


def test_places_in_words() -> None:
    truth = [detail("conflict", 2, on_the_stone_bridge="a", in_the_school="bc")]
    told = finding("f", "conflict", reading("a", value="على الجسر الحجري"), reading("b", value="في السوق"), roots=2)
    (score,) = score_details(truth, [msgspec.structs.replace(told, aspect="place")], ())
    assert (score.right, score.given, score.true) == (1, 2, 3)
    (score,) = score_details(truth, [told], ())
    assert score.finding is None


def test_names_through_entities() -> None:
    entity = Entity("en:1", "person", "سالم الراوي", {"ar": "سالم الراوي", "en": "Salim al-Rawi"}, ())
    truth = [detail("conflict", 2, **{"Salim al-Rawi": "a", "Huda al-Rawi": "b"})]
    (score,) = score_details(truth, [finding("f", "conflict", reading("a", entity="en:1"), roots=2)], [entity])
    assert score.kind_right and score.roots_right and (score.right, score.given, score.true) == (1, 1, 2)


def test_a_finding_fits_one_detail() -> None:
    truth = [detail("single_root", 1, **{"7": "ab"}), detail("conflict", 2, **{"7": "abc", "9": "d"})]
    scores = score_details(
        truth, [finding("f", "conflict", reading("abc", count(7, 7)), reading("d", count(9, 9)), roots=3)], ()
    )
    assert [score.finding is not None for score in scores] == [False, True]
    assert scores[1].kind_right and not scores[1].roots_right


def test_table() -> None:
    scores = score_details([detail("single_root", 1, **{"7": "ab"})], [], ())
    assert "1 details, 0 found" in details_table(scores)
    assert details_json(scores)["found"] == 0


def test_table_shows_what_is_wrong() -> None:
    truth = [detail("conflict", 2, **{"7": "ab"})]
    scores = score_details(truth, [finding("f", "single_root", reading("ab", count(7, 7)))], ())
    assert "single_root (is conflict)" in details_table(scores) and "1 (are 2)" in details_table(scores)
    assert details_json(scores)["kind_right"] == 0
