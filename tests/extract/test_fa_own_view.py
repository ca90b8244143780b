"""Where what others say ends: the narrator goes on with what he himself does not know."""

from __future__ import annotations

import pytest

from isnad.extract.examples import extract_example


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("بعضی‌ها می‌گویند ده قایق در رود غرق شد؛ من خودم چیزی ندیدم.", "ده قایق در رود غرق شد"),
        ("برخی می‌گویند پل نیلاب بسته شده بود؛ ولی ما خبری نشنیدیم.", "پل نیلاب بسته شده بود"),
        # What they themselves add stays theirs.
        ("مردم می‌گویند پل نیلاب بسته شد؛ آب هم بالا آمده است.", "پل نیلاب بسته شد؛ آب هم بالا آمده است"),
    ],
)
def test_own_view(text: str, content: str) -> None:
    assert [piece.text for statement in extract_example(text) for piece in statement.content] == [content]
