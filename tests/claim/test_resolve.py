"""Whose statements are whose over a whole case: people, bodies, documents, spokespeople."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.claim import resolve
from isnad.claim.entities import Known, find_mentions
from isnad.extract import extract
from isnad.model import Analysis, Document, Entity, Resolution
from isnad.pipeline.resolved import resolved
from isnad.text import make_text
from isnad.text.outlets import load_outlets

HARBOUR = Path(__file__).parents[2] / "examples" / "harbour"
AR = (
    "قالت المتحدثة باسم وزارة الموانئ هدى الساري إن الحريق انتهى. وأضافت الساري أن الرصيف فُتح. "
    "وأكدت الوزارة أن العمل عاد. وجاء في تقرير لجنة التحقيق أن الرافعة قديمة. وقال مصدر إن الرصيف مغلق."
)
EN = (
    "The Ministry of Ports said the fire was out. Huda al-Sari said on Monday that the berth was open. "
    "The report of the commission of inquiry said the crane was old."
)
NAMESAKE = 'Adel al-Sari said the tug was late. "We saw the smoke," said Sari.'


def analysed(name: str, content: str) -> Analysis:
    data = content.encode()
    document = Document(f"doc:{name}", name, "0", "text/plain", len(data))
    text = make_text(document, data)
    statements = extract(text)
    return Analysis(document, text, statements, (), (), (), (), find_mentions(text, statements, load_outlets()))


@pytest.fixture(scope="module")
def case() -> tuple[list[Analysis], Resolution]:
    analyses = [analysed("a.txt", AR), analysed("b.txt", EN), analysed("c.txt", NAMESAKE)]
    return analyses, resolve(analyses, load_outlets())


def entity_of(case: tuple[list[Analysis], Resolution], name: str, words: str) -> Entity | None:
    """The entity of the speaker of the one statement in ``name`` whose content has these words."""
    analyses, resolution = case
    analysis = next(one for one in analyses if one.document.name == name)
    (statement,) = [one for one in analysis.statements if any(words in part.text for part in one.content)]
    entities = {entity.id: entity for entity in resolution.entities}
    return entities.get(resolution.speakers.get(statement.id, ""))


def test_one_person_in_two_scripts_is_one_voice(case: tuple[list[Analysis], Resolution]) -> None:
    spokeswoman = entity_of(case, "a.txt", "الحريق")
    assert spokeswoman is not None
    assert spokeswoman.names == {"ar": "هدى الساري", "en": "Huda al-Sari"}
    assert entity_of(case, "a.txt", "الرصيف فُتح") == spokeswoman
    assert entity_of(case, "b.txt", "the berth") == spokeswoman


def test_a_namesake_is_another(case: tuple[list[Analysis], Resolution]) -> None:
    captain = entity_of(case, "c.txt", "the tug")
    assert captain is not None
    assert captain.names == {"en": "Adel al-Sari"}
    assert entity_of(case, "c.txt", "smoke") == captain


def test_bodies_and_documents_are_joined_by_what_their_names_mean(case: tuple[list[Analysis], Resolution]) -> None:
    ministry = entity_of(case, "b.txt", "the fire")
    assert ministry is not None
    assert ministry.names == {"ar": "وزارة الموانئ", "en": "Ministry of Ports"}
    assert entity_of(case, "a.txt", "العمل") == ministry  # «الوزارة» after «وزارة الموانئ»
    report = entity_of(case, "a.txt", "الرافعة")
    assert report is not None
    assert report.kind == "work"
    assert entity_of(case, "b.txt", "the crane") == report


def test_a_nameless_source_is_nobody(case: tuple[list[Analysis], Resolution]) -> None:
    assert entity_of(case, "a.txt", "مغلق") is None


def test_a_spokeswoman_and_her_ministry_are_one_voice(case: tuple[list[Analysis], Resolution]) -> None:
    _, resolution = case
    names = {entity.id: entity.name for entity in resolution.entities}
    assert [(names[one.person], names[one.organisation]) for one in resolution.offices] == [
        ("هدى الساري", "وزارة الموانئ")
    ]


def test_an_authority_file_gives_ids(case: tuple[list[Analysis], Resolution]) -> None:
    analyses, _ = case
    found = resolve(analyses, load_outlets(), [Known("Q1", ("Huda al-Sari",), "person")])
    assert [entity.names["en"] for entity in found.entities if entity.authority == "Q1"] == ["Huda al-Sari"]


def test_resolving_twice_gives_the_same(case: tuple[list[Analysis], Resolution]) -> None:
    analyses, resolution = case
    assert resolve(analyses, load_outlets()) == resolution
    assert resolved(analyses, resolution) == tuple(analyses)  # no chains and no dates: nothing to put in
