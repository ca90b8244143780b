"""Drafting a fictional report: a text with marks in it becomes an Analysis.

``⟦1s:…⟧`` is the source of statement 1, ``⟦1k:…⟧`` its cue, ``⟦1c:…⟧`` (part of) its content; marks nest.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from isnad.model import (
    Analysis,
    Chain,
    Credit,
    Document,
    Link,
    Notice,
    OffsetPiece,
    Segment,
    Span,
    Speaker,
    Statement,
    Text,
    span,
)
from isnad.model.document import SegmentKind
from isnad.model.statement import SpeakerType, StatementKind


@dataclass
class Said:
    """What the marks of a text cannot tell of a statement."""

    name: str | None
    type: SpeakerType = "person"
    kind: StatementKind = "indirect"
    via: tuple[Link, ...] = ()
    root: str | None = None
    parent: int | None = None
    confidence: float = 0.86
    reasons: tuple[str, ...] = ("subject before its verb", "content without a marker")


@dataclass
class Draft:
    """A report before it is built."""

    name: str
    outlet: str | None
    date: str | None
    language: str
    blocks: tuple[tuple[SegmentKind, str], ...]
    said: dict[int, Said]
    credits: tuple[str, ...] = ()
    title: str | None = None
    url: str | None = None
    author: str | None = None
    warnings: tuple[Notice, ...] = ()
    spans: dict[int, dict[str, list[Span]]] = field(default_factory=dict)

    def build(self) -> Analysis:
        """The analysis that the pipeline would give for this text."""
        clean, segments, found = parse(self.blocks, self.language)
        digest = hashlib.sha256((self.name + clean).encode("utf-8", "surrogatepass")).hexdigest()
        document = Document(
            id=f"doc:{digest[:16]}",
            name=self.name,
            sha256=digest,
            media_type="text/plain",
            size=len(clean.encode("utf-8", "surrogatepass")),
            outlet=self.outlet,
            url=self.url,
            date=self.date,
            title=self.title,
            author=self.author,
            metadata_from="reports.csv" if self.outlet else None,
        )
        text = Text(
            document=document.id,
            original=clean,
            clean=clean,
            encoding="utf-8",
            language=self.language,
            pieces=(OffsetPiece(0, len(clean), 0, len(clean), True),),
            segments=segments,
            sentences=tuple((segment.start, segment.end) for segment in segments),
            warnings=self.warnings,
        )
        statements = tuple(self._statement(document.id, number, found[number]) for number in sorted(self.said))
        chains = tuple(self._chain(document.id, number, found[number]) for number in sorted(self.said))
        return Analysis(document, text, statements, self._credits(document.id, clean), chains, ())

    def _statement(self, document: str, number: int, spans: dict[str, list[Span]]) -> Statement:
        said = self.said[number]
        source = spans["s"][0] if "s" in spans else None
        return Statement(
            id=f"st:{document[4:]}:{number}",
            document=document,
            kind=said.kind,
            cue=spans["k"][0],
            source=source,
            content=tuple(spans.get("c", ())),
            speaker=Speaker(said.name, said.type, source),
            parent=f"st:{document[4:]}:{said.parent}" if said.parent else None,
            confidence=said.confidence,
            reasons=said.reasons,
            language=self.language,
        )

    def _chain(self, document: str, number: int, spans: dict[str, list[Span]]) -> Chain:
        said = self.said[number]
        outlet = Link(self.outlet, "outlet", None)
        source = spans["s"][0] if "s" in spans else spans["k"][0]
        if said.name is None:
            last = Link(None, "unnamed", source, owner=self.outlet)
            root, label = f"unnamed:{self.outlet}", f"unnamed source of {self.outlet}"
        else:
            last = Link(said.name, "document" if said.type == "document" else "speech", source)
            root, label = f"{said.type}:{said.name}", said.name
        return Chain(
            f"st:{document[4:]}:{number}",
            document,
            (outlet, *said.via, last),
            said.root or root,
            label,
            said.name is None,
        )

    def _credits(self, document: str, clean: str) -> tuple[Credit, ...]:
        starts = [(credit, clean.index(credit)) for credit in self.credits]
        return tuple(
            Credit(document, credit, None, "phrase", span(clean, start, start + len(credit)))
            for credit, start in starts
        )


def parse(
    blocks: tuple[tuple[SegmentKind, str], ...], language: str
) -> tuple[str, tuple[Segment, ...], dict[int, dict[str, list[Span]]]]:
    """Clean text, segments and the spans by statement number and letter."""
    clean = ""
    segments: list[Segment] = []
    places: list[tuple[str, int, int]] = []
    for kind, marked in blocks:
        start = len(clean)
        bare, inside = _unmarked(marked)
        clean += bare
        segments.append(
            Segment(start, len(clean), kind, language, reason="no part of the article as trafilatura sees it")
        )
        places += [(label, start + left, start + right) for label, left, right in inside]
        clean += "\n"
    clean = clean[:-1]
    found: dict[int, dict[str, list[Span]]] = {}
    for label, left, right in sorted(places, key=lambda place: place[1]):
        found.setdefault(int(label[:-1]), {}).setdefault(label[-1], []).append(span(clean, left, right))
    return clean, tuple(segments), found


def _unmarked(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    bare = ""
    stack: list[tuple[str, int]] = []
    done: list[tuple[str, int, int]] = []
    position = 0
    while position < len(marked):
        character = marked[position]
        if character == "⟦":
            colon = marked.index(":", position)
            stack.append((marked[position + 1 : colon], len(bare)))
            position = colon + 1
            continue
        if character == "⟧":
            label, start = stack.pop()
            done.append((label, start, len(bare)))
        else:
            bare += character
        position += 1
    assert not stack, f"a mark is left open in {marked!r}"
    return bare, done
