"""Answers of an interview: the label before an answer is its cue, and what follows is said by who is asked.

A label is a name («درویشان: …») or a sign for "answer" («ج: …», "A: …"); the sign names nobody, so the person who
spoke last before the interview, or in its headline, is taken to go on.  Where no answer has a label
and the text no head that may name somebody (a clipping), the question's mark is the cue, and who answers is unnamed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from msgspec.structs import replace

from isnad.extract.base import Block, Candidate, Mention, Range, View
from isnad.lang.tables import ROOT, read_table
from isnad.text.fold import fold_key

_REASON = ("answer of an interview",)
_LABEL = re.compile(r"[\s\-*•]*([^:\n.!?]{1,40}?)\s*(:)\s*(?=\S)")


@cache
def _signs() -> frozenset[str]:
    rows = read_table(ROOT / "interview.tsv", ("word", "language"))
    return frozenset(fold_key(row["word"]) for row in rows)


def find_answers(view: View, found: list[Candidate]) -> list[Candidate]:
    """A candidate for each labelled answer among the blocks; its content goes on over unlabelled answers below it.

    A beginning that holds a cue («… گفت: …») is no label but a sentence of its own, and is left to the grammar,
    which ``found`` these statements.
    """
    key, blocks = view.folded.key, view.blocks
    if not any(block.kind == "answer" for block in blocks):
        return []
    cues = [cue.start for cue in view.cues]
    out: list[Candidate] = []
    for number, block in enumerate(blocks):
        label = _LABEL.match(key, block.start, block.end) if block.kind == "answer" else None
        if label and bisect_left(cues, label.start(1)) == bisect_left(cues, label.end(1)):
            out.append(_candidate(key, label, _content(key, blocks, number, label.end())))
    return out or _asked(key, blocks, found)


def _asked(key: str, blocks: list[Block], found: list[Candidate]) -> list[Candidate]:
    """The answers of somebody whom nothing can name: each goes on to the next question."""
    if any(block.kind in ("headline", "lead") for block in blocks):
        return []
    if any(c.mention is not None and c.mention.type == "person" and c.mention.refers == "name" for c in found):
        return []
    out: list[Candidate] = []
    content: list[Range] = []
    end = 0
    for block in blocks:
        mark = end + len(key[end : block.start].rstrip())
        if block.kind != "answer":
            content = []
        elif mark > end and key[mark - 1] == "?":
            content = [(block.start, block.end)]
            nobody = Mention("unnamed", None, "unnamed")
            cue = (mark - 1, mark)
            out.append(Candidate(cue, None, tuple(content), "direct", "speech", "", 0.85, _REASON, nobody))
        elif content:
            content.append((block.start, block.end))
            out[-1] = replace(out[-1], content=tuple(content))
        end = block.end
    return out


def _content(key: str, blocks: list[Block], number: int, start: int) -> tuple[Range, ...]:
    ranges = [(start, blocks[number].end)]
    for following in blocks[number + 1 :]:
        if following.kind != "answer" or _LABEL.match(key, following.start, following.end):
            break
        if following.number == blocks[number].number + len(ranges) and not key[ranges[-1][1] : following.start].strip():
            ranges[-1] = (ranges[-1][0], following.end)
        else:
            ranges.append((following.start, following.end))
    return tuple(ranges)


def _candidate(key: str, label: re.Match[str], content: tuple[Range, ...]) -> Candidate:
    name = label.span(1)
    if key[slice(*name)] in _signs():
        cue = (name[0], label.end(2))
        return Candidate(cue, None, content, "direct", "speech", "same", 0.85, _REASON, None)
    mention = Mention("person", name, "name")
    return Candidate(label.span(2), name, content, "direct", "speech", "", 0.95, _REASON, mention)
