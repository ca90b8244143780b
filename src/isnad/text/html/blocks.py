"""All visible text of a page, block by block, every piece with its place in the source."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from isnad.text.html.tokens import ENTITY, Token, attributes, decoded, tokens
from isnad.text.offsets import PieceWriter

_SKIPPED = frozenset({"noscript", "template", "svg", "object", "canvas", "audio", "video", "datalist", "math"})
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img"}
    | {"ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub"}
    | {"sup", "time", "tt", "u", "var", "wbr", "nobr", "picture", "source", "input"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_FURNITURE = frozenset({"nav", "header", "footer", "aside", "form", "button", "select", "menu", "dialog", "fieldset"})
_KINDS = {"h1": "h1", "h2": "h2", "h3": "h2", "h4": "h2", "h5": "h2", "h6": "h2", "li": "li", "figcaption": "caption"}
_CLOSED_BY_NEXT = frozenset({"p", "li", "dt", "dd", "option", "tr", "td", "th"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|writer|nevisande)(?:$|[\s_-])", re.IGNORECASE)
_RELATED = re.compile(
    r"(?:^|[\s_-])(?:related|recommended|read-?more|more-?news|see-?also|also-?read|most-?read|comments?|comment-form|"
    r"share|sharing|social|newsletter|breadcrumbs?|tags?|sidebar|menu|navbar|cookie|footer|widget)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SPACE_OR_ENTITY = re.compile(rf"[ \t\n\r\f]+|{ENTITY.pattern}")
_WHITE = " \t\n\r\f"


class Block:
    """One block: its range in the clean text and what the tags around it tell."""

    __slots__ = ("container", "end", "furniture", "kind", "link_chars", "start", "tag")

    def __init__(self, start: int, kind: str, furniture: bool, container: int, tag: str) -> None:
        self.start = start
        self.end = start
        self.kind = kind
        self.furniture = furniture
        self.container = container
        self.tag = tag
        self.link_chars = 0


class _Frame:
    """An open element with what its descendants inherit."""

    __slots__ = ("container", "furniture", "hidden", "kind", "link", "name")

    def __init__(self, name: str, parent: _Frame | None) -> None:
        self.name = name
        self.hidden: bool = parent.hidden if parent else False
        self.furniture: bool = parent.furniture if parent else False
        self.kind: str = parent.kind if parent else ""
        self.link: bool = parent.link if parent else False
        self.container: int = parent.container if parent else 0


class BlockReader:
    """Reads a page once; ``writer`` then holds the clean text and ``blocks`` what it consists of."""

    def __init__(self, page: str, show_hidden: bool = False) -> None:
        self.page = page
        self.writer = PieceWriter()
        self.blocks: list[Block] = []
        self.title = ""
        self.deepest = 0
        self.hidden_chars = 0
        self._show_hidden = show_hidden
        self._stack = [_Frame("", None)]
        self._open: Counter[str] = Counter()
        self._space: tuple[int, int] | None = None
        self._block: Block | None = None
        self._last_end = 0
        self._containers = 0

    def read(self) -> BlockReader:
        """Read the whole page."""
        for token in tokens(self.page):
            if token.kind == "text":
                self._text(token)
            elif token.kind == "start":
                self._start(token)
            elif token.kind == "end":
                self._end(token.name)
            elif token.name == "title" and not self.title:
                self.title = " ".join(decoded(self.page[token.start : token.end]).split())
        self._close_block()
        return self

    def _start(self, token: Token) -> None:
        name = token.name
        if name not in _INLINE:
            self._close_block()
        if name in _VOID or (name in _INLINE and self.page[token.end - 2 : token.end] == "/>"):
            return
        if name in _CLOSED_BY_NEXT and self._stack[-1].name == name:
            self._pop()
        frame = _Frame(name, self._stack[-1])
        self._describe(frame, token)
        self._stack.append(frame)
        self._open[name] += 1
        self.deepest = max(self.deepest, len(self._stack))

    def _describe(self, frame: _Frame, token: Token) -> None:
        """What this element says of the text inside it."""
        name = token.name
        frame.hidden |= name in _SKIPPED
        frame.link |= name == "a"
        # A <header> inside an <article> holds the headline, not the site's menu.
        frame.furniture |= name in _FURNITURE and not (name == "header" and self._open["article"])
        if name in _KINDS:
            frame.kind = _KINDS[name]
        elif name == "article":
            frame.kind = ""
        if name not in _INLINE and name not in ("p", "li", "br") and name not in _KINDS:
            self._containers += 1
            frame.container = self._containers
        if token.end - token.start <= len(name) + 2:
            return
        found = attributes(self.page, token)
        if not self._show_hidden and ("hidden" in found or _HIDDEN_STYLE.search(found.get("style", ""))):
            frame.hidden = True
        names = f"{found.get('class', '')} {found.get('id', '')} {found.get('itemprop', '')} {found.get('rel', '')}"
        if frame.name not in ("body", "html", "main", "article") and names.strip():
            if _BYLINE.search(names):
                frame.kind = frame.kind or "byline"
            frame.furniture |= bool(_RELATED.search(names))

    def _end(self, name: str) -> None:
        if name not in _INLINE:
            self._close_block()
        # Without the counter every stray end tag would search the whole stack.
        if not self._open[name]:
            return
        while self._stack[-1].name != name:
            self._pop()
        self._pop()

    def _pop(self) -> None:
        if len(self._stack) > 1:
            self._open[self._stack.pop().name] -= 1

    def _text(self, token: Token) -> None:
        frame = self._stack[-1]
        if frame.hidden:
            self.hidden_chars += token.end - token.start
            return
        position = token.start
        for match in _SPACE_OR_ENTITY.finditer(self.page, token.start, token.end):
            self._verbatim(position, match.start(), frame)
            position = match.end()
            text = match.group()
            if text[0] == "&":
                self._entity(text, match.start(), position, frame)
            else:
                self._white(match.start(), position)
        self._verbatim(position, token.end, frame)

    def _entity(self, text: str, start: int, end: int, frame: _Frame) -> None:
        char = unescape(text)
        if char == text:
            self._verbatim(start, end, frame)
        elif char.strip(_WHITE):
            self._put(char, start, end, False, frame)
        else:
            self._white(start, end)

    def _white(self, start: int, end: int) -> None:
        if self._block is not None:
            self._space = (self._space[0] if self._space else start, end)

    def _verbatim(self, start: int, end: int, frame: _Frame) -> None:
        if start < end:
            self._put(self.page[start:end], start, end, True, frame)

    def _put(self, clean: str, start: int, end: int, verbatim: bool, frame: _Frame) -> None:
        if self._block is None:
            if self.writer.length:
                self.writer.add("\n", self._last_end, start, self.page[self._last_end : start] == "\n")
            self._block = Block(self.writer.length, frame.kind, frame.furniture, frame.container, frame.name)
        elif self._space is not None:
            self.writer.add(" ", *self._space, self.page[self._space[0] : self._space[1]] == " ")
        self._space = None
        self.writer.add(clean, start, end, verbatim)
        self._last_end = end
        if frame.link:
            self._block.link_chars += len(clean)

    def _close_block(self) -> None:
        if self._block is not None:
            self._block.end = self.writer.length
            self.blocks.append(self._block)
            self._block = None
        self._space = None
