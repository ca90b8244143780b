"""Who goes on speaking, where only the names of the case tell: not the outlet, and whose statement is quoted."""

from __future__ import annotations

import pytest
from compare.reports import report
from factory import outlet, table

from isnad.claim import resolve

TABLE = table(outlet("rivergate", fa="ریور گیت", en="Rivergate"))


def speakers(content: str) -> list[str | None]:
    """Who speaks in each statement of a report, in text order, as the case names them; None for nobody known."""
    one = report("a", content, TABLE, outlet="outlet a")
    resolution = resolve([one], TABLE)
    names = {entity.id: entity.name for entity in resolution.entities}
    ordered = sorted(one.statements, key=lambda statement: statement.cue.start)
    return [names.get(resolution.speakers.get(statement.id, "")) for statement in ordered]


@pytest.mark.parametrize(
    ("content", "who"),
    [
        (
            "قال نائب العمدة نادر الشامي، في بيان مكتوب، إنه لم يزر الطاحونة. وجاء في البيان: «لم ألتقِ أحداً هناك».",
            "نادر الشامي",
        ),
        (
            "نادر شامی در بیانیه‌ای گفت به آسیاب نرفته است. در این بیانیه آمده است: «هیچ‌کس را ندیدم.»",
            "نادر شامی",
        ),
        (
            "Nadir al-Shami said in a written statement that he was never at the mill. "
            '"I met nobody there," the statement said.',
            "Nadir al-Shami",
        ),
    ],
)
def test_a_statement_is_the_word_of_who_made_it(content: str, who: str) -> None:
    found = speakers(content)
    assert found[-1] == who
    assert set(found) == {who}


def test_a_report_or_anothers_statement_is_a_source_of_its_own() -> None:
    assert speakers("قال العمدة نادر الشامي إن الجسر قديم. وجاء في البيان: «لم ألتقِ أحداً».")[-1] is None
    assert speakers("قال العمدة نادر الشامي في تقرير إن الجسر قديم. وجاء في التقرير: «لم ألتقِ أحداً».")[-1] is None


def test_a_pronoun_is_the_person_quoted_by_an_outlet_and_not_the_outlet() -> None:
    found = speakers("به نوشتهٔ ریور گیت، نادر شامی گفت پل کهنه است. به گفتهٔ او رود بالا آمده بود. او گفت راه بسته است.")
    assert found[-2:] == ["نادر شامی", "نادر شامی"]
