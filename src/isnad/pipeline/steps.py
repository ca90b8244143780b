"""The built-in steps: the one place where rooms are put in a row."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from isnad.chain import chain
from isnad.claim import claims
from isnad.claim.values import read_values
from isnad.compare import compare
from isnad.compare.copies import find_copies
from isnad.errors import DataError, StepError
from isnad.extract import ENGINES, extract
from isnad.extract.marks import MarksEngine
from isnad.model import Chain, Claim, Comparison, Copy, Credit, Statement, Text, Value
from isnad.pipeline.base import DOCUMENT, CaseStep, Given, Options, Resources, Step, Steps
from isnad.pipeline.keys import code_version
from isnad.read import read_paths
from isnad.text import make_text

Chained = tuple[tuple[Credit, ...], tuple[Chain, ...]]


def _engine(options: Options, resources: Resources) -> tuple[str, ...]:
    return (f"engine={options.engine}", f"marks={resources.marks_hash}")


def _outlets(_options: Options, resources: Resources) -> tuple[str, ...]:
    return (f"outlets={resources.outlets_hash}",)


def _text(given: Given) -> Text:
    return make_text(given.document, given.data)


def _extract(given: Given) -> tuple[Statement, ...]:
    if not given.options.marks:
        return extract(given.found["text"], given.options.engine)
    engine = _marks(given.options.marks, given.options.engine, given.resources.marks_hash)
    try:
        return engine(given.found["text"])
    except DataError as error:  # marks that do not fit fail their document; the others go on
        raise StepError(str(error)) from error


@lru_cache(maxsize=1)
def _marks(paths: tuple[Path, ...], engine: str, _content_hash: str) -> MarksEngine:
    """The marks files, read once a process; documents without marks are read by the engine."""
    return MarksEngine(paths, ENGINES.get(engine))


def _chain(given: Given) -> Chained:
    return chain(given.document, given.found["text"], given.found["extract"], given.outlets())


def _claim(given: Given) -> tuple[Claim, ...]:
    return claims(given.found["text"], given.found["extract"])


def _values(given: Given) -> tuple[Value, ...]:
    return read_values(given.found["text"], given.document.date)


STEPS = Steps(
    read=read_paths,
    document=(
        Step(
            "text",
            code_version(("read",), ("lxml", "lxml_html_clean", "trafilatura", "lingua-language-detector")),
            (DOCUMENT,),
            Text,
            _text,
        ),
        Step("extract", code_version(("extract",)), ("text",), tuple[Statement, ...], _extract, _engine),
        Step("chain", code_version(("chain",)), (DOCUMENT, "text", "extract"), Chained, _chain, _outlets),
        Step("claim", code_version(("claim",)), ("text", "extract"), tuple[Claim, ...], _claim),
    ),
    case=(CaseStep("compare", code_version(("compare",)), ("chain", "claim"), Comparison, compare, _outlets),),
)

COPIES = CaseStep("copies", code_version(("compare",)), ("chain",), tuple[Copy, ...], find_copies, _outlets)

VALUES = Steps(
    read=read_paths,
    document=(
        STEPS.document[0],
        Step("values", code_version(("claim",)), (DOCUMENT, "text"), tuple[Value, ...], _values),
    ),
)
"""What `isnad values` runs: values need no statements."""
