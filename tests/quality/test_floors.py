"""The quality gate: what the engine reaches on our own gold must not fall below what was reached before."""

from pathlib import Path

import pytest

from tools.floors import golds, pinned_name, reached, read_floors

NOISE = 0.0005
"""Floors are kept with four digits."""


@pytest.mark.parametrize("gold", golds(), ids=pinned_name)
def test_nothing_is_worse(gold: Path) -> None:
    floors = read_floors()[pinned_name(gold)]
    now = reached(gold)
    fallen = [
        f"{language} {measure}: {now[language][measure]:.4f} is below {least:.4f}"
        for language, row in floors.items()
        for measure, least in row.items()
        if now[language][measure] < least - NOISE
    ]
    assert not fallen, "\n".join(fallen)


def test_there_is_gold_in_three_languages() -> None:
    assert {language for floors in read_floors().values() for language in floors} >= {"ar", "en", "fa"}
