"""Analysis (all that is known of one document) and Dossier (all that is known of a case)."""

from __future__ import annotations

import msgspec

from isnad.model.document import Document, Text
from isnad.model.entity import Mention, Resolution
from isnad.model.finding import Account, Copy, Event, Finding
from isnad.model.statement import Chain, Claim, Credit, Statement
from isnad.model.value import Value


class Failure(msgspec.Struct, frozen=True):
    """A document that a step failed on. The run goes on without it, the dossier and the exit code say so."""

    document: str
    step: str
    reason: str


class Analysis(msgspec.Struct, frozen=True):
    """One document with everything the per-document steps found in it; what ``compare`` and ``dossier`` read."""

    document: Document
    text: Text
    statements: tuple[Statement, ...]
    credits: tuple[Credit, ...]
    chains: tuple[Chain, ...]
    claims: tuple[Claim, ...]
    values: tuple[Value, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Comparison(msgspec.Struct, frozen=True):
    """What comparing the analyses of a case found."""

    accounts: tuple[Account, ...]
    copies: tuple[Copy, ...]
    findings: tuple[Finding, ...]
    events: tuple[Event, ...] = ()


class Provenance(msgspec.Struct, frozen=True):
    """How a dossier was made: enough to make it again to the byte. No clock time: same input, same dossier."""

    version: str
    options: dict[str, str]
    inputs_hash: str
    resources_hash: str
    steps: dict[str, str]


class Dossier(msgspec.Struct, frozen=True):
    """A whole case, ready to be shown. Exporters read this and nothing else.

    ``outlets`` are the names of the outlets in its chains: id of the outlet table → language → name.
    """

    title: str
    analyses: tuple[Analysis, ...]
    comparison: Comparison
    failures: tuple[Failure, ...]
    provenance: Provenance
    resolution: Resolution = Resolution()
    outlets: dict[str, dict[str, str]] = {}
