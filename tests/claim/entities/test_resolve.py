"""Who is who in a case: the example case's people, namesakes, offices, authority files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from factory import text

from isnad.claim.entities import find_mentions, load_authority, resolve_entities
from isnad.errors import DataError
from isnad.extract import extract
from isnad.model import Document
from isnad.model.entity import Entity, Mention
from isnad.read import Raw, read_paths
from isnad.text import make_text
from isnad.text.outlets import load_outlets

HARBOUR = Path(__file__).parents[3] / "examples" / "harbour"
LEAST_FORMS = 0.93
"""Share of the example's surface forms that are found with the right person. Not found: offices whose holder the case
never states («سخنگوی سازمان دریانوردی زرین»), and «سميرة الفنار», who is not joined with Samira al-Fanar."""


@pytest.fixture(scope="module")
def case() -> tuple[Entity, ...]:
    outlets = load_outlets((HARBOUR / "outlets.tsv",))
    found: dict[str, tuple[Mention, ...]] = {}
    for raw in read_paths(sorted([*HARBOUR.glob("*.txt"), *HARBOUR.glob("*.html")])):
        assert isinstance(raw, Raw)
        report = make_text(raw.document, raw.data)
        found[raw.document.name] = find_mentions(report, extract(report), outlets)
    return resolve_entities(found, outlets=outlets)[0]


@pytest.fixture(scope="module")
def people() -> list[dict[str, Any]]:
    truth: list[dict[str, Any]] = json.loads((HARBOUR / "truth.json").read_text(encoding="utf-8"))["people"]
    return truth


def forms(entity: Entity) -> set[str]:
    """Every surface form: with title, without, and with the office right before it."""
    found: set[str] = set()
    for mention in entity.mentions:
        found.add(mention.span.text)
        if mention.name is not None:
            found.add(mention.name.text)
            if mention.role is not None and mention.role.end + 1 == mention.span.start:
                found.add(f"{mention.role.text} {mention.span.text}")
    return found


def entity_of(case: tuple[Entity, ...], name: str) -> Entity:
    return next(entity for entity in case if name in entity.names.values())


def test_a_surname_that_is_a_mans_first_name_is_hers_who_was_named() -> None:
    texts = {
        "a.txt": "نفت المتحدثة ليلى منصور الخبر.\n\nوأضافت منصور أن الطريق مغلق.\n\nوأكد عادل فوزي أن الناجي حسن منصور."
    }
    assert sorted(len(found) - 1 for found in resolved_texts(texts) if "منصور" in found[0]) == [1, 2]
    assert ["ليلى منصور", "a.txt", "a.txt"] in resolved_texts(texts)


@pytest.mark.parametrize(
    ("office", "whose"),
    [("The minister", "Sami Rawi"), ("The prime minister", "Omar Daher"), ("The deputy minister", None)],
)
def test_whose_an_english_office_is(office: str, whose: str | None) -> None:
    words = "Transport Minister Sami Rawi and the prime minister, Omar Daher, met in Sakhr.\n\n"
    report = text(f"{words}{office} denied that the bridge was shut.")
    entities, _ = resolve_entities({"a.txt": find_mentions(report, extract(report), load_outlets())})
    holders = [entity.name for entity in entities if any(m.span.text == office for m in entity.mentions)]
    assert holders == ([whose] if whose else [])


def test_every_person_of_the_example_is_one_entity_and_their_own(case: Any, people: Any) -> None:
    ids = {
        person["name"]: entity_of(case, person["name"]).id for person in people if person["name"] != "Nasrin Darvishan"
    }
    assert len(set(ids.values())) == len(ids)


def test_the_forms_of_the_example_are_found_with_their_person(case: Any, people: Any) -> None:
    right = wanted = 0
    for person in people:
        name = "نسرین درویشان" if person["name"] == "Nasrin Darvishan" else person["name"]
        entity = entity_of(case, name)
        found = forms(entity)
        wanted += len(person["mentions"])
        right += sum(form in found or any(f.endswith(form) for f in found) for form in person["mentions"])
        for other in person["not"]:
            assert other not in found
            assert all(other != name for name in entity.names.values())
    assert right / wanted >= LEAST_FORMS


def test_no_full_name_stands_with_the_wrong_person(case: Any, people: Any) -> None:
    for person in people:
        own = set(person["mentions"])
        others = {form for other in people if other is not person for form in other["mentions"] if " " in form} - own
        name = "نسرین درویشان" if person["name"] == "Nasrin Darvishan" else person["name"]
        wrong = {m.name.text for m in entity_of(case, name).mentions if m.name is not None} & others
        assert not wrong


def test_every_join_has_a_reason_and_a_score(case: Any) -> None:
    for entity in case:
        assert all(join.reason and 0 < join.score <= 1 for join in entity.joins)


def test_namesakes_stay_apart_and_a_bare_surname_is_a_suggestion(mentions: Any) -> None:
    found = {
        "a.txt": mentions("قال سليم الهدار إنه بخير. وقال رشيد الهدار إنه مسافر.", "a.txt"),
        "b.txt": mentions("وصل الهدار إلى بغداد. وقال الهدار إنه متعب.", "b.txt"),
    }
    entities, suggestions = resolve_entities(found)
    people = [entity for entity in entities if entity.kind == "person"]
    assert {entity.name for entity in people if " " in entity.name} == {"سليم الهدار", "رشيد الهدار"}
    assert all(m.document == "a.txt" for entity in people if " " in entity.name for m in entity.mentions)
    assert all(suggestion.reason and suggestion.score < 0.9 for suggestion in suggestions)


def test_an_office_goes_to_its_holder_and_never_to_one_of_two(mentions: Any) -> None:
    one = {"a.txt": mentions("التقى وزير الخارجية سامي الراوي الوفد. ثم غادر وزير الخارجية القاعة.", "a.txt")}
    entities, _ = resolve_entities(one)
    holder = next(entity for entity in entities if entity.name == "سامي الراوي")
    assert any(m.name is None for m in holder.mentions)
    two = one | {
        "b.txt": mentions("قال وزير الخارجية كمال القطان ذلك أمس.", "b.txt"),
        "c.txt": mentions("وصل وزير الخارجية إلى بغداد.", "c.txt"),
    }
    entities, suggestions = resolve_entities(two)
    assert not any(m.document == "c.txt" and m.kind == "person" for e in entities for m in e.mentions)
    assert any(s.mentions[0].document == "c.txt" for s in suggestions)


@pytest.mark.parametrize(
    ("words", "office", "held"),
    [
        ("قال سليم الهدار، رئيس لجنة التحقيق، إن العمل بدأ. وأكد رئيس اللجنة أن العمل مستمر.", "رئيس اللجنة", True),
        ("قال سليم الهدار، رئيس اتحاد العمال، إنه باق. وأكد رئيس اللجنة أن العمل مستمر.", "رئيس اللجنة", False),
        (
            "سعید حدادی رئیس سازمان بنادر گفت بندر بسته است. رئیس سازمان محیط زیست رفت. رئیس سازمان افزود کار است.",
            "رئیس سازمان",
            False,
        ),
    ],
)
def test_a_shorter_office_is_held_by_one_who_can_be_meant(mentions: Any, words: str, office: str, held: bool) -> None:
    entities, _ = resolve_entities({"a.txt": mentions(words, "a.txt")})
    people = [entity for entity in entities if entity.kind == "person"]
    assert len(people) == 1
    assert (office in forms(people[0])) is held


def test_the_result_does_not_depend_on_the_order_of_the_documents(mentions: Any) -> None:
    a = mentions("Salim al-Haddar spoke to Kamal Nouri.", "a.txt")
    b = mentions("قال اللواء سليم الهدار إنه لم يحضر.", "b.txt")
    assert resolve_entities({"a.txt": a, "b.txt": b}) == resolve_entities({"b.txt": b, "a.txt": a})


def test_authority_files_give_ids_and_join(mentions: Any, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("names,qid\nSalim al-Haddar|سليم الهدار|أبو ليث,Q1\n,Q2\n", encoding="utf-8")
    lines = tmp_path / "people.ftm.jsonl"
    entity = {"id": "x1", "schema": "Person", "properties": {"name": ["Salim al-Haddar"], "alias": ["أبو ليث"]}}
    lines.write_text(json.dumps(entity) + "\n", encoding="utf-8")
    found = {"a.txt": mentions("قال اللواء سليم الهدار إنه بخير. وقال القائد أبو ليث إنه متعب.", "a.txt")}
    for path, key in ((table, "Q1"), (lines, "x1")):
        entities, _ = resolve_entities(found, load_authority(path))
        known = [entity for entity in entities if entity.authority == key]
        assert len(known) == 1
        assert {m.name.text for m in known[0].mentions if m.name} == {"سليم الهدار", "أبو ليث"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.csv", "who,what\n1,2\n"),
        ("x.jsonl", "{\n"),
        ("x.jsonl", "[]\n"),
        ("x.jsonl", "[" * 100_000),
        ("x.jsonl", '{"id": 1}\n'),
    ],
)
def test_a_bad_authority_file_is_named(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=r"x\.(csv|jsonl):1"):
        load_authority(path)


TWO_COUNTRIES = {
    "a.txt": "قالت وزارة الخارجية العراقية إن اللقاء تم. وأعلنت وزارة الخارجية أن الوفد وصل.",
    "b.txt": "قالت وزارة الخارجية الأردنية إن اللقاء تأجل. وأعلنت وزارة الخارجية أن الوفد غادر.",
    "c.txt": "The Foreign Ministry said the meeting was over.",
    "d.txt": "وزارت خارجه اعلام کرد که دیدار انجام شد.",
}


def resolved_texts(texts: dict[str, str]) -> list[list[str]]:
    """Names of the entities of a case given as plain texts, each with its documents."""
    outlets = load_outlets()
    found: dict[str, tuple[Mention, ...]] = {}
    for name, content in texts.items():
        data = content.encode()
        made = make_text(Document(f"doc:{name}", name, "0", "text/plain", len(data)), data)
        found[name] = find_mentions(made, extract(made), outlets)
    return [[entity.name, *(m.document for m in entity.mentions)] for entity in resolve_entities(found)[0]]


def test_ministries_of_two_countries_are_never_one() -> None:
    ministries = [found for found in resolved_texts(TWO_COUNTRIES) if len(found[0].split()) > 1]
    assert len(ministries) == 6
    assert all(len(set(documents)) == 1 for _, *documents in ministries)


def test_one_name_of_two_men_is_neither() -> None:
    texts = {
        "a.txt": "قال سعد العريض إن الجسر مغلق.",
        "b.txt": "قال سعد بن خالد العريض إن الجسر مفتوح.",
        "c.txt": "قال سعد بن ماجد العريض إن الجسر قديم.",
    }
    people = resolved_texts(texts)
    assert len(people) == 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل هادي تسيطر قواته على الميناء.", "هادي"),
        ("قال سليم الهدار لمدة ساعة.", "سليم الهدار"),
        ("زار عمر بخروج المسلحين.", "عمر"),
    ],
)
def test_the_word_behind_a_name_is_not_swallowed(text: str, name: str) -> None:
    people = [found[0] for found in resolved_texts({"a.txt": text})]
    assert all(found in (name, "الميناء") for found in people), people


def test_a_family_name_of_two_words_is_one_person_in_its_report(mentions: Any) -> None:
    words = "قال العميد محمود دورغا بيلاني إن الجسر مغلق. ثم غادر دورغا بيلاني القاعة، وعاد بيلاني مساء."
    people = [one for one in resolve_entities({"a.txt": mentions(words)})[0] if one.kind == "person"]
    assert [one.name for one in people] == ["محمود دورغا بيلاني"]


def test_a_father_is_not_his_son(mentions: Any) -> None:
    words = "حضر علي حسن العاصمي الحفل. ثم تحدث حسن العاصمي عن ابنه."
    people = [one for one in resolve_entities({"a.txt": mentions(words)})[0] if one.kind == "person"]
    assert len(people) == 2


def test_an_office_is_not_held_by_whom_it_is_for(mentions: Any) -> None:
    found = mentions("كان الوسيط في اللقاء الأول للحاج نادر مع الرئيس برافي تاجراً.")
    assert all(one.role is None for one in found if one.name is not None and one.name.text == "نادر")


def test_a_body_that_lost_its_article_is_the_same() -> None:
    found = resolved_texts({"a": "رفعت الوزارة الدعم للجيش المصري.\n\nوعاد الجيش المصري إلى الثكنة أمس."})
    assert ["الجيش المصري", "a", "a"] in found
