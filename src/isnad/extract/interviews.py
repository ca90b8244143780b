"""Answers of an interview: the label before an answer is its cue, and what follows is said by who is asked.

A label is a name («درویشان: …») or a sign for "answer" («ج: …», "A: …"); the sign names nobody, so the person who
spoke last before the interview, or in its headline, is taken to go on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from isnad.extract.base import Block, Candidate, Mention, Range, View
from isnad.lang.tables import ROOT, read_table
from isnad.text.fold import fold_key

_LABEL = re.compile(r"[\s\-*•]*([^:\n.!?]{1,40}?)\s*(:)\s*(?=\S)")


@cache
def _signs() -> frozenset[str]:
    rows = read_table(ROOT / "interview.tsv", ("word", "language"))
    return frozenset(fold_key(row["word"]) for row in rows)


def find_answers(view: View) -> list[Candidate]:
    """A candidate for each labelled answer among the blocks; its content goes on over unlabelled answers below it.

    A beginning that holds a cue («… گفت: …») is no label but a sentence of its own, and is left to the grammar.
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
        return Candidate(cue, None, content, "direct", "speech", "same", 0.85, ("answer of an interview",), None)
    mention = Mention("person", name, "name")
    return Candidate(label.span(2), name, content, "direct", "speech", "", 0.95, ("answer of an interview",), mention)
