"""What there was none of is the number nought."""

import pytest
from compare.reports import of, report, told

from isnad.compare.deeds import read_deeds
from isnad.compare.scene import Scene


def nought(content: str) -> list[str | None]:
    facts = read_deeds(0, Scene(report("a", content)), {})
    return [fact.concept for fact in facts if fact.aspect == "count" and fact.amount and fact.amount.high == 0]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("Spokesman Samir al-Tawil said nobody died in the fire.", ["killed"]),
        ("Spokesman Samir al-Tawil said no containers were lost in the fire.", ["container"]),
        ("قال المتحدث سمير الطويل إنه لم تسجل أي وفاة بين الركاب.", ["killed"]),
        ("سمیر طویل، سخنگو، گفت هیچ مرگی در میان مسافران ثبت نشد.", ["killed"]),
        ("Spokesman Samir al-Tawil said the fire was out by dawn and the containers were not lost.", []),
        ("Spokesman Samir al-Tawil said no question was asked.", []),
    ],
)
def test_none_is_a_number(content: str, found: list[str | None]) -> None:
    assert nought(content) == found


def test_none_against_some_is_a_conflict() -> None:
    found = of(
        told(
            "Spokesman Samir al-Tawil said nobody died in the warehouse fire in Marsa Nuwar on 3 May 2021.",
            "Dr Layla al-Karmi said the warehouse fire in Marsa Nuwar on 3 May 2021 killed two people.",
        ),
        "count",
    )
    assert found.kind == "conflict"
    assert {reading.measure.low for reading in found.readings if reading.measure} == {0, 2}
