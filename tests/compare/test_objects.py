"""What a deed was done to: bodies that were founded, told by name or in common words."""

import pytest
from compare.reports import of, told

MET = "The envoy Salim al-Badri and the mayor Nadir al-Shami held a meeting in Orle station on 4 May 2019. "
MET_AR = "عقد المبعوث سليم البدري والعمدة نادر الشامي اجتماعاً في محطة أورل في 4 أيار 2019. "
MET_FA = "سلیم بدری، فرستاده، و نادر شامی، شهردار، در ۴ مه ۲۰۱۹ در ایستگاه اورل جلسه داشتند. "
FIRST = MET + "The clerk Huda Rahimi said the dockers' union was founded by Salim al-Badri in 1998."


@pytest.mark.parametrize(
    "second",
    [
        MET + "The guard Karim Lotfi said Nadir al-Shami founded the dockers' union in 1998.",
        MET_AR + "قال الحارس كريم لطفي إن نقابة عمال الرصيف أسسها نادر الشامي عام 1998.",
        MET_FA + "کریم لطفی، نگهبان، گفت نادر شامی سندیکای کارگران اسکله را بنیان گذاشت.",
    ],
)
def test_two_founders_of_one_union_contradict_each_other(second: str) -> None:
    found = of(told(FIRST, second), "agent")
    assert (found.kind, found.detail) == ("conflict", "who did it: found (union)")
    assert [reading.documents for reading in found.readings] == [("a",), ("b",)]


def test_a_fund_is_another_body_than_a_union() -> None:
    other = MET + "The guard Karim Lotfi said Nadir al-Shami founded the relief fund in 1998."
    assert not [f for f in told(FIRST, other).findings if f.aspect == "agent" and f.kind == "conflict"]


LED = MET + "The clerk Huda Rahimi said the Zarrin delegation was led by Salim al-Badri."


@pytest.mark.parametrize(
    "second",
    [
        MET + "The guard Karim Lotfi said Nadir al-Shami led the Zarrin delegation.",
        MET_AR + "وقال الحارس كريم لطفي إن وفد زرين ترأسه نادر الشامي.",
        MET_FA + "کریم لطفی، نگهبان، گفت هیئت زرین به ریاست نادر شامی بود.",
    ],
)
def test_a_delegation_has_one_head(second: str) -> None:
    found = of(told(LED, second), "agent")
    assert (found.kind, found.detail, found.event) == ("conflict", "who did it: lead (delegation)", "delegation")


def test_each_side_has_a_head_of_its_own() -> None:
    other = MET + "The guard Karim Lotfi said Nadir al-Shami led the Nahran delegation."
    assert not [f for f in told(LED, other).findings if f.aspect == "agent" and f.kind == "conflict"]
