"""What reports, documents and roots are called in Markdown."""

from __future__ import annotations

from isnad.dossier.called import meant
from isnad.dossier.case import Case, Report
from isnad.dossier.markdown.escape import inside, isolated, say
from isnad.dossier.nameless import nameless_of
from isnad.dossier.naming import bare, entity_name, own_language
from isnad.dossier.remarks import Piece, remark_pieces
from isnad.dossier.words import Words
from isnad.model import Entity
from isnad.text.fold import fold_key


def called(words: Words, text: str, language: str | None = None) -> str:
    """A name; behind our own spelling of it, where the reader does not know its script."""
    spelt = words.spelt(text, language)
    return f"{isolated(spelt)} ({isolated(text)})" if spelt else isolated(text)


def root_name(case: Case, words: Words, key: str) -> str:
    """What a root is called: an entity in the interface's form with the original beside it."""
    root = case.root(key)
    if root.entity is not None:
        return entity_text(words, root.entity)
    if root.owner is None:
        return called(words, case.called(root.label))
    return say(words, root.nameless, owner=called(words, case.called(root.owner)))


def entity_text(words: Words, entity: Entity) -> str:
    """An entity's name in the interface's form, with the original beside it if it differs."""
    shown, own = entity_name(words, entity), bare(entity.name)
    if fold_key(shown) == fold_key(own):
        return called(words, shown, own_language(entity))
    return f"{isolated(shown)} {isolated(own)}"


def report_name(report: Report, words: Words) -> str:
    """Number and outlet of a report."""
    return f"\\[{words.number(report.number)}\\] {called(words, report.shown)}"


def remark(case: Case, words: Words, text: str) -> str:
    """A remark of a step (reason, notice, failure) in the interface language."""
    return "".join(_remarked(case, words, one) for one in remark_pieces(words, text))


def _remarked(case: Case, words: Words, one: Piece) -> str:
    if one.kind == "words":
        return inside(one.text)
    if one.kind != "name":
        return isolated(one.text)
    nameless = nameless_of(one.text)
    if nameless is not None:
        return say(words, nameless[0], owner=_remarked(case, words, Piece(nameless[1], "name")))
    bearer = meant(case, words, one.text)
    return called(words, bearer) if isinstance(bearer, str) else report_name(bearer, words)


def document_name(case: Case, words: Words, document: str) -> str:
    """Number and outlet of a document's report, else its name."""
    report = case.report(document)
    return report_name(report, words) if report else isolated(document)
