"""The dossier as Markdown: compact, for pasting into notes and tickets.

The same sections as the HTML in the same order, without the reports' whole texts.
"""

from __future__ import annotations

from isnad.dossier.case import case
from isnad.dossier.markdown.escape import escape
from isnad.dossier.markdown.overview import accounts, chains, findings, summary
from isnad.dossier.markdown.sources import copies, failures, made, reports, speakers, unnamed
from isnad.dossier.words import Words
from isnad.model import Dossier

SECTIONS = (summary, findings, accounts, chains, speakers, unnamed, copies, reports, failures, made)


def render(dossier: Dossier, language: str) -> str:
    """The whole file with its interface in ``language``."""
    words = Words(language)
    view = case(dossier)
    parts = [f"# {escape(dossier.title) or words.template('page.untitled')}", words.template("page.what")]
    parts += [_section(words, part.__name__, part(view, words)) for part in SECTIONS]
    return "\n\n".join(parts) + "\n"


def _section(words: Words, key: str, lines: list[str]) -> str:
    empty = f"{key}.none"
    body = lines or ([words.template(empty)] if words.has(empty) else [])
    return "\n".join([f"## {words.template(f'{key}.title')}", "", *body])


__all__ = ["render"]
