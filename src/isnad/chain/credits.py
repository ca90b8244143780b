"""Credit lines: from whom a report says it was taken.

Five places: a dateline («الرياض - واس», "LONDON (Reuters) –"), the end of a paragraph («(د ب أ)», "/واس/"), a byline,
a source line («المصدر: …», «منبع: …»), and a phrase that is an attribution at the same time («به گزارش ایرنا»).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from isnad.lang.outlets import Found, Outlet, OutletTable, outlet_words
from isnad.model import Credit, Segment, Statement, Text
from isnad.text.fold import Folded, fold_key
from isnad.text.trie import trie_pattern

DATELINE_REACH = 60
"""Characters of a paragraph's beginning in which a dateline may stand."""
TAIL_REACH = 45
"""Characters of a paragraph's end in which a credit may stand."""
LEDE_REACH = 3
"""Characters (a mark, a bullet) that may stand before a phrase that opens the report."""

_DATELINE = re.compile(r"[\s*•]*[^.!?\n]{0,60}?(?:-|:|/|\)|\|)")
_SKIPPED = frozenset({"boilerplate", "related_link"})
_BEFORE_THE_LEDE = frozenset({"headline", "byline", "dateline", "credit"})
_OUTLET_SPEAKERS = frozenset({"agency", "outlet"})

Kind = Literal["dateline", "tail", "byline", "source_line", "phrase"]


def find_credits(
    text: Text, folded: Folded, statements: Sequence[Statement], outlets: OutletTable
) -> tuple[Credit, ...]:
    """The credits of a report in order of place, one for each outlet, place kind and span."""
    found: list[Credit] = []
    segments = [segment for segment in text.segments if segment.kind not in _SKIPPED]
    for number, segment in enumerate(segments):
        start, end = folded.to_key(segment.start), folded.to_key(segment.end)
        if segment.kind == "credit" or _source_line(folded.key, start, end):
            found.extend(_named_source(text, folded, start, end, outlets))
        elif segment.kind in ("byline", "dateline"):
            names = [name for name in outlets.scan(folded.key, start, end) if _is_whole(name, folded, start, end)]
            found.extend(_all_names(text, folded, names, "byline"))
        else:
            found.extend(_dateline(text, folded, start, end, outlets, number))
            found.extend(_tail(text, folded, start, end, outlets))
    found.extend(_phrases(text, statements, outlets))
    return tuple(sorted(_distinct(found), key=lambda c: (c.span.start, c.span.end, c.kind)))


_DAY = re.compile(r"\d\s+\Z")
_SURNAME = re.compile(r"\s[A-Z][a-z]")


def _is_whole(name: Found, folded: Folded, start: int, end: int) -> bool:
    """Whether a byline's word is an outlet, no month of a date («8 تشرين الثاني») and no first name ("Petra Holm")."""
    if _DAY.search(folded.key, max(start, name.start - 4), name.start):
        return False
    return not (folded.key[name.start].isascii() and _SURNAME.match(folded.cased, name.end, end))


def _source_pattern() -> re.Pattern[str]:
    words = trie_pattern(fold_key(word) for word in outlet_words("source"))
    return re.compile(rf"\s*[*•-]?\s*(?:{words})\s*[:/]\s*(?P<name>[^\n]+)")


_SOURCE_LINE = _source_pattern()


def _source_line(key: str, start: int, end: int) -> re.Match[str] | None:
    return _SOURCE_LINE.match(key, start, end) if end - start < 160 else None


def _credit(text: Text, name: str, outlet: Outlet | None, kind: Kind, span: tuple[int, int]) -> Credit:
    return Credit(text.document, name, outlet.id if outlet else None, kind, text.span(*span))


def _named_source(text: Text, folded: Folded, start: int, end: int, outlets: OutletTable) -> Iterable[Credit]:
    line = _source_line(folded.key, start, end)
    known = outlets.scan(folded.key, line.start("name") if line else start, end)
    if known:
        return _all_names(text, folded, known, "source_line")
    if line is None:
        return []
    # A name that the table does not know is still a credit: the line says so.
    name_end = re.compile(r"https?://|www\.|\(|$|\n").search(folded.key, line.start("name"), end)
    stop = name_end.start() if name_end and name_end.start() > line.start("name") else end
    while stop > line.start("name") and folded.key[stop - 1] in " .-:":
        stop -= 1
    where = folded.text_range(line.start("name"), stop)
    name = text.clean[slice(*where)]
    return [_credit(text, name, None, "source_line", where)] if 1 < len(name) <= 80 else []


