"""The outlet table: whose row an id stands for."""

from factory import outlet, table


def test_of_two_rows_with_one_id_the_first_is_meant() -> None:
    own = outlet("sahel", ar="وكالة ساحل", kind="agency", owner="Coast Holding")
    rows = table(own, outlet("sahel", ar="وكالة ساحل", kind="newspaper"))
    assert rows.by_id("sahel") == own == rows.find("وكالة ساحل")
    assert rows.by_id("nahr") is None and rows.by_id(None) is None


def test_a_country_behind_the_name_of_an_agency() -> None:
    rows = table(
        outlet("sahm", ar="وكالة سهم", kind="agency", aliases="سهم للأنباء"),
        outlet("nahr", ar="النهر"),
        outlet("mada", ar="قناة المدى", ambiguous="المدى الحر"),
    )
    sahm = rows.by_id("sahm")
    assert sahm == rows.find("وكالة سهم للأنباء الكونية") == rows.find("سهم للأنباء الكونية")
    assert rows.find("النهر الكونية") is None and rows.find("المدى الحر الكوني") is None
