"""What stands where in a document: the clauses, values and names that a difference between two copies belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Literal, NamedTuple

from isnad.compare.entities import Entities, entity_at, named
from isnad.compare.voices import Told
from isnad.model import Analysis, Claim, Copy, Span, Value
from isnad.text.fold import fold_key

_ATTACHED = re.compile(r"^[وف]?(?:[بكل]?ال|لل|[بل](?=\w{4}))")


What = Literal["number", "name", "negation", "modality"]


class Altered(NamedTuple):
    """What one side of a copied passage has instead of the other, with the clause on each side."""

    copy: Copy
    what: What
    a: Span
    b: Span
    claim_a: Claim | None
    claim_b: Claim | None
    translated: bool = False


class Name(NamedTuple):
    """A name: its entity, of which kind, and its words without what is written together with them."""

    entity: str
    kind: str
    words: frozenset[str]


class View:
    """A document's claims, values and names by place."""

    def __init__(self, analysis: Analysis, entities: Entities) -> None:
        self._text = analysis.text
        self.language = analysis.text.language
        self._entities = entities
        self.values = [value for value in analysis.values if value.kind != "ordinal"]
        self._value_starts = [value.span.start for value in self.values]
        parts = sorted(((part.start, n) for n, claim in enumerate(analysis.claims) for part in claim.text))
        self._claims = [(analysis.claims[n], start) for start, n in parts]
        self._claim_starts = [start for start, _ in parts]
        self._statements = {statement.id: statement for statement in analysis.statements}
        self._chains = {chain.statement: chain for chain in analysis.chains}
        names = sorted((m.span.start, m.span.end, entity, m.kind) for m, entity in named(analysis.mentions, entities))
        self._names = names
        self._clean = analysis.text.clean
        self._sentence_starts = [start for start, _ in analysis.text.sentences]
        self._name_starts = [start for start, *_ in names]

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence that a place stands in, without the blanks behind it."""
        i = bisect_right(self._sentence_starts, place) - 1
        start, end = self._text.sentences[i] if i >= 0 else (0, len(self._clean))
        return start, max(place + 1, start + len(self._clean[start:end].rstrip()))

    def span(self, start: int, end: int) -> Span:
        """A stretch of the text."""
        return self._text.span(start, max(start, end))

    def value(self, start: int, end: int) -> Value | None:
        """The value that a range belongs to."""
        i = bisect_right(self._value_starts, end - 1) - 1
        return self.values[i] if i >= 0 and self.values[i].span.end > start else None

    def name(self, start: int, end: int) -> Name | None:
        """What a range names."""
        i = bisect_right(self._name_starts, end - 1) - 1
        if i < 0 or self._names[i][1] <= start:
            return None
        first, last, entity, kind = self._names[i]
        return Name(entity, kind, frozenset(_bare(word) for word in fold_key(self._clean[first:last]).split()))

    def values_in(self, start: int, end: int) -> list[Value]:
        """The values that begin in a range."""
        return self.values[bisect_left(self._value_starts, start) : bisect_left(self._value_starts, end)]

    def claims_in(self, start: int, end: int) -> list[Claim]:
        """The clauses that begin in a range, each once."""
        places = range(bisect_left(self._claim_starts, start), bisect_left(self._claim_starts, end))
        return list({self._claims[i][0].id: self._claims[i][0] for i in places}.values())

    def entities_in(self, start: int, end: int) -> set[str]:
        """The entities that a range names."""
        places = range(bisect_left(self._name_starts, start), bisect_left(self._name_starts, end))
        return {self._names[i][2] for i in places}

    def agents_in(self, start: int, end: int) -> dict[str, tuple[str, Span]]:
        """For each kind of happening that a range tells of once: who did it, and where that is named."""
        found: dict[str, list[tuple[str, Span]]] = {}
        for claim in self.claims_in(start, end):
            for one in claim.participants:
                entity = entity_at(self._entities, claim.document, one.span)
                if claim.event and one.role == "agent" and entity is not None:
                    found.setdefault(claim.event, []).append((entity, one.span))
        return {event: told[0] for event, told in found.items() if len(told) == 1}

    def claim(self, place: int) -> Claim | None:
        """The clause that a place stands in."""
        i = bisect_right(self._claim_starts, place) - 1
        if i < 0:
            return None
        claim = self._claims[i][0]
        return claim if any(part.start <= place < part.end for part in claim.text) else None

    def told(self, place: int) -> Told:
        """The statement that a place stands in, as its claim has it, and its chain."""
        claim = self.claim(place)
        told = claim.statement if claim else None
        return (self._statements.get(told), self._chains.get(told)) if told else (None, None)

    def roles(self, claim: Claim) -> dict[str, str]:
        """Who did it and who had it done to them, as entities, where a clause tells one of each."""
        found: dict[str, str] = {}
        for one in claim.participants:
            entity = entity_at(self._entities, claim.document, one.span)
            if one.role in ("agent", "patient") and entity is not None:
                found.setdefault(one.role, entity)
        return found

    def shown(self, claim: Claim | None, value: Value | None, start: int, end: int) -> Span:
        """What is shown of a side: its clause, else its value, else the differing words."""
        if claim is not None:
            return next((part for part in claim.text if part.start <= start < part.end), claim.text[0])
        return value.span if value else self._text.span(start, end)


def _bare(word: str) -> str:
    """An Arabic word without the preposition and article before it, others as they are."""
    return _ATTACHED.sub("", word)
