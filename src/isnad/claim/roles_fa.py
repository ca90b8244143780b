"""Parts of Persian names: the subject first, the object with «را», the verb last; «دیدار الف با ب», «بازداشت الف»."""

from __future__ import annotations

from isnad.claim.arguments import Arguments
from isnad.claim.words import Use


def read(a: Arguments) -> None:
    """Gives the actors of a Persian clause their parts."""
    if a.event.voice == "noun":
        _noun(a)
        return
    _marked(a)
    if a.event.frame == "with" and a.event.light >= 0 and _genitive(a):
        return
    subject = _subject(a)
    if subject is None:
        return
    if a.event.voice == "passive" or a.event.frame == "subject":
        a.give(subject, "patient")
        return
    a.give(subject, "agent")
    other = a.joined(subject)
    if other is not None:
        a.give(other, "partner" if a.event.frame == "with" else "agent")


def _marked(a: Arguments) -> None:
    """«X را», «با X», «توسط X», «به X»."""
    event = a.event
    for i, one in enumerate(a.actors):
        if one.first >= event.end:
            continue
        governor = a.governor(i)
        if a.word(one.end) == "را":
            if event.voice == "active":
                a.give(i, "patient")
        elif governor & Use.BY:
            if event.voice != "noun":
                a.give(i, "agent")
        elif governor & Use.WITH and event.frame == "with":
            a.give(i, "partner")
        elif governor & Use.ON and event.frame == "on" and a.word(one.first - 1) != "بر":
            a.give(i, "patient")


def _genitive(a: Arguments) -> bool:
    """«دیدار الف با ب برگزار شد»: the name right behind the noun."""
    i = a.after(a.event.end)
    if i is None:
        return False
    a.give(i, "agent")
    return True


def _subject(a: Arguments) -> int | None:
    """The first name that stands like a subject: at the head of its clause, without preposition and «را»."""
    for i, one in enumerate(a.actors):
        if one.first >= a.event.first or i in a.parts:
            continue
        if a.governor(i) or a.word(one.end) == "را" or not (a.opens(i) or _behind_time(a, i)):
            continue
        return i if a.nobody_between(one.end, a.event.first) or a.use(one.end) & Use.WITH else None
    return None


def _behind_time(a: Arguments, i: int) -> bool:
    """«دیروز سلیم هدار …», «در بندر سلیم هدار …»: no noun that the name could belong to stands before it."""
    at = a.actors[i].first - 1
    sense = a.scan.senses[at] if at >= a.clause.first else None
    return sense is None and a.word(at) in _TIMES


_TIMES = frozenset(
    {"ديروز", "امروز", "فردا", "شنبه", "يكشنبه", "دوشنبه", "سهشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شب", "صبح"}
)


def _noun(a: Arguments) -> None:
    """«دیدار الف با ب», «بازداشت الف», «حمله الف به ب», «گفت‌وگو میان الف و ب»."""
    event = a.event
    i = a.after(event.end)
    if i is not None:
        if event.frame in ("with", "on"):
            a.give(i, "agent" if event.frame == "with" else "other")
        elif event.frame in ("object", "subject"):
            a.give(i, "patient")
    for j, one in enumerate(a.actors):
        if one.first < event.end or one.first - event.end > 12:
            continue
        if not a.give_governed(j) and a.governor(j) & Use.ON and event.frame == "on":
            a.give(j, "patient")
            if i is not None and i != j:
                a.parts[i] = "agent"
