"""How good the statements are, measured against marks made by hand."""

from isnad.evaluate.base import GoldDocument, Mark
from isnad.evaluate.gold import read_gold
from isnad.evaluate.predict import predicted_marks
from isnad.evaluate.scores import Missed, Part, Scores, score
from isnad.evaluate.table import as_json, as_table
from isnad.evaluate.truth import read_truth

__all__ = [
    "GoldDocument",
    "Mark",
    "Missed",
    "Part",
    "Scores",
    "as_json",
    "as_table",
    "predicted_marks",
    "read_gold",
    "read_truth",
    "score",
]
