"""The dossier as one HTML file that opens offline, prints, and runs no script."""

from __future__ import annotations

from isnad.dossier.case import case
from isnad.dossier.html.accounts import accounts
from isnad.dossier.html.chains import chains
from isnad.dossier.html.copies import copies
from isnad.dossier.html.ending import failures, made
from isnad.dossier.html.findings import findings
from isnad.dossier.html.page import page
from isnad.dossier.html.quotes import speakers, unnamed
from isnad.dossier.html.reports import reports
from isnad.dossier.html.summary import summary
from isnad.dossier.words import Words
from isnad.model import Dossier

SECTIONS = (summary, findings, accounts, chains, speakers, unnamed, copies, reports, failures, made)


def render(dossier: Dossier, language: str) -> str:
    """The whole page with its interface in ``language``."""
    words = Words(language)
    view = case(dossier)
    return page(view, words, [(part.__name__, part(view, words)) for part in SECTIONS])


__all__ = ["render"]
