"""What a translation altered is told; what it only says in another way is not."""

import pytest
from compare.reports import compared, report

from isnad.model import Finding

ARABIC = (
    "أعلنت وزارة النقل في دولة مرجان أن الجسر الجديد سيفتح يوم 4 أيار/مايو 2020 بعد 18 شهراً من العمل. "
    "وقال الوزير كمال برهاني إن المشروع كلف 240 مليون دولار وشارك فيه 1300 عامل من ثلاث شركات. "
    "وأضاف أن الحكومة ستدفع 500 دولار لكل صياد خسر قاربه بسبب البناء."
)
ENGLISH = (
    "The transport ministry of Morjan announced that the new bridge will open on {date}, after 18 months of work. "
    "Minister Kamal Burhani said the project cost ${cost} million and that 1,300 workers of three companies took part. "
    "He added that the government {pays} 500 dollars to every fisherman who lost his boat because of the construction."
)
TRUE = {"date": "May 4, 2020", "cost": "240", "pays": "will pay"}


def conflicts(**changed: str) -> list[Finding]:
    a = report("a", ARABIC, outlet="النهر", date="2020-04-01")
    b = report("b", ENGLISH.format(**{**TRUE, **changed}), outlet="Rasif", date="2020-04-02")
    return [finding for finding in compared(a, b).findings if finding.kind == "conflict"]


def test_a_true_translation_alters_nothing() -> None:
    assert conflicts() == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"date": "May 14, 2020"}, "14"),
        ({"cost": "420"}, "420"),
        ({"pays": "has already paid"}, "already paid"),
    ],
)
def test_a_change_is_a_conflict_of_one_root(changed: dict[str, str], words: str) -> None:
    found = conflicts(**changed)
    assert any(
        words in reading.value or words in span.text for f in found for reading in f.readings for span in reading.spans
    )
    assert all(finding.independent_roots <= 1 for finding in found)


@pytest.mark.parametrize("changed", [{"date": "Monday"}, {"cost": "about 240"}, {"pays": "is going to pay"}])
def test_other_words_are_no_change(changed: dict[str, str]) -> None:
    assert conflicts(**changed) == []
