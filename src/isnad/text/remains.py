"""What web pages leave around an article, recognised line by line with the patterns of ``boilerplate.tsv``."""

from __future__ import annotations

import re
from functools import cache

from isnad.model.document import SegmentKind
from isnad.text.data import LinePattern, line_patterns
from isnad.text.draft import Draft
from isnad.text.keys import line_key

_LONGEST = 220
_LONGEST_SENTENCE = 110
_LETTER = re.compile(r"[^\W_]")
_SEGMENT_KIND: dict[str, SegmentKind] = {
    "furniture": "boilerplate",
    "comments": "boilerplate",
    "tags": "boilerplate",
    "related": "boilerplate",
    "credit": "credit",
    "byline": "byline",
    "dateline": "dateline",
}
# Bylines and dates stand at the top or at the very end; in the middle the same words are prose.
_EDGE_KINDS = ("byline", "dateline")
_AT_EDGES = 6
_PARTS = re.compile(r"\s*[|•·⟵←→]\s*|\s[-–—]\s")
_ADDRESS = re.compile(r"(?:@\w+|https?://\S+|\bwww\.\S+|\b[\w-]+\.[a-z]{2,12}/\S*|\S+@\S+)$")
_LEAST_MENU = 3
_MOST_PARTS = 8
_ROW_KINDS = ("furniture", "menu", "tags", "comments")


def mark_remains(drafts: list[Draft]) -> None:
    """Claims the lines that are web remains, credits, bylines or datelines, and the links and forms after them."""
    menu: list[Draft] = []
    after: str | None = None
    top, bottom = _edges(drafts)
    for index, draft in enumerate(drafts):
        found = _found(draft)
        kind = found.kind if found else None
        if kind == "menu":
            menu.append(draft)
            continue
        _mark_menu(menu)
        menu = []
        if found is not None and (found.kind not in _EDGE_KINDS or not top <= index <= bottom):
            _mark(draft, found)
            after = found.kind if found.kind in ("related", "comments") else after
            if found.kind == "related" and _has_own_link(draft, found):
                after = None
        elif after is not None and draft.kind is None:
            after = _mark_follower(draft, after)
    _mark_menu(menu)


def _found(draft: Draft) -> LinePattern | None:
    length = draft.end - draft.start
    if draft.kind is not None or length > _LONGEST or (length > _LONGEST_SENTENCE and draft.is_final()):
        return None
    if not _LETTER.search(draft.text):
        # Captcha sums and counters have no letters either, and the same verdict.
        draft.mark("boilerplate", "a line without letters")
        return None
    return match_line(draft.text)


def match_line(line: str) -> LinePattern | None:
    """The pattern that a line matches, if any."""
    found = _match_key(line_key(_ADDRESS.sub("", line)))
    if found is not None or len(line) > _LONGEST_SENTENCE:
        return found
    # «كود الخبر 12 | شارك»: a row of remains is one, when every part of it is.
    parts = [part for part in _PARTS.split(_ADDRESS.sub("", line)) if _LETTER.search(part)]
    if not 2 <= len(parts) <= _MOST_PARTS:
        return None
    row = [_match_key(line_key(part)) for part in parts]
    return next((part for part in row if part), None) if all(p and p.kind in _ROW_KINDS for p in row) else None


def _match_key(key: str) -> LinePattern | None:
    match = _expression().fullmatch(key)
    if match is None or match.lastindex is None:
        return None
    words = key.count(" ") + 1
    found = line_patterns()[match.lastindex - 1]
    if words <= found.words:
        return found
    return next((p for p in line_patterns() if words <= p.words and re.fullmatch(p.pattern, key)), None)


@cache
def _expression() -> re.Pattern[str]:
    return re.compile("|".join(f"({pattern.pattern})" for pattern in line_patterns()))


def _edges(drafts: list[Draft]) -> tuple[int, int]:
    """The range of drafts in the middle of the text, where a line is no byline: claimed ones do not count."""
    open_at = [index for index, draft in enumerate(drafts) if draft.kind in (None, "headline")]
    if len(open_at) <= _AT_EDGES:
        return len(drafts), -1
    return open_at[_AT_EDGES], open_at[-3]


def _mark(draft: Draft, found: LinePattern) -> None:
    reason = f"reads like «{found.example}» ({found.place})"
    draft.mark(_SEGMENT_KIND[found.kind], reason)
    if found.kind == "related" and _has_own_link(draft, found):
        draft.mark("related_link", reason)


def _has_own_link(draft: Draft, found: LinePattern) -> bool:
    """«اقرأ أيضاً: …» on one line: the link has been given, nothing more need follow."""
    return found.kind == "related" and (":" in draft.text[:-1] or "|" in draft.text[:-1]) and draft.words > 4


def _mark_menu(menu: list[Draft]) -> None:
    if len(menu) >= _LEAST_MENU:
        for draft in menu:
            draft.mark("boilerplate", f"a word of a menu of {len(menu)} lines")


def _mark_follower(draft: Draft, after: str) -> str | None:
    """A line after a heading over links, or after a comment form; the first paragraph ends the area."""
    if draft.words > 22 or (draft.is_final() and draft.words > 6) or len(draft.text) > 150:
        return None
    if after == "related":
        draft.mark("related_link", "a headline under a heading over links to other stories")
    else:
        draft.mark("boilerplate", "a short line inside the comment form")
    return after
