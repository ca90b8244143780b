"""Every sentence with which the source of a step can remark something, found in its syntax tree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import isnad

SOURCE = Path(isnad.__file__).parent
ROOMS = ("read", "text", "extract", "claim/entities", "claim/values", "compare", "pipeline")
# Modules whose sentences are no remark of a dossier: names of evidence, details in English, messages of a check, of a
# marks file that somebody wrote or of `isnad verify`.  The remarks on values are in the JSON only.
OTHERS = (
    "claim/entities/authority.py",
    "claim/entities/bodies.py",
    "claim/entities/english.py",
    "claim/entities/parts.py",
    "claim/entities/persons.py",
    "claim/entities/readers.py",
    "claim/entities/roles.py",
    "claim/entities/short.py",
    "claim/entities/sounds.py",
    "claim/entities/words.py",
    "claim/values",
    "compare/deeds.py",
    "compare/groups.py",
    "compare/intervals.py",
    "compare/whether.py",
    "compare/words.py",
    "extract/en/tagger.py",
    "extract/examples.py",
    "extract/fa/lexicon.py",
    "extract/fa/subjects.py",
    "extract/marks",
    "pipeline/keys.py",
    "pipeline/places.py",
    "pipeline/references.py",
    "pipeline/resources.py",
    "pipeline/rows.py",
    "pipeline/verify.py",
    "read/walk.py",
    "text/data.py",
    "text/offsets.py",
    "text/html/blocks.py",
)
SLOT = "\x00"
# What matching looks for in a reason of its own, kinds of detail, names that a message begins with, ends of a run.
NO_REMARKS = frozenset(
    {
        "one name is the beginning",
        "one name is the family name",
        "different names",
        "sons of different fathers",
        "first names of a man and of a woman",
        "the father's name",
        "what was said",
        "who cites whom",
        "the whole case",
        f"{SLOT} (unpacked)",
        f"row {SLOT} of step {SLOT} is gone from the case; run again",
    }
)
# Calls that make a statement, with its reasons as a tuple.
_STATEMENTS = ("Draft", "Candidate", "Resolved")
_SENTENCE = re.compile(r"[a-z{][\w'’]*[^|\\<>=]*[a-z}’'\")]\S* [a-z{(].*", re.DOTALL)


def sentences() -> Iterator[tuple[str, str]]:
    """File and sentence; what a sentence fills in is ``SLOT``, and a document's name before it is left out."""
    for room in ROOMS:
        for path in sorted((SOURCE / room).rglob("*.py")):
            file = path.relative_to(SOURCE).as_posix()
            if not file.startswith(OTHERS):
                for text in _of_file(path):
                    if text not in NO_REMARKS and not text.startswith("the processes that work on"):
                        yield file, text


def _of_file(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    inner |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    yield from _single_words(tree)
    for node in ast.walk(tree):
        if id(node) in inner:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        elif isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else SLOT for part in node.values)
        else:
            continue
        text = re.sub(rf"^{SLOT}(?::(?:{SLOT}|1))?: ", "", text)
        if _SENTENCE.fullmatch(text.replace(SLOT, "{x}")) and re.search("[a-z]{3}", text):
            yield text


def _single_words(tree: ast.AST) -> Iterator[str]:
    """Reasons of one word: the only element of a tuple that makes a statement."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) in _STATEMENTS)
    for call in calls:
        for part in (*call.args, *(keyword.value for keyword in call.keywords)):
            if isinstance(part, ast.Tuple) and len(part.elts) == 1:
                value = getattr(part.elts[0], "value", None)
                if isinstance(value, str) and value.isalpha():
                    yield value
