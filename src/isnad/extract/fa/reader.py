"""Reading one sentence: its cues from left to right, each with its subject and its content."""

from __future__ import annotations

import re

from isnad.extract.base import Candidate, CueMatch, Mention, Range
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.according import Agent, agent_frame
from isnad.extract.fa.contents import DUMMY, Content, after, complement, marked, predicate
from isnad.extract.fa.context import Context, Unit
from isnad.extract.fa.mentions import mention, plausible
from isnad.extract.fa.nominal import noun_frame, participle_end, split_frame
from isnad.extract.fa.phrases import Phrase, read, subject, trimmed
from isnad.lang.cues import Form

SPOKEN = frozenset({"past.3s", "past.3p", "perf.3s", "perf.3p", "plup.3s", "plup.3p", "pres.3s", "pres.3p", "part"})
SPOKEN = SPOKEN | {"impf.3s", "impf.3p", ""}
_VERBAL = frozenset({"ke", "ta", "ra", "be", "bar", "az", "nesbat", "dar", "whole"})
_MAIN = _VERBAL | {"split"}
_BUT = re.compile(r"(?:،|,)? ?(?:اما|ولي) [^,;:]{0,45}$")
_COORDINATED = re.compile(r"(?:و|اما|ولي) (?:(?:همچنين|سپس|نيز|در ادامه|در پايان|هم|همزمان) )?$")
_CONDITION = re.compile(r"\b(?:اگر|چنانچه|مبادا|ايا|شايد|ممكن است)\b")


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


