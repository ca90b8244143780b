"""The built-in steps: the one place where rooms are put in a row."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from isnad.chain import chain
from isnad.claim import claims, resolve
from isnad.claim.entities import find_mentions, load_authority
from isnad.claim.values import read_values
from isnad.compare import all_copies, compare
from isnad.errors import DataError, StepError
from isnad.extract import ENGINES, extract
from isnad.extract.marks import MarksEngine
from isnad.model import Chain, Claim, Comparison, Copy, Credit, Mention, Resolution, Statement, Text, Value
from isnad.pipeline.base import DOCUMENT, CaseGiven, CaseStep, Given, Options, Resources, Step, Steps
from isnad.pipeline.keys import code_version
from isnad.read import read_paths
from isnad.text import make_text

Chained = tuple[tuple[Credit, ...], tuple[Chain, ...]]


def _engine(options: Options, resources: Resources) -> tuple[str, ...]:
    return (f"engine={options.engine}", f"marks={resources.marks_hash}")


def _outlets(_options: Options, resources: Resources) -> tuple[str, ...]:
    return (f"outlets={resources.outlets_hash}",)


def _authority(_options: Options, resources: Resources) -> tuple[str, ...]:
    return (f"outlets={resources.outlets_hash}", f"authority={resources.authority_hash}")


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
    found = given.found
    return claims(found["text"], found["extract"], found["mentions"], found["values"])


def _mentions(given: Given) -> tuple[Mention, ...]:
    return find_mentions(given.found["text"], given.found["extract"], given.outlets())


def _values(given: Given) -> tuple[Value, ...]:
    return read_values(given.found["text"], given.document.date)


def _resolve(given: CaseGiven) -> Resolution:
    known = [row for path in given.options.authority for row in load_authority(path)]
    return resolve(given.analyses, given.outlets, known)


def _compare(given: CaseGiven) -> Comparison:
    return compare(given.analyses, given.outlets, given.resolution)


def _copies(given: CaseGiven) -> tuple[Copy, ...]:
    return all_copies(given.analyses, given.outlets)


_CLAIM = code_version(("claim",))

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
        Step("mentions", _CLAIM, ("text", "extract"), tuple[Mention, ...], _mentions, _outlets),
        Step("values", _CLAIM, (DOCUMENT, "text"), tuple[Value, ...], _values),
        Step("claim", _CLAIM, ("text", "extract", "mentions", "values"), tuple[Claim, ...], _claim),
    ),
    resolve=CaseStep("resolve", _CLAIM, ("chain", "claim"), Resolution, _resolve, _authority),
    compare=CaseStep(
        "compare", code_version(("compare", "pipeline")), ("chain", "claim", "resolve"), Comparison, _compare, _outlets
    ),
)

COPIES = CaseStep("copies", code_version(("compare",)), ("chain",), tuple[Copy, ...], _copies, _outlets)

VALUES = Steps(
    read=read_paths,
    document=(
        STEPS.document[0],
        STEPS.document[-2],
    ),
)
"""What `isnad values` runs: values need no statements."""
