"""What a page says of itself: ``<meta>``, canonical address, title, and JSON-LD read as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from isnad.read.base import Metadata
from isnad.read.dates import iso_date
from isnad.text.html.tokens import attributes, decoded, tokens

_OUTLET = ("og:site_name", "application-name", "citation_journal_title")
_DATE = ("article:published_time", "datepublished", "date", "dc.date", "pubdate", "publishdate", "dc.date.issued")
_AUTHOR = ("author", "article:author", "dc.creator", "parsely-author")
_TITLE = ("og:title", "twitter:title")
_ARTICLE_TYPES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", "WebPage")
_LONGEST_VALUE = 500
_LONGEST_JSON = 2_000_000


def page_metadata(page: str) -> Metadata:
    """Outlet, address, date, title and author, JSON-LD before ``<meta>``; what is not given stays None."""
    meta: dict[str, str] = {}
    title: str | None = None
    canonical: str | None = None
    linked: list[Any] = []
    script_is_data = False
    for token in tokens(page):
        if token.kind == "start" and token.name == "meta":
            found = attributes(page, token)
            key = (found.get("property") or found.get("name") or found.get("itemprop") or "").lower()
            if key and found.get("content"):
                meta.setdefault(key, found["content"])
        elif token.kind == "start" and token.name == "link":
            found = attributes(page, token)
            if "canonical" in found.get("rel", "").lower():
                canonical = canonical or found.get("href")
        elif token.kind == "start" and token.name == "script":
            script_is_data = "ld+json" in attributes(page, token).get("type", "").lower()
        elif token.kind == "raw" and token.name == "script" and script_is_data:
            linked += _json(page[token.start : token.end])
        elif token.kind == "raw" and token.name == "title" and title is None:
            title = decoded(page[token.start : token.end])
    from_meta = Metadata(
        outlet=_first(meta, _OUTLET),
        url=_clean(canonical) or _first(meta, ("og:url",)),
        date=next((date for key in _DATE if (date := iso_date(meta.get(key)))), None),
        title=_first(meta, _TITLE) or _clean(title),
        author=_author(_first(meta, _AUTHOR)),
    )
    return _from_linked(linked).over(from_meta)


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((value for key in keys if (value := _clean(meta.get(key)))), None)


def _clean(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(value.split())[:_LONGEST_VALUE] or None


def _author(value: str | None) -> str | None:
    """An author's name; some sites give the address of a profile instead."""
    return None if value is None or value.startswith(("http:", "https:", "//")) else value


def _json(text: str) -> list[Any]:
    if len(text) > _LONGEST_JSON:
        return []
    try:
        return [json.loads(text.strip())]
    except (ValueError, RecursionError):
        return []


def _objects(values: list[Any]) -> Iterator[dict[str, Any]]:
    """All objects of JSON-LD: lists and ``@graph`` opened, nothing deeper."""
    for value in values:
        for item in value if isinstance(value, list) else (value,):
            if isinstance(item, dict):
                yield item
                graph = item.get("@graph")
                yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _from_linked(values: list[Any]) -> Metadata:
    articles: list[tuple[int, dict[str, Any]]] = []
    for item in _objects(values):
        kinds = item.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        articles += [(_ARTICLE_TYPES.index(kind), item) for kind in kinds if kind in _ARTICLE_TYPES]
    if not articles:
        return Metadata()
    article = min(articles, key=lambda pair: pair[0])[1]
    return Metadata(
        outlet=_name(article.get("publisher")),
        url=_clean(article.get("url")),
        date=iso_date(_clean(article.get("datePublished"))),
        title=_clean(article.get("headline")),
        author=_author(_name(article.get("author"))),
    )


def _name(value: object) -> str | None:
    """A name given as text, as an object with ``name``, or as a list of either."""
    if isinstance(value, list):
        names = [name for item in value[:10] if not isinstance(item, list) and (name := _name(item))]
        return ", ".join(names) or None
    return _clean(value.get("name")) if isinstance(value, dict) else _clean(value)
