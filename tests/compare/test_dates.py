"""Dates and clock times that no happening of their clause holds: told again they are a detail, alone they are none."""

from compare.reports import compared, report, told

from isnad.model import Comparison, Finding

MET = "The keeper Salim al-Badri met the mayor Nadir al-Shami in Orle.\n"
KEY = MET + "The keeper Salim al-Badri said the barracks at Orle had held the key to the signal cabin since {}."


def dates(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.aspect == "date"]


def test_a_year_and_a_month_in_it_beside_one_thing_agree() -> None:
    (found,) = dates(
        told(
            KEY.format("2015"),
            KEY.format("November 2015").replace("The keeper Salim al-Badri said", "The mayor Nadir al-Shami said"),
        )
    )
    assert (found.kind, found.accounts) == ("agreement", 2)


def test_two_years_beside_one_thing_are_two_dates() -> None:
    assert not dates(
        told(
            KEY.format("2015"),
            KEY.format("2009").replace("The keeper Salim al-Badri said", "The mayor Nadir al-Shami said"),
        )
    )


def test_an_hour_that_two_reports_of_a_story_give_is_one() -> None:
    first = "The guard Salim al-Badri told Orle Radio: 'The guests of Nadir al-Shami arrived at eight in the evening.'"
    again = "قال الحارس سليم البدري لراديو أورل: «وصل ضيوف نادر الشامي في الثامنة مساءً»."
    (found,) = dates(told(first, again))
    assert [one.value for one in found.readings] and found.detail == "time" and found.accounts == 2


def test_a_day_beside_its_hour_dates_the_same_happening() -> None:
    opened = "The spokesman Nadir al-Shami said three gates of the Orle dam were opened at {} on {}."
    found = dates(told(opened.format("1:40 a.m.", "10 April 2021"), opened.format("1:40 a.m.", "April 10, 2021")))
    assert {one.detail for one in found} == {"date of the opening", "time of the opening"}


def test_the_date_of_a_report_is_no_detail() -> None:
    text = "ORLE, May 5, 2024 (Outlet) - The keeper Salim al-Badri closed the signal cabin.\nMay 5, 2024, Orle barracks"
    both = compared(*(report(name, text, outlet=f"outlet {name}", date="2024-05-05") for name in "ab"))
    assert not dates(both)


def test_the_year_of_a_cup_tells_which_one() -> None:
    said = "The mayor Nadir al-Shami told the keeper Salim al-Badri in Orle that the championship was held in {}."
    assert not dates(told(said.format("2018"), said.format("2022").replace("told", "wrote to")))


def test_an_hour_belongs_to_the_clause_that_it_stands_in() -> None:
    said = "قال الحارس سليم البدري إنهم مكثوا في محطة أورل مع نادر الشامي، وأن الكهرباء انقطعت منذ العاشرة ليلاً."
    again = "The keeper Nadir al-Shami said the power cut at Orle came at ten at night. Salim al-Badri was there."
    (found,) = dates(told(said, again))
    assert found.concept == "disconnection"
