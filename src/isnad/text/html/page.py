"""An HTML page to clean text, pieces and drafts."""

from __future__ import annotations

from collections import Counter

import msgspec

from isnad.model import Notice, OffsetPiece
from isnad.text.draft import MARKER, Draft
from isnad.text.html.article import Verdict, ask_trafilatura
from isnad.text.html.blocks import Block, BlockReader
from isnad.text.keys import words_of
from isnad.text.remains import match_line

_PARAGRAPH_WORDS = 12
_LONGEST_SOURCE_LINE = 120
_LINKED = 0.5
_ALL_LINK = 0.85
# Hidden text this many times the visible one: the page shows its article by script.
_MOSTLY_HIDDEN = 3
_LEAST_VISIBLE = 1200
# So many blocks before the first paragraph and behind the last, a byline, date or credit is the article's own.
_NEAR = 4


class Page(msgspec.Struct, frozen=True):
    """What a page has to read."""

    clean: str
    pieces: tuple[OffsetPiece, ...]
    drafts: list[Draft]
    title: str
    notices: tuple[Notice, ...]


def read_page(source: str) -> Page:
    """The visible text of a page, its blocks claimed as far as tags and trafilatura decide them."""
    reader = BlockReader(source).read()
    if reader.writer.length < _LEAST_VISIBLE and reader.hidden_chars > _MOSTLY_HIDDEN * reader.writer.length:
        reader = BlockReader(source, show_hidden=True).read()
    clean, pieces = reader.writer.finish()
    drafts, blocks = _drafts(clean, reader.blocks)
    verdict, problem = ask_trafilatura(source, reader.deepest, len(blocks)) if drafts else (None, None)
    _claim(drafts, blocks, verdict, reader.title)
    notices = (Notice("article-by-own-rules", problem),) if problem else ()
    return Page(clean, pieces, drafts, reader.title, notices)


def _drafts(clean: str, blocks: list[Block]) -> tuple[list[Draft], list[Block]]:
    """A draft for every block that has more than white space in it (``&nbsp;`` alone is nothing to read)."""
    drafts: list[Draft] = []
    kept: list[Block] = []
    for block in blocks:
        raw = clean[block.start : block.end]
        text = raw.strip()
        if text:
            start = block.start + len(raw) - len(raw.lstrip())
            drafts.append(Draft(start, start + len(text), text, True))
            kept.append(block)
    return drafts, kept


def _claim(drafts: list[Draft], blocks: list[Block], verdict: Verdict | None, title: str) -> None:
    """Decides every block that tags or trafilatura decide; the rest stays open for the passes on text."""
    headline = _headline(drafts, blocks, title)
    taken = _taken(drafts, blocks, verdict)
    inside = [index for index, is_taken in enumerate(taken) if is_taken]
    first, last = (inside[0], inside[-1]) if inside else (0, -1)
    for index, (draft, block) in enumerate(zip(drafts, blocks, strict=True)):
        if index == headline:
            draft.mark("headline", f"the page's {block.tag if block.kind == 'h1' else 'title'}")
        elif block.kind == "byline" and draft.words <= 14:
            draft.mark("byline", "the page marks it as the author's line")
        elif _is_link(draft, block) and first < index < last and draft.words >= 4:
            draft.mark("related_link", "nothing but a link between two paragraphs")
        elif not taken[index]:
            if block.furniture or not first - _NEAR <= index <= last + _NEAR or not _names_source(draft):
                draft.mark("boilerplate", _why_not(block))
        elif block.kind == "h2":
            draft.mark("subhead", f"a heading of the page ({block.tag})")
        elif block.kind == "li":
            draft.mark("list_item", "an item of a list of the page")


def _names_source(draft: Draft) -> bool:
    """Bylines, dates and credits, which trafilatura leaves out: the passes on text will name them."""
    found = match_line(draft.text) if len(draft.text) <= _LONGEST_SOURCE_LINE else None
    return found is not None and found.kind in ("credit", "byline", "dateline")


def _why_not(block: Block) -> str:
    if block.furniture:
        return "stands in a part of the page that is no article (menu, footer, form, related stories)"
    return "no part of the article as trafilatura sees it"


def _headline(drafts: list[Draft], blocks: list[Block], title: str) -> int | None:
    """The h1 that the title names, else the first h1 outside menus, else the block that the title names."""
    wanted = " ".join(words_of(title))
    named: int | None = None
    first: int | None = None
    for index, (draft, block) in enumerate(zip(drafts, blocks, strict=True)):
        if block.kind != "h1" and (named is not None or draft.words > 30):
            continue
        key = " ".join(words_of(draft.text))
        matches = bool(wanted and key) and (key == wanted or (wanted.startswith(key + " ") and draft.words >= 3))
        if block.kind == "h1":
            if matches:
                return index
            if first is None and not block.furniture:
                first = index
        elif matches and named is None and not block.furniture:
            named = index
    return first if first is not None else named


def _taken(drafts: list[Draft], blocks: list[Block], verdict: Verdict | None) -> list[bool]:
    """For every block whether it is the article's."""
    paragraph = [_is_paragraph(draft, block) for draft, block in zip(drafts, blocks, strict=True)]
    by_rules = [is_paragraph and not block.furniture for is_paragraph, block in zip(paragraph, blocks, strict=True)]
    if verdict is None:
        return _with_company(drafts, blocks, by_rules)
    taken = [verdict.takes(draft.text) for draft in drafts]
    if _size(drafts, taken) < 0.3 * _size(drafts, by_rules):
        # It took a teaser or a caption for the article: losing text is worse than keeping a remain.
        return _with_company(drafts, blocks, [a or b for a, b in zip(taken, by_rules, strict=True)])
    homes = Counter(block.container for block, is_taken in zip(blocks, taken, strict=True) if is_taken)
    for index, block in enumerate(blocks):
        if not taken[index] and by_rules[index] and homes[block.container]:
            taken[index] = True
    return taken


def _with_company(drafts: list[Draft], blocks: list[Block], taken: list[bool]) -> list[bool]:
    """Own rules: paragraphs, and the short blocks that stand between them in the same part of the page."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for index, is_taken in enumerate(taken):
        if is_taken:
            first.setdefault(blocks[index].container, index)
            last[blocks[index].container] = index
    return [
        is_taken
        or (
            not block.furniture
            and first.get(block.container, len(drafts)) < index < last.get(block.container, -1)
            and not _is_link(draft, block)
        )
        for index, (draft, block, is_taken) in enumerate(zip(drafts, blocks, taken, strict=True))
    ]


def _size(drafts: list[Draft], taken: list[bool]) -> int:
    return sum(len(draft.text) for draft, is_taken in zip(drafts, taken, strict=True) if is_taken)


def _is_paragraph(draft: Draft, block: Block) -> bool:
    linked = block.link_chars / max(1, len(draft.text))
    if linked >= _LINKED:
        return False
    return draft.words >= _PARAGRAPH_WORDS or (draft.words >= 6 and draft.is_final()) or bool(MARKER.match(draft.text))


def _is_link(draft: Draft, block: Block) -> bool:
    return block.link_chars >= _ALL_LINK * len(draft.text)
