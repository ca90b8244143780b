"""Whom a remark of a step names: steps write the names of documents, outlets and roots, readers know reports."""

from __future__ import annotations

from isnad.dossier.case import Case, Report
from isnad.dossier.naming import entity_name
from isnad.dossier.who import name_key
from isnad.dossier.words import Words


def meant(case: Case, words: Words, name: str) -> Report | str:
    """The report that a document's name stands for, else what its bearer is called in the interface language."""
    report = case.report(name)
    if report is not None:
        return report
    called = case.called(name)
    if called != name:
        return called
    entity = case.who.by_name(name_key(name))
    return entity_name(words, entity) if entity is not None else name
