"""Who arranged, ordered or founded something, in the many ways in which reports say it."""

import pytest
from compare.reports import TABLE, report

from isnad.claim import resolve
from isnad.compare.deeds import read_deeds
from isnad.compare.entities import entities_of
from isnad.compare.scene import Scene
from isnad.compare.whom import offices_of
from isnad.pipeline.resolved import resolved

EN = (
    "The envoy Salim al-Badri and the mayor Nadir al-Shami held a meeting in Orle station on 4 May 2019. "
    "The bridge was closed that night. The judge Karim Lotfi was silent. "
)
AR = (
    "عقد المبعوث سليم البدري والعمدة نادر الشامي اجتماعاً في محطة أورل في 4 أيار 2019. "
    "وأُغلق الجسر تلك الليلة. وصمت القاضي كريم لطفي. "
)
FA = (
    "سلیم بدری، فرستاده، و نادر شامی، شهردار، در ۴ مه ۲۰۱۹ در ایستگاه اورل جلسه داشتند. "
    "پل آن شب بسته شد. کریم لطفی، قاضی، سکوت کرد. "
)
KARIM = ("Karim Lotfi", "كريم لطفي", "کریم لطفی")


def agents(content: str) -> list[tuple[str | None, str | None, str]]:
    """Deed, what it was done to, and by whom, as one report tells it."""
    made = report("a", content)
    resolution = resolve((made,), TABLE)
    (made,) = resolved((made,), resolution)
    names = {entity.id: entity.name for entity in resolution.entities}
    facts = read_deeds(0, Scene(made), entities_of(resolution), offices_of(resolution))
    return [(f.concept, f.event, names.get(f.entity or "", "")) for f in facts if f.aspect == "agent"]


@pytest.mark.parametrize(
    ("content", "deed", "what"),
    [
        (EN + "It was Karim Lotfi who arranged the meeting.", "arrange", "meeting"),
        (EN + "The idea for the meeting came from Karim Lotfi.", "arrange", "meeting"),
        (EN + '"I gave the order to close the bridge," Karim Lotfi said.', "order", "closure"),
        (EN + "The bridge was closed by order of the judge.", "order", "closure"),
        (EN + "Karim Lotfi set up the relief fund.", "found", "found fund"),
        (EN + "The school was founded by Karim Lotfi.", "found", "found school"),
        (AR + "ونظم كريم لطفي الاجتماع.", "arrange", "meeting"),
        (AR + "وعُقد الاجتماع بدعوة من كريم لطفي.", "arrange", "meeting"),
        (AR + "وأمر كريم لطفي بإغلاق الجسر.", "order", "closure"),
        (AR + "واتخذ كريم لطفي قرار إغلاق الجسر.", "order", "closure"),
        (AR + "وقال كريم لطفي: «أنا من أمر بإغلاق الجسر».", "order", "closure"),
        (AR + "وأسس جمعية الإغاثة كريم لطفي.", "found", "found organisation"),
        (FA + "جلسه به دعوت کریم لطفی برگزار شد.", "arrange", "meeting"),
        (FA + "هماهنگی جلسه را کریم لطفی انجام داد.", "arrange", "meeting"),
        (FA + "دستور بستن پل را کریم لطفی صادر کرد.", "order", "closure"),
        (FA + "انجمن امداد توسط کریم لطفی تأسیس شد.", "found", "found organisation"),
    ],
)
def test_who_did_it(content: str, deed: str, what: str) -> None:
    found = agents(content)
    assert found and {(one[0], one[1]) for one in found} == {(deed, what)}
    assert {name for *_, name in found} <= set(KARIM)


@pytest.mark.parametrize(
    "content",
    [
        EN + "The union was founded in 1998, Karim Lotfi said.",
        EN + "Karim Lotfi did not arrange the meeting.",
        EN + "Karim Lotfi asked who had arranged the meeting.",
        AR + "وطلب كريم لطفي إغلاق الجسر.",
    ],
)
def test_nobody_is_told_to_have_done_it(content: str) -> None:
    assert agents(content) == []
