"""The truth of an example case as gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from isnad.errors import DataError, UsageError
from isnad.evaluate import predicted_marks, read_truth, score
from isnad.evaluate.predict import as_mark
from isnad.extract import extract

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/truth.json"))
PASSAGE = "قالت لينا حداد إن سفينتين غادرتا."
PAGE = f"""<html><head><title>خبر</title></head><body><article><h1>المرفأ بعد العاصفة</h1>
<p>عاد الهدوء إلى مرفأ الصخر بعد ليلة طويلة من الريح والمطر، وخرج الصيادون إلى البحر مع الفجر.</p>
<p>&laquo;{PASSAGE}&raquo; ثم عادت إلى مكتبها في الطابق الثاني من مبنى الإدارة القديم عند مدخل المرفأ.</p>
</article></body></html>"""


def write_case(folder: Path, statement: dict[str, Any] | None = None) -> Path:
    (folder / "a.html").write_text(PAGE, encoding="utf-8")
    known: dict[str, Any] = {
        "document": "a.html",
        "passage": PASSAGE,
        "cue": [0, 4],
        "source": [5, 14],
        "content": [[18, 32]],
        "kind": "indirect",
        "parent": None,
        "who": "لينا حداد",
    }
    known.update(statement or {})
    truth = {"case": "x", "reports": [{"document": "a.html", "language": "ar"}], "statements": [known]}
    path = folder / "truth.json"
    path.write_text(json.dumps(truth), encoding="utf-8")
    return path


def test_marks_are_moved_to_where_the_passage_stands(tmp_path: Path) -> None:
    (document,) = read_truth(write_case(tmp_path))
    (mark,) = document.marks
    assert mark.cue is not None
    assert mark.source is not None
    assert document.text.clean[slice(*mark.cue)] == "قالت"
    assert document.text.clean[slice(*mark.source)] == "لينا حداد"
    assert document.text.clean[slice(*mark.content[0])] == "سفينتين غادرتا"


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"passage": "ليس هنا"}, "is not in the text of a.html"),
        ({"document": "b.html"}, "is not beside it"),
        ({"cue": "قالت"}, "no truth of a case"),
        ({"cue": [0, 999]}, "outside"),
    ],
)
def test_a_truth_that_does_not_fit_is_an_error(tmp_path: Path, change: dict[str, Any], what: str) -> None:
    with pytest.raises(DataError, match=what):
        read_truth(write_case(tmp_path, change))


def test_no_truth(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_truth(tmp_path / "truth.json")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_engine_that_says_the_truth_scores_one(path: Path) -> None:
    gold = read_truth(path)
    assert sum(len(document.marks) for document in gold) > 0
    scores = score(gold, {document.name: list(document.marks) for document in gold})
    for part in scores.parts.values():
        assert part.f1("exact") == part.f1("overlap") == 1.0
    assert scores.missed == scores.spurious == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_predictions_are_the_statements_of_the_engine(path: Path) -> None:
    document = read_truth(path)[0]
    statements = extract(document.text)
    assert predicted_marks([document]) == {document.name: [as_mark(one) for one in statements]}
    for one, mark in zip(statements, predicted_marks([document])[document.name], strict=True):
        assert mark.cue == (one.cue.start, one.cue.end)
        assert mark.who == one.speaker.name
