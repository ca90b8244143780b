"""The nouns: frozen values that know nothing of storage, files or steps."""

from isnad.model.case import Analysis, Comparison, Dossier, Failure, Provenance
from isnad.model.document import Document, Notice, OffsetPiece, Segment, Text
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
    "Failure",
    "Finding",
    "Link",
    "Notice",
    "OffsetPiece",
    "Passage",
    "Provenance",
    "Reading",
    "Segment",
    "Span",
    "Speaker",
    "Statement",
    "Text",
    "Value",
    "span",
]
