"""Speech that runs on: «وی گفت: … . … . وی افزود: …»: the sentences between two statements are still the speaker's.

Persian reports give the words of a speaker after a colon, without marks, and more than one sentence of them.  A
sentence that follows and holds no statement of its own is read as his when it is in the first person, or when the next
statement of the paragraph goes on in the same style; the report's own formulas («گفتنی است …») end his words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import islice

from msgspec.structs import replace

from isnad.extract.base import Candidate, Range
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.context import Context, Unit

_REACH = 8  # so many sentences at most
_NESTED = 6  # so many statements may stand inside somebody's words
_SPEAKING = frozenset({"person", "unnamed", "collective"})
_GAP = '.!?;,:»" \n'
_SAYS = re.compile(r"\b(?:گفت|افزود|كرد|كردند|داد|دادند|داشت|شد|نوشت|مي ?گويد|مي ?نويسد) ?:")
# «ما»، «می‌کنیم»، «کرده‌ایم»، «داریم»: verbs and pronouns of the first person
_FIRST_PERSON = re.compile(
    r"\b(?:ما|من|بنده|خودمان|اينجانب)\b|\bن?مي ?(?!ثم\b)\w{2,}م\b"
    r"|\b(?!قديم|تقديم|نديم|تنديم|يتيم)\w{2,}[دت](?:ه ?ا)?يم\b|\bن?(?:دار|باش|توان|ب?خواه)يم\b"
)


def go_on(context: Context, found: list[Candidate]) -> list[Candidate]:
    """The candidates, in order of cues, with the contents that run on over the next sentences lengthened."""
    running = [candidate for candidate in found if _runs(context.key, candidate)]
    begun = _Begun(context, found) if running else None
    longer: dict[int, int] = {}
    for candidate in running:
        old = candidate.content[-1][1]
        if begun and old not in longer and (end := _end(context, candidate, begun)) > old:
            longer[old] = end
    return _inside(context, [_lengthened(candidate, longer) for candidate in found] if longer else found)


def may_run(context: Context, unit: Unit, found: list[Candidate]) -> bool:
    """Whether the words of the last speaker, given after a colon in the same paragraph, may go on to this sentence."""
    for candidate in islice(reversed(found), _NESTED):
        if _runs(context.key, candidate):
            at = candidate.content[0][1]
            block = context.blocks[unit.block]
            return block.start <= at <= unit.start and context.key.count(". ", at, unit.start) < _REACH
    return False


def _inside(context: Context, found: list[Candidate]) -> list[Candidate]:
    """Without the statements in the first person that no words ran on to."""
    if not context.supposed:
        return found
    held = [span for candidate in found if candidate.carry != "self" for span in candidate.content]
    return [
        candidate
        for candidate in found
        if candidate.cue[0] not in context.supposed or any(s <= candidate.cue[0] < e for s, e in held)
    ]


def _runs(key: str, candidate: Candidate) -> bool:
    """Words of somebody after a verb of saying and a colon, without quotation marks."""
    if candidate.kind != "direct" or candidate.cue_class != "speech" or len(candidate.content) != 1:
        return False
    if candidate.mention is None or candidate.mention.type not in _SPEAKING:
        return False
    start = candidate.content[0][0]
    return ":" in key[candidate.cue[1] : start] and key[start - 1] not in '«"'


def _begin(candidate: Candidate) -> int:
    begin = min(candidate.cue[0], candidate.content[0][0])
    return min(begin, candidate.source[0]) if candidate.source else begin


class _Begun:
    """The candidates by where they begin, and where sentences and blocks do: looked up, so that time stays linear."""

    __slots__ = ("begins", "block_starts", "candidates", "sentence_starts")

    def __init__(self, context: Context, found: list[Candidate]) -> None:
        begins = [_begin(candidate) for candidate in found]
        order = sorted(range(len(found)), key=begins.__getitem__)
        self.candidates = [found[number] for number in order]
        self.begins = [begins[number] for number in order]
        self.sentence_starts = [start for start, _ in context.sentences]
        self.block_starts = [block.start for block in context.blocks]

    def inside(self, start: int, end: int) -> list[Candidate]:
        """The candidates that begin in a range of the key."""
        return self.candidates[bisect_left(self.begins, start) : bisect_left(self.begins, end)]


def _end(context: Context, candidate: Candidate, begun: _Begun) -> int:
    """Where the words end; the old end when the next sentence is not plainly the speaker's."""
    old, begins = candidate.content[0][1], begun.begins
    block = context.blocks[bisect_right(begun.block_starts, candidate.cue[0]) - 1]
    following, sentence = bisect_left(begins, old), bisect_left(begun.sentence_starts, old)
    rest: list[Range] = []
    for start, end in context.sentences[sentence : sentence + _REACH]:
        while following < len(begins) and begins[following] < start:
            following += 1
        if following < len(begins) and begins[following] < end:
            first = begun.candidates[following]
            told = first.kind == "direct" and first.carry != "self"
            if told or not _told_me(context.key, begun.inside(start, end), start):
                break
        if end > block.end or _new_voice(context.key, start, end):
            break
        rest.append((start, end))
    if not rest or context.key[old : rest[0][0]].strip(_GAP):
        return old
    while following < len(begins) and begun.candidates[following].carry == "self":
        following += 1
    limit = begins[following] if following < len(begins) else block.end
    if limit >= block.end or not any(_runs(context.key, c) for c in begun.inside(limit, limit + 1)):
        # The next statement of the paragraph is no words after a colon: only the first person goes on.
        while rest and _FIRST_PERSON.search(context.key, *rest[-1]) is None:
            rest.pop()
    return context.trim_end(candidate.content[0][0], rest[-1][1]) if rest else old


def _told_me(key: str, inside: list[Candidate], start: int) -> bool:
    """«او به من گفت که …»: statements inside the words, told by the first person before their cues."""
    return all(c.carry == "self" or (c.kind != "direct" and _FIRST_PERSON.search(key, start, c.cue[0])) for c in inside)


def _new_voice(key: str, start: int, end: int) -> bool:
    """The report's own voice or another's: a formula, a paragraph that lost its line break, a verb with a colon."""
    if (key[start - 1] not in " \n" and key[start].isalpha()) or lx.NARRATION.match(key, start, end):
        return True
    return key.find(":", start, end) >= 0 and _SAYS.search(key, start, end) is not None


def _lengthened(candidate: Candidate, longer: dict[int, int]) -> Candidate:
    start, old = candidate.content[-1]
    end = longer.get(old)
    return candidate if end is None else replace(candidate, content=(*candidate.content[:-1], (start, end)))
