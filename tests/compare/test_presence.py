"""Who was present at a happening: said, denied, elsewhere; told apart by person and happening."""

import pytest
from compare.reports import TABLE, report, told

from isnad.claim import resolve
from isnad.compare.deeds import read_deeds
from isnad.compare.entities import entities_of
from isnad.compare.scene import Scene
from isnad.compare.whom import offices_of
from isnad.model import Comparison, Finding
from isnad.pipeline.resolved import resolved

MET = "The envoy Salim al-Badri and the mayor Nadir al-Shami held a meeting in Orle station on 4 May 2019. "


def presence(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.aspect == "presence"]


def readings(finding: Finding) -> dict[str | None, tuple[str, ...]]:
    return {reading.polarity: reading.documents for reading in finding.readings}


THERE = MET + "The guard Karim Lotfi said the governor Farid Zand attended the meeting."


@pytest.mark.parametrize(
    "denial",
    [
        MET + "The clerk Huda Rahimi said the governor Farid Zand did not attend the meeting.",
        MET + "The clerk Huda Rahimi denied that the governor Farid Zand had attended the meeting.",
        MET + 'The governor Farid Zand said: "I was in hospital that night."',
        MET + "The governor Farid Zand said he was not in the room.",
        "عقد المبعوث سليم البدري والعمدة نادر الشامي اجتماعاً في محطة أورل في 4 أيار 2019. "
        "ونفت الموظفة هدى رحيمي أن يكون المحافظ فريد زند قد حضر الاجتماع.",
        "سلیم بدری، فرستاده، و نادر شامی، شهردار، در ۴ مه ۲۰۱۹ در ایستگاه اورل جلسه داشتند. "
        "هدی رحیمی، کارمند، گفت فرید زند، استاندار، در جلسه حضور نداشت.",
    ],
)
def test_presence_that_is_denied_is_disputed(denial: str) -> None:
    (found,) = presence(told(THERE, denial))
    assert found.kind == "conflict"
    assert readings(found) == {"positive": ("a",), "negative": ("b",)}


@pytest.mark.parametrize(
    "other",
    [
        MET + "The clerk Huda Rahimi said the judge Omid Sadr did not attend the meeting.",
        MET + "The clerk Huda Rahimi said the governor Farid Zand sat at the table.",
        MET + "The clerk Huda Rahimi said the governor Farid Zand would not attend the meeting.",
        MET + "The clerk Huda Rahimi said a governor was not present at the meeting.",
    ],
)
def test_others_and_plans_contradict_nobody(other: str) -> None:
    assert presence(told(THERE, other)) == []


def test_an_office_and_a_pronoun_mean_the_person() -> None:
    office = MET + 'The clerk Huda Rahimi said: "The governor sat at that table."'
    ellipsis = MET + 'The governor Farid Zand said: "The mayor sat at that table. I did not."'
    (found,) = presence(told(office, ellipsis))
    assert readings(found) == {"positive": ("a",), "negative": ("b",)}


def test_an_answer_says_where_the_person_of_the_question_was() -> None:
    talk = (
        "Interview with the guard Karim Lotfi\n\n"
        "Q: Was the governor Farid Zand in the room at the meeting?\n\n"
        "A: On his chair.\n\n"
        "Q: How long was the meeting?\n\n"
        "A: Two hours."
    )
    denial = MET + "The governor Farid Zand said he was not in the room."
    (found,) = presence(told(talk, denial))
    assert readings(found) == {"positive": ("a",), "negative": ("b",)}


MET_AR = "عقد المبعوث سليم البدري والعمدة نادر الشامي اجتماعاً في محطة أورل في 4 أيار 2019. "
MET_FA = "سلیم بدری، فرستاده، و نادر شامی، شهردار، در ۴ مه ۲۰۱۹ در ایستگاه اورل جلسه داشتند. "
NADIR, KARIM = "Nadir al-Shami", "Karim Lotfi"


def there(content: str) -> list[tuple[str, str | None, str | None]]:
    """Who was there or not, and at what place, as one report tells it."""
    made = report("a", content)
    resolution = resolve((made,), TABLE)
    (made,) = resolved((made,), resolution)
    names = {entity.id: entity.name for entity in resolution.entities}
    facts = read_deeds(0, Scene(made), entities_of(resolution), offices_of(resolution))
    return [(names[f.entity or ""], f.polarity, f.within) for f in facts if f.aspect == "presence"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (MET + "The mayor Nadir al-Shami denied attending the meeting.", [(NADIR, "negative", None)]),
        (MET + "The mayor Nadir al-Shami denied being at the meeting.", [(NADIR, "negative", None)]),
        (MET + 'The mayor Nadir al-Shami said: "I was not there."', [(NADIR, "negative", None)]),
        (MET + "Karim Lotfi said the mayor was not in the warehouse.", [(NADIR, "negative", "warehouse")]),
        (
            MET + "The meeting was attended by Nadir al-Shami and Karim Lotfi.",
            [(NADIR, "positive", None), (KARIM, "positive", None)],
        ),
        (MET_AR + "ونفى نادر الشامي حضوره الاجتماع.", [("نادر الشامي", "negative", None)]),
        (MET_AR + "وقال نادر الشامي: «لم أكن هناك».", [("نادر الشامي", "negative", None)]),
        (MET_AR + "عُقد الاجتماع بحضور نادر الشامي.", [("نادر الشامي", "positive", None)]),
        (MET_FA + "نادر شامی حضور خود در جلسه را تکذیب کرد.", [("نادر شامی", "negative", None)]),
        (MET_FA + "نادر شامی گفت: «من آنجا نبودم.»", [("نادر شامی", "negative", None)]),
        (MET_FA + "نادر شامی گفت در مذاکرات شرکت نداشته است.", [("نادر شامی", "negative", None)]),
        (MET_AR + "كان هناك اجتماع آخر لنادر الشامي.", []),
        (MET + "Karim Lotfi saw a light in the front row.", []),
    ],
)
def test_who_is_told_to_have_been_there(content: str, found: list[tuple[str, str, str | None]]) -> None:
    assert there(content) == found
