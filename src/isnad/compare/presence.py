"""Who was present at a happening, and who was elsewhere: presence said or denied (`lang/presence.tsv`).

Several may be present, so only a denial, or a place elsewhere, contradicts that somebody was: "the governor sat at that
table" and "the governor did not attend"; "he stayed at the door" is no seat at the table.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from isnad.compare.entities import Entities, entity_at
from isnad.compare.facts import Fact
from isnad.compare.groups import concept_types, happening
from isnad.compare.phrases import prepositions
from isnad.compare.present_words import (
    Found,
    answered_by,
    asks_for_presence,
    being_at,
    denies_of_self,
    in_presence_of,
    marks_of_presence,
    phrase_of_presence,
    place_alone,
)
from isnad.compare.scene import Scene
from isnad.compare.told import Told, fact_of
from isnad.compare.voices import known_root
from isnad.compare.whom import Offices, Who, asked_of, is_passive, named_in, who_is_meant
from isnad.model import Span
from isnad.text.fold import Folded, fold, fold_key

_NEAR = ("named", "clause")
_SKIPPED = frozenset({"alleged", "conditional", "planned"})


class Attendance:
    """Who was present, read claim by claim in the order of one document's text."""

    def __init__(self, scene: Scene, entities: Entities, offices: Offices) -> None:
        self._entities, self._offices = entities, offices
        self._marks = marks_of_presence(scene.analysis.text.clean)
        self._before: Fact | None = None

    def read(self, told: Told) -> list[Fact]:
        """The facts on who was there that a claim tells."""
        if self._before is not None and self._before.statement != told.statement:
            self._before = None
        found = list(self._read(told)) if told.claim.modality not in _SKIPPED else []
        self._before = found[-1] if found else self._before
        return found

    def _read(self, told: Told) -> Iterator[Fact]:
        claim, entities, offices = told.claim, self._entities, self._offices
        if claim.language not in ("ar", "fa", "en"):
            return
        for part in claim.text:
            if self._before is not None and denies_of_self(fold_key(part.text), claim.language):
                yield from _denied_of_self(told, part, self._before)
                return
            i = bisect_left(self._marks, part.start)
            marked = i < len(self._marks) and self._marks[i] < part.end
            folded = fold(part.text) if marked else None
            found = phrase_of_presence(folded.key, claim.language) if folded else None
            if folded is not None and found is not None:
                yield from _said(told, part, folded, found, entities, offices)
            elif part == claim.text[-1]:
                yield from _attended(told, part, entities, offices)
                yield from _answered(told, part, entities, offices)
                yield from _at_a_place(told, part, entities, offices)
            if folded is not None:
                yield from _in_presence(told, part, folded, entities)


def _places(part: Span, folded: Folded, found: Found) -> tuple[int, int]:
    """Where verb and end of a phrase stand in the text."""
    return part.start + folded.to_text(found.verb), part.start + folded.text_range(found.start, found.end)[1]


def _said(told: Told, part: Span, folded: Folded, found: Found, entities: Entities, offices: Offices) -> Iterator[Fact]:
    verb, behind = _places(part, folded, found)
    of_whom = _seen if found.seen else who_is_meant
    people = of_whom(told, part, verb, behind, entities, offices)
    start, end = folded.text_range(found.start, found.end)
    word = told.scene.analysis.text.span(part.start + start, part.start + end)
    there = found.there != (told.claim.modality == "denied")
    for who, _ in people:
        yield _fact(told, who, word, there, found.spot)


def _fact(told: Told, who: str, word: Span, there: bool, at_spot: bool = False) -> Fact:
    """The fact that somebody was there or not. Only who attended is told to have been at what the clause names."""
    group, how = told.scene.about(told.claim, word.start, word.end)
    if at_spot or how not in _NEAR:
        group, how = told.scene.main, "report"
    return fact_of(told, "attendance", (group, how), who, word)._replace(
        aspect="presence", polarity="positive" if there else "negative", sharp=how in _NEAR
    )


