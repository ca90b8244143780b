"""Parts of English names: subject, verb, object; passive with "by"; "the arrest of A by B", "A's meeting with B"."""

from __future__ import annotations

from isnad.claim.arguments import Arguments, Role
from isnad.claim.words import PREPOSITION, Use

_REACH = 3
_OBJECTS: dict[str, Role] = {"object": "patient", "with": "partner"}
_NO_OBJECT = PREPOSITION | Use.AND | Use.BORDER | Use.THAT | Use.RELATIVE


def read(a: Arguments) -> None:
    """Gives the actors of an English clause their parts."""
    if a.event.voice == "noun":
        _noun(a)
    else:
        _verb(a)
    for i in list(a.parts):
        _share(a, i)


def _verb(a: Arguments) -> None:
    event = a.event
    subject = None if _infinitive(a) else _subject(a)
    passive = event.voice == "passive"
    if passive or event.frame == "subject":
        a.give(subject, "patient")
    else:
        a.give(subject, "agent")
    _behind(a, passive)
    if subject is not None and event.frame == "with" and not passive:
        other = a.joined(subject)
        if other is not None and a.actors[other].first < event.first:
            a.give(other, "partner")


def _infinitive(a: Arguments) -> bool:
    """Whether "to" stands before the verb: its subject is that of another verb, which may not be the one before it."""
    return a.word(a.event.first - 1) == "to" and not any(
        a.use(j) & Use.PLANNED for j in range(a.clause.first, a.event.first)
    )


def _subject(a: Arguments) -> int | None:
    """The last name before the verb that no preposition and no "'s" keeps from being the subject."""
    for i in range(len(a.actors) - 1, -1, -1):
        one = a.actors[i]
        if one.end > a.event.first:
            continue
        if a.word(one.end) in ("'s", "’s") or a.governor(i) or _possessive(a, i):
            if not a.nobody_between(one.end, a.event.first):
                return None
            continue
        if not a.nobody_between(one.end, a.event.first):
            return None
        if i and a.joined(i - 1) == i and not a.governor(i - 1):
            return i - 1
        return i if a.opens(i) else None
    return None


def _possessive(a: Arguments, i: int) -> bool:
    """Whether "'s" or "'" is written to the name."""
    end = a.scan.ends[a.actors[i].end - 1]
    return a.scan.key[end : end + 1] in ("'", "’") or a.scan.texts[a.actors[i].end - 1].endswith(("'s", "’s"))


def _behind(a: Arguments, passive: bool) -> None:
    """Object, "by" and "with" behind the verb."""
    event = a.event
    for i, one in enumerate(a.actors):
        if one.first < event.end:
            continue
        governor = a.governor(i)
        if governor & Use.BY:
            if passive:
                a.give(i, "agent")
        elif governor & Use.WITH and event.frame == "with":
            a.give(i, "partner")
        elif governor & Use.ON and event.frame == "on":
            a.give(i, "patient")
        elif governor or passive or one.first - event.end > _REACH or _possessive(a, i):
            continue
        elif _direct(a, event.end, one.first):
            a.give(i, _OBJECTS.get(event.frame, "other"))


def _direct(a: Arguments, first: int, end: int) -> bool:
    """Whether only articles and adjectives stand between the verb and its object."""
    return all(
        not a.use(at) & _NO_OBJECT and a.word(at)[:1].isalpha() for at in range(first, end)
    ) and a.nobody_between(first, end)


def _noun(a: Arguments) -> None:
    """ "the arrest of A by B", "an attack on A", "talks between A and B", "A's meeting with B"."""
    event = a.event
    for i, one in enumerate(a.actors):
        if one.end <= event.first and one.end >= event.first - 2 and _possessive(a, i):
            a.give(i, "agent" if event.frame in ("with", "on") else "other")
        if one.first < event.end:
            continue
        near = i == 0 or a.actors[i - 1].end <= event.end or (i - 1) in a.parts
        if not near or not _reached(a, i):
            continue
        if a.give_governed(i):
            continue
        governor = a.governor(i)
        if (governor & Use.ON and event.frame == "on") or (governor & Use.OF and event.frame in ("object", "subject")):
            a.give(i, "patient")


def _reached(a: Arguments, i: int) -> bool:
    """Whether the name still belongs to the noun: no verb and no border between, and few words of others."""
    one = a.actors[i]
    begin = max([a.event.end, *(other.end for j, other in enumerate(a.actors[:i]) if j in a.parts)])
    between = range(begin, one.first)
    if a.governor(i) & Use.BETWEEN:
        return len(between) <= 12
    return len(between) <= 8 and not any(
        a.use(j) & (Use.VERB | Use.BORDER | Use.RELATIVE | Use.THAT | Use.PASSIVE) for j in between
    )


def _share(a: Arguments, i: int) -> None:
    """ "A and B": what is joined has the same part."""
    role = a.parts[i]
    if role == "other" or (a.event.frame == "with" and role == "agent"):
        return
    j = a.joined(i)
    while (
        j is not None
        and j not in a.parts
        and (a.actors[j].first < a.event.first) == (a.actors[i].first < a.event.first)
    ):
        a.parts[j] = role
        j = a.joined(j)
