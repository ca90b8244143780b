"""The nouns: frozen values that know nothing of storage, files or steps."""

from isnad.model.document import Document, Notice, OffsetPiece, Segment, Text
from isnad.model.finding import Account, Copy, DocumentSpan, Finding, Passage, Reading
from isnad.model.span import Span, span
from isnad.model.statement import Chain, Claim, Credit, Link, Speaker, Statement

__all__ = [
    "Account", "Chain", "Claim", "Copy", "Credit", "Document", "DocumentSpan", "Finding", "Link", "Notice", "OffsetPiece", "Passage",
    "Reading", "Segment", "Span", "Speaker", "Statement", "Text", "span",
]