class Reader:
    """The state while one sentence is read. ``out`` is shared by all sentences of a text."""

    def __init__(self, context: Context, unit: Unit, out: list[Candidate]) -> None:
        self.context = context
        self.key = context.key
        self.unit = unit
        self.out = out
        self.floor = unit.start
        self.source: Source | None = None
        self.open: Open | None = None
        self.via: Agent | None = None
        self.outer = False

    def run(self) -> None:
        """Read every cue of the sentence."""
        for number, cue in enumerate(self.unit.cues):
            if cue.start < self.floor:
                continue
            for form in cue.forms:
                if form.cue.cue_class == "block" or not self._try(number, cue, form):
                    continue
                break

    def _try(self, number: int, cue: CueMatch, form: Form) -> bool:
        takes = form.cue.takes
        if form.tag == "pass":
            return self._passive(cue, form)
        if form.tag not in SPOKEN or ("nopres" in form.cue.flags and form.tag.startswith(("pres", "impf"))):
            return False
        if "np" in takes:
            return self._according(cue, form)
        if "inke" in takes or "obj" in takes:
            return self._participle(number, cue, form)
        if "noun" in takes:
            return self._noun(cue, form)
        if "split" in takes or "hakiaz" in takes:
            return self._split(cue, form)
        return bool(takes & _VERBAL) and self._verb(cue, form)

    # --- finite verbs

    def _verb(self, cue: CueMatch, form: Form) -> bool:
        key, flags = self.key, form.cue.flags
        if "unnamed" in flags:
            return self._passive(cue, form)
        nested = self._enclosing(cue, form)
        start = self._clause_start(cue, nested)
        plural = form.tag.endswith("3p")
        phrase = subject(key, start, cue.start, plural, "ra" in form.cue.takes and not marked(self.context, self.unit, cue.end))
        content = self._content(cue, form, phrase, start)
        if content is None or _CONDITION.search(key, start, phrase.start if phrase else cue.start):
            return False
        if form.tag == "part" and content.shape == "bare":
            return False
        confidence, reasons = 1.0, []
        source = self._source(phrase, plural, form)
        if source is None and not nested and self.source is not None:
            source = self.source
        if source is None and (nested or form.cue.cue_class == "document"):
            return False
        if source is None:
            confidence, reasons = 0.75, ["no subject in the sentence"]
        elif not plausible(key, *source.range):
            confidence, reasons = 0.85, ["source is no known kind of name"]
        if content.shape == "bare":
            confidence -= 0.1
            reasons.append("content without a marker")
        if "weak" in flags:
            confidence -= 0.2
            reasons.append("cue is often no statement")
        self._add((cue.start, cue.end), source, content, form, confidence, reasons, nested)
        return True

    def _source(self, phrase: Phrase | None, plural: bool, form: Form) -> Source | None:
        if phrase is None:
            return None
        start, end = phrase.start, phrase.end
        found = mention(self.key, start, end, plural)
        if "doc" in form.cue.flags and found.type not in ("document", "organisation", "outlet", "agency"):
            return None
        if form.cue.cue_class == "document" and found.type != "document" and "colon" not in form.cue.flags:
            return None
        return Source((start, end), found)

    def _content(self, cue: CueMatch, form: Form, phrase: Phrase | None, start: int) -> Content | None:
        takes, flags, key = form.cue.takes, form.cue.flags, self.key
        begin = phrase.rest if phrase else start
        explicit = bool(takes & {"ke", "ta"}) and marked(self.context, self.unit, cue.end)
        before = takes & {"be", "bar", "az", "nesbat", "dar"}
        if before and not ("nopres" in flags):
            found = complement(self.context, before, begin, cue.start)
            if found and not DUMMY.fullmatch(key, *found.spans[0]) and (not explicit or _opens_relative(key, cue)):
                return found
        if "ra" in takes and not explicit:
            found = predicate(self.context, begin, cue.start, "object" not in flags)
            if found:
                return found
        if takes & {"ke", "ta"}:
            strict = "strict" in flags or "strictke" in flags
            found = after(self.context, self.unit, cue.end, strict)
            if found and not ("colon" in flags and found.shape not in ("colon", "quote", "list")):
                return found
            return self._quote_before(begin, cue, phrase)
        if "whole" in takes:
            left, right = trimmed(key, begin, cue.start)
            return Content(((left, right),), "indirect", "before", cue.end) if right - left > 4 else None
        return None

    def _quote_before(self, start: int, cue: CueMatch, phrase: Phrase | None) -> Content | None:
        """«…»، دلیر گفت."""
        left = phrase.start if phrase else cue.start
        for quote in self.context.outer:
            if quote.end > left:
                break
            gap = self.key[quote.end : left]
            if quote.start >= self.unit.start and quote.end >= self.floor and len(gap) < 4 and quote.end - quote.start > 12:
                return Content(((quote.inner_start, quote.inner_end),), "direct", "quote", cue.end)
        return None

    def _enclosing(self, cue: CueMatch, form: Form) -> bool:
        """Whether the cue stands inside the open content; a coordinated verb ends that content instead."""
        if self.open is None:
            return False
        content = self.open.content
        begin, end = content.spans[0][0], content.spans[-1][1]
        if not begin <= cue.start < end:
            return False
        if content.shape == "quote":
            return True
        joined = _COORDINATED.search(self.key, begin, cue.start)
        if joined is None and form.tag == "pass":
            joined = _BUT.search(self.key, begin, cue.start)
        if joined is None or (form.tag != self.open.tag and form.tag != "pass"):
            return True
        if form.tag == "pass" and form.cue.cue_class != "speech":
            return True
        self._close(joined.start())
        return False

    def _close(self, at: int) -> None:
        """End the open content before a coordinated verb."""
        if self.open is None:
            return
        candidate = self.out[self.open.index]
        start = candidate.content[0][0]
        end = self.context.trim_end(start, at)
        if end > start:
            for index in range(self.open.index, len(self.out)):
                other = self.out[index]
                if other.content == candidate.content:
                    self.out[index] = other._replace(content=((start, end),))
        self.floor = at
        self.open = None

    def _clause_start(self, cue: CueMatch, nested: bool) -> int:
        """Where the clause of the cue begins: the sentence, the last statement, or a clause inside a content."""
        start = self.floor
        if nested and self.open is not None:
            start = max(start, self.open.content.spans[0][0])
        held = False
        last = start
        for token in lx.FUNCTION.finditer(self.key, start, cue.start):
            letter = lx.class_of(token)
            if letter == "v":
                held = True
                verb_end = token.end()
            elif (letter == ";" and held) or (nested and letter == "k"):
                last, held = token.end(), False
            elif held and token.group() in ("ولي", "اما") or (nested and held and letter in "w," and token.start() <= verb_end + 2):
                last, held = token.end(), False
        return last

    def _add(
        self, cue: Range, source: Source | None, content: Content, form: Form, confidence: float,
        reasons: list[str], nested: bool,
    ) -> None:
        candidate = Candidate(
            cue=cue,
            source=source.range if source else None,
            content=content.spans,
            kind=content.kind,
            cue_class=form.cue.cue_class,
            carry="" if source else "same",
            confidence=round(confidence, 2),
            reasons=tuple(reasons),
            mention=source.mention if source else None,
        )
        index = len(self.out)
        self.out.append(candidate)
        if self.via is not None:
            via = self.via
            self.out.append(
                candidate._replace(cue=via.cue, source=via.range, mention=via.mention, cue_class="according", level=1, carry="")
            )
            self.via = None
        if not nested:
            self.source = source or self.source
            self.open = Open(index, content, form.tag)
        self.floor = content.spans[0][0] if content.spans[0][0] >= cue[1] else cue[1]

    # --- the other frames

    def _passive(self, cue: CueMatch, form: Form) -> bool:
        if "nopass" in form.cue.flags:
            return False
        nested = self._enclosing(cue, form)
        start = self._clause_start(cue, nested)
        content: Content | None = None
        if form.cue.takes & {"ke", "ta"}:
            content = after(self.context, self.unit, cue.end, "strict" in form.cue.flags or "strictke" in form.cue.flags)
        if content is None and "whole" in form.cue.takes:
            left, right = trimmed(self.key, start, cue.start)
            content = Content(((left, right),), "indirect", "before", cue.end) if right - left > 8 else None
        if content is None:
            return False
        candidate = Candidate(
            (cue.start, cue.end), None, content.spans, content.kind, form.cue.cue_class, "unnamed", 0.9, ("passive",), None
        )
        self.out.append(candidate)
        if not nested:
            self.open = Open(len(self.out) - 1, content, form.tag)
        self.floor = cue.end
        return True

    def _according(self, cue: CueMatch, form: Form) -> bool:
        nested = self._enclosing(cue, form)
        agent = agent_frame(self.context, self.unit, cue, form, self.floor)
        if agent is None:
            return False
        if "via" in form.cue.flags and agent.content is None:
            self.via = agent
            self.floor = max(self.floor, self.floor)
            return True
        if agent.content is None:
            return False
        level = 0
        if self.via is not None and self.via.content == agent.content:
            level = 1
        self.out.append(
            Candidate(
                agent.cue, agent.range, agent.content.spans, agent.content.kind, "according", "", agent.confidence,
                agent.reasons, agent.mention, level,
            )
        )
        if not nested:
            self.source = None
        self.open = None if not nested else self.open
        self.floor = agent.floor
        return True

    def _participle(self, number: int, cue: CueMatch, form: Form) -> bool:
        nested = self._enclosing(cue, form)
        start = self._clause_start(cue, nested)
        phrase = subject(self.key, start, cue.start)
        main = next((c for c in self.unit.cues[number + 1 :] if _finite(c)), None)
        end = participle_end(self.context, self.unit, cue, main, "inke" in form.cue.takes)
        if end is None:
            return False
        source = Source((phrase.start, phrase.end), mention(self.key, phrase.start, phrase.end)) if phrase else None
        if source is None and not nested:
            following = subject(self.key, end, main.start if main else self.unit.end)
            if following and key_word(self.key, following):
                source = Source((following.start, following.end), mention(self.key, following.start, following.end))
        if source is None:
            source = self.source
        left, right = trimmed(self.key, cue.end, end)
        if right - left < 4 or source is None:
            return False
        content = Content(((left, right),), "indirect", "clause", end)
        self._add((cue.start, cue.end), source, content, form, 0.95, [], nested)
        self.floor = end
        if not nested:
            self.open = None
        return True

    def _noun(self, cue: CueMatch, form: Form) -> bool:
        found = noun_frame(self.context, self.unit, cue)
        if found is None:
            return False
        where, content, end = found
        source = Source(where, mention(self.key, *where))
        self.out.append(
            Candidate(
                (cue.start, cue.end), where, content.spans, content.kind, "nominal", "", 0.8,
                ("nominal cue",), source.mention,
            )
        )
        return True

    def _split(self, cue: CueMatch, form: Form) -> bool:
        nested = self._enclosing(cue, form)
        start = self._clause_start(cue, nested)
        phrase = subject(self.key, start, cue.start)
        found = split_frame(self.context, self.unit, cue, form)
        if found is None:
            return False
        source = self._source(phrase, False, form) or self.source
        if source is None:
            return False
        self._add((cue.start, cue.end), source, found, form, 0.9, [], nested)
        self.floor = found.floor
        return True


def _opens_relative(key: str, cue: CueMatch) -> bool:
    """«به مشکلاتی اشاره کرد که …»: «که» belongs to an indefinite noun before the cue."""
    return key[cue.start - 2 : cue.start] == "ي " and key.startswith(" كه", cue.end)


def key_word(key: str, phrase: Phrase) -> bool:
    """Whether a phrase found after a participial clause is safely its subject."""
    return plausible(key, phrase.start, phrase.end)


def _finite(cue: CueMatch) -> bool:
    return any(form.tag in SPOKEN and form.cue.takes & _MAIN for form in cue.forms)


__all__ = ["Reader", "read"]
