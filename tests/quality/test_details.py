"""What comparing reaches must not fall: the details of the example case, distorted copies, true paraphrases."""

import json
from collections import Counter
from pathlib import Path

import pytest

from isnad.evaluate.details import details_table, score_case
from tools.distort import cases, distorted, pairs, paraphrased

ROOT = Path(__file__).parent.parent.parent
FLOORS = json.loads((Path(__file__).parent / "compare_floors.json").read_text(encoding="utf-8"))


def test_details_of_the_example_case() -> None:
    scores = score_case(ROOT / "examples" / "harbour" / "truth.json")
    floors = FLOORS["details"]
    right, given, true = (sum(getattr(one, name) for one in scores) for name in ("right", "given", "true"))
    reached = {
        "found": sum(one.finding is not None for one in scores),
        "kind": sum(one.kind_right for one in scores),
        "roots": sum(one.roots_right for one in scores),
        "precision": right / given,
        "recall": right / true,
    }
    assert all(reached[name] >= least for name, least in floors.items()), f"{reached}\n{details_table(scores)}"


def test_cases_are_the_same_every_time() -> None:
    assert cases(40) == cases(40)
    assert len({(case.altered, case.place) for case in cases()}) == FLOORS["distortions"]["cases"]


@pytest.fixture(scope="module")
def found() -> Counter[tuple[str, str]]:
    return distorted(cases())


def test_a_distorted_copy_corroborates_nothing(found: Counter[tuple[str, str]]) -> None:
    wrong = sum(count for (_, verdict), count in found.items() if verdict == "corroborated")
    assert wrong / found.total() <= FLOORS["distortions"]["corroborated"], dict(found)


def test_most_distortions_are_told(found: Counter[tuple[str, str]]) -> None:
    told = sum(count for (_, verdict), count in found.items() if verdict == "conflict")
    assert told / found.total() >= FLOORS["distortions"]["told"], dict(found)


def test_paraphrases_agree() -> None:
    told = paraphrased()
    assert told.total() == len(pairs()) == FLOORS["paraphrases"]["pairs"]
    assert 1 - told["agree"] / told.total() <= FLOORS["paraphrases"]["missed"], dict(told)
    assert told["conflict"] / told.total() <= FLOORS["paraphrases"]["conflict"], dict(told)
