"""Markup that is safe by construction: whatever is not made by ``el`` is escaped on its way in.

``escape`` is the one function through which foreign text reaches the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from isnad.dossier.visible import visible
from isnad.dossier.words import PARAMETER, Words

_SPECIAL = re.compile("[&<>\"'\r]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}
_SHOWN_CONTROL = re.compile(r"⟨U\+[0-9A-F]{4}⟩")
# Text only: a title would show markup as text, and HTML inside of SVG ends the SVG.
_PLAIN = frozenset({"title", "text"})
_VOID = frozenset({"meta", "br", "hr", "rect", "path", "circle", "line", "polygon"})


class Html(str):
    """Markup made here. A plain ``str`` is foreign text; adding to an ``Html`` gives a plain ``str`` again."""

    __slots__ = ()


Child = str | None | Iterable["Child"]
Attribute = str | int | float | bool | None


def escape(text: str) -> Html:
    """Foreign text as markup: nothing in it is read as a tag or entity, nothing disturbs the order of the page."""
    if isinstance(text, Html):
        return text
    return Html(_SPECIAL.sub(lambda match: _ENTITIES[match.group()], visible(text)))


def flow(child: Child, plain: bool = False) -> Html:
    """A child of an element as markup; controls that were made visible are set small, unless it must be ``plain``."""
    if child is None:
        return Html("")
    if isinstance(child, Html):
        return child
    if isinstance(child, str):
        return escape(child) if plain else Html(_SHOWN_CONTROL.sub(r'<span class="ctl">\g<0></span>', escape(child)))
    return Html("".join(flow(item, plain) for item in child))


def el(tag: str, *children: Child, **attributes: Attribute) -> Html:
    """An element. ``class_`` and ``for_`` lose their underscore, others become hyphens; False and None leave out."""
    opening = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in _VOID and not children:
        return Html(f"<{tag}{opening}>" if tag in {"meta", "br", "hr"} else f"<{tag}{opening}/>")
    inside = flow(children, plain=tag in _PLAIN)
    return Html(f"<{tag}{opening}>{inside}</{tag}>")


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    if isinstance(value, float):
        value = f"{value:.1f}".removesuffix(".0")
    return _written(name, str(value))


@lru_cache(maxsize=1 << 14)
def _written(name: str, value: str) -> str:
    # Classes, directions and links of one page are few and come again and again.
    return f' {name}="{escape(value)}"'


def join(separator: str, items: Iterable[Child]) -> Html:
    """The items with ``separator`` between them."""
    return Html(flow(separator).join(flow(item) for item in items))


def say(words: Words, key: str, **parameters: Child) -> Html:
    """A sentence of the interface, its parameters escaped unless they are markup."""
    return filled(words.template(key), **parameters)


def filled(template: str, **parameters: Child) -> Html:
    """The same for a template that is at hand, such as the plural form for a number."""
    return Html("".join(flow(part) for part in _filled(template, parameters)))


def _filled(template: str, parameters: dict[str, Child]) -> list[Child]:
    parts: list[Child] = []
    for index, part in enumerate(PARAMETER.split(template)):
        parts.append(parameters[part] if index % 2 else part)
    return parts


def web_address(url: str | None) -> str | None:
    """``url`` if a link may be made of it: http or https with a host, and nothing that hides in it."""
    if url is None or visible(url) != url or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
