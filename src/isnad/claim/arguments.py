"""The names around the event of a clause, and the small questions that the role readers ask of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from isnad.claim.clauses import Clause
from isnad.claim.events import Event
from isnad.claim.scan import Named, Scan
from isnad.claim.words import MOOD, PREPOSITION, Use, phrases_at

Role = Literal["agent", "patient", "partner", "other"]
_PREFIXES = {"ب": Use.ON | Use.IN, "ل": Use.OF, "ك": Use.OTHER}
_FAR = 16
_PEOPLE = frozenset({"person", "group"})


class Arguments:
    """The actors of one clause (in order), the words of its dates, and the parts found so far (index of the actor →
    part)."""

    def __init__(
        self, scan: Scan, clause: Clause, event: Event, actors: Sequence[Named], dates: Collection[int] = ()
    ) -> None:
        self.scan = scan
        self.clause = clause
        self.event = event
        self.actors = actors
        self.dates = dates
        self.parts: dict[int, Role] = {}
        self._named: set[int] | None = None

    def use(self, at: int) -> int:
        """What the word at ``at`` does; nothing outside the clause."""
        return self.clause.uses.get(at, 0) if self.clause.first <= at < self.clause.end else 0

    def word(self, at: int) -> str:
        """The word at ``at``; nothing outside the clause."""
        return self.scan.texts[at] if self.clause.first <= at < self.clause.end else ""

    def give(self, i: int | None, role: Role) -> None:
        """Gives actor ``i`` a part, unless it has one."""
        if i is not None:
            self.parts.setdefault(i, role)

    def governor(self, i: int) -> int:
        """The preposition before actor ``i``, as a word or as the letter written to it; nothing if there is none."""
        one = self.actors[i]
        letters = self.clitic(i)
        if letters[-1:] in _PREFIXES:
            return _PREFIXES[letters[-1]]
        at = one.first - 1
        if self.word(at) in ("the", "a", "«", '"', "'"):
            at -= 1
        return self._phrase(at) or self.use(at) & PREPOSITION

    def _phrase(self, at: int) -> int:
        """A preposition of several words that ends at ``at`` («من قبل», "at the hands of")."""
        for first in (at - 1, at - 2, at - 3):
            sense = self.scan.senses[first] if self.clause.first <= first < self.clause.end else None
            if sense is None:
                continue
            for phrase in phrases_at(sense, self.scan.texts, first, at + 1):
                if phrase.uses & PREPOSITION and first + len(phrase.rest) == at:
                    return phrase.uses & PREPOSITION
        return 0

    def give_governed(self, i: int) -> bool:
        """Give actor ``i`` the part its preposition says beside a noun: between, with, by; whether it was given."""
        governor = self.governor(i)
        together = self.event.frame == "with"
        if governor & Use.BETWEEN and together:
            self.give(i, "agent")
            self.give(self.conjoined(i), "partner")
        elif governor & Use.WITH and together:
            self.give(i, "partner")
        elif governor & Use.BY:
            self.give(i, "agent")
        else:
            return False
        return True

    def clitic(self, i: int) -> str:
        """The letters written to the first word of actor ``i`` that are no part of its name («ل» in «لكمال»)."""
        one = self.actors[i]
        begin = self.scan.starts[one.first]
        if not "\u0621" <= self.scan.key[begin] <= "\u064a":
            return ""
        role, span = one.mention.role, one.mention.span
        start = span.start if role is None else min(role.start, span.start)
        at = self.scan.folded.to_key(start)
        return self.scan.key[begin:at] if begin < at <= begin + 3 else ""

    def after(self, at: int) -> int | None:
        """The actor whose words begin at ``at``."""
        for i, one in enumerate(self.actors):
            if one.first >= at:
                return i if one.first == at else None
        return None

    def next(self, at: int) -> int | None:
        """The first actor at or behind ``at``."""
        return next((i for i, one in enumerate(self.actors) if one.first >= at), None)

    def joined(self, i: int) -> int | None:
        """The actor that "and" joins to actor ``i`` («أ وب», "A and B", "A, head of the union, and B" too)."""
        j = i + 1
        if j >= len(self.actors):
            return None
        one, two = self.actors[i], self.actors[j]
        gap = range(one.end, two.first)
        if len(gap) == 0:
            return j if self.clitic(j).startswith(("و", "ف")) else None
        if all(self.use(k) & Use.AND or self.word(k) in (",", "the") for k in gap) and any(
            self.use(k) & Use.AND for k in gap
        ):
            return j
        return None

    def conjoined(self, i: int) -> int | None:
        """The actor that "and" joins to actor ``i``, with appositions between («… بين أ، المعروف بـ…، وب»)."""
        near = self.joined(i)
        if near is not None:
            return near
        for j in range(i + 1, len(self.actors)):
            one = self.actors[j]
            if one.first - self.actors[i].end > _FAR:
                return None
            if self.clitic(j).startswith("و") or (
                self.use(one.first - 1) & Use.AND and self.word(one.first - 1) != "or"
            ):
                return j
        return None

    def nobody_between(self, first: int, end: int) -> bool:
        """Whether no noun for people that the text does not name stands in these words: it would be the subject."""
        last = end - 1
        while last > first and self.use(last) & (Use.PASSIVE | Use.VERB):
            last -= 1
        if first < last and self.word(first) == "," and self.word(last) == ",":
            return True  # an apposition
        if self._named is None:
            self._named = {at for one in self.actors for at in range(one.first, one.end)}
        for at in range(max(first, self.clause.first), end):
            if at in self._named:
                continue
            sense = self.scan.senses[at]
            if self.use(at) & Use.SUBJECT:
                return False
            if sense is not None and sense.concept is not None and sense.concept[1] in _PEOPLE:
                return False
        return True

    def opens(self, i: int) -> bool:
        """Whether actor ``i`` stands where a subject does: at the head of the clause, behind a sign or a border."""
        at = self.actors[i].first - 1
        while at >= self.clause.first and (at in self.dates or self.word(at) in ("the", "«", '"', "'")):
            at -= 1
            if at + 1 in self.dates and self.use(at) & PREPOSITION:
                at -= 1  # "on Monday X …"
        if at < self.clause.first:
            return True
        word = self.word(at)
        heads = MOOD | Use.BORDER | Use.RELATIVE | Use.THAT | Use.AND | Use.VERB | Use.ACTIVE | Use.PASSIVE
        return not word[0].isalnum() or bool(self.use(at) & heads)


Part = tuple[Role, Named]
