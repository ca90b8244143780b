"""«Name: content» in headlines and teasers: the colon is the cue."""

from __future__ import annotations

import re
from bisect import bisect_right

from isnad.extract.base import Block, Candidate
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.contents import Content, kind_of
from isnad.extract.fa.context import Context
from isnad.extract.fa.mentions import mention
from isnad.extract.fa.phrases import trimmed

_COLON = re.compile(r" ?:(?= ?[^\s\d/])")
_HEADLINES = frozenset({"headline", "lead", "subhead", "repeat"})
_MAX_LEFT = 90


def headlines(context: Context, found: list[Candidate]) -> list[Candidate]:
    """The statements whose cue is a colon after a name."""
    key = context.key
    if ":" not in key:
        return []
    starts = [start for start, _ in context.view.sentences]
    out: list[Candidate] = []
    cued = {candidate.cue[1] for candidate in found}
    sources = {candidate.source[0] for candidate in found if candidate.source}
    known: set[str] | None = None
    for block in context.blocks:
        for colon in _COLON.finditer(key, block.start, block.end):
            index = bisect_right(starts, colon.start()) - 1
            if index < 0:
                continue
            start, end = context.view.sentences[index]
            left, right = trimmed(key, start, colon.start())
            if left in sources or colon.start() in cued or right <= left or right - left > _MAX_LEFT:
                continue
            if key.find(":", left, right) >= 0 or not _nominal(key, left, right):
                continue
            if known is None:
                known = _names(key, found)
            who = mention(key, left, right)
            titled = who.refers == "name" and who.type != "document" and _known_kind(key, left, right, known)
            described = who.refers == "description" and who.type == "person" and who.head != ""
            if not titled and not (described and (block.kind in _HEADLINES or _whole_block(key, block, start, end))):
                continue
            content = _content(context, colon.end(), end)
            if content is None:
                continue
            at = colon.end() - 1
            out.append(
                Candidate(
                    (at, at + 1),
                    (left, right),
                    content.spans,
                    "direct",
                    "speech",
                    "",
                    0.85,
                    ("name and colon",),
                    who,
                )
            )
    return out


def _whole_block(key: str, block: Block, start: int, end: int) -> bool:
    """A line of one sentence without a full stop: a heading, whatever kind it was given."""
    return (
        block.start == start and block.end <= end + 1 and key[block.end - 1] not in ".!?»" and block.end - start < 160
    )


def _nominal(key: str, start: int, end: int) -> bool:
    return all(lx.class_of(token) in "wl(," for token in lx.FUNCTION.finditer(key, start, end))


def _names(key: str, found: list[Candidate]) -> set[str]:
    """The last words of names that speak elsewhere in the text."""
    out: set[str] = set()
    for candidate in found:
        if candidate.mention and candidate.mention.name and candidate.mention.type in ("person", "organisation"):
            start, end = candidate.mention.name
            out.add(key[start:end])
            out.add(key[start:end].rsplit(" ", 1)[-1])
    return out


def _known_kind(key: str, start: int, end: int, known: set[str]) -> bool:
    if key[start:end] in known:
        return True
    if lx.TITLE.match(key, start, end) or lx.FIRST_NAME.match(key, start, end) or lx.ROLE.match(key, start, end):
        return True
    if lx.NOUN.match(key, start, end) or lx.PLACE.match(key, start, end):
        return key.count(" ", start, end) < 6
    return any(lx.ROLE.match(key, word.start(), end) for word in lx.WORD.finditer(key, start, end))


def _content(context: Context, start: int, end: int) -> Content | None:
    key = context.key
    while start < end and key[start] in " \n":
        start += 1
    quote = context.quote_at(start)
    if quote:
        return Content(((quote.inner_start, quote.inner_end),), "direct", "quote", end)
    stop = context.trim_end(start, end)
    if stop - start < 10 or key.count(" ", start, stop) < 2:
        return None
    return Content(((start, stop),), kind_of(context, start, stop, "direct"), "colon", stop)
