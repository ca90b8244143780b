"""The nouns: frozen values that know nothing of storage, files or steps."""

from isnad.model.case import Analysis, Comparison, Dossier, Failure, Provenance
from isnad.model.document import Document, Notice, OffsetPiece, Segment, Text
from isnad.model.entity import Entity, Join, Mention, Office, Place, Resolution, Suggestion
from isnad.model.finding import Account, Copy, DocumentSpan, Event, Finding, Passage, Reading
from isnad.model.span import Span, span
from isnad.model.statement import Chain, Claim, Credit, Link, Participant, Speaker, Statement, Topic
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
    "Event",
    "Failure",
    "Finding",
    "Join",
    "Link",
    "Mention",
    "Notice",
    "Office",
    "OffsetPiece",
    "Participant",
    "Passage",
    "Place",
    "Provenance",
    "Reading",
    "Resolution",
    "Segment",
    "Span",
    "Speaker",
    "Statement",
    "Suggestion",
    "Text",
    "Topic",
    "Value",
    "span",
]
