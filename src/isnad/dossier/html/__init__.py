"""The dossier as one HTML file that opens offline, prints, and runs no script."""

from __future__ import annotations

from isnad.dossier.case import case
from isnad.dossier.html.accounts import accounts
from isnad.dossier.html.build import Html
from isnad.dossier.html.chains import chains
from isnad.dossier.html.copies import copies
from isnad.dossier.html.ending import failures, made
from isnad.dossier.html.events import events
from isnad.dossier.html.findings import agreed, circles, disputes, hanging
from isnad.dossier.html.page import page
from isnad.dossier.html.people import entities
from isnad.dossier.html.quotes import speakers, unnamed
from isnad.dossier.html.reports import reports
from isnad.dossier.html.spots import Spots
from isnad.dossier.html.summary import summary
from isnad.dossier.html.timeline import timeline
from isnad.dossier.html.values import values
from isnad.dossier.html.world import world
from isnad.dossier.latin import Latin
from isnad.dossier.words import Words
from isnad.model import Dossier


def render(dossier: Dossier, language: str) -> str:
    """The whole page with its interface in ``language``."""
    words = Words(language, Latin(dossier.resolution.entities))
    view = case(dossier, language)
    spots = Spots(view)
    # The order of the page. Whoever points to places in the reports comes before them: Python makes them in order.
    sections: list[tuple[str, Html]] = [
        ("summary", summary(view, words)),
        ("disputes", disputes(view, words, spots)),
        ("agreed", agreed(view, words, spots)),
        ("hanging", hanging(view, words, spots)),
        ("circles", circles(view, words, spots)),
        ("chains", chains(view, words)),
        ("events", events(view, words, spots)),
        ("copies", copies(view, words)),
        ("accounts", accounts(view, words)),
        ("entities", entities(view, words, spots)),
        ("timeline", timeline(view, words, spots)),
        ("map", world(view, words)),
        ("values", values(view, words, spots)),
        ("speakers", speakers(view, words)),
        ("unnamed", unnamed(view, words)),
        ("reports", reports(view, words, spots)),
        ("failures", failures(view, words)),
        ("made", made(view, words)),
    ]
    return page(view, words, sections)


__all__ = ["render"]
