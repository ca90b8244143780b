"""Small nouns for tests: fictional texts, statements by their words, whole analyses."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.lang.outlets import Outlet, OutletTable
from isnad.model import Analysis, Document, Span, Speaker, Statement, Text
from isnad.model.ids import document_id, statement_id
from isnad.model.statement import SpeakerType
from isnad.text import make_text
from isnad.text.fold import fold_key
from isnad.text.trie import trie_pattern


def document(name: str, data: bytes, **known: str) -> Document:
    """A plain-text document."""
    return Document(document_id(name, data), name, "0" * 64, "text/plain", len(data), **known)


def text(content: str, name: str = "report.txt") -> Text:
    """The text of a plain report."""
    data = content.encode()
    return make_text(document(name, data), data)


def span(of: Text, words: str, nth: int = 0) -> Span:
    """The nth place of ``words`` in the clean text."""
    at = -1
    for _ in range(nth + 1):
        at = of.clean.index(words, at + 1)
    return of.span(at, at + len(words))


def statement(
    of: Text,
    cue: str,
    source: str | None,
    content: str,
    speaker: str | None = None,
    kind: SpeakerType = "person",
    parent: str | None = None,
    language: str = "ar",
) -> Statement:
    """A statement given by its words in the text."""
    cue_span = span(of, cue)
    source_span = span(of, source) if source else None
    contents = (span(of, content),)
    return Statement(
        id=statement_id(of.document, cue_span, contents, source_span),
        document=of.document,
        kind="indirect",
        cue=cue_span,
        source=source_span,
        content=contents,
        speaker=Speaker(speaker, kind if speaker else "unnamed", source_span),
        parent=parent,
        confidence=1.0,
        reasons=(),
        language=language,
    )


def outlet(id: str, ar: str = "", fa: str = "", en: str = "", kind: str = "newspaper", **more: str) -> Outlet:
    """A row of the outlet table; ``ambiguous`` and ``aliases`` separated by ``|``."""
    return Outlet(
        id=id,
        name_en=en,
        name_ar=ar,
        name_fa=fa,
        kind=kind,
        country="XX",
        owner=more.get("owner", ""),
        aliases=tuple(filter(None, more.get("aliases", "").split("|"))),
        ambiguous=tuple(filter(None, more.get("ambiguous", "").split("|"))),
        domain=more.get("domain", ""),
    )


def table(*outlets: Outlet) -> OutletTable:
    """An outlet table of these rows only."""
    return OutletTable(outlets, fold_key, trie_pattern)


def analysis(of: Text, statements: Sequence[Statement], outlets: OutletTable, **known: str) -> Analysis:
    """An analysis with credits, chains and claims made by the real rooms."""
    from isnad.chain import chain
    from isnad.claim import claims

    about = document(of.document, of.original.encode(), **known)
    credits, chains = chain(about, of, statements, outlets)
    return Analysis(about, of, tuple(statements), credits, chains, claims(of, statements))
