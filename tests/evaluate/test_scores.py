"""The measures: against the shared script where it is present, against stored numbers always."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from isnad.errors import DataError, UsageError
from isnad.evaluate import GoldDocument, Mark, as_json, as_table, read_gold, score
from isnad.evaluate.cells import cells, trimmed
from isnad.evaluate.gold import plain_text
from isnad.evaluate.names import same_name
from isnad.evaluate.pairing import paired

SCRIPT = Path(__file__).parents[2].parent / "shared" / "evaluate" / "score_statements.py"
TEXT = """قال الوزير أن السفينة غادرت المرفأ، وأضاف: «لم نرَ ضوءاً». بأنه بأنها أنّ إن گفت که کشتی رفت؛
The pilot said that “the lamp” was out — (again) … that that بأن أن بأنه مصادر قـ.ـال"""
WORDS = TEXT.split()


def as_range(place: tuple[int, int] | None) -> dict[str, int] | None:
    return None if place is None else {"start": place[0], "end": place[1]}


def random_mark(dice: random.Random, length: int) -> Mark:
    def place() -> tuple[int, int]:
        start = dice.randrange(length - 1)
        return start, min(length, start + dice.randint(1, 60))

    names = (None, "", "unnamed", "الوزير أحمد", "وزير", "Pilot Rana", "پایلوت رعنا")
    content = tuple(sorted(place() for _ in range(dice.randint(1, 2))))
    source = place() if dice.random() < 0.6 else None
    return Mark(place(), source, content, dice.choice(("direct", "indirect", None)), dice.choice(names))


def nudged(mark: Mark, dice: random.Random, length: int) -> Mark:
    def moved(place: tuple[int, int]) -> tuple[int, int]:
        start = max(0, place[0] + dice.randint(-4, 4))
        return start, min(length, max(start + 1, place[1] + dice.randint(-4, 4)))

    cue = None if mark.cue is None or dice.random() < 0.05 else moved(mark.cue)
    source = None if mark.source is None or dice.random() < 0.2 else moved(mark.source)
    return Mark(cue, source, tuple(moved(piece) for piece in mark.content), mark.kind, mark.who)


def random_case(seed: int) -> tuple[list[GoldDocument], dict[str, list[Mark]]]:
    dice = random.Random(seed)
    gold, predicted = [], {}
    for number in range(6):
        content = " ".join(dice.choice(WORDS) for _ in range(80))
        text = plain_text(f"d{number}.txt", content)
        marks = [random_mark(dice, len(content)) for _ in range(8)]
        found = [nudged(mark, dice, len(content)) for mark in marks if dice.random() < 0.8]
        found += [random_mark(dice, len(content)) for _ in range(2)]
        gold.append(GoldDocument(f"d{number}.txt", text, tuple(marks)))
        predicted[f"d{number}.txt"] = dice.sample(found, len(found))
    return gold, predicted


def written(gold: list[GoldDocument], predicted: dict[str, list[Mark]], folder: Path) -> tuple[Path, Path]:
    """Both as the files that the shared script reads."""
    rows: list[dict[str, Any]] = [
        {
            "document": document.name,
            "text": document.text.clean,
            "attributions": [
                {"cue": m.cue, "source": m.source, "content": m.content, "kind": m.kind, "who": m.who}
                for m in document.marks
            ],
        }
        for document in gold
    ]
    found = [
        {
            "document": f"folder/{name}",
            "cue": as_range(mark.cue),
            "source": as_range(mark.source),
            "content": [as_range(piece) for piece in mark.content],
            "speaker": mark.who,
            "kind": mark.kind,
        }
        for name, marks in predicted.items()
        for mark in marks
    ]
    paths = folder / "gold.jsonl", folder / "predicted.jsonl"
    for path, lines in zip(paths, (rows, found), strict=True):
        path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return paths


# Not a gap in the tests of this project: the numbers are also stored, below.
@pytest.mark.skipif(not SCRIPT.exists(), reason="the shared script is not beside this checkout")
@pytest.mark.parametrize("seed", range(12))
def test_the_numbers_agree_with_the_shared_script(seed: int, tmp_path: Path) -> None:
    gold, predicted = random_case(seed)
    paths = written(gold, predicted, tmp_path)
    scores = score(gold, predicted)

    def said(*flags: str) -> str:
        command = [sys.executable, str(SCRIPT), *map(str, paths), *flags]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert json.loads(said("--json")) == as_json(scores)
    table = said("--by-kind").splitlines()
    assert table == as_table(scores, by_kind=True)
    assert scores.parts["relation"].overlap > 0
    assert [document.name for document in read_gold(paths[0])] == [document.name for document in gold]


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        (
            1,
            {
                "documents": 6,
                "gold": 48,
                "predicted": 51,
                "cue_exact": 0.0825,
                "cue_overlap": 0.701,
                "source_exact": 0.0,
                "source_overlap": 0.5882,
                "content_exact": 0.0,
                "content_overlap": 0.8041,
                "relation_exact": 0.0,
                "relation_overlap": 0.6263,
            },
        ),
        (
            2,
            {
                "documents": 6,
                "gold": 48,
                "predicted": 54,
                "cue_exact": 0.1031,
                "cue_overlap": 0.8041,
                "source_exact": 0.0417,
                "source_overlap": 0.6667,
                "content_exact": 0.0196,
                "content_overlap": 0.7255,
                "relation_exact": 0.0,
                "relation_overlap": 0.5686,
            },
        ),
    ],
)
def test_the_numbers_are_those_stored(seed: int, expected: dict[str, float]) -> None:
    assert as_json(score(*random_case(seed))) == expected


@pytest.mark.parametrize(
    ("content", "inner"),
    [
        ("«أن السفينة غادرت»", "السفينة غادرت"),
        ("بأنه غادر", "بأنه غادر"),
        ("أن بأنه غادر", "غادر"),
        (" که «کشتی رفت» ", "کشتی رفت"),
        ("that that it went.", "it went"),
        ("thatch", "thatch"),
        ("أن", "أن"),
        (": ", ""),
    ],
)
def test_trimming(content: str, inner: str) -> None:
    start, end = trimmed(content, 0, len(content))
    assert content[start:end] == inner


def test_a_cue_of_punctuation_counts_as_it_stands() -> None:
    assert cells("a: b", [(1, 2)]) == {1}
    assert cells("a b", [(0, 3)]) == {0, 2}


def test_names_share_a_word() -> None:
    assert same_name("الوزير أحمد", "وزير")
    assert same_name("کریمی", "كريمي")
    assert not same_name("Rana", "Lina")
    assert not same_name(None, None)


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    likeness = {(0, 0): 0.6, (0, 1): 0.9, (1, 1): 0.95, (1, 0): 0.4}
    assert paired([0, 1], [0, 1], lambda i, j: likeness[i, j]) == [(1, 1), (0, 0)]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "no gold document"),
        ('{"document": "a", "text": "x", "attributions": [{"cue": [0, 9], "source": null, "content": []}]}', "outside"),
        ('{"document": "a", "attributions": []}', "text"),
    ],
)
def test_a_malformed_gold_file_is_named_with_its_line(tmp_path: Path, line: str, what: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match=rf"gold\.jsonl:2: .*{what}"):
        read_gold(path)


def test_no_gold_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")
