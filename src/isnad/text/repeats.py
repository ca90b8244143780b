"""What a document says twice: teasers before the full text, narrow columns and pull quotes."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from isnad.text.draft import MARKER, Draft
from isnad.text.keys import words_of

_PROBE = 6
_SHINGLE = 3
_COLUMN_LINES = 5
_COLUMN_WIDTH = 34
_COLUMN_WORDS = 7
_COVERED = 0.7
_TEASER_COVERED = 0.9
# Looking for a paragraph's words inside others costs the square of the length: done for reports, not for books.
_LONGEST_SEARCH = 60_000
_PULL_QUOTE = (6, 45)


def mark_repeats(drafts: list[Draft], clean: str) -> None:
    """Claims paragraphs whose words stand in another paragraph too."""
    _starts(drafts)
    if len(clean) <= _LONGEST_SEARCH:
        _pull_quotes(drafts, clean)


def _shingles(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(_SHINGLE)), strict=False)


def _is_column_line(draft: Draft) -> bool:
    return (
        draft.kind is None
        and draft.end - draft.start <= _COLUMN_WIDTH
        and draft.words <= _COLUMN_WORDS
        and not MARKER.match(draft.text)
    )


def join_columns(drafts: list[Draft], clean: str) -> list[Draft]:
    """Runs of very short lines that together repeat a passage become one ``pull_quote``."""
    result: list[Draft] = []
    run: list[Draft] = []
    for draft in [*drafts, None]:
        if draft is not None and _is_column_line(draft):
            run.append(draft)
            continue
        if len(run) >= _COLUMN_LINES:
            run = [_column(run, drafts, clean)] if _repeats_body(run, drafts) else run
        result += run
        run = []
        if draft is not None:
            result.append(draft)
    return result


def _repeats_body(run: list[Draft], drafts: list[Draft]) -> bool:
    return _best_source(" ".join(draft.text for draft in run), run, drafts) is not None


def _column(run: list[Draft], drafts: list[Draft], clean: str) -> Draft:
    start, end = run[0].start, run[-1].end
    column = Draft(start, end, clean[start:end], run[0].blank_before)
    source = _best_source(column.text, run, drafts)
    column.mark("pull_quote", f"a narrow column of {len(run)} lines that repeats the text", source)
    return column


def _best_source(text: str, own: list[Draft], drafts: list[Draft]) -> Draft | None:
    """The draft that holds most of ``text``, when all drafts together hold nearly all of it."""
    words = words_of(text)
    wanted = set(_shingles(words))
    if len(wanted) < _SHINGLE:
        return None
    found: set[tuple[str, ...]] = set()
    best: tuple[int, Draft] | None = None
    for draft in drafts:
        if draft.kind is not None or draft.words <= _COLUMN_WORDS or draft in own:
            continue
        shared = wanted.intersection(_shingles(words_of(draft.text)))
        found |= shared
        if shared and (best is None or len(shared) > best[0]):
            best = len(shared), draft
    if best is None or len(found) < _COVERED * len(wanted):
        return None
    return best[1]


def _starts(drafts: list[Draft]) -> None:
    """Paragraphs with the same first words: the shorter is a teaser or a copy of the longer."""
    by_start: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.kind is not None or draft.words < _PROBE:
            continue
        for key in _start_keys(draft.text):
            by_start[key].append(draft)
    for group in by_start.values():
        if len(group) > 1:
            _mark_group(group)


def _start_keys(text: str) -> list[tuple[str, ...]]:
    """The first words as they stand, and those after a short «place or outlet:» before them."""
    head = text[:140]
    keys = [tuple(head.split(None, _PROBE)[:_PROBE])]
    for sign in (":", "–", " - ", "/"):
        at = head.find(sign, 2, 60)
        if at > 0:
            keys.append(tuple(head[at + len(sign) :].split(None, _PROBE)[:_PROBE]))
    return [key for key in dict.fromkeys(keys) if len(key) == _PROBE]


def _mark_group(group: list[Draft]) -> None:
    longest = max(group, key=lambda draft: (len(draft.text), -draft.start))
    whole = set(_shingles(words_of(longest.text)))
    for draft in group:
        if draft is longest or draft.kind is not None:
            continue
        # The last words of a teaser are cut anywhere, so its last shingle may not stand in the text.
        wanted = list(_shingles(words_of(draft.text)))
        if draft.text.rstrip(" .").endswith("…") or draft.text.endswith(".."):
            wanted = wanted[:-2]
        if wanted and sum(shingle in whole for shingle in wanted) >= _TEASER_COVERED * len(wanted):
            draft.mark("repeat", "its words stand again in a longer paragraph", longest)


def _pull_quotes(drafts: list[Draft], clean: str) -> None:
    """A paragraph of some length whose words stand inside a longer one."""
    least, most = _PULL_QUOTE
    starts = [draft.start for draft in drafts]
    for draft in drafts:
        if draft.kind is not None or not least <= draft.words <= most:
            continue
        probe = draft.text[len(draft.text) // 3 :][:24]
        for at in (clean.find(probe), clean.find(probe, draft.end)):
            other = drafts[bisect_right(starts, at) - 1] if at >= 0 else draft
            if other is not draft and other.kind is None and other.words > draft.words and _stands_in(draft, other):
                draft.mark("pull_quote", "its words stand inside a longer paragraph", other)
                break


def _stands_in(draft: Draft, other: Draft) -> bool:
    wanted = list(_shingles(words_of(draft.text)))
    whole = set(_shingles(words_of(other.text)))
    return bool(wanted) and sum(shingle in whole for shingle in wanted) >= _TEASER_COVERED * len(wanted)
