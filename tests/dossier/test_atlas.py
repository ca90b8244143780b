"""A map whose places keep their directions and whose labels touch nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from isnad.dossier.atlas import Site, atlas

sites = st.lists(st.tuples(st.floats(-80, 80), st.floats(-179, 179), st.integers(1, 90)), min_size=1, max_size=40).map(
    lambda rows: [Site(str(number), *row, (70.0, 17.0)) for number, row in enumerate(rows)]
)


def test_north_is_up_and_east_is_right() -> None:
    made = atlas([Site("a", 30, 40, 1, (50, 17)), Site("b", 36, 44, 9, (50, 17))], 900)
    dots = {dot.key: dot for dot in made.dots}
    assert dots["b"].x > dots["a"].x and dots["b"].y < dots["a"].y
    assert dots["b"].radius == 3 * dots["a"].radius
    assert all(dot.label for dot in made.dots)
    assert made.bar[1] in {1, 2, 5, 10, 20, 50, 100, 200, 500}


def test_one_place_is_a_map_too() -> None:
    made = atlas([Site("a", 33.3, 44.4, 3, (60, 17))], 900)
    assert 0 < made.dots[0].x < 900 and 0 < made.dots[0].y < made.height
    assert made.meridians and made.parallels


@given(sites)
def test_places_stay_inside_and_labels_apart(some: list[Site]) -> None:
    made = atlas(some, 900)
    assert all(0 <= dot.x <= 900 and 0 <= dot.y <= made.height for dot in made.dots)
    labels = [dot.label for dot in made.dots if dot.label]
    boxes = [(x, y + 17 * 0.28 - 17, x + 70, y + 17 * 0.28) for x, y in labels]
    for number, a in enumerate(boxes):
        for b in boxes[:number]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 1e-6 or b[3] <= a[1] + 1e-6
