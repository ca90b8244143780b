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
_AT_EDGES = 6
_LEAST_MENU = 3


def mark_remains(drafts: list[Draft]) -> None:
    """Claims the lines that are web remains, credits, bylines or datelines, and the links and forms after them."""
    menu: list[Draft] = []
    after: str | None = None
    for index, draft in enumerate(drafts):
        found = _found(draft)
        kind = found.kind if found else None
        if kind == "menu":
            menu.append(draft)
            continue
        _mark_menu(menu)
        menu = []
        if found is not None and _has_place(found.kind, index, len(drafts)):
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
    key = line_key(line)
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


def _has_place(kind: str, index: int, count: int) -> bool:
    if kind not in ("byline", "dateline"):
        return True
    return index < _AT_EDGES or index >= count - 2


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
