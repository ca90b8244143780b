"""«أوقف» is an arrest only where a person has it done to him."""

from __future__ import annotations

import pytest
from factory import text

from isnad.claim import claims


def told(words: str) -> set[str | None]:
    found = claims(text(words), ())
    return {claim.event for claim in found} | {topic.concept for claim in found for topic in claim.topics}


@pytest.mark.parametrize(
    "words",
    ["أوقفت حركة الشاحنات على الطريق", "أوقف العمل في المصنع", "أوقف الوزير العمل في المصنع", "أوقفت الشرطة السفينة"],
)
def test_a_thing_stopped_is_not_arrested(words: str) -> None:
    assert "arrest" not in told(words)


@pytest.mark.parametrize(
    "words",
    [
        "أوقفت الشرطة رجلا في الميناء",
        "أوقف خمسة رجال في المدينة",
        "أوقفت السلطات صحفيا أمس",
        "أوقفته الشرطة في الميناء",
    ],
)
def test_a_person_is_arrested(words: str) -> None:
    assert "arrest" in told(words)
