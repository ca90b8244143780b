"""Days inside a quotation that retells what somebody said at another time: no report's date resolves them.

«قال لي: «سنرحل غداً»» was said on a day that the report does not name: "tomorrow" is the day after that one.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line

_MARKS = re.compile("[«»\"“”„‘’']")
_FRAME_WORDS = 8
"""Words before a quotation among which its cue is looked for."""
REASON = "said inside a quotation that retells another day"


def open_retold(line: Line, drafts: list[Draft]) -> None:
    """Leaves the date open of every draft that points from the report's day but stands in a retold quotation.

    A quotation is retold where it stands inside another, where its cue has the one quoted or the writer for listener
    («قال لي»), or where a day before the report's was named before it in the same sentence or quotation.
    """
    pointing = [draft for draft in drafts if draft.pointing and draft.edtf is not None]
    if not pointing or line.published is None:
        return
    quotes = _quotes(line)
    for draft in pointing if quotes else ():
        around = [quote for quote in quotes if quote[0] <= draft.start < quote[1]]
        if around and (len(around) > 1 or _addressed(line, around[0][0]) or _dated(line, draft, drafts, around[0][0])):
            draft.edtf = draft.day = draft.calendar = None
            draft.approximate = False
            draft.doubt(REASON)


def _quotes(line: Line) -> list[tuple[int, int]]:
    """The quotations of a line as words from the first to the one behind the last; those never closed are left out."""
    text = line.folded.text
    start, end = line.folded.text_range(line.starts[0], line.ends[-1])
    if not _MARKS.search(text, start, end):
        return []
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text, start, end):
        mark, at = match[0], match.start()
        closing = _closes(text, mark, at, opened)
        if closing is None:
            continue
        if not closing:
            opened.append((mark, at))
        elif opened:
            found.append((opened.pop()[1], at))
    keys = line.folded.to_keys([at for place in found for at in place])
    places = [bisect_left(line.starts, key) for key in keys]
    return sorted(zip(places[::2], places[1::2], strict=True))


_PAIRS = {"»": "«", "”": "“„", "’": "‘"}


def _closes(text: str, mark: str, at: int, opened: list[tuple[str, int]]) -> bool | None:
    """Whether a mark closes the last quotation opened (False: it opens one); None where it is none (an apostrophe)."""
    last = opened[-1][0] if opened else ""
    if mark in "’'":
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if before.isalnum() and after.isalnum():
            return None
        if last in ("'", "‘"):
            return True
        return False if mark == "'" and after.isalnum() and not before.isalnum() else None
    if mark in _PAIRS:
        return True if last and last in _PAIRS[mark] else None
    return mark == '"' and last == '"'


def _addressed(line: Line, quote: int) -> bool:
    """Whether the cue before the quotation is one of a talk that is retold («قال لي», "told me")."""
    for at in range(quote - 1, max(-1, quote - _FRAME_WORDS), -1):
        if line.texts[at] != ":" and line.breaks(at):
            return False
        if line.has(at, "retold"):
            return True
    return False


def _dated(line: Line, draft: Draft, drafts: list[Draft], quote: int) -> bool:
    """Whether a day or year before the report's stands in the quotation or its sentence, before the draft."""
    first = quote
    while first > 0 and (line.texts[first - 1] == ":" or not line.breaks(first - 1)):
        first -= 1
    published = line.published
    assert published is not None
    today = published.isoformat()
    return any(
        other.kind == "date"
        and not other.pointing
        and other.edtf is not None
        and first <= other.start < draft.start
        and other.edtf[:4].isdecimal()
        and other.edtf[:10] < today[: len(other.edtf[:10])]
        for other in drafts
    )
