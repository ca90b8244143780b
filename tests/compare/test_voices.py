"""What two reports have from two people is no copy of one another, however alike the reports are."""

from __future__ import annotations

from compare.reports import compared, report

ARABIC = (
    "أعلنت وزارة النقل في دولة مرجان أن الجسر الجديد سيفتح يوم 4 أيار/مايو 2020 بعد 18 شهراً من العمل. "
    "وقال الوزير كمال برهاني إن المشروع كلف 240 مليون دولار وشارك فيه 1300 عامل من ثلاث شركات. "
    "وأضاف أن الحكومة ستدفع 500 دولار لكل صياد خسر قاربه بسبب البناء."
)
ENGLISH = (
    "The transport ministry of Morjan announced that the new bridge will open on May 4, 2020, after 18 months of work. "
    "{who} said the project cost ${cost} million and that 1,300 workers of three companies took part. "
    "He added that the government will pay 500 dollars to every fisherman who lost his boat because of the works."
)


def roots(who: str, cost: str) -> set[int]:
    """The numbers of independent roots of what is found about the cost."""
    a = report("a", ARABIC, outlet="النهر", date="2020-04-01")
    b = report("b", ENGLISH.format(who=who, cost=cost), outlet="Rasif", date="2020-04-02")
    return {f.independent_roots for f in compared(a, b).findings if any(cost in r.value for r in f.readings)}


def test_a_change_under_one_name_is_of_one_root() -> None:
    assert roots("Minister Kamal Burhani", "420") <= {0, 1}
    assert roots("Minister Kamal Burhani", "420")


def test_another_mans_number_is_his_own() -> None:
    assert not roots("Colonel Samer Haddad", "420") & {0, 1} or 2 in roots("Colonel Samer Haddad", "420")
