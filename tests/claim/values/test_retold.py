"""Days inside a quotation that retells another day stay open; those of the report's own quotations do not."""

from __future__ import annotations

import pytest
from factory import text

from isnad.claim.values import read_values

PUBLISHED = "2022-03-14"


@pytest.mark.parametrize(
    "words",
    [
        "قال لي: «سنذهب غداً إلى الميناء»",
        "او به من گفت: «فردا به بندر می‌رویم»",
        'He told me: "We will go tomorrow to the port."',
        "The guard said: “He looked up and said ‘we will leave tomorrow’ and went.”",
        'In 2010 he said to his brother: "We will leave on Monday."',
        "قال الحارس: «رد علي الرجل: «جئت أمس» ثم مضى»",
    ],
)
def test_a_retold_day_is_left_open(words: str) -> None:
    value = read_values(text(words), PUBLISHED)[-1]
    assert (value.kind, value.edtf, value.calendar, value.uncertain) == ("date", None, None, True)
    assert value.reason is not None and "retells" in value.reason


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ('"We will go tomorrow," the minister said.', "2022-03-15"),
        ("«سنذهب غداً إلى الميناء» قال الوزير", "2022-03-15"),
        ("وزیر گفت: «فردا به بندر می‌رویم»", "2022-03-15"),
        ("The workers' leader said it's over and they'll go tomorrow.", "2022-03-15"),
        ("In 2010 the port closed. It opens tomorrow.", "2022-03-15"),
    ],
)
def test_a_day_of_the_report_is_resolved(words: str, day: str) -> None:
    value = read_values(text(words), PUBLISHED)[-1]
    assert (value.edtf, value.uncertain) == (day, False)


def test_quotations_that_never_close_take_linear_time() -> None:
    assert read_values(text("«" * 20_000 + " غداً " + '"' * 20_001), PUBLISHED)
