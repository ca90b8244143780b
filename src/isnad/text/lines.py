"""Plain text to drafts: a line is a paragraph, unless lines were wrapped by a program."""

from __future__ import annotations

import re
from itertools import pairwise

from isnad.text.draft import MARKER, Draft

_LINE = re.compile(r"\S(?:[^\n\r\x0b\x0c\x85\u2028\u2029]*\S)?")
_WIDEST = 130
_NARROWEST = 36
_LEAST_LINES = 3


def split_lines(text: str) -> list[Draft]:
    """The paragraphs of plain text, in order, without the white space around them."""
    drafts: list[Draft] = []
    before = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        # Most gaps are "\n" or "\n\n"; only odd ones are worth counting in.
        gap = start - before
        blank = gap >= 2 and text.count("\n", before, start) >= 2
        drafts.append(Draft(start, end, match.group(), blank))
        before = end
    return _unwrapped(drafts, text)


def _unwrapped(drafts: list[Draft], text: str) -> list[Draft]:
    """Joins hard-wrapped lines; runs of lines that no program wrapped stay as they are."""
    result: list[Draft] = []
    run: list[Draft] = []
    for draft in drafts:
        if draft.blank_before or draft.end - draft.start > _WIDEST:
            result += _run(run, text)
            run = []
        if draft.end - draft.start > _WIDEST:
            result.append(draft)
        else:
            run.append(draft)
    return result + _run(run, text)


def _run(run: list[Draft], text: str) -> list[Draft]:
    if len(run) < _LEAST_LINES or any(MARKER.match(draft.text) for draft in run[1:]):
        return run
    width = max(draft.end - draft.start for draft in run)
    if width < _NARROWEST:
        return run
    full = [_is_full(draft, after, width) for draft, after in pairwise(run)]
    inner = sum(not draft.is_final() for draft in run[:-1])
    # A program leaves no room for the next word; an author who ends lines himself nearly always does.
    if sum(full) < 0.75 * len(full) or inner < 0.5 * len(full):
        return run
    return _joined(run, [*full, False], text)


def _is_full(draft: Draft, after: Draft, width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    word = after.text.find(" ")
    length = word if word >= 0 else len(after.text)
    return draft.end - draft.start + 1 + length > width - 2


def _joined(run: list[Draft], full: list[bool], text: str) -> list[Draft]:
    """One draft for each paragraph of a wrapped run: a paragraph ends where a line has room and a full stop."""
    result: list[Draft] = []
    first = run[0]
    for draft, is_full in zip(run, full, strict=True):
        last_of_paragraph = not is_full and draft.is_final()
        if last_of_paragraph or draft is run[-1]:
            result.append(Draft(first.start, draft.end, text[first.start : draft.end], first.blank_before))
            position = run.index(draft) + 1
            first = run[position] if position < len(run) else first
    return result
