"""``isnad evaluate``: how good the statements are, and what comparing finds of a case."""

from __future__ import annotations

import json
from pathlib import Path

import click

from isnad.cli.exits import DONE
from isnad.cli.options import debug_option, json_option
from isnad.cli.output import data


@click.command()
@click.argument("gold_file", type=click.Path(path_type=Path), metavar="GOLD.jsonl")
@click.option("--engine", default="rules", show_default=True, metavar="NAME", help="What finds the statements.")
@json_option
@click.option("--by-kind", is_flag=True, help="Add the recall of each kind of statement.")
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help="Show N missed and N spurious ones.")
@click.option("--details", is_flag=True, help="Score what a truth.json says of each detail, not the statements.")
@debug_option
def evaluate(gold_file: Path, engine: str, as_json: bool, by_kind: bool, errors: int, details: bool) -> int:
    """Score what is found against marks made by hand.

    GOLD.jsonl holds a document a line: {"document", "text", "attributions": [{"cue", "source", "content", "kind",
    "who"}]}, places as [start, end] in code points.  The truth.json of an example case works too; the reports are
    then read beside it.  With --details its "details" are set against the findings: whether each is found, with the
    right kind, with how many independent roots, and how many of its readings are right.
    """
    if details:
        return _details(gold_file, as_json=as_json)
    from isnad.evaluate import as_json as scores_as_json
    from isnad.evaluate import as_table, predicted_marks, read_gold, read_truth, score

    gold = read_truth(gold_file) if gold_file.suffix == ".json" else read_gold(gold_file)
    scores = score(gold, predicted_marks(gold, engine))
    if as_json:
        data(json.dumps(scores_as_json(scores, by_kind=by_kind), ensure_ascii=False))
    else:
        for line in as_table(scores, by_kind=by_kind, errors=errors):
            data(line)
    return DONE


def _details(truth: Path, *, as_json: bool) -> int:
    from isnad.evaluate.details import details_json, details_table, score_case

    scores = score_case(truth)
    data(json.dumps(details_json(scores), ensure_ascii=False) if as_json else details_table(scores))
    return DONE
