"""The top of a report: site header, headline (and its repetitions), byline, dateline."""

from __future__ import annotations

import re

from isnad.text.draft import MARKER, QUESTION_SIGN, Draft, unclaimed
from isnad.text.keys import words_of

_TOP = 10
_LONGEST = 170
_MOST_WORDS = 25
_PARAGRAPH = 30
_NOT_FINAL = (".", "،", "؛", ",", ";", ":")
_DATELINE_SHAPE = re.compile(r"[^.:؟?!«»“”\"()]{2,60}\([^()]{2,30}\)\s?[-–—]*")
_BYLINE_SHAPE = re.compile(r"[^\d.:؟?!«»“”\"]{2,60}(?:\s[/|–—-]\s?|\s?[/|]\s)[^\d.:؟?!«»“”\"]{2,60}")


def mark_top(drafts: list[Draft], title: str | None, author: str | None) -> None:
    """Claims the headline with what stands above it and its repetitions, and the byline below it."""
    top = _top(drafts)
    headline = _headline(drafts, top, title)
    if headline is None:
        return
    if headline.kind != "headline":
        headline.mark("headline", headline.reason)
    _mark_repetitions(drafts, headline)
    _mark_byline(drafts, headline, author)


def _top(drafts: list[Draft]) -> list[Draft]:
    """The short lines before the first paragraph."""
    top: list[Draft] = []
    for draft in unclaimed(drafts[: 3 * _TOP])[:_TOP]:
        if draft.words >= _PARAGRAPH:
            break
        if draft.words <= _MOST_WORDS and len(draft.text) <= _LONGEST and not MARKER.match(draft.text):
            top.append(draft)
    return top


def _headline(drafts: list[Draft], top: list[Draft], title: str | None) -> Draft | None:
    known = next((draft for draft in drafts if draft.kind == "headline"), None)
    if known is not None:
        return known
    return _titled(top, title) or _repeated(drafts, top) or _first(drafts, top)


def _titled(top: list[Draft], title: str | None) -> Draft | None:
    """The line that the page's title names, also where the title has the site's name behind it."""
    wanted = " ".join(words_of(title or ""))
    if not wanted:
        return None
    for draft in top:
        key = " ".join(words_of(draft.text))
        if key and (key == wanted or (wanted.startswith(key + " ") and draft.words >= 4)):
            draft.reason = "the title of the document"
            return draft
    return None


def _repeated(drafts: list[Draft], top: list[Draft]) -> Draft | None:
    """A line that stands twice above the text is the headline, and what stands above it the site's header."""
    seen: dict[str, Draft] = {}
    for draft in top:
        key = " ".join(words_of(draft.text))
        first = seen.setdefault(key, draft)
        if first is draft or draft.words < 3:
            continue
        first.reason = "stands again above the text"
        for above in drafts[: drafts.index(first)]:
            if above.kind is None:
                above.mark("boilerplate", "a line above the headline")
        return first
    return None


def _first(drafts: list[Draft], top: list[Draft]) -> Draft | None:
    """The first line, when it is short, does not end as a sentence does, and text follows."""
    rest = unclaimed(drafts)
    if len(rest) < 2 or not top or rest[0] is not top[0]:
        return None
    first = top[0]
    if first.words < 2 or first.text.endswith(_NOT_FINAL) or QUESTION_SIGN.match(first.text):
        return None
    longer = any(draft.words > first.words for draft in rest[1:4])
    if not longer:
        return None
    first.reason = "the first line, short and without a full stop"
    return first


def _mark_repetitions(drafts: list[Draft], headline: Draft) -> None:
    key = words_of(headline.text)
    if len(key) < 3:
        return
    longest = 1.3 * len(headline.text) + 10
    for draft in drafts:
        if draft is headline or draft.kind is not None or len(draft.text) > longest:
            continue
        if words_of(draft.text) == key:
            draft.mark("repeat", "says the headline again", headline)


def _mark_byline(drafts: list[Draft], headline: Draft, author: str | None) -> None:
    below = unclaimed(drafts[drafts.index(headline) + 1 :])
    wanted = words_of(author or "")
    for draft in below[:3]:
        if wanted and words_of(draft.text) == wanted:
            draft.mark("byline", "the author of the document")
            return
    if len(below) < 2 or below[0].words > 14 or below[0].is_final():
        return
    if _DATELINE_SHAPE.fullmatch(below[0].text):
        below[0].mark("dateline", "a place and an agency in brackets, alone under the headline")
    elif _BYLINE_SHAPE.fullmatch(below[0].text):
        below[0].mark("byline", "a short line under the headline, a name and a place or desk")
