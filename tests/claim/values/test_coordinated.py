"""Units and scales that are said once for two numbers."""

import pytest
from factory import text

from isnad.claim.values import read_values


def read(content: str) -> list[tuple[str, float | int | None, float | int | None, str | None]]:
    return [(value.kind, value.low, value.high, value.unit) for value in read_values(text(content))]


@pytest.mark.parametrize(
    ("content", "values"),
    [
        (
            "The fee is no less than 5,000 and no more than 20,000 dirhams.",
            [("money", 5000, None, "dirham"), ("money", None, 20000, "dirham")],
        ),
        ("Turnout was 58%, down from 61 last time.", [("percent", 58, 58, "percent"), ("percent", 61, 61, "percent")]),
        ("Boys aged 9 and 14 came home.", [("age", 9, 9, "year"), ("age", 14, 14, "year")]),
        (
            "A boy aged 12 and 31 others came home.",
            [("age", 12, 12, "year"), ("count", 31, 31, None)],
        ),
        (
            "بها حداقل ۳۰ و حداکثر ۵۰ میلیون تومان است.",
            [("money", 30_000_000, None, "toman"), ("money", None, 50_000_000, "toman")],
        ),
    ],
)
def test_pairs(content: str, values: list[tuple[str, int, int, str]]) -> None:
    assert read(content) == values
