"""People of a case: namesakes in passing, transcriptions of foreign names, offices that another report gives."""

from __future__ import annotations

from isnad.claim.entities import find_mentions, resolve_entities
from isnad.extract import extract
from isnad.model import Document, Entity, Mention
from isnad.text import make_text
from isnad.text.outlets import load_outlets


def resolved_texts(texts: dict[str, str]) -> list[list[str]]:
    """Names of the entities of a case given as plain texts, each with its documents."""
    return [[entity.name, *(m.document for m in entity.mentions)] for entity in entities(texts)]


def entities(texts: dict[str, str]) -> tuple[Entity, ...]:
    found: dict[str, tuple[Mention, ...]] = {}
    for name, content in texts.items():
        data = content.encode()
        made = make_text(Document(f"doc:{name}", name, "0", "text/plain", len(data)), data)
        found[name] = find_mentions(made, extract(made), load_outlets())
    return resolve_entities(found)[0]


def test_a_surname_goes_on_meaning_whom_it_meant_beside_a_namesake_named_in_passing() -> None:
    told = (
        "Nadia al-Rimal, head of the mill, said on Monday that the gate was shut. Rimal, who is no relation of the "
        "miller Kamal al-Rimal, said that nobody had a key. The wheel stood still, Rimal said."
    )
    (nadia,) = [found for found in resolved_texts({"a.txt": told}) if found[0] == "Nadia al-Rimal"]
    assert nadia == ["Nadia al-Rimal", "a.txt", "a.txt", "a.txt"]


def test_a_foreign_name_is_one_in_two_transcriptions_that_agree_with_its_own() -> None:
    texts = {
        "a.txt": "Sir Graham Thornhill said on Monday that the bridge was safe.",
        "b.txt": "قال المهندس غراهام ذورنهيل إن الجسر سليم.",
        "c.txt": "گراهام تورنهیل گفت پل سالم است.",
    }
    (thornhill,) = [documents for name, *documents in resolved_texts(texts) if "Thornhill" in name]
    assert thornhill == ["a.txt", "b.txt", "c.txt"]


def test_an_office_means_whom_another_report_gives_it_if_he_is_named_here() -> None:
    texts = {
        "a.txt": "Colonel Nadim al-Rasi left his post. The former water minister, Salma Quarn, was told.",
        "b.txt": "Nadim al-Rasi lives in Orle now. Nobody knew, the colonel said.",
        "c.txt": "Salma Quarn lives in Orle. “I was told at seven,” the former water minister said.",
        "d.txt": "Karim al-Rasi lives in Orle. Nobody knew, the colonel said.",
    }
    people = {name: documents for name, *documents in resolved_texts(texts)}
    assert people["Nadim al-Rasi"] == ["a.txt", "b.txt", "b.txt"]
    assert people["Salma Quarn"] == ["a.txt", "c.txt", "c.txt"]
    assert people["Karim al-Rasi"] == ["d.txt"]


def test_a_place_behind_an_office_or_a_preposition_is_no_person() -> None:
    told = "ORLE, Nov 9 (Wire) - The colonel of Ras al-Zaytun spoke. The train stood at Ras al-Zaytun."
    assert [entity.kind for entity in entities({"a.txt": told}) if entity.name == "Ras al-Zaytun"] == ["place"]
