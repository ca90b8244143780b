"""Whose office it is: the head of the office's words, in the document first, then in the case."""

from compare.reports import TABLE, report

from isnad.claim import resolve
from isnad.compare.whom import office_concepts, offices_of


def test_the_head_of_an_office() -> None:
    assert office_concepts("director of the port")[0] == ("director",)
    assert office_concepts("مدير الميناء")[0] == ("director",)
    assert "minister" in office_concepts("وزیر نیرو")[0]
    assert office_concepts("the old port")[0] == ()


def test_the_holder_of_an_office() -> None:
    a = report("a", "The governor Farid Zand spoke on Monday. The judge Omid Sadr was silent.")
    b = report("b", "The judge Parvin Amini said so.")
    resolution = resolve((a, b), TABLE)
    names = {entity.id: entity.name for entity in resolution.entities}
    offices = offices_of(resolution)
    assert names[offices.holder("b", ["governor"]) or ""] == "Farid Zand"
    assert names[offices.holder("a", ["judge"]) or ""] == "Omid Sadr"
    assert offices.holder("c", ["judge"]) is None
