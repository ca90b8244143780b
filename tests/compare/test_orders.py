"""Which cues are orders, and no wishes."""

import pytest

from isnad.compare.orders import is_order


@pytest.mark.parametrize(
    ("cue", "language", "order"),
    [
        ("ordered", "en", True),
        ("urged", "en", False),
        ("وأمر", "ar", True),
        ("طلب", "ar", False),
        ("دستور داد", "fa", True),
    ],
)
def test_orders(cue: str, language: str, order: bool) -> None:
    assert is_order(cue, language) is order
