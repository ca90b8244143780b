"""Who did what one only can have done, by a question and the name that answers it."""

import pytest
from compare.reports import TABLE, report

from isnad.claim import resolve
from isnad.compare.deeds import read_deeds
from isnad.compare.entities import entities_of
from isnad.compare.scene import Scene
from isnad.compare.whom import offices_of


def agents(content: str) -> list[tuple[str | None, str | None, str]]:
    """Deed, happening and name of the agents that a report tells of."""
    made = report("a", content)
    resolution = resolve((made,), TABLE)
    names = {entity.id: entity.name for entity in resolution.entities}
    facts = read_deeds(0, Scene(made), entities_of(resolution), offices_of(resolution))
    return [(f.concept, f.event, names.get(f.entity or "", "")) for f in facts if f.aspect == "agent"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (
            "مقابلة مع الحارس كريم لطفي\n\nس: متى عُقد الاجتماع؟\n\nج: في الليل.\n\n"
            "س: من رتّب الاجتماع؟\n\nج: سليم البدري. رن عليّ قبل يوم.",
            [("arrange", "meeting", "سليم البدري")],
        ),
        (
            "Interview with the guard Karim Lotfi\n\nQ: When was the meeting?\n\nA: At night.\n\n"
            "Q: Who arranged the meeting?\n\nA: Salim al-Badri. He rang me a day before.",
            [("arrange", "meeting", "Salim al-Badri")],
        ),
        (
            "Interview with the guard Karim Lotfi\n\nQ: When was the meeting?\n\nA: At night.\n\n"
            "Q: When was the meeting arranged?\n\nA: Salim al-Badri knows.",
            [],
        ),
        (
            "Interview with the guard Karim Lotfi\n\nQ: When was the meeting?\n\nA: At night.\n\n"
            "Q: Who arranged the meeting?\n\nA: I have never learnt that, nor has Salim al-Badri.",
            [],
        ),
    ],
)
def test_the_name_that_answers(content: str, found: list[tuple[str, str, str]]) -> None:
    assert agents(content) == found
