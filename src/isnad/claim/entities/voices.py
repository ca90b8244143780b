"""Whose statements are whose in a case, and who speaks for an organisation by office."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from isnad.claim.entities.going_on import going_on
from isnad.claim.entities.sources import body_nouns, short_noun
from isnad.claim.entities.titles import title_classes
from isnad.lang import LANGUAGES
from isnad.lang.events import small_words
from isnad.model import Analysis, Entity, Mention, Office, Span, Statement
from isnad.model.entity import MentionKind

_KINDS: dict[str, frozenset[MentionKind]] = {
    "person": frozenset({"person"}),
    "organisation": frozenset({"organisation", "agency"}),
    "outlet": frozenset({"organisation", "agency"}),
    "agency": frozenset({"organisation", "agency"}),
    "document": frozenset({"work"}),
}
"""Kinds of mention that may be the speaker of a statement, by the speaker's type."""
_BODIES = _KINDS["organisation"]
_SPOKESPERSON = "spokesperson"
_FOR = 9
"""Characters between an office and its body in "spokeswoman for the Ministry"."""


class Voices:
    """The entities of a case, asked for by place."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._owner: dict[tuple[str, int, int], str] = {}
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        self._kinds = {entity.id: "outlet" if entity.outlet else entity.kind for entity in entities}
        for entity in entities:
            for mention in entity.mentions:
                self._owner[_place(mention)] = entity.id
                self._mentions[mention.document].append(mention)
        for found in self._mentions.values():
            found.sort(key=lambda mention: (mention.span.start, mention.span.end))

    def speakers(self, analyses: Sequence[Analysis]) -> dict[str, str]:
        """Statement id → entity id, for every statement whose speaker is surely one entity of the case."""
        found: dict[str, str] = {}
        for analysis in analyses:
            near = _Near(self._mentions.get(analysis.document.name, []))
            for statement in analysis.statements:
                owner = self._speaker(statement, near)
                if owner is not None:
                    found[statement.id] = owner
            found |= going_on(analysis, found, self._kinds)
        return found

    def _speaker(self, statement: Statement, near: _Near) -> str | None:
        """The one entity that the speaker's name (or else the office in the source) is a mention of.

        A phrase that names two people, or a body by way of somebody nameless in it ("an official of the ministry"), has
        no entity.
        """
        speaker = statement.speaker
        kinds = _KINDS.get(speaker.type)
        if kinds is None:
            return None
        place = speaker.mention if speaker.name is not None else statement.source
        if place is None:
            return None
        owners = {self._owner[_place(one)] for one in near.over(place) if one.kind in kinds and _is(one, place)}
        if not owners and "organisation" in kinds:
            return self._short(statement, near)
        return owners.pop() if len(owners) == 1 else None

    def _short(self, statement: Statement, near: _Near) -> str | None:
        """The one body named before a statement that the bare noun of its speaker stands for."""
        noun = short_noun(statement)
        if noun is None:
            return None
        if near.nouns is None:
            near.nouns = _first_two((one, self._owner[_place(one)]) for one in near.mentions if one.kind in _BODIES)
        first, owner, other = near.nouns.get(noun, (0, None, None))
        at = statement.cue.start
        return owner if first < at and (other is None or other >= at) else None

    def offices(self, mentions: Mapping[str, Sequence[Mention]]) -> tuple[Office, ...]:
        """Each person whose office is to speak for an organisation, once for each organisation."""
        found: dict[tuple[str, str], Office] = {}
        for document in sorted(mentions):
            bodies = [one for one in self._mentions.get(document, ()) if one.kind in _KINDS["organisation"]]
            for mention in mentions[document]:
                person = self._owner.get(_place(mention))
                if person is None or mention.role is None or _SPOKESPERSON not in title_classes(mention):
                    continue
                named = {self._owner[_place(body)] for body in bodies if _beside(mention.role, body.span)}
                if len(named) == 1:
                    key = (person, named.pop())
                    found.setdefault(key, Office(*key, mention))
        return tuple(found.values())


class _Near:
    """The mentions of a document by place: asking costs a search and no walk through all of them."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        reach = sorted((_reach(mention), n) for n, mention in enumerate(mentions))
        self._starts = [start for (start, _), _ in reach]
        self._order = [n for _, n in reach]
        self._longest = max((end - start for (start, end), _ in reach), default=0)
        self.nouns: dict[str, tuple[int, str | None, int | None]] | None = None

    def over(self, place: Span) -> list[Mention]:
        """The mentions that may overlap a place, and a few beside it."""
        first = bisect_left(self._starts, place.start - self._longest)
        return [self.mentions[n] for n in self._order[first : bisect_left(self._starts, place.end)]]


def _reach(mention: Mention) -> tuple[int, int]:
    spans = (mention.span, mention.name or mention.span)
    return min(span.start for span in spans), max(span.end for span in spans)


def _first_two(bodies: Iterable[tuple[Mention, str]]) -> dict[str, tuple[int, str | None, int | None]]:
    """Noun → where a body with it is first named, which, and where another one is."""
    found: dict[str, tuple[int, str | None, int | None]] = {}
    for mention, owner in bodies:
        if mention.name is None:
            continue
        for noun in body_nouns(mention):
            first, one, other = found.setdefault(noun, (mention.span.start, owner, None))
            if one != owner and other is None:
                found[noun] = (first, one, mention.span.start)
    return found


def _place(mention: Mention) -> tuple[str, int, int]:
    return mention.document, mention.span.start, mention.span.end


def _beside(role: Span, body: Span) -> bool:
    """Whether a body stands in an office's words or right beside them ("spokeswoman for the …", "… spokeswoman")."""
    return role.overlaps(body) or 0 <= body.start - role.end <= _FOR or 0 <= role.start - body.end <= 1


@cache
def _relatives() -> frozenset[str]:
    """Words that begin a relative clause in a phrase, in all languages."""
    return frozenset(
        word for language in LANGUAGES for word, use in small_words(language) if use in ("relative", "that")
    )


def _in_relative_clause(name: Span, place: Span) -> bool:
    """Whether a name in a phrase only tells of somebody else ("the head of the body that Mara Fell founded")."""
    return not _relatives().isdisjoint(place.text[: name.start - place.start].split())


def _is(mention: Mention, place: Span) -> bool:
    """Whether ``place`` is the mention: the two cover one another's proper name.

    A body inside a longer phrase ("an official of the ministry") is not the speaker that the phrase names, nor is who
    is named in a relative clause.
    """
    own = mention.name or mention.span
    if not own.overlaps(place):
        return False
    if mention.kind == "person":
        return mention.span.covers(place) or (place.covers(own) and not _in_relative_clause(own, place))
    return mention.span.covers(place) or (place.covers(own) and 2 * (own.end - own.start) > place.end - place.start)
