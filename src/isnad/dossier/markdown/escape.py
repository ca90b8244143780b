"""Foreign text in Markdown: nothing in it may be read as markup, neither Markdown's nor HTML's."""

from __future__ import annotations

import re

from isnad.dossier.visible import visible
from isnad.dossier.words import PARAMETER, Words

_INLINE = re.compile(r"[\\`*_\[\]|~$^]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# At the start of a line these make headings, lists, rules, quotes, tables and definitions.
_LINE_START = re.compile(r"^(\d*)([#+\-=:!.)])")
_SCHEME = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|javascript|data)(:)|\b(www)(\.)")


def escape(text: str) -> str:
    """Foreign text as one line of Markdown that shows exactly these characters, wherever it stands."""
    return _LINE_START.sub(r"\1\\\2", _inline(text))


def isolated(text: str) -> str:
    """Foreign text inside a line, with the isolates that keep it from reordering what stands beside it.

    The isolate comes first, so the text is never at the start of a line and needs no escapes for that.
    """
    return f"\u2068{_inline(text)}\u2069" if text else ""


def inside(text: str) -> str:
    """Words of the interface as a part of a line; spaces at their ends part them from what stands beside them."""
    ends = (" " if text[:1].isspace() else "", " " if text[-1:].isspace() else "")
    return f"{ends[0]}{_inline(text)}{ends[1]}" if text.strip() else text


def _inline(text: str) -> str:
    line = " ".join(visible(text).split())
    line = "".join(_ENTITIES.get(character, character) for character in line)
    line = _INLINE.sub(r"\\\g<0>", line)
    # Addresses would become links by themselves; the word joiner in an entity stops that and is not seen.
    return _SCHEME.sub(lambda match: f"{match[1] or match[3]}&#8288;{match[2] or match[4]}", line)


def say(words: Words, key: str, **parameters: str) -> str:
    """A sentence of the interface; parameters are Markdown already."""
    return filled(words.template(key), **parameters)


def filled(template: str, **parameters: str) -> str:
    """The same for a template that is at hand, such as the plural form for a number."""
    return PARAMETER.sub(lambda match: parameters[match[1]], template)


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """A table; cells are Markdown already and hold no line break."""
    rule = ["---"] * len(head)
    return ["| " + " | ".join(cells) + " |" for cells in (head, rule, *rows)]
