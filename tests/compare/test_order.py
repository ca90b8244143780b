"""Orders of several columns: those of a plain sort, also where the columns do not fit into one number."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from isnad.compare.order import first_of_groups, group_by, order_by, sizes_of

SMALL = st.integers(-3, 3)
LARGE = st.sampled_from([-(2**60), -1, 0, 5, 2**61])


@given(st.lists(st.tuples(SMALL, LARGE, SMALL, LARGE), max_size=30))
def test_the_order_of_a_plain_sort(rows: list[tuple[int, ...]]) -> None:
    columns = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    order, first = group_by(*columns)
    assert order.tolist() == sorted(range(len(rows)), key=rows.__getitem__)
    assert order_by(*columns[:2]).tolist() == sorted(range(len(rows)), key=lambda i: rows[i][:2])
    ordered = sorted(rows)
    assert first.tolist() == [i for i in range(len(rows)) if i == 0 or ordered[i] != ordered[i - 1]]
    assert sizes_of(first, len(rows)).sum() == len(rows)


def test_groups_that_stand_together() -> None:
    assert first_of_groups(np.array([1, 1, 2, 2, 1]), np.array([0, 0, 0, 1, 1])).tolist() == [0, 2, 3, 4]
    assert first_of_groups(np.empty(0, dtype=np.int64)).tolist() == []
