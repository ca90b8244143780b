"""The case file: documents, derived rows and judgements, kept so that a rerun does only what is missing."""

from isnad.store.base import CaseState, Judgement, Row, Store, document_key
from isnad.store.sqlite import CaseStore

__all__ = ["CaseState", "CaseStore", "Judgement", "Row", "Store", "document_key"]
