"""«Name: content» in headlines and teasers: the colon is the cue."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec.structs import replace

from isnad.extract.base import Block, Candidate, Mention, Range
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.contents import Content, kind_of
from isnad.extract.fa.context import Context
from isnad.extract.fa.mentions import mention
from isnad.extract.fa.phrases import trimmed

_COLON = re.compile(r":(?= ?[^\s\d/])")
_HEADLINES = frozenset({"headline", "lead", "subhead", "repeat"})
_MAX_LEFT = 90
# «گفت», «از»: no name ends with such a word, unless it is the last one of an expression that names hold.
_NEVER_LAST = frozenset(word for word, letter in lx.CLASS.items() if letter not in "wl(,") - {
    word.rpartition(" ")[2] for word, letter in lx.CLASS.items() if letter in "wl"
}
_WINDOW = 120  # a verb farther before a colon leaves a name longer than that


def headlines(context: Context, found: list[Candidate]) -> list[Candidate]:
    """The statements whose cue is a colon after a name."""
    key = context.key
    if ":" not in key:
        return []
    cued = {candidate.cue[1] for candidate in found}
    starts: list[int] = []
    sources: set[int] = set()
    known: set[str] | None = None
    out: list[Candidate] = []
    for block in context.blocks:
        if key.find(":", block.start, block.end) < 0:
            continue
        for colon in _COLON.finditer(key, block.start, block.end):
            at = colon.start() - (colon.start() > block.start and key[colon.start() - 1] == " ")
            if at in cued:
                continue
            if not starts:
                starts = [start for start, _ in context.view.sentences]
                sources = {candidate.source[0] for candidate in found if candidate.source}
            index = bisect_right(starts, at) - 1
            if index < 0:
                continue
            start, end = context.view.sentences[index]
            if key[key.rfind(" ", start, at) + 1 : at] in _NEVER_LAST:
                continue
            left, right = _left(key, start, at)
            if left in sources or right <= left or right - left > _MAX_LEFT or lx.LABEL.match(key, left, right):
                continue
            if known is None:
                known = _names(key, found)
            who = mention(key, left, right)
            heading = left == start and (block.kind in _HEADLINES or _whole_block(key, block, start, end))
            if not _speaks(key, left, right, who, known, heading):
                continue
            content = _content(context, colon.end(), _next_source(key, found, colon.end(), end))
            if content is None:
                continue
            if left > start and out and out[-1].content[-1][1] > left:
                first = out[-1].content[0][0]
                out[-1] = replace(out[-1], content=((first, context.trim_end(first, left)),))
            out.append(_candidate(colon.end() - 1, (left, right), content, who))
    return out


_LISTED = 2  # more colons than these tell a list of offices or values: «رئیس: … دبیر: … سخنگو: …»


def _left(key: str, start: int, colon: int) -> tuple[int, int]:
    """The name before the colon: the whole of the sentence so far, or what follows its last verb («… نبود نادر
    پارسا: …» in a chain of headlines without full stops); an empty range when it is no noun phrase."""
    at = start
    if colon - start > _WINDOW:
        start, at = key.find(" ", colon - _WINDOW, colon) + 1, colon
    for token in lx.FUNCTION.finditer(key, start, colon):
        letter = lx.class_of(token)
        if letter in "v;":
            at = token.end()
        elif letter not in "wl(,":
            at = colon
    return trimmed(key, at, colon)


def _speaks(key: str, left: int, right: int, who: Mention, known: set[str], heading: bool) -> bool:
    """A named speaker anywhere, a role («شهردار نیلاب») only in a heading."""
    if who.refers == "name":
        return who.type != "document" and _known_kind(key, left, right, known)
    return heading and who.refers == "description" and who.type == "person" and who.head != ""


def _candidate(at: int, source: Range, content: Content, who: Mention) -> Candidate:
    # «سپیده: …» may be the page naming itself.
    confidence = 0.7 if who.type in ("outlet", "agency") else 0.85
    reasons = ("name and colon",)
    return Candidate((at, at + 1), source, content.spans, "direct", "speech", "", confidence, reasons, who)


def _whole_block(key: str, block: Block, start: int, end: int) -> bool:
    """A line of one sentence without a full stop: a heading, whatever kind it was given."""
    return (
        block.start == start and block.end <= end + 1 and key[block.end - 1] not in ".!?»" and block.end - start < 160
    )


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
    if key[start:end] in known or _named_elsewhere(key, start, end):
        return True
    if lx.TITLE.match(key, start, end) or lx.FIRST_NAME.match(key, start, end) or lx.ROLE.match(key, start, end):
        return True
    if lx.NOUN.match(key, start, end) or lx.PLACE.match(key, start, end):
        return key.count(" ", start, end) < 6
    return any(lx.ROLE.match(key, word.start(), end) for word in lx.WORD.finditer(key, start, end))


def _named_elsewhere(key: str, start: int, end: int) -> bool:
    """A surname alone («دلیر: …») that a title, a role or a first name stands before elsewhere in the text."""
    if " " in key[start:end] or end - start < 3:
        return False
    at = key.find(f" {key[start:end]}")
    while at >= 0:
        word = key[max(0, at - 24) : at].split()[-1:]
        if at + 1 != start and word and (word[0] in lx.FIRST_NAMES or word[0] in lx.TITLES):
            return not key[at + 1 + end - start : at + 2 + end - start].isalpha()
        at = key.find(f" {key[start:end]}", at + 1)
    return False


def _next_source(key: str, found: list[Candidate], start: int, end: int) -> int:
    """Where a source inside the heading's sentence begins a statement of its own: «شهردار: پل بسته است نادر پارسا گفت»;
    otherwise ``end``."""
    for candidate in found:
        if candidate.source is None or candidate.cue_class == "according":
            continue
        at = candidate.source[0]
        if start < at < candidate.cue[0] < end and candidate.cue[1] <= candidate.content[0][0]:
            before = key.rfind(" ", start, at - 1) + 1
            token = lx.FUNCTION.match(key, before, at - 1)
            if token and token.end() == at - 1 and lx.class_of(token) == "v":
                return at
    return end


def _content(context: Context, start: int, end: int) -> Content | None:
    key = context.key
    while start < end and key[start] in " \n":
        start += 1
    quote = context.quote_at(start)
    if quote:
        return Content(((quote.inner_start, quote.inner_end),), "direct", "quote", end)
    stop = context.trim_end(start, end)
    if stop - start < 10 or key.count(" ", start, stop) < 2 or key.count(":", start, stop) > _LISTED:
        return None
    return Content(((start, stop),), kind_of(context, start, stop, "direct"), "colon", stop)