def _all_names(text: Text, folded: Folded, names: Iterable[Found], kind: Kind) -> list[Credit]:
    out = []
    for found in names:
        where = folded.text_range(found.start, found.end)
        out.append(_credit(text, text.clean[slice(*where)], found.outlet, kind, where))
    return out


def _dateline(text: Text, folded: Folded, start: int, end: int, outlets: OutletTable, number: int) -> Iterable[Credit]:
    """Names between the beginning of a paragraph and a separator, in the first paragraphs of a report."""
    if number > 4:
        return []
    reach = _DATELINE.match(folded.key, start, min(end, start + DATELINE_REACH)) if end > start else None
    if reach is None:
        return []
    found = []
    for name in outlets.scan(folded.key, start, min(end, start + DATELINE_REACH)):
        before = folded.key[start : name.start].strip()
        after = folded.key[name.end : name.end + 2].strip()
        opened = not before or before[-1] in "-:/(|–"
        closed = after[:1] in ("-", ":", "/", ")", "|", "–")
        if opened and closed and len(before) < 40:
            found.append(name)
    return _all_names(text, folded, found, "dateline")


def _tail(text: Text, folded: Folded, start: int, end: int, outlets: OutletTable) -> Iterable[Credit]:
    """Names in brackets, between slashes or behind a dash that end a paragraph."""
    begin = max(start, end - TAIL_REACH)
    found = []
    for name in outlets.scan(folded.key, begin, end):
        before = folded.key[max(start, name.start - 3) : name.start].rstrip()
        after = folded.key[name.end : end].strip(" .)/]\"'»")
        if before[-1:] in ("(", "/", "[", "-") and not after:
            found.append(name)
    return _all_names(text, folded, found, "tail")


def _phrases(text: Text, statements: Sequence[Statement], outlets: OutletTable) -> Iterable[Credit]:
    """Attributions whose source is an outlet or agency."""
    for statement in statements:
        if statement.source is None or statement.parent is not None:
            continue
        outlet = outlets.find(statement.source.text)
        if outlet is None and statement.speaker.name:
            outlet = outlets.find(statement.speaker.name)
        if outlet is None and statement.speaker.type not in _OUTLET_SPEAKERS:
            continue
        if outlet is None and statement.speaker.name is None:
            continue
        start = min(statement.source.start, statement.cue.start)
        end = max(statement.source.end, statement.cue.end)
        if end - start > 200:
            start, end = statement.source.start, statement.source.end
        name = statement.speaker.name or statement.source.text
        yield _credit(text, name, outlet, "phrase", (start, end))


def _distinct(found: list[Credit]) -> list[Credit]:
    """One credit for one place: of two kinds for the same name and place the more certain one stays."""
    kept: dict[tuple[str, int], Credit] = {}
    for credit in found:
        kept.setdefault((credit.outlet_id or credit.name, credit.span.end), credit)
    return list(kept.values())


def whole_report(credit: Credit, segments: Sequence[Segment], statements: Sequence[Statement]) -> bool:
    """Whether a credit speaks for the whole report: every kind but a phrase, and a phrase that opens the report as
    agencies are credited («به گزارش خبرگزاری موج، …»).  Any other phrase is the link of its own statement only: who
    cites a channel in the first sentence has not taken the rest from it."""
    if credit.kind != "phrase":
        return True
    opening = next((s for s in segments if s.kind not in _SKIPPED and s.kind not in _BEFORE_THE_LEDE), None)
    if opening is None or not opening.start <= credit.span.start <= opening.start + LEDE_REACH:
        return False
    return any(
        statement.cue_class == "according" and statement.speaker.type == "agency"
        for statement in statements
        if statement.source is not None and credit.span.overlaps(statement.source)
    )
