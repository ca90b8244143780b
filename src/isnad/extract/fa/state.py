"""What is known while one sentence is read: where the clause begins, who its subject is, which content is open."""

from __future__ import annotations

import re
from typing import Literal

from msgspec.structs import replace

from isnad.extract.base import Candidate, CueMatch, Mention, Range
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.according import Agent
from isnad.extract.fa.contents import Content, marked
from isnad.extract.fa.context import Context, Unit
from isnad.extract.fa.mentions import plausible
from isnad.extract.fa.subjects import subject
from isnad.lang.cues import Form

_SPOKEN_QUOTE = 20  # a quotation at least so long at the start of a clause is what somebody says
_NAME_QUOTE = 45  # a shorter one that begins like a name is a name: «نادر پارسا» with his titles
_CONTRAST = re.compile(r"(?:(?<=[دتن])|(?<=[دتن]ه)),? (?:اما|ولي),? (?=[^;:«»]{4,90}$)")
_BUT = re.compile(r",? ?\b(?:اما|ولي) [^,;:]{0,45}$")
_COORDINATED = re.compile(r"\b(?:و|اما|ولي) (?:(?:همچنين|سپس|نيز|در ادامه|در پايان|هم|همزمان) )?$")
# How far before the cue these three can begin: nothing longer is searched.
_CONTRAST_REACH, _BUT_REACH, _AND_REACH = 100, 54, 24


class Source:
    """A subject that has been read: shared by the cues of one clause."""

    __slots__ = ("mention", "range")

    def __init__(self, where: Range, found: Mention) -> None:
        self.range = where
        self.mention = found


class Open:
    """A content that later cues of the sentence may stand in or end."""

    __slots__ = ("content", "index", "tag")

    def __init__(self, index: int, content: Content, tag: str) -> None:
        self.index = index
        self.content = content
        self.tag = tag


