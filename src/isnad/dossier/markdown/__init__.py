"""The dossier as Markdown: compact, for pasting into notes and tickets.

The same sections as the HTML in the same order, without the reports' whole texts.
"""

from __future__ import annotations

from isnad.dossier.case import case
from isnad.dossier.latin import Latin
from isnad.dossier.markdown.details import agreed, circles, disputes, events, hanging
from isnad.dossier.markdown.escape import escape
from isnad.dossier.markdown.known import entities, timeline, values, world
from isnad.dossier.markdown.overview import accounts, chains, summary
from isnad.dossier.markdown.sources import copies, failures, made, reports, speakers, unnamed
from isnad.dossier.words import Words
from isnad.model import Dossier

SECTIONS = (
    ("summary", summary),
    ("disputes", disputes),
    ("agreed", agreed),
    ("hanging", hanging),
    ("circles", circles),
    ("chains", chains),
    ("events", events),
    ("copies", copies),
    ("accounts", accounts),
    ("entities", entities),
    ("timeline", timeline),
    ("map", world),
    ("values", values),
    ("speakers", speakers),
    ("unnamed", unnamed),
    ("reports", reports),
    ("failures", failures),
    ("made", made),
)


def render(dossier: Dossier, language: str) -> str:
    """The whole file with its interface in ``language``."""
    words = Words(language, Latin(dossier.resolution.entities))
    view = case(dossier, language)
    parts = [f"# {escape(dossier.title) or words.template('page.untitled')}", words.template("page.what")]
    parts += [_section(words, key, part(view, words)) for key, part in SECTIONS]
    return "\n\n".join(parts) + "\n"


def _section(words: Words, key: str, lines: list[str]) -> str:
    empty = f"{key}.none"
    body = lines or ([words.template(empty)] if words.has(empty) else [])
    return "\n".join([f"## {words.template(f'{key}.title')}", "", *body])


__all__ = ["render"]
