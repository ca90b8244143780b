"""Claims: what each clause of a content, or of the outlet's own narration, amounts to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from isnad.claim.clauses import Clause, clauses
from isnad.claim.events import Event, find_event, things
from isnad.claim.ids import claim_id
from isnad.claim.modality import cue_modality, read_mood
from isnad.claim.persons import speaker_of, speaks_of_himself
from isnad.claim.roles import participants
from isnad.claim.scan import Named, Scan, Stretch, prepare
from isnad.claim.values.things import Thing
from isnad.claim.where import place_of, time_of
from isnad.claim.words import Use
from isnad.model import Claim, Mention, Participant, Span, Statement, Text, Topic, Value
from isnad.model.value import ValueModality

_BEFORE, _BEHIND = frozenset(",;:-)"), frozenset(",;:-(")


def claims(
    text: Text, statements: Sequence[Statement], mentions: Sequence[Mention] = (), values: Sequence[Value] = ()
) -> tuple[Claim, ...]:
    """The claims of a text in its order, clause by clause.

    Each clause belongs to the innermost statement whose content holds it; what no content holds is the outlet's own
    narration and makes a claim only if it has an event, a value or a concept.  ``mentions`` and ``values`` are those of
    the text, in order.  Deterministic and linear in the text.
    """
    return tuple(_Reader(text, statements, mentions, values).read())


class _Reader:
    """One text while its claims are read."""

    def __init__(
        self, text: Text, statements: Sequence[Statement], mentions: Sequence[Mention], values: Sequence[Value]
    ) -> None:
        self.text = text
        self.scan = Scan(text)
        self.mentions = mentions
        self.stretches, self.names, self.values = prepare(self.scan, statements, mentions, values)
        self.name_firsts = [one.first for one in self.names]
        self.value_firsts = [first for first, _, _ in self.values]
        self.cue_moods: dict[str, ValueModality | None] = {s.id: cue_modality(s) for s in statements}

    def read(self) -> Iterator[Claim]:
        """The claims, stretch by stretch."""
        for stretch in self.stretches:
            carried = 0
            for clause in clauses(self.scan, stretch):
                claim, handed = self._claim(stretch, clause, carried if clause.that else carried & Use.CONDITIONAL)
                carried = handed
                if claim is not None:
                    yield claim

    def _claim(self, stretch: Stretch, clause: Clause, carried: int) -> tuple[Claim | None, int]:
        language, owner = stretch.language, stretch.owner
        within = self._within(clause)
        if owner is None and not (within or clause.concepts or clause.verbs or clause.moods):
            return None, 0  # nothing is told here
        framed = any(first < clause.end and end > clause.first for first, end in stretch.cues)
        names = self._names(clause.first, clause.end)
        proper = [(one.first, one.end) for one in names if one.mention.name is not None]
        concepts = things(self.scan, clause, proper, language)
        kinds = {value.kind for _, _, value in within}
        people = [(one.first, one.end) for one in names if one.mention.kind == "person"]
        event = find_event(self.scan, clause, concepts, language, framed, kinds, people)
        inside = [value for _, _, value in within]
        cue = self.cue_moods[owner.id] if owner is not None else None
        taken = {at for first, end, _ in within for at in range(first, end)} if within and clause.moods else ()
        mood = read_mood(clause, event, language, cue, carried, taken)
        if not self._wanted(clause, owner, framed, concepts, event, inside):
            return None, mood.carried
        spans: tuple[Span, ...] = (self._bare(clause.first, clause.end),)
        if clause.head:
            spans = (self._bare(*clause.head), *spans)
            names = [*self._names(*clause.head), *names]
        dates = {at for first, end, value in within if value.kind == "date" for at in range(first, end)}
        parts = participants(self.scan, clause, event, names, language, dates)
        who = [Participant(role, one.mention.span) for role, one in parts]
        if event and owner and all(role != "agent" for role, _ in parts):
            who = [*self._first_person(clause, event, owner, language, who), *who]
        return (
            Claim(
                id=claim_id(self.text.document, owner.id if owner else None, spans),
                document=self.text.document,
                statement=owner.id if owner else None,
                text=spans,
                polarity=mood.polarity,
                modality=mood.modality,
                language=language,
                event=event.type if event else None,
                event_span=self._span(event.first, event.end) if event else None,
                topics=self._topics(self._outside_values(concepts, within), event),
                participants=tuple(who),
                place=place_of(self.scan, clause, names, parts),
                time=time_of(event, [(first, value) for first, _, value in within]),
                values=tuple(inside),
            ),
            mood.carried,
        )

    def _first_person(
        self, clause: Clause, event: Event, owner: Statement, language: str, who: list[Participant]
    ) -> list[Participant]:
        """The speaker as agent of what is said in the first person."""
        if not speaks_of_himself(self.scan, clause, event, language):
            return []
        speaker = speaker_of(owner, self.mentions)
        if speaker is None or any(one.span == speaker.span for one in who):
            return []
        return [Participant("agent", speaker.span)]

    def _names(self, first: int, end: int) -> list[Named]:
        return self.names[bisect_left(self.name_firsts, first) : bisect_left(self.name_firsts, end)]

    def _within(self, clause: Clause) -> list[tuple[int, int, Value]]:
        return self.values[bisect_left(self.value_firsts, clause.first) : bisect_left(self.value_firsts, clause.end)]

    def _wanted(
        self,
        clause: Clause,
        owner: Statement | None,
        framed: bool,
        concepts: list[Thing],
        event: Event | None,
        inside: list[Value],
    ) -> bool:
        """Whether a clause amounts to anything: a content always does, if it has a word."""
        if event is not None or inside:
            return True
        if framed:
            return False
        if owner is None:
            return bool(concepts)
        return any(self.scan.texts[at][0].isalnum() for at in range(clause.first, clause.end))

    def _outside_values(self, concepts: list[Thing], within: list[tuple[int, int, Value]]) -> list[Thing]:
        """The concepts without words of a value that are not what it measures: «دقيقة» is a minute there, not flour."""
        if not within:
            return concepts
        taken = {at for first, end, value in within for at in range(first, end)}
        bound = {value.of for _, _, value in within}
        return [thing for thing in concepts if thing.start not in taken or thing.id in bound]

    def _topics(self, concepts: list[Thing], event: Event | None) -> tuple[Topic, ...]:
        """Every concept of the clause; that of the event stands at the words that tell it."""
        out = [] if event is None else [(event.first, event.end, event.concept)]
        out += [
            (thing.start, thing.end, thing.id)
            for thing in concepts
            if event is None or thing.end <= event.first or thing.start >= event.end
        ]
        return tuple([Topic(concept, self._span(first, end)) for first, end, concept in sorted(out)])

    def _bare(self, first: int, end: int) -> Span:
        """The span without the signs that part it from its neighbours."""
        texts = self.scan.texts
        while first + 1 < end and texts[first] in _BEFORE:
            first += 1
        while first + 1 < end and texts[end - 1] in _BEHIND:
            end -= 1
        return self._span(first, end)

    def _span(self, first: int, end: int) -> Span:
        start, stop = self.scan.folded.text_range(self.scan.starts[first], self.scan.ends[end - 1])
        return self.text.span(start, stop)
