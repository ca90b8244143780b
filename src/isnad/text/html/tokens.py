"""A tolerant HTML tokenizer with source offsets, linear in the size of the page.

Not `html.parser`: on Python 3.11 its handling of unfinished tags and comments is quadratic (CVE-2025-6069), and it
gives lines and columns instead of offsets.  Whatever is no tag is text; nothing ever raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal

import msgspec

_NAME = re.compile(r"/?[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_QUOTE_OR_END = re.compile(r""">|=\s{0,50}(["'])""")
# The content of these is text up to the end tag of the same name, whatever it looks like.
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})
# Attributes longer than this (pictures in data: addresses) tell nothing about text.
_LONGEST_TAG = 20_000
ENTITY = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A start tag, an end tag, text, or the raw content of a script or title, at ``start:end`` of the page."""

    kind: Literal["start", "end", "text", "raw"]
    start: int
    end: int
    name: str = ""


class _Finder:
    """``str.find`` that remembers failure: what is not found once is not there further on either."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._absent: set[str] = set()

    def __call__(self, needle: str, start: int) -> int:
        if needle in self._absent:
            return -1
        found = self._text.find(needle, start)
        if found < 0:
            self._absent.add(needle)
        return found


def tokens(page: str) -> Iterator[Token]:
    """The tokens of a page in order; together they cover everything but comments and declarations."""
    find = _Finder(page)
    position = 0
    trust_quotes = True
    while position < len(page):
        open_at = find("<", position)
        if open_at < 0:
            yield Token("text", position, len(page))
            return
        name = _NAME.match(page, open_at + 1)
        if name is None and page[open_at + 1 : open_at + 2] not in ("!", "?", "/"):
            yield Token("text", position, open_at + 1)
            position = open_at + 1
            continue
        if open_at > position:
            yield Token("text", position, open_at)
        if name is None:
            position = _after_declaration(page, open_at, find)
            continue
        end = _tag_end(page, name.end(), find) if trust_quotes else -1
        if end < 0:
            trust_quotes = False
            closing = find(">", name.end())
            end = closing + 1 if closing >= 0 else len(page)
        tag = name.group().lower()
        yield Token("end" if tag[0] == "/" else "start", open_at, end, tag.lstrip("/"))
        position = end
        if tag in _RAW and page[end - 2 : end] != "/>":
            closing = _raw_end(tag, end, find)
            yield Token("raw", end, closing, tag)
            position = closing


def _after_declaration(page: str, at: int, find: _Finder) -> int:
    """The end of a comment, doctype or processing instruction; one without end is a mark of its own only."""
    if page.startswith("<!--", at):
        closing = find("-->", at + 4)
        if closing >= 0:
            return closing + 3
    closing = find(">", at)
    return closing + 1 if closing >= 0 else len(page)


def _tag_end(page: str, position: int, find: _Finder) -> int:
    """The position behind the ``>`` that is in no quoted value; -1 when the quotes never close."""
    while True:
        match = _QUOTE_OR_END.search(page, position)
        if match is None:
            return -1
        quote = match.group(1)
        if quote is None:
            return match.end()
        closing = find(quote, match.end())
        if closing < 0:
            return -1
        position = closing + 1


def _raw_end(tag: str, start: int, find: _Finder) -> int:
    """Where the raw content ends: at the end tag in any usual spelling, at once when there is none."""
    ends = [at for at in (find(f"</{tag}", start), find(f"</{tag.upper()}", start)) if at >= 0]
    return min(ends) if ends else start


def attributes(page: str, token: Token) -> dict[str, str]:
    """The attributes of a start tag, names in lower case, the first of two with one name."""
    found: dict[str, str] = {}
    begin = token.start + 1 + len(token.name)
    for name, double, single, bare in _ATTRIBUTE.findall(page[begin : min(token.end, begin + _LONGEST_TAG)]):
        found.setdefault(name.lower(), decoded(double or single or bare))
    return found


def decoded(text: str) -> str:
    """``text`` with its entities replaced; numbers out of range stay as they are."""
    return ENTITY.sub(lambda match: unescape(match.group()), text) if "&" in text else text
