"""Parts of Arabic names: behind the verb (subject, then object) or before it; «لقاء أ مع ب», «تم اعتقال أ»."""

from __future__ import annotations

from isnad.claim.arguments import Arguments, Role
from isnad.claim.words import PREPOSITION, Use

_NEAR = 8
_STOPS = PREPOSITION | Use.BORDER | Use.RELATIVE | Use.THAT | Use.VERB


def read(a: Arguments) -> None:
    """Gives the actors of an Arabic clause their parts."""
    if a.event.voice == "noun":
        _noun(a)
    elif a.event.light >= 0:
        _done(a)
    else:
        _verb(a)
    _by(a)


def _verb(a: Arguments) -> None:
    event = a.event
    before, first = _before(a), _behind(a, event.end)
    second = _second(a, first) if first is not None else None
    if event.frame == "subject" or event.voice == "passive":
        a.give(first if first is not None else before, "patient")
    elif event.frame == "with":
        _together(a, before, first, second)
    elif event.frame in ("none", "on"):
        a.give(before if before is not None and first is None else first, "agent")
        if event.frame == "on":
            _governed(a, Use.ON, "patient")
    elif before is not None:
        _subject_first(a, before, first)
    elif first is not None:
        _verb_first(a, first, second)


def _subject_first(a: Arguments, before: int, first: int | None) -> None:
    """«الهدار اعتقل الوراق»; without an object a vague verb may be a passive («الهدار قتل في …»)."""
    if first is not None:
        a.give(before, "agent")
        a.give(first, "patient")
    elif a.event.voice == "active" or _thing_behind(a, a.event.end):
        a.give(before, "agent")


def _verb_first(a: Arguments, first: int, second: int | None) -> None:
    if second is not None:
        a.give(first, "agent")
        a.give(second, "patient")
    elif a.event.voice == "active" or _thing_behind(a, a.actors[first].end):
        a.give(first, "agent")


def _together(a: Arguments, before: int | None, first: int | None, second: int | None) -> None:
    """«اجتمع أ وب», «التقى أ ب», «أ التقى ب», «اجتمع أ مع ب»."""
    subject = before if before is not None else first
    if subject is None:
        return
    a.give(subject, "agent")
    a.give(a.joined(subject), "partner")
    if before is not None and first is not None:
        a.give(first, "partner")
    elif second is not None:
        a.give(second, "partner")
    _governed(a, Use.WITH, "partner")


def _before(a: Arguments) -> int | None:
    """A name that stands as subject before the verb: at the head of the clause, nothing but small words between."""
    for i in range(len(a.actors) - 1, -1, -1):
        one = a.actors[i]
        if one.end > a.event.first:
            continue
        between = range(one.end, a.event.first)
        if any(a.use(j) & (Use.BORDER | Use.RELATIVE) for j in between) or len(between) > 3:
            return None
        if any(not a.use(j) and a.word(j)[:1].isalpha() for j in between):
            return None
        if a.governor(i) or not (a.opens(i) or a.clitic(i) in ("و", "ف")):
            return None
        return i
    return None


def _behind(a: Arguments, at: int) -> int | None:
    """The name right behind the verb, with no preposition; an adverb of one word may stand between."""
    i = a.after(at)
    if i is None and not a.use(at) and a.word(at) in _ADVERBS:
        i = a.after(at + 1)
    return None if i is None or a.governor(i) or a.clitic(i) else i


_ADVERBS = frozenset({"امس", "اليوم", "غدا", "ايضا", "لاحقا", "سابقا", "فجرا", "مساء", "صباحا", "ليلا"})


def _second(a: Arguments, first: int) -> int | None:
    """A second name behind the first, with neither preposition nor «و» before it: the object."""
    if first + 1 >= len(a.actors):
        return None
    end, two = a.actors[first].end, a.actors[first + 1]
    if a.clitic(first + 1) or a.governor(first + 1):
        return None
    between = range(end, two.first)
    if any(a.use(j) & _STOPS or a.use(j) & Use.AND or not a.word(j)[:1].isalpha() for j in between):
        return None
    return first + 1 if len(between) <= 1 else None