def _denied_of_self(told: Told, part: Span, before: Fact) -> Iterator[Fact]:
    who = known_root(told.chain)
    if who is not None:
        polarity = "negative" if before.polarity == "positive" else "positive"
        yield before._replace(claim=told.claim, span=part, entity=who, polarity=polarity)


def _seen(told: Told, part: Span, verb: int, end: int, entities: Entities, offices: Offices) -> list[Who]:
    """Whom somebody saw: named behind the verb (in Persian before it), or spoken of before."""
    if told.claim.language == "fa":
        return who_is_meant(told, part, verb, end, entities, offices)
    return who_is_meant(told, told.scene.analysis.text.span(verb, end), end, end, entities, offices)


def _attended(told: Told, part: Span, entities: Entities, offices: Offices) -> Iterator[Fact]:
    """The verb says it: "X attended the meeting", «حضر الاجتماع»."""
    claim, word = told.claim, told.claim.event_span
    if claim.event != "attend" or word is None or not part.covers(word) or claim.modality == "ordered":
        return
    if not told.scene.within(word.end, part.end) and claim.polarity != "negative":
        return  # one may attend a school
    agents = [p.span for p in claim.participants if p.role == "agent"]
    named = [(who, span) for span in agents if (who := entity_at(entities, claim.document, span))]
    if is_passive(told, word):
        people = named_in(told, entities, word.end, part.end)
    else:
        people = named or who_is_meant(told, part, word.start, part.end, entities, offices)
    there = (claim.polarity == "negative") == (claim.modality == "denied")
    if there and claim.language == "ar":
        people = [*people, *named_in(told, entities, word.end, part.end)]
    for who in dict.fromkeys(who for who, _ in people):
        yield _fact(told, who, word, there)


def _answered(told: Told, part: Span, entities: Entities, offices: Offices) -> Iterator[Fact]:
    """The first words of an answer to whether somebody was there: yes, no, or where he was."""
    claim = told.claim
    question = told.scene.asked_at(part.start)
    if question is None or not told.scene.opens_answer(part.start):
        return
    folded = fold(part.text)
    found = place_alone(folded.key, claim.language)
    said = answered_by(folded.key, claim.language)
    asked = fold_key(told.scene.analysis.text.clean[question.start : question.end])
    if (found is None and said is None) or not asks_for_presence(asked, claim.language):
        return
    who = asked_of(told, question, entities, offices)
    if who is not None:
        word = part
        there = bool(said)
        if found is not None:
            start, end = folded.text_range(found.start, found.end)
            word, there = told.scene.analysis.text.span(part.start + start, part.start + end), found.there
        yield _fact(told, who, word, there)


def _at_a_place(told: Told, part: Span, entities: Entities, offices: Offices) -> Iterator[Fact]:
    """Who was or was not at a place, or a happening, that the lexicon knows: comparable with that place alone."""
    topics = [
        t for t in told.claim.topics if part.covers(t.span) and concept_types().get(t.concept) in ("place", "event")
    ]
    if not topics:
        return
    folded = fold(part.text)
    for topic in topics:
        start, end = (folded.to_key(place - part.start) for place in (topic.span.start, topic.span.end))
        found = being_at(folded.key, told.claim.language, start, end)
        if found is None:
            continue
        group = happening(topic.concept)
        for fact in _said(told, part, folded, found, entities, offices):
            if group is None:
                yield fact._replace(within=topic.concept)
            else:
                yield fact._replace(event=group, how="clause", sharp=True)
        return


def _in_presence(told: Told, part: Span, folded: Folded, entities: Entities) -> Iterator[Fact]:
    """«بحضور الوزير سالم»: who is named straight behind."""
    at = in_presence_of(folded.key, told.claim.language)
    if at is None or told.claim.polarity == "negative":
        return
    place = part.start + folded.to_text(at)
    for mention in told.scene.analysis.mentions:
        between = told.scene.analysis.text.clean[place : mention.span.start]
        if mention.kind != "person" or not part.covers(mention.span) or mention.span.start < place:
            continue
        if prepositions(told.claim.language).intersection(fold_key(between).split()):
            return
        who = entity_at(entities, mention.document, mention.span)
        if who:
            yield _fact(told, who, mention.span, True)
