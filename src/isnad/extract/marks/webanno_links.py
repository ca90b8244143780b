"""From spans and relations of a WebAnno file to markings: what belongs to one statement.

A group feature says it outright.  Relations are read in either direction: what is related to a cue is its source and
its content.  A source that is related to the content alone, or a content related to the source alone, is found over
the other, unless that one is shared with another cue; a source related to a source is another mention of it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import cast, get_args

from msgspec import UNSET, UnsetType

from isnad.extract.marks.base import Marking, checked, fail, shown
from isnad.extract.marks.webanno_spans import MarkedSpan, Role, Spans
from isnad.model.statement import SpeakerType, StatementKind

Related = dict[tuple[int, Role], dict[MarkedSpan, None]]
"""By the id of a span and a role: the related spans with that role, in order."""

MENTIONS = 50
"""Other mentions of a source that its name is looked for in."""


def read_markings(spans: Spans, label: str) -> tuple[Marking, ...]:
    """The statements of a file; ``DataError`` naming the line of a span that belongs to none."""
    groups = _groups(spans)
    related = _related(spans)
    if spans.spans and not groups and not related:
        names = ", ".join(spans.names.group)
        fail(label, f"nothing says which spans belong together; export relations, or a feature called {names}")
    grouped = {id(span) for members in groups.values() for span in members}
    statements: list[tuple[str, list[MarkedSpan], list[MarkedSpan]]] = [
        (f"group {key}", members, []) for key, members in groups.items()
    ] + [("", *_around(cue, related)) for cue in spans.spans if cue.role == "cue" and id(cue) not in grouped]
    _all_used(spans, related, {id(span) for _, members, _ in statements for span in members})
    return tuple(_marking(spans, key, members, others) for key, members, others in statements)


def _all_used(spans: Spans, related: Related, used: set[int]) -> None:
    """``DataError`` for a span that is part of no statement, nor another mention of a source."""
    for span in spans.spans:
        if id(span) not in used and not (span.role == "source" and (id(span), "source") in related):
            words = shown(spans.mark(span).text)
            fail(span.where, f"the {span.role} {words} is linked to no cue; link or remove it")


def _groups(spans: Spans) -> dict[str, list[MarkedSpan]]:
    """Spans by group; a span of several statements has several numbers («1, 2»)."""
    groups: dict[str, list[MarkedSpan]] = {}
    for span in spans.spans:
        for key in dict.fromkeys(re.split(r"[,;\s]+", (span.value(spans.names.group) or "").strip())):
            if key:
                groups.setdefault(key, []).append(span)
    return groups


def _related(spans: Spans) -> Related:
    related: Related = {}
    for one, other in spans.related:
        if one is not other:
            related.setdefault((id(one), cast(Role, other.role)), {})[other] = None
            related.setdefault((id(other), cast(Role, one.role)), {})[one] = None
    return related


def _with_role(role: Role, origin: MarkedSpan, related: Related) -> list[MarkedSpan]:
    return list(related.get((id(origin), role), ()))


def _over(role: Role, origins: list[MarkedSpan], related: Related) -> list[MarkedSpan]:
    """What is related to these spans of a statement, as far as they are of no other statement."""
    own = [origin for origin in origins if len(related.get((id(origin), "cue"), ())) <= 1]
    return list(dict.fromkeys(span for origin in own for span in _with_role(role, origin, related)))


def _around(cue: MarkedSpan, related: Related) -> tuple[list[MarkedSpan], list[MarkedSpan]]:
    """The members of the cue's statement, and the other mentions of its sources."""
    sources = _with_role("source", cue, related)
    contents = _with_role("content", cue, related)
    if not sources:
        sources = _over("source", contents, related)
    if not contents:
        over = _over("content", sources, related)
        contents = [span for span in over if not _with_role("cue", span, related)]
    others = [span for source in sources for span in islice(related.get((id(source), "source"), ()), MENTIONS)]
    return [cue, *sources, *contents], list(dict.fromkeys(others))


def _marking(spans: Spans, group: str, members: list[MarkedSpan], others: list[MarkedSpan]) -> Marking:
    cue = next((span for span in members if span.role == "cue"), members[0])
    where = f"{cue.where}: {group}" if group else cue.where
    names = spans.names
    return checked(
        Marking(
            where=where,
            cues=tuple(spans.mark(span) for span in members if span.role == "cue"),
            contents=tuple(spans.mark(span) for span in members if span.role == "content"),
            sources=tuple(spans.mark(span) for span in members if span.role == "source"),
            corefers=tuple(spans.mark(span) for span in others),
            kind=cast("StatementKind | None", _one_of(members, names.kind, get_args(StatementKind))),
            speaker=_speaker(members, names.speaker),
            speaker_type=cast("SpeakerType | None", _one_of(members, names.speaker_type, get_args(SpeakerType))),
        )
    )


def _first(members: list[MarkedSpan], features: tuple[str, ...]) -> tuple[str, str] | None:
    """The first value of these features among the spans, and where it stands."""
    values = ((span.value(features), span.where) for span in members)
    return next(((value, where) for value, where in values if value), None)


def _speaker(members: list[MarkedSpan], features: tuple[str, ...]) -> str | UnsetType:
    found = _first(members, features)
    return found[0] if found else UNSET


def _one_of(members: list[MarkedSpan], features: tuple[str, ...], allowed: tuple[str, ...]) -> str | None:
    found = _first(members, features)
    if found is None:
        return None
    value = found[0].strip().casefold()
    if value not in allowed:
        fail(found[1], f"{features[0]} {shown(found[0])} is none of {', '.join(allowed)}; correct it")
    return value
