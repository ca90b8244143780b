"""The nouns: frozen values that know nothing of storage, files or steps."""

from isnad.model.case import Analysis, Comparison, Dossier, Failure, Provenance
from isnad.model.document import Document, Notice, OffsetPiece, Segment, Text
from isnad.model.entity import Entity, Join, Mention, Place, Suggestion
from isnad.model.finding import Account, Copy, DocumentSpan, Finding, Passage, Reading
from isnad.model.span import Span, span
from isnad.model.statement import Chain, Claim, Credit, Link, Speaker, Statement
from isnad.model.value import Value

__all__ = [
    "Account",
    "Analysis",
    "Chain",
    "Claim",
    "Comparison",
    "Copy",
    "Credit",
    "Document",
    "DocumentSpan",
    "Dossier",
    "Entity",
    "Failure",
    "Finding",
    "Join",
    "Link",
    "Mention",
    "Notice",
    "OffsetPiece",
    "Passage",
    "Place",
    "Provenance",
    "Reading",
    "Segment",
    "Span",
    "Speaker",
    "Statement",
    "Suggestion",
    "Text",
    "Value",
    "span",
]
