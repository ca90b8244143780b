"""Quality floors: what the engine reaches on our own gold, pinned with the gold's hash; raised, never lowered.

``python tools/floors.py`` shows what is reached beside the floors; ``--raise`` writes it where it is higher.
A floor is lowered only by editing the file by hand, in the open; when the gold itself changes its floors begin anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from isnad.evaluate import GoldDocument, Mark, as_json, predicted_marks, read_truth, score
from isnad.evaluate.gold import plain_text
from isnad.extract.examples import parse_example

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "tests" / "quality" / "floors.json"
MEASURES = ("cue_overlap", "source_overlap", "content_exact", "content_overlap", "relation_overlap")
Floors = dict[str, dict[str, dict[str, float]]]


def golds() -> list[Path]:
    """The gold files of the project: the truth of the example cases, and articles with their marks in the text."""
    return [*sorted((ROOT / "examples").glob("*/truth.json")), *sorted((ROOT / "tests" / "quality" / "gold").glob("*"))]


def read_marked(path: Path) -> list[GoldDocument]:
    """Articles whose marks stand in the text (`isnad.extract.examples`), one JSON object a line.

    ``who`` and ``kinds`` are by statement number; ``sources`` names the statement whose source a statement shares.
    """
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        content, marked = parse_example(row["marked"])
        numbered = {str(one.number): one for one in marked}
        marks = tuple(
            Mark(
                cue=one.cue,
                source=one.source or (numbered[row["sources"][n]].source if n in row.get("sources", {}) else None),
                content=one.content,
                kind=row["kinds"][n],
                who=row["who"][n],
            )
            for n, one in numbered.items()
        )
        out.append(GoldDocument(row["document"], plain_text(row["document"], content), marks))
    return out


def pinned_name(gold: Path) -> str:
    """The gold's name with the hash of its content, which floors are pinned with."""
    name = gold.parent.name if gold.name == "truth.json" else gold.name
    return f"{name}@{hashlib.sha256(gold.read_bytes()).hexdigest()[:16]}"


def reached(gold: Path) -> dict[str, dict[str, float]]:
    """F1 of every measure by language on one gold file."""
    documents = read_truth(gold) if gold.name == "truth.json" else read_marked(gold)
    out: dict[str, dict[str, float]] = {}
    for language in sorted({document.text.language for document in documents}):
        part = [document for document in documents if document.text.language == language]
        row = as_json(score(part, predicted_marks(part)))
        out[language] = {measure: row[measure] for measure in MEASURES}
    return out


def read_floors() -> Floors:
    """The pinned floors: ``name@hash`` → language → measure → least F1."""
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return floors


def raised(floors: Floors) -> Floors:
    """The floors with everything that is reached where it is higher."""
    out: Floors = {}
    for gold in golds():
        name = pinned_name(gold)
        old = floors.get(name, {})
        out[name] = {
            language: {m: max(value, old.get(language, {}).get(m, 0.0)) for m, value in row.items()}
            for language, row in reached(gold).items()
        }
    return out


def main() -> None:
    """Show or raise the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="write", action="store_true", help="write what is reached where it is higher")
    arguments = parser.parse_args()
    floors = read_floors()
    for gold in golds():
        pinned = floors.get(pinned_name(gold), {})
        for language, row in reached(gold).items():
            shown = (f"{m} {value:.3f} (floor {pinned.get(language, {}).get(m, 0.0):.3f})" for m, value in row.items())
            print(pinned_name(gold), language, " · ".join(shown))
    if arguments.write:
        FLOORS.write_text(json.dumps(raised(floors), indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
