"""One document as the scene of its claims: which happening a word is about, by what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from isnad.compare.groups import concept_groups, happening
from isnad.model import Analysis, Claim, Segment, Span, Value
from isnad.text.bridge import bridge_words
from isnad.text.fold import fold

How = Literal["named", "clause", "sentence", "question", "paragraph", "before", "report"]
"""How a happening was found: the word says it, or it stands in the same clause, sentence, question …"""

NOT_TOLD = frozenset({"boilerplate", "related_link", "repeat", "pull_quote", "credit", "byline", "dateline"})
"""Segments whose words are no account of the report's own."""


_PRONOUNS = re.compile(r"(?<=\w{4})(?:كما|هما|كم|هم|نا|ها)\b")
"""Arabic pronouns at the end of a word («اجتماعكم»)."""


_ASKED = re.compile(r"[^\n]?[»”\"’']{0,2}\s?[?؟]|[?؟]")


_SENTENCE_END = re.compile(r"[.!?؟]")
_LABEL = re.compile(r"^[^:\n]{1,40}:\s")
_FIRST = 2
"""Words before a number up to which it is the answer itself ("No, no: five")."""


class EventWord(NamedTuple):
    """A word that names a happening: where it stands and the group of its concept."""

    start: int
    end: int
    group: str


class Scene:
    """The happenings of one document by place. ``analysis`` has claims with topics."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        text = analysis.text
        self._segments = [segment for segment in text.segments if segment.kind not in NOT_TOLD]
        self._starts = [segment.start for segment in self._segments]
        self._sentences = list(text.sentences)
        self._sentence_starts = [start for start, _ in self._sentences]
        self._values = sorted((value.span.start, value.span.end) for value in analysis.values)
        self._dates = {value.span.start for value in analysis.values if value.kind == "date"}
        self._by_place = {value.span.start: value for value in analysis.values}
        self.words = sorted(word for word in _event_words(analysis.claims) if not self._is_value(word.start, word.end))
        self._word_starts = [word.start for word in self.words]
        self._questions: dict[int, str | None] = {}
        self._sources = [statement.source for statement in analysis.statements if statement.source]
        self._cues = sorted(statement.cue.start for statement in analysis.statements)
        self.main = self._main()

    def segment(self, place: int) -> Segment | None:
        """The told segment that a place lies in."""
        i = bisect_right(self._starts, place) - 1
        return self._segments[i] if i >= 0 and place < self._segments[i].end else None

    def in_headline(self, place: int) -> bool:
        """Whether a place lies in a headline, which sums up what follows."""
        segment = self.segment(place)
        return segment is not None and segment.kind in ("headline", "subhead")

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence that a place lies in."""
        i = bisect_right(self._sentence_starts, place) - 1
        return self._sentences[i] if i >= 0 else (0, len(self.analysis.text.clean))

    def within(self, start: int, end: int) -> list[EventWord]:
        """The words of happenings that begin in a range."""
        return self.words[bisect_right(self._word_starts, start - 1) : bisect_right(self._word_starts, end - 1)]

    def is_question(self, claim: Claim) -> bool:
        """Whether a clause asks: nobody's word is taken from a question."""
        if not claim.text:
            return False
        segment = self.segment(claim.text[0].start)
        asked = _ASKED.match(self.analysis.text.clean, max(0, claim.text[-1].end - 1))
        return asked is not None or (segment is not None and segment.kind == "question")

    def in_value(self, span: Span) -> bool:
        """Whether a span lies in a value: «فجر السبت» is the dawn of a day, not an explosion."""
        return self._is_value(span.start, span.end)

    def _is_value(self, start: int, end: int) -> bool:
        i = bisect_right(self._values, (start, len(self.analysis.text.clean) + 1)) - 1
        return i >= 0 and self._values[i][1] >= end and self._values[i][0] in self._dates

    def following(self, value: Value) -> Value | None:
        """The next value in the text."""
        i = bisect_right(self._values, (value.span.start, value.span.end))
        return self._by_place.get(self._values[i][0]) if i < len(self._values) else None

    def joined_on(self, value: Value) -> Value | None:
        """The value of one kind that goes on with another ("two years and eleven months")."""
        following = self.following(value)
        if following is None or following.kind != value.kind:
            return None
        between = self.analysis.text.clean[value.span.end : following.span.start].strip()
        return following if between in ("and", "و", "") else None

    def names_source(self, span: Span) -> bool:
        """Whether a span belongs to the words that name a source ("two officials who …")."""
        return any(source.covers(span) for source in self._sources)

    def has_cue(self, start: int, end: int) -> bool:
        """Whether a cue of speech stands in a range."""
        i = bisect_left(self._cues, start)
        return i < len(self._cues) and self._cues[i] < end

    def about(self, claim: Claim, start: int, end: int) -> tuple[str | None, How]:
        """The happening that what stands at ``start`` to ``end`` is about, and how that is known."""
        for how, words in (
            ("clause", [w for part in claim.text for w in self.within(part.start, part.end)]),
            ("sentence", self.within(*self.sentence(start))),
        ):
            if words:
                return _nearest(words, start, end).group, "clause" if how == "clause" else "sentence"
        return self._further(start)

    def _further(self, place: int) -> tuple[str | None, How]:
        i = bisect_right(self._starts, place) - 1
        if i < 0:
            return self.main, "report"
        here = self._segments[i]
        before = [w for w in self.within(here.start, place) if w.end <= place]
        asked = self.question(i)
        if asked is not None:
            group = self.asked_about(asked)
            if group:
                return group, "question"
        if before:
            return before[-1].group, "paragraph"
        if i > 0 and here.kind in ("body", "list_item", "answer"):
            words = self.within(self._segments[i - 1].start, self._segments[i - 1].end)
            if words:
                return words[-1].group, "before"
        return self.main, "report"

    def question(self, i: int) -> Segment | None:
        """The question that segment ``i`` answers, through the paragraphs of one answer."""
        while i >= 0 and self._segments[i].kind == "answer":
            i -= 1
        return self._segments[i] if i >= 0 and self._segments[i].kind == "question" else None

    def asked_about(self, question: Segment) -> str | None:
        """The happening that a question names, the last one."""
        if question.start not in self._questions:
            words = self.within(question.start, question.end)
            group = words[-1].group if words else self._named_in(question)
            self._questions[question.start] = group or self._still_asked_about(question)
        return self._questions[question.start]

    def _still_asked_about(self, question: Segment) -> str | None:
        """What all was about so far, for a question that names nothing at all ("When?", "Where was that?")."""
        if self._concepts_in(question):
            return None
        before = [one for one in self._segments if one.kind == "question" and one.start < question.start]
        asked = {group for one in before if (group := self.asked_about(one))}
        return next(iter(asked), self.main) if len(asked) < 2 else None

    def _named_in(self, segment: Segment) -> str | None:
        groups = [group for concept in self._concepts_in(segment) if (group := happening(concept))]
        return groups[-1] if groups else None

    def _concepts_in(self, segment: Segment) -> list[str]:
        """The concepts that a question names: a question is no claim, so its words are read here."""
        folded = fold(_LABEL.sub("", self.analysis.text.clean[segment.start : segment.end]))
        language = segment.language if segment.language in ("ar", "fa", "en") else self.analysis.text.language
        if language not in ("ar", "fa", "en"):
            return []
        ways = (folded, fold(_PRONOUNS.sub("", folded.key))) if language == "ar" else (folded,)
        words = (word for one in ways for word in bridge_words(one, 0, len(one.key), language))
        return list(dict.fromkeys(key[2:] for word in words for key in word.keys if key.startswith("c:")))

    def asked_things(self, place: int) -> list[str]:
        """The concepts that the question names of which the first words at a place are the answer ("How many gates?"
        "Five.")."""
        question = self.asked_at(place)
        if question is None:
            return []
        before = _LABEL.sub("", self.analysis.text.clean[self._starts_at(place) : place])
        if len(before.split()) > _FIRST or _SENTENCE_END.search(before):
            return []
        return self._concepts_in(question)

    def concepts_asked(self, place: int) -> frozenset[str]:
        """The concepts that the question names which the answer at a place answers."""
        question = self.asked_at(place)
        return frozenset(self._concepts_in(question)) if question else frozenset()

    def answer_start(self, place: int) -> int:
        """Where the segment that a place lies in begins."""
        return self._starts_at(place)

    def _starts_at(self, place: int) -> int:
        return self._starts[bisect_right(self._starts, place) - 1]

    def asked_at(self, place: int) -> Segment | None:
        """The question that the answer at a place answers, None outside answers."""
        i = bisect_right(self._starts, place) - 1
        return self.question(i) if i >= 0 and self._segments[i].kind == "answer" else None

    def _main(self) -> str | None:
        """What the report is about: the happening named most often, those of headline and lead counted double."""
        weights: Counter[str] = Counter()
        for word in self.words:
            segment = self.segment(word.start)
            if segment is not None:
                weights[word.group] += 2 if segment.kind in ("headline", "lead") else 1
        return max(weights, key=lambda group: (weights[group], group)) if weights else None


def _event_words(claims: Iterable[Claim]) -> set[EventWord]:
    found = set()
    for claim in claims:
        for topic in claim.topics:
            group = happening(topic.concept) or concept_groups().implied.get(topic.concept)
            if group:
                found.add(EventWord(topic.span.start, topic.span.end, group))
    return found


def _nearest(words: list[EventWord], start: int, end: int) -> EventWord:
    """The nearest word, one before rather than one behind."""
    return min(words, key=lambda w: (w.start - end if w.start >= end else start - w.end + 1, w.start))
