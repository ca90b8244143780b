"""Reports of one story have a cast in common, and a pile of a week's news is not one story."""

import pytest
from compare.reports import TABLE, compared, report

from isnad.claim import resolve
from isnad.compare.affinity import Affinity
from isnad.model import Analysis

STORY = (
    "Mayor Nadir al-Shami and the trader Salim al-Badri met in Marsa Nawar on 3 May 2021. Nadir al-Shami said the "
    "meeting lasted three hours."
)
AGAIN = "The meeting of Salim al-Badri with mayor Nadir al-Shami went on for five hours, said Salim al-Badri."
OTHER = "General Peter Calder visited the harbour of Osterby. Peter Calder said the visit lasted two days."
ROUNDUP = (
    "President Omar Seldan and General Peter Calder met in Osterby about the war. "
    "The government said the attack on the depot in {a} killed {n} soldiers. Colonel {who} said his men had held the "
    "road near {b} since the morning, and that the wounded were taken to the hospital of {c}."
)


def affinity_of(*reports: Analysis) -> Affinity:
    resolution = resolve(reports, TABLE)
    places = {(m.document, m.span.start, m.span.end): e.id for e in resolution.entities for m in e.mentions}
    return Affinity(reports, places)


def test_the_cast_tells_and_a_report_is_like_itself() -> None:
    affinity = affinity_of(report("a", STORY), report("b", AGAIN), report("c", OTHER))
    assert affinity.of(0, 0) == pytest.approx(1)
    assert affinity.of(0, 1) == pytest.approx(affinity.of(1, 0))
    assert affinity.of(0, 1) > 0.2 > affinity.of(0, 2)


def test_a_report_without_names_is_like_nothing() -> None:
    assert affinity_of(report("a", STORY), report("b", "It rained.")).of(0, 1) == 0


def test_numbers_of_two_attacks_of_one_war_are_no_conflict() -> None:
    places = ("Arqam", "Bishra", "Corvan", "Dalmar", "Esfand", "Furqa", "Ghadira", "Halva", "Isfara", "Jorun")
    men = ("Amir Zell", "Basil Orr", "Karim Voss", "Dario Penn", "Emil Rask", "Farid Holm", "Gerd Lund", "Hadi Borg")
    reports = [
        report(
            f"r{i}",
            ROUNDUP.format(a=places[i], b=places[(i + 3) % 10], c=places[(i + 5) % 10], n=3 + 2 * i, who=men[i]),
            outlet=f"Paper {i}",
            date=f"2021-05-{i + 1:02}",
        )
        for i in range(8)
    ]
    assert not [finding for finding in compared(*reports).findings if finding.kind == "conflict"]


def test_yesterday_in_one_paper_and_sunday_in_another_are_no_conflict() -> None:
    a = report("a", STORY.replace("on 3 May 2021", "yesterday"), date="2021-05-04")
    b = report("b", AGAIN.replace("went on", "on Sunday went on"), date="2021-05-12")
    assert not [f for f in compared(a, b).findings if f.kind == "conflict" and f.aspect == "date"]