def _thing_behind(a: Arguments, at: int) -> bool:
    """Whether an object that is no name follows: a number, or a noun that names no person («رتب الوراق اللقاء»)."""
    if a.word(at)[:1].isdecimal():
        return True
    sense = a.scan.senses[at] if at < a.clause.end else None
    if sense is None or sense.concept is None or sense.uses & (_STOPS | Use.AND | Use.JOINED):
        return False
    return sense.concept[1] in ("event", "thing", "deed", "substance") and not a.word(at).startswith(("ب", "ل", "و"))


def _done(a: Arguments) -> None:
    """«تم اعتقال أ», «جرى لقاء بين أ وب»."""
    i = a.after(a.event.end)
    if i is not None and not a.clitic(i) and a.event.frame in ("object", "subject"):
        a.give(i, "patient")
        return
    under = a.after(a.event.light + 1)
    if under is not None and a.actors[under].end <= a.event.first and not a.clitic(under):
        a.give(under, "patient")  # «تعرض سليم لهجوم»
    _noun(a)


def _noun(a: Arguments) -> None:
    event = a.event
    _light(a)
    i = a.after(event.end)
    if i is not None and (a.clitic(i) or a.governor(i)):
        i = None
    if event.frame == "with":
        if i is not None:
            a.give(i, "agent")
            a.give(a.joined(i), "partner")
        _between(a)
        _governed(a, Use.WITH, "partner")
    elif event.frame == "on":
        if _governed(a, Use.ON, "patient") and i is not None:
            a.give(i, "agent")
    elif event.frame == "object" and i is not None:
        j = i + 1 if i + 1 < len(a.actors) and a.actors[i + 1].first == a.actors[i].end else None
        if j is not None and a.clitic(j).endswith("ل"):
            a.give(i, "agent")
            a.give(j, "patient")
        elif a.actors[i].mention.kind == "person":
            a.give(i, "patient")
    elif event.frame == "subject":
        a.give(i, "patient")


def _light(a: Arguments) -> None:
    """«شن اللواء هجوما على …», «عقد سليم اجتماعا»: the name right behind the verb that carries the noun."""
    for at in range(event_start(a), a.event.first):
        if a.use(at) & (Use.ACTIVE | Use.PLANNED):
            i = a.after(at + 1)
            if i is not None and not a.clitic(i) and a.actors[i].end <= a.event.first:
                a.give(i, "agent")


def event_start(a: Arguments) -> int:
    """Where to look for a verb that carries the noun: not far before it."""
    return max(a.clause.first, a.event.first - 8)


def _between(a: Arguments) -> None:
    for i, one in enumerate(a.actors):
        # «لقاء بين أ وب», «بين أ وب لقاء»
        near = -_NEAR <= one.first - a.event.end <= _NEAR
        if near and a.governor(i) & Use.BETWEEN:
            a.give(i, "agent")
            a.give(a.conjoined(i), "partner")
            return


def _governed(a: Arguments, use: int, role: Role) -> bool:
    """Gives the first name behind the event that such a preposition governs its part."""
    for i, one in enumerate(a.actors):
        if not a.event.end <= one.first <= a.event.end + 12 or not a.governor(i) & use:
            continue
        if not any(a.use(j) & (Use.RELATIVE | Use.BORDER) for j in range(a.event.end, one.first)):
            a.give(i, role)
            return i in a.parts
    return False


def _by(a: Arguments) -> None:
    """«من قبل أ», «على يد أ»."""
    for i, one in enumerate(a.actors):
        if one.first >= a.event.end and a.governor(i) & Use.BY and i not in a.parts:
            a.give(i, "agent")
