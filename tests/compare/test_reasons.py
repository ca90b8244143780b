"""Copies of copies are counted with the report at their head."""

from isnad.compare.reasons import _head


def test_the_head_of_a_chain_of_copies() -> None:
    from_whom = {"3": {"2"}, "2": {"1"}, "4": {"1", "2"}}
    copied = {"1": 2, "2": 2}
    assert [_head(name, from_whom, copied) for name in ("3", "2", "4", "1")] == ["1", "1", "1", "1"]


def test_two_that_copy_each_other_end() -> None:
    assert _head("1", {"1": {"2"}, "2": {"1"}}, {"1": 1, "2": 1}) == "2"
