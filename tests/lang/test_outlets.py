"""The outlet table: whose row an id stands for."""

from factory import outlet, table


def test_of_two_rows_with_one_id_the_first_is_meant() -> None:
    own = outlet("sahel", ar="وكالة ساحل", kind="agency", owner="Coast Holding")
    rows = table(own, outlet("sahel", ar="وكالة ساحل", kind="newspaper"))
    assert rows.by_id("sahel") == own == rows.find("وكالة ساحل")
    assert rows.by_id("nahr") is None and rows.by_id(None) is None
