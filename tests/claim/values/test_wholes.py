"""The whole behind a part, and definite numbers behind their nouns."""

import pytest
from factory import text

from isnad.claim.values import read_values
from isnad.claim.values.wholes import is_plural, is_singular


def counted(content: str) -> list[tuple[float | int | None, str | None]]:
    return [(value.low, value.unit) for value in read_values(text(content))]


@pytest.mark.parametrize(
    ("content", "counts"),
    [
        ("Only three of the nine suspects came back.", [(3, "suspect"), (9, "suspect")]),
        ("They reached 46 of the 60 trapped miners.", [(46, "miner"), (60, "miner")]),
        ("نجا 21 من 48 راكبا من العبارة.", [(21, "passenger"), (48, "passenger")]),
        ("سه نفر از نه مظنون به اسکله برگشتند.", [(3, "suspect"), (9, "suspect")]),
        ("پنج نفر از ۱۰ کشور به اسکله آمدند.", [(5, "person"), (10, "country")]),
    ],
)
def test_parts_of_a_whole(content: str, counts: list[tuple[int, str]]) -> None:
    assert counted(content) == counts


def test_residents_of_a_town_and_not_of_a_prison() -> None:
    assert counted("The town has a population of 340,000.") == [(340_000, "resident")]
    assert counted("The prison population stood at 2,000.") == [(2000, None)]


def test_number_of_arabic_nouns() -> None:
    assert is_plural("المقاعد") and is_plural("المديريات") and not is_plural("المقعد")
    assert is_singular("المقعد") and not is_singular("المقاعد")
