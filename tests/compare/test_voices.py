"""What two reports have from two people is no copy of one another, however alike the reports are."""

from __future__ import annotations

from compare.reports import compared, report
from compare.test_altered_translated import ARABIC, ENGLISH, TRUE

ENGLISH_OF = ENGLISH.replace("Minister Kamal Burhani", "{who}")


def roots(who: str, cost: str) -> set[int]:
    """The numbers of independent roots of what is found about the cost."""
    a = report("a", ARABIC, outlet="النهر", date="2020-04-01")
    b = report("b", ENGLISH_OF.format(**{**TRUE, "who": who, "cost": cost}), outlet="Rasif", date="2020-04-02")
    return {f.independent_roots for f in compared(a, b).findings if any(cost in r.value for r in f.readings)}


def test_a_change_under_one_name_is_of_one_root() -> None:
    assert roots("Minister Kamal Burhani", "420") <= {0, 1}
    assert roots("Minister Kamal Burhani", "420")


def test_another_mans_number_is_his_own() -> None:
    assert not roots("Colonel Samer Haddad", "420") & {0, 1}
