"""Small stand-ins for the rooms: one file a document, one ``X said: Y.`` a line.  At the top of a module, so that
worker processes find them by name."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from isnad.errors import DocumentError
from isnad.model import (
    Chain,
    Claim,
    Comparison,
    Credit,
    Document,
    DocumentSpan,
    Failure,
    Finding,
    Link,
    OffsetPiece,
    Reading,
    Segment,
    Speaker,
    Statement,
    Text,
)
from isnad.model.ids import document_id, statement_id
from isnad.pipeline.base import DOCUMENT, CaseGiven, CaseStep, Counts, Given, Options, Resources, Step, Steps


class FakeRaw(NamedTuple):
    document: Document
    data: bytes


def read(paths: Sequence[Path]) -> Iterator[FakeRaw | Failure]:
    for path in sorted(p for folder in paths for p in (sorted(folder.glob("*.txt")) if folder.is_dir() else [folder])):
        data = path.read_bytes()
        if not data:
            yield Failure(path.name, "read", "the file is empty")
            continue
        digest = hashlib.sha256(data).hexdigest()
        yield FakeRaw(Document(document_id(path.name, data), path.name, digest, "text/plain", len(data)), data)


def text(given: Given) -> Text:
    clean = given.data.decode()
    if "SLOW" in clean:
        time.sleep(0.05)
    if "DIE ALWAYS" in clean or ("DIE ONCE" in clean and not _was_here(given.document.name)):
        os.kill(os.getpid(), signal.SIGKILL)
    if "LEAVE" in clean:
        os._exit(7)
    if "REFUSE" in clean:
        raise DocumentError(f"{given.document.name}: this text is refused")
    lines = [(clean.index(line), clean.index(line) + len(line)) for line in clean.splitlines() if line]
    return Text(
        document=given.document.name,
        original=clean,
        clean=clean,
        encoding="utf-8",
        language="en",
        pieces=(OffsetPiece(0, len(clean), 0, len(clean), True),),
        segments=tuple(Segment(start, end, "body", "en") for start, end in lines),
        sentences=tuple(lines),
    )


def _was_here(name: str) -> bool:
    marker = Path(os.environ["ISNAD_TEST_MARKERS"]) / name
    seen = marker.exists()
    marker.touch()
    return seen


def extract(given: Given) -> tuple[Statement, ...]:
    source: Text = given.found["text"]
    if "BREAK" in source.clean:
        raise ZeroDivisionError("the cue of\nnothing")
    return tuple(_statements(source))


def _statements(source: Text) -> Iterator[Statement]:
    for start, end in source.sentences:
        who, cue, _ = source.clean[start:end].partition(" said: ")
        if cue:
            said = source.span(start + len(who) + 1, start + len(who) + 5)
            speaker = source.span(start, start + len(who))
            content = (source.span(start + len(who) + len(cue), end),)
            yield Statement(
                id=statement_id(source.document, said, content, speaker),
                document=source.document,
                kind="direct",
                cue=said,
                source=speaker,
                content=content,
                speaker=Speaker(who, "person", speaker),
                parent=None,
                confidence=1.0,
                reasons=("fake",),
            )


def chain(given: Given) -> tuple[tuple[Credit, ...], tuple[Chain, ...]]:
    return (), tuple(
        Chain(one.id, one.document, (Link(one.speaker.name, "speech", one.source),), f"person:{i}", "x", False)
        for i, one in enumerate(given.found["extract"])
    )


def claim(given: Given) -> tuple[Claim, ...]:
    return tuple(
        Claim(one.id.replace("st:", "cl:"), one.document, one.id, one.content, "positive", "actual")
        for one in given.found["extract"]
    )


def compare(given: CaseGiven) -> Comparison:
    analyses = given.analyses
    if any("SPOIL" in analysis.text.clean for analysis in analyses):
        raise KeyError("spoiled")
    spans = tuple(
        DocumentSpan(a.document.name, s.cue.start, s.cue.end, s.cue.text) for a in analyses for s in a.statements
    )
    reading = Reading("said", tuple(a.document.name for a in analyses), (), spans)
    finding = Finding("f:1", "agreement", "e", "d", (reading,), len(analyses), 1, None, "fake")
    return Comparison((), (), (finding,))


def engine(options: Options, _resources: Resources) -> tuple[str, ...]:
    return (options.engine,)


CHAINED: Any = tuple[tuple[Credit, ...], tuple[Chain, ...]]
STEPS = Steps(
    read,
    (
        Step("text", "1", (DOCUMENT,), Text, text),
        Step("extract", "1", ("text",), tuple[Statement, ...], extract, engine),
        Step("chain", "1", (DOCUMENT, "text", "extract"), CHAINED, chain),
        Step("claim", "1", ("text", "extract"), tuple[Claim, ...], claim),
    ),
    compare=CaseStep("compare", "1", ("chain", "claim"), Comparison, compare),
)


class Told:
    """Progress that remembers."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, int | None]] = []
        self.advanced = 0
        self.failures: list[tuple[Failure, str | None]] = []
        self.counts = Counts()

    def begin(self, stage: str, total: int | None) -> None:
        self.stages.append((stage, total))

    def advance(self) -> None:
        self.advanced += 1

    def failed(self, failure: Failure, trace: str | None) -> None:
        self.failures.append((failure, trace))

    def end(self, counts: Counts) -> None:
        self.counts = counts


def write_reports(folder: Path, number: int, extra: str = "") -> None:
    """Fictional reports ``r00.txt`` and so on."""
    folder.mkdir(exist_ok=True)
    for i in range(number):
        lines = [f"Harbour master {n} said: ship {i} of {n} left." for n in range(i % 4 + 1)]
        (folder / f"r{i:02}.txt").write_text("\n".join(lines) + extra, encoding="utf-8")
