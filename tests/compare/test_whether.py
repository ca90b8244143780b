"""Whether there was such a happening at all: denials outright, and what only looks like one."""

import pytest
from compare.reports import told

from isnad.model import Comparison, Finding

HELD = "The trader Salim al-Badri said the officers held a meeting at Orle station with the mayor Nadir al-Shami."


def whether(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.aspect == "whether"]


@pytest.mark.parametrize(
    "denial",
    [
        "The mayor Nadir al-Shami said there had been no meeting at Orle station.",
        "The mayor Nadir al-Shami denied any meeting of the officers at Orle station.",
        "قال العمدة نادر الشامي إنه لم يُعقد أي اجتماع للضباط في محطة أورل، ولم ير سليم البدري.",
        "نادر شامی، شهردار، گفت هیچ نشستی در ایستگاه اورل برگزار نشد و سلیم بدری را ندیده است.",
    ],
)
def test_a_meeting_that_is_denied_outright_is_disputed(denial: str) -> None:
    (found,) = whether(told(HELD, denial))
    assert (found.kind, found.concept) == ("conflict", "meeting")
    assert {reading.polarity: reading.documents for reading in found.readings} == {
        "positive": ("a",),
        "negative": ("b",),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The mayor Nadir al-Shami said the governor was not present at the meeting in Orle station.",
        "قال العمدة نادر الشامي إن المحافظ لم يكن حاضراً في الاجتماع في محطة أورل.",
        "نادر شامی، شهردار، گفت استاندار در این نشست در ایستگاه اورل حضور نداشت.",
        "The mayor Nadir al-Shami denied that the governor had been present at the meeting in Orle station.",
    ],
)
def test_who_was_not_at_a_meeting_denies_none(text: str) -> None:
    assert not whether(told(HELD, text))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor Nadir al-Shami said: The meeting at Orle station does not call for a reply.",
        "قال العمدة نادر الشامي إن الاجتماع في محطة أورل لا يتطلب رداً من سليم البدري.",
        "The mayor Nadir al-Shami said nobody in Orle station has claimed the meeting for himself.",
    ],
)
def test_a_negated_verb_behind_a_meeting_denies_none(text: str) -> None:
    assert not whether(told(HELD, text))


def test_that_nothing_was_signed_stands_beside_a_paper_with_a_signature() -> None:
    story = "The envoy Salim al-Badri and the mayor Nadir al-Shami met in Orle. "
    none = story + 'The envoy Salim al-Badri said: "Nobody signed anything. A signature is a promise."'
    some = story + "The mayor Nadir al-Shami said both men signed the agreement in Orle."
    (found,) = [finding for finding in whether(told(none, some)) if finding.concept == "agreement"]
    assert [reading.documents for reading in found.readings] == [("a",), ("b",)]
