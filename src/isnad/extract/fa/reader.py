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
_INSIDE = re.compile(r"\bدر (?:بخشي از |بخش ديگري از |ادامه |پايان |متن |ابتداي )?")
_AGENT = re.compile(r"\b(?:از سوي|توسط|از جانب|از طرف) ")
_MEANWHILE = re.compile(r"\b(?:در ?حالي|در شرايطي)\b[^,]{0,40}$")
_ASKED = re.compile(r"\bاز (?!هر|جمله|اين|سوي)")
_DUMMY_OBJECT = re.compile(r"\b(?:اين|ان|همين)(?: \S+)? را $")
_FIRST_PERSON = re.compile(r"(?:من|ما|تو|شما)\b")
_MAIN = _VERBAL | {"split"}
_GAP = 80
_SPOKEN_QUOTE = 20
_CONTRAST = re.compile(r"(?<=[دتن]),? (?:اما|ولي) (?=[^;:«»]{4,90}$)")
_BUT = re.compile(r",? ?\b(?:اما|ولي) [^,;:]{0,45}$")
_MODAL = re.compile(r"\b(?:ن?مي ?توان|نبايد|بايد)\b")
_COORDINATED = re.compile(r"\b(?:و|اما|ولي) (?:(?:همچنين|سپس|نيز|در ادامه|در پايان|هم|همزمان) )?$")
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
        self.joined: Content | None = None
        self.clause = 0

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
        if form.tag == "gap":
            return self._gapped(number, cue, form)
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
        key, flags, takes = self.key, form.cue.flags, form.cue.takes
        if "unnamed" in flags:
            return self._passive(cue, form)
        nested = self._enclosing(cue, form)
        start = self._clause_start(cue, nested)
        plural = form.tag.endswith("3p")
        objects = "ra" in takes and not marked(self.context, self.unit, cue.end)
        phrase = self._document(start, cue, form) or subject(key, start, cue.start, plural, objects)
        if phrase is not None and self.clause > phrase.rest:
            nearer = subject(key, self.clause, cue.start, plural, objects)
            if nearer and plausible(key, nearer.start, nearer.end):
                phrase, start = nearer, self.clause
            elif not plausible(key, phrase.start, phrase.end):
                return False  # another clause stands between an unknown word and the verb
        content = self._content(cue, form, phrase, start)
        if content is None or _CONDITION.search(key, start, phrase.start + 5 if phrase else cue.start):
            return False
        if content.shape == "ke" and (_MEANWHILE.search(key, start, cue.start) or _transitive(key, start, cue, form)):
            return False
        if "az" in flags and not _ASKED.search(key, start, cue.start):
            return False  # without an addressee «خواست که» means "wanted"
        if form.tag == "past.3s" and _MODAL.search(key, start, cue.start):
            return False  # «می‌توان … دانست»: nobody in particular
        if form.tag == "part" and content.shape == "bare":
            return False
        confidence, reasons = 1.0, []
        if phrase and (lx.MUTE.match(key, phrase.start, phrase.end) or _FIRST_PERSON.match(key, phrase.start, phrase.end)):
            return False
        source = self._source(phrase, plural, form)
        if source is None and not nested and self.source is not None:
            source = self.source
        if source is None and self.source is None and content.shape == "before":
            return False  # subject and object cannot be told apart
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

    def _gapped(self, number: int, cue: CueMatch, form: Form) -> bool:
        """«… را رد و … خواند»: the light verb is left out before «و»."""
        following = next(iter(self.unit.cues[number + 1 : number + 2]), None)
        if following is None or following.start - cue.end > _GAP or not _finite(following):
            return False
        return self._verb(cue._replace(end=cue.end - 2), form)

    def _document(self, start: int, cue: CueMatch, form: Form) -> Phrase | None:
        """«در این گزارش آمده است»: the document stands after «در»."""
        if "doc" not in form.cue.flags and form.tag != "pass":
            return None
        found: Phrase | None = None
        for inside in _INSIDE.finditer(self.key, start, cue.start):
            phrase = read(self.key, inside.end(), cue.start)
            if phrase and mention(self.key, phrase.start, phrase.end).type in ("document", "outlet"):
                found = phrase
        return found

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
        if "ra" in takes and not explicit:
            found = predicate(self.context, begin, cue.start, "object" not in flags)
            if found:
                return found
        if before and "nopres" not in flags:
            found = complement(self.context, before, begin, cue.start)
            if found and not DUMMY.fullmatch(key, *found.spans[0]) and (not explicit or _opens_relative(key, cue)):
                return found
        if form.tag == "gap":
            return None
        if takes & {"ke", "ta"}:
            strict = "strict" in flags or "strictke" in flags
            found = after(self.context, self.unit, cue.end, strict, "ta" in takes and form.tag != "part")
            if found and not ("colon" in flags and found.shape not in ("colon", "quote", "list")):
                return found
            return None if "weak" in flags else self._quote_before(begin, cue, phrase)
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
        joined = self._contrast(begin, cue, form) or _COORDINATED.search(self.key, begin, cue.start)
        if joined is None and form.tag == "pass":
            joined = _BUT.search(self.key, begin, cue.start)
        if joined is None or (form.tag != self.open.tag and form.tag != "pass" and joined.re is not _CONTRAST):
            return True
        if form.tag == "pass" and form.cue.cue_class != "speech":
            return True
        self._close(joined.start())
        return False

    def _contrast(self, begin: int, cue: CueMatch, form: Form) -> re.Match[str] | None:
        """«… باز می‌گردد ولی مقام‌های دلتا گفته‌اند که …»: a new main clause with its own speaker."""
        if self.open is None or self.open.content.shape not in ("ke", "bare") or form.tag == "pass":
            return None
        found = _CONTRAST.search(self.key, begin, cue.start)
        if found is None or not marked(self.context, self.unit, cue.end):
            return None
        phrase = subject(self.key, found.end(), cue.start)
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
                other = self.out[index]
                if other.content == candidate.content:
                    self.out[index] = other._replace(content=((start, end),))
        self.floor = at
        self.open = None

    def _clause_start(self, cue: CueMatch, nested: bool) -> int:
        """Where the clause of the cue begins: the sentence, the last statement, or a clause inside a content."""
        start = self.floor
        if self.open is not None:
            first, last = self.open.content.spans[0][0], self.open.content.spans[-1][1]
            start = max(start, first if nested else min(last, cue.start))
        quote = self.context.quote_at(start)
        if quote and quote.end <= cue.start and quote.end - start > _SPOKEN_QUOTE:
            start = quote.end  # «…»، دلیر گفت
        held = False
        last = start
        clause = 0
        for token in lx.FUNCTION.finditer(self.key, start, cue.start):
            letter = lx.class_of(token)
            if letter == "v":
                held = True
                verb_end = token.end()
                continue
            if held and letter in "wk,s" and token.start() <= verb_end + 2:
                clause = token.end()
            if letter == "." or (letter == "k" and held and token.start() == verb_end + 1) or (letter == ";" and held) or (nested and letter == "k"):
                last, held = token.end(), False
            elif held and token.group() in ("ولي", "اما") or (nested and held and letter in "w," and token.start() <= verb_end + 2):
                last, held = token.end(), False
        self.clause = clause
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
        if content is None or (content.shape == "ke" and _MEANWHILE.search(self.key, start, cue.start)):
            return False
        phrase = self._document(start, cue, form) or self._passive_agent(start, cue)
        source = self._source(phrase, False, form)
        candidate = Candidate(
            (cue.start, cue.end), source.range if source else None, content.spans, content.kind, form.cue.cue_class,
            "" if source else "unnamed", 0.9, ("passive",), source.mention if source else None,
        )
        self.out.append(candidate)
        if not nested:
            self.open = Open(len(self.out) - 1, content, form.tag)
        self.floor = cue.end
        return True

    def _next_via(self, cue: CueMatch, agent: Agent) -> Content | None:
        """«به گزارش X به نقل از Y، …»: both answer for the same content."""
        for other in self.unit.cues:
            if other.start < agent.range[1]:
                continue
            via = next((form for form in other.forms if "via" in form.cue.flags), None)
            if via is None or self.key[agent.range[1] : other.start].strip(" ,-"):
                return None
            inner = agent_frame(self.context, self.unit, other, via, other.start)
            return inner.content if inner else None
        return None

    def _passive_agent(self, start: int, cue: CueMatch) -> Phrase | None:
        """«از سوی پلیس اعلام شد»."""
        found = _AGENT.search(self.key, start, cue.start)
        phrase = read(self.key, found.end(), cue.start) if found else None
        return phrase if phrase and plausible(self.key, phrase.start, phrase.end) else None

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
        level, self.joined = (1, None) if self.joined == agent.content else (0, self.joined)
        following = self._next_via(cue, agent)
        if following is not None:
            agent = agent._replace(content=following)
            self.joined = following
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
        if right - left < 4 or source is None or DUMMY.fullmatch(self.key, left, right):
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


def _transitive(key: str, start: int, cue: CueMatch, form: Form) -> bool:
    """«داستانی را بیان می‌کند که …»: «که» belongs to the object."""
    if key[cue.start - 4 : cue.start] != " را " or "ra" in form.cue.takes:
        return False
    return _DUMMY_OBJECT.search(key, start, cue.start) is None


def _opens_relative(key: str, cue: CueMatch) -> bool:
    """«به مشکلاتی اشاره کرد که …»: «که» belongs to an indefinite noun before the cue."""
    return key[cue.start - 2 : cue.start] == "ي " and key.startswith(" كه", cue.end)


def key_word(key: str, phrase: Phrase) -> bool:
    """Whether a phrase found after a participial clause is safely its subject."""
    return plausible(key, phrase.start, phrase.end)


def _finite(cue: CueMatch) -> bool:
    return any(form.tag in SPOKEN and form.cue.takes & _MAIN for form in cue.forms)


__all__ = ["Reader", "read"]
