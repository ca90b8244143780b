"""The harness of the mutation tests: a text written otherwise must yield the same statements, mapped back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from isnad.extract.engine import extract_by_rules
from isnad.extract.examples import parse_example
from isnad.lang.tables import read_table
from isnad.model import Document, OffsetPiece, Span, Statement, Text
from isnad.text import make_text

Found = frozenset[tuple[object, ...]]
"""The statements of a text as ranges of its original writing."""


def example_texts(language: str) -> list[str]:
    """The texts of all marked examples of a language, without their marks."""
    folder = Path(__file__).parent / "examples" / language
    rows = [row for path in sorted(folder.glob("*.tsv")) for row in read_table(path, ("id", "marked"))]
    return [parse_example(row["marked"].replace("\\n", "\n"))[0] for row in rows]


def text_of(written: str, language: str = "") -> Text:
    """The text as the text room reads it; with a ``language``, every segment is held to be in it."""
    data = written.encode()
    text = make_text(Document("doc:example", "example.txt", "", "text/plain", len(data)), data)
    if not language:
        return text
    segments = tuple(msgspec.structs.replace(segment, language=language) for segment in text.segments)
    return msgspec.structs.replace(text, segments=segments)


def found(statements: Sequence[Statement], back: Sequence[int]) -> Found:
    """The statements as ranges of the unchanged text: ``back`` holds for every character its place there."""

    def place(span: Span | None) -> tuple[int, int] | None:
        return None if span is None else (back[span.start], back[span.end - 1] + 1)

    return frozenset((place(s.cue), place(s.source), tuple(place(p) for p in s.content), s.kind) for s in statements)


def plain(text: Text) -> Found:
    """What is found in a text as it stands."""
    return found(extract_by_rules(text), range(len(text.clean)))


def changed(text: Text, parts: Sequence[str]) -> Found:
    """What is found when every character of the text is written as ``parts`` says; segments and sentences stay."""
    back = [i for i, part in enumerate(parts) for _ in part]
    to = [0]
    for part in parts:
        to.append(to[-1] + len(part))
    clean = "".join(parts)
    segments = tuple(type(s)(to[s.start], to[s.end], s.kind, s.language) for s in text.segments)
    sentences = tuple((to[start], to[end]) for start, end in text.sentences)
    whole = (OffsetPiece(0, len(clean), 0, len(clean), True),)
    mutated = Text(text.document, clean, clean, text.encoding, text.language, whole, segments, sentences)
    return found(extract_by_rules(mutated), back)


def same(written: str, parts: Sequence[str]) -> None:
    """Asserts that the text written as ``parts`` yields the statements of ``written``."""
    text = text_of(written)
    assert changed(text, parts) == plain(text)