class Sentence:
    """One sentence while its cues are read from left to right. ``out`` is shared by all sentences of a text."""

    __slots__ = (
        "before",
        "clause",
        "context",
        "ended",
        "floor",
        "joined",
        "key",
        "number",
        "open",
        "out",
        "participle",
        "source",
        "unit",
        "via",
    )

    def __init__(self, context: Context, unit: Unit, out: list[Candidate]) -> None:
        self.context = context
        self.key = context.key
        self.unit = unit
        self.out = out
        self.floor = unit.start
        self.source: Source | None = None
        self.open: Open | None = None
        self.via: Agent | None = None
        self.joined: Content | None = None
        self.participle: tuple[int, Source] | None = None  # the last «با بیان اینکه …» inside a content: its end, who
        self.clause = 0
        self.ended = 0
        self.before = -1
        self.number = 0

    def encloses(self, cue: CueMatch, form: Form) -> bool:
        """Whether the cue stands inside the open content; a coordinated verb ends that content instead."""
        if self.open is None:
            return False
        content = self.open.content
        begin, end = content.spans[0][0], content.spans[-1][1]
        if not begin <= cue.start < end:
            return False
        if content.shape == "quote":
            return True
        contrast = self._contrast(begin, cue, form)
        joined = contrast or _COORDINATED.search(self.key, max(begin, cue.start - _AND_REACH), cue.start)
        if joined is None and form.tag == "pass":
            joined = _BUT.search(self.key, max(begin, cue.start - _BUT_REACH), cue.start)
        if joined is None or (form.tag not in (self.open.tag, "pass") and contrast is None):
            return True
        if form.tag == "pass" and form.cue.cue_class != "speech":
            return True
        self._close(joined.start())
        return False

    def _contrast(self, begin: int, cue: CueMatch, form: Form) -> re.Match[str] | None:
        """«… باز می‌گردد ولی مقام‌های دلتا گفته‌اند که …»: a new main clause with its own speaker."""
        if self.open is None or self.open.content.shape not in ("ke", "bare") or form.tag == "pass":
            return None
        found = _CONTRAST.search(self.key, max(begin, cue.start - _CONTRAST_REACH), cue.start)
        judged = found is not None and "ra" in form.cue.takes and self.key.find(" را ", found.end(), cue.start) >= 0
        if found is None or not (judged or marked(self.context, self.unit, cue.end)):
            return None
        phrase = subject(self.key, found.end(), cue.start, form.tag.endswith("3p"), judged)
        return found if phrase and plausible(self.key, phrase.start, phrase.end) else None

    def _close(self, at: int) -> None:
        """End the open content before a coordinated verb."""
        if self.open is None:
            return
        candidate = self.out[self.open.index]
        start = candidate.content[0][0]
        end = self.context.trim_end(start, at)
        if end > start:
            for index in range(self.open.index, len(self.out)):
                if self.out[index].content == candidate.content:
                    self.out[index] = replace(self.out[index], content=((start, end),))
        self.floor = at
        self.open = None

    def clause_start(self, cue: CueMatch, nested: bool) -> int:
        """Where the clause of the cue begins: the sentence, the last statement, or a clause inside a content.

        ``clause`` is set to the last place where a finite verb has ended a clause on the way (0: none), ``ended`` to
        the end of the last finite verb on the way, whatever follows it (0: none), ``before`` to the beginning of the
        clause that «و» or «اما» joins this one to (-1: none).
        """
        start = self.after_statement(cue, nested)
        last, clause, verb_end = start, 0, -1
        self.before, self.ended = -1, 0
        for word, at, end in lx.borders(self.key, start, cue.start):
            letter = lx.CLASS.get(word, "v")
            if letter == "v":
                verb_end = end
                if word[-1] != "ه" and word not in lx.OPEN_VERBS:  # no participle («شده»)
                    self.ended = verb_end
                continue
            held = verb_end >= 0
            if not held and not nested:  # before a verb only the end of a sentence ends a clause
                if letter == ".":
                    self.before, last = -1, end
                continue
            beside = held and at <= verb_end + 2
            if beside and letter in "wk,s":
                clause = end
            if (
                letter == "."
                or (letter == "k" and (nested or (held and at == verb_end + 1)))
                or (held and (letter == ";" or word in lx.BUT))
                or (nested and beside and letter in "w,")
            ):
                self.before = last if letter == "w" or word in lx.BUT else -1
                last, verb_end = end, -1
        self.clause = clause
        return last

    def after_statement(self, cue: CueMatch, nested: bool) -> int:
        """Where the text before the cue begins that no statement has taken."""
        start = self.floor
        if self.open is not None:
            first, last = self.open.content.spans[0][0], self.open.content.spans[-1][1]
            start = max(start, first if nested else min(last, cue.start))
        quote = self.context.quotes.get(start)
        if quote and quote.end <= cue.start:
            said = self.key.startswith(",", quote.end) and self.key.count(" ", quote.inner_start, quote.inner_end) >= 2
            named = any(known.match(self.key, quote.inner_start) for known in (lx.TITLE, lx.FIRST_NAME))
            if said or (quote.end - start > _SPOKEN_QUOTE and not (named and quote.end - start < _NAME_QUOTE)):
                return quote.end  # «…»، دلیر گفت
        return start

    def participle_source(self, cue: CueMatch) -> Source | None:
        """Who speaks in «… نوشت: دلیر با بیان اینکه راه باز است، گفت …»: the subject before the participial phrase that
        ends right before the verb."""
        if self.participle is None or self.key[self.participle[0] : cue.start].strip(" ,"):
            return None
        return self.participle[1]

    def add(
        self,
        cue: Range,
        source: Source | None,
        content: Content,
        form: Form,
        doubts: tuple[float, tuple[str, ...]],
        nested: bool,
        carry: Literal["same", "unknown"] = "same",
    ) -> None:
        """Keep a statement with its confidence and reasons, and the «به نقل از» that waited for its content. ``carry``
        says who speaks where there is no source."""
        candidate = Candidate(
            cue=cue,
            source=source.range if source else None,
            content=content.spans,
            kind=content.kind,
            cue_class=form.cue.cue_class,
            carry="" if source else carry,
            confidence=round(doubts[0], 2),
            reasons=doubts[1],
            mention=source.mention if source else None,
        )
        index = len(self.out)
        self.out.append(candidate)
        if self.via is not None:
            via, self.via = self.via, None
            self.out.append(
                replace(
                    candidate,
                    cue=via.cue,
                    source=via.range,
                    mention=via.mention,
                    cue_class="according",
                    level=1,
                    carry="",
                )
            )
        if not nested:
            self.source = source or self.source
            self.open = Open(index, content, form.tag)
        self.floor = content.spans[0][0] if content.spans[0][0] >= cue[1] else cue[1]
