"""Speakers that no reader of names found: documents, bodies without a known noun, and short forms ("the ministry")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from isnad.claim.entities.meaning import same_meaning
from isnad.claim.entities.sounds import is_arabic
from isnad.claim.entities.titles import head_key
from isnad.claim.entities.words import marks
from isnad.model import Analysis, Entity, Join, Mention, Span, Statement
from isnad.model.entity import MentionKind
from isnad.model.ids import tagged
from isnad.text.fold import fold_key

_KINDS: dict[str, MentionKind] = {"document": "work", "organisation": "organisation"}
Said = tuple[Statement, Span]
Wording = tuple[str, str, str]
"""Type of speaker, language, key of the name without articles."""
_TELLING_WORDS = 3


def other_sources(analyses: Sequence[Analysis], known: Mapping[str, str]) -> tuple[Entity, ...]:
    """Entities for the documents and bodies that speak in the case without being in ``known`` (statement id → entity),
    joined by their wording or, across two languages, by what their words mean.  A name that tells too little ("a press
    statement") is none: it is another one in every article."""
    groups: dict[Wording, list[Said]] = defaultdict(list)
    for analysis in analyses:
        for statement in analysis.statements:
            key = None if statement.id in known else _key(statement)
            if key is not None and statement.speaker.mention is not None:
                groups[key].append((statement, statement.speaker.mention))
    leaders = _translated(list(groups))
    joined: dict[Wording, list[Said]] = defaultdict(list)
    for key, said in groups.items():
        joined[leaders.get(key, key)] += said
    return tuple(_entity(kind, found) for (kind, _, _), found in joined.items())


def _translated(keys: Sequence[Wording]) -> dict[Wording, Wording]:
    """Wording → the first one of another language that surely means the same."""
    found: dict[Wording, Wording] = {}
    for kind in _KINDS:
        names = {i: (name, language) for i, (this, language, name) in enumerate(keys) if this == kind}
        for a, b in same_meaning(names)[0]:
            found[keys[b]] = found.get(keys[a], keys[a])
    return found


def _key(statement: Statement) -> Wording | None:
    speaker = statement.speaker
    if speaker.type not in _KINDS or speaker.name is None:
        return None
    words = fold_key(speaker.name).split()
    definite = any(word.startswith("ال") for word in words[1:])
    if len(words) < _TELLING_WORDS and not (len(words) > 1 and definite):
        return None
    return speaker.type, statement.language, " ".join(word.removeprefix("ال") for word in words if word != "the")


def _entity(kind: str, found: Sequence[Said]) -> Entity:
    joins: dict[tuple[str, int], Join] = {}
    for statement, span in found:
        mention = Mention(
            statement.document, span, _KINDS[kind], span, statement.language, _script(span.text), evidence="speaker"
        )
        reason, score = ("name", 1.0) if not joins else ("names that mean the same", 0.85)
        joins.setdefault((statement.document, span.start), Join(mention, reason, score))
    names: dict[str, str] = {}
    for statement, span in found:
        names.setdefault(statement.language, span.text)
    first, span = found[0]
    return Entity(
        id=tagged("en", _KINDS[kind], first.document, span.start, span.end, digits=12),
        kind=_KINDS[kind],
        name=span.text,
        names=dict(sorted(names.items())),
        joins=tuple(joins.values()),
    )


def _script(name: str) -> Literal["arabic", "latin"]:
    return "arabic" if is_arabic(name) else "latin"


def short_noun(statement: Statement) -> str | None:
    """The noun of a speaker who is nothing but a noun («الوزارة» after «وزارة الموانئ»); None for any other speaker."""
    name = statement.speaker.name or ""
    words = [word for word in fold_key(name).split() if word not in marks("pointing") and word != "the"]
    return head_key(words[0]) if len(words) == 1 else None


def body_nouns(mention: Mention) -> set[str]:
    """The noun that heads a body's name: its first word; in English its last one, or the one before "of"."""
    words = fold_key((mention.name or mention.span).text).split()
    if mention.language != "en":
        return {head_key(words[0])} if words else set()
    before_of = words.index("of") if "of" in words else len(words)
    return {head_key(words[before_of - 1])} if before_of else set()
