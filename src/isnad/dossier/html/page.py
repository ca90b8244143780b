"""The frame of the page: head, content policy, navigation, landmarks."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from isnad.dossier.case import Case
from isnad.dossier.html.build import Html, el
from isnad.dossier.html.kit import tongue
from isnad.dossier.words import Words

_SHEETS = ("style.css", "sections.css")
# Up to this many characters of report text, printing unfolds everything; a larger case prints what the reader has
# opened: twenty reports with all their statements, twice over, are 150 pages that nobody asked for.
_PRINT_ALL = 6_000


@cache
def style() -> str:
    """The style sheet; comments and indentation stay, they are part of what a reader may check."""
    return "\n".join(files(__package__).joinpath(name).read_text(encoding="utf-8") for name in _SHEETS)


def policy() -> str:
    """The content policy: nothing may be loaded, nothing run; the one style sheet is named by its hash."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def page(case: Case, words: Words, sections: list[tuple[str, Html]]) -> str:
    """The complete file."""
    title = case.dossier.title or words.template("page.untitled")
    everything = sum(len(report.analysis.text.clean) for report in case.reports) <= _PRINT_ALL
    body = el(
        "body",
        el("a", words.template("page.skip"), href="#main", class_="skip"),
        _header(title, words),
        _navigation([key for key, _ in sections], words),
        el("main", [section for _, section in sections], id="main", tabindex=-1),
        el("footer", el("p", words.template("page.footer"))),
        class_="print-all" if everything else None,
    )
    return f"<!doctype html>\n{el('html', _head(title, words), body, lang=words.language, dir=words.direction)}\n"


def _head(title: str, words: Words) -> Html:
    return el(
        "head",
        el("meta", charset="utf-8"),
        _meta("http-equiv", "Content-Security-Policy", policy()),
        _meta("name", "viewport", "width=device-width, initial-scale=1"),
        _meta("name", "referrer", "no-referrer"),
        _meta("name", "robots", "noindex"),
        _meta("name", "color-scheme", "light"),
        el("title", f"{title} · {words.template('page.kind')}"),
        # The sheet is ours and holds no foreign text; escaped, its hash would not match.
        Html(f"<style>{style()}</style>"),
    )


def _meta(key: str, value: str, content: str) -> Html:
    return el("meta", **{key: value, "content": content})


def _header(title: str, words: Words) -> Html:
    kind = el("p", words.template("page.kind"), class_="kicker")
    heading = el("h1", title, **tongue(title))
    return el("header", kind, heading, el("p", words.template("page.what"), class_="what"), class_="top")


def _navigation(keys: list[str], words: Words) -> Html:
    items = [el("li", el("a", words.template(f"{key}.title"), href=f"#{key}")) for key in keys]
    return el("nav", el("ol", items), aria_label=words.template("page.contents"), class_="contents")
