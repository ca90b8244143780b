"""Answers of an interview: the label before an answer is its cue, and what follows is said by who is asked.

A label is a name («درویشان: …») or a sign for "answer" («ج: …», "A: …"). The sign names nobody: it is the one whom the
paragraph before the questions says was asked, or else who spoke last before the interview, or in its headline. Where
no answer has a label, the question's mark is the cue; who answers is then the one who was asked, or, if the text has no
head that may name somebody (a clipping), unnamed. In such a clipping a paragraph in the first person that stands before
the first question is the rest of an answer that lost its own: it is the same one's words, and the cue is the first of
those in which he speaks of himself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import takewhile

from msgspec.structs import replace

from isnad.extract.base import Block, Candidate, Mention, Range, View
from isnad.extract.namesakes import name_at, name_behind
from isnad.lang.tables import ROOT, read_table
from isnad.text.fold import Folded, fold_key
from isnad.text.trie import trie_pattern

_NOBODY = Mention("unnamed", None, "unnamed")
_BEFORE = 4
"""Paragraphs before the first answer in which the interviewed person may be named."""
_REACH = 60
_MARKS = ".!?:;\n"
_REASON = ("answer of an interview",)
_LEAST_ANSWERS = 3
"""Answers from which on a text is an interview with whom it introduces."""
_LEAST_SELF = 3
"""Words in the first person that a paragraph without a question must have."""
_REST = ("answer of an interview without its question",)
_LABEL = re.compile(r"[\s\-*•]*([^:\n.!?]{1,40}?)\s*(:)\s*(?=\S)")


@cache
def _words(use: str) -> frozenset[str]:
    rows = read_table(ROOT / "interview.tsv", ("word", "language", "use"))
    return frozenset(fold_key(row["word"]) for row in rows if row["use"] == use)


@cache
def _self(language: str) -> re.Pattern[str]:
    rows = read_table(ROOT / "interview.tsv", ("word", "language", "use"))
    words = {fold_key(row["word"]) for row in rows if row["use"] == "self" and row["language"] == language}
    any_of = "|".join(re.escape(word).replace(r"\*", r"\w{2,}") for word in sorted(words))
    return re.compile(rf"(?<!\w)[وف]?(?:{any_of})(?!\w)")


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie_pattern(_words('asked'))})(?!\w)")


def find_answers(view: View, found: list[Candidate]) -> list[Candidate]:
    """A candidate for each labelled answer among the blocks; its content goes on over unlabelled answers below it.

    A beginning that holds a cue («… گفت: …») is no label but a sentence of its own, and is left to the grammar,
    which ``found`` these statements.
    """
    key, blocks = view.folded.key, view.blocks
    if not any(block.kind == "answer" for block in blocks):
        return []
    cues = [cue.start for cue in view.cues]
    interviewed = _interviewed(view) or _introduced(view)
    out: list[Candidate] = []
    for number, block in enumerate(blocks):
        label = _LABEL.match(key, block.start, block.end) if block.kind == "answer" else None
        if label and bisect_left(cues, label.start(1)) == bisect_left(cues, label.end(1)):
            out.append(_candidate(key, label, _content(key, blocks, number, label.end()), interviewed))
    if out:
        return out
    if interviewed is not None:
        return _unlabelled(key, blocks, Mention("person", interviewed, "name"))
    headed = any(block.kind in ("headline", "lead") for block in blocks)
    if headed or any(_is_person(candidate.mention) for candidate in found):
        return []
    return [*_without_question(view), *_unlabelled(key, blocks, _NOBODY)]


def _without_question(view: View) -> list[Candidate]:
    """The paragraphs of a clipping before its first question in which somebody speaks of himself."""
    key = view.folded.key
    cues = {cue.start for cue in view.cues}
    out: list[Candidate] = []
    for block in takewhile(lambda block: block.kind != "answer", view.blocks):
        if _asked().search(key, block.start, block.end):
            return []  # who asks introduces whom he asks
        selves = [word for word in _self(block.language).finditer(key, block.start, block.end) if _own(view, word)]
        cue = next((word.span() for word in selves if word.start() not in cues), None)
        if cue is not None and len(selves) >= _LEAST_SELF:
            content = ((block.start, block.end),)
            out.append(Candidate(cue, None, content, "direct", "speech", "", 0.6, _REST, _NOBODY))
    return out


def _own(view: View, word: re.Match[str]) -> bool:
    """Whether a word is the paragraph's own and not one of a quotation in it."""
    return not any(quote.start <= word.start() < quote.end for quote in view.quotes)


def _unlabelled(key: str, blocks: list[Block], who: Mention) -> list[Candidate]:
    """The answers of the one who was asked, or of somebody whom nothing can name; each goes on to the next question."""
    out: list[Candidate] = []
    content: list[Range] = []
    end = 0
    for block in blocks:
        mark = end + len(key[end : block.start].rstrip())
        if block.kind != "answer":
            content = []
        elif mark > end and key[mark - 1] == "?":
            content = [(block.start, block.end)]
            cue = (mark - 1, mark)
            out.append(Candidate(cue, None, tuple(content), "direct", "speech", "", 0.85, _REASON, who))
        elif content:
            content.append((block.start, block.end))
            out[-1] = replace(out[-1], content=tuple(content))
        end = block.end
    return out


def _is_person(mention: Mention | None) -> bool:
    return mention is not None and mention.type == "person" and mention.refers == "name"


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


def _interviewed(view: View) -> Range | None:
    """The name of whom the text before the first answer says was asked; None without one, or with several."""
    first = next(number for number, block in enumerate(view.blocks) if block.kind == "answer")
    found: dict[str, Range] = {}
    for block in view.blocks[max(0, first - _BEFORE) : first]:
        for asked in _asked().finditer(view.folded.key, block.start, block.end):
            name = _name(view.folded, asked.end(), block.end)
            if name is not None:
                found.setdefault(view.folded.key[slice(*name)], name)
    return min(found.values()) if len(found) == 1 else None


def _introduced(view: View) -> Range | None:
    """The name that a paragraph before the first of several questions begins with, if only one does."""
    first = next(number for number, block in enumerate(view.blocks) if block.kind == "answer")
    if sum(block.kind == "answer" for block in view.blocks) < _LEAST_ANSWERS:
        return None
    told = [block for block in view.blocks[max(0, first - _BEFORE) : first] if block.kind in ("lead", "body")]
    found = {view.folded.key[slice(*name)]: name for block in told if (name := name_at(view.folded, block.start))}
    return min(found.values()) if len(found) == 1 else None


def _name(folded: Folded, start: int, end: int) -> Range | None:
    """The nearest name behind words that say who was asked, past titles and offices but not past a mark."""
    at = start
    while at < min(end, start + _REACH) and folded.key[at] not in _MARKS:
        if folded.key[at] == " " and (name := name_behind(folded, at)):
            return name
        at += 1
    return None


def _candidate(key: str, label: re.Match[str], content: tuple[Range, ...], interviewed: Range | None) -> Candidate:
    name = label.span(1)
    if key[slice(*name)] in _words("answer"):
        cue = (name[0], label.end(2))
        if interviewed is not None:
            asked = Mention("person", interviewed, "name")
            return Candidate(cue, None, content, "direct", "speech", "", 0.9, _REASON, asked)
        return Candidate(cue, None, content, "direct", "speech", "same", 0.85, _REASON, None)
    mention = Mention("person", name, "name")
    return Candidate(label.span(2), name, content, "direct", "speech", "", 0.95, _REASON, mention)
