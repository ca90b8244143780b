"""Places in words, across languages."""

import pytest

from isnad.evaluate.places import same_place


@pytest.mark.parametrize(
    ("wanted", "told", "same"),
    [
        ("in the office of the minister", "في مكتب الوزير", True),
        ("in the office of the minister", "در دفتر وزیر", True),
        ("in the office of the minister", "in the minister's office", True),
        ("on the stone bridge", "على الجسر الحجري", True),
        ("on the stone bridge", "في المدرسة", False),
        ("on the stone bridge", "on the railway platform", False),
        ("in Warehouse Four", "", False),
    ],
)
def test_a_place_is_compared_by_meaning(wanted: str, told: str, same: bool) -> None:
    assert same_place(wanted, told) is same
