"""The date of a saying is not that of what is said to have happened."""

from __future__ import annotations

import pytest
from factory import text

from isnad.claim.values import read_values


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("The minister told the council on Wednesday that the talks had failed.", None),
        ("On Wednesday the minister said the talks had failed.", None),
        ("On Wednesday, the minister said the talks had failed.", None),
        ("On Wednesday, the talks failed, the minister said.", "talks"),
        ("The talks failed, the minister said on Wednesday.", None),
        ("قال الوزير الأربعاء إن المحادثات فشلت", None),
        ("وزیر روز چهارشنبه گفت مذاکرات شکست خورد", None),
        ("The talks took place on Wednesday.", "talks"),
        ("The minister said the talks took place on Wednesday.", "talks"),
        ("وقال الوزير إن الاجتماع عقد الأربعاء", "meeting"),
        ("او گفت: نشست چهارشنبه برگزار شد", "meeting"),
    ],
)
def test_what_a_date_belongs_to(words: str, of: str | None) -> None:
    (value,) = read_values(text(words), "2022-03-14")
    assert (value.kind, value.of) == ("date", of)
