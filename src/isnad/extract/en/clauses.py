"""Subjects: who governs a verb, read to its left, or to its right after a quotation («…,» said X)."""

from __future__ import annotations

import re

import msgspec

from isnad.extract.en.phrases import base_back, phrase_back, phrase_forward

# «X, a chandler, called the meeting, …»: a past form with its object is a verb, not one more apposition.
# So is one that ends in it («X, Y said, …»).
_CLAUSE = re.compile(r"^a?e[drpN#].*,|,a?e(?=[drpN#])|[Np]e$")
# «X, then a docker in Orle, said»: somebody's office, not when he said it.
_TITLED = re.compile("a[dnN]")
_FINITE = re.compile("[vbmhD]")
_SUBORDINATE = re.compile("[nSN]t|s")


class Subject(msgspec.Struct, frozen=True, gc=False):
    """The words of a subject and how it was found: plain, apposition, relative, inverted, shared, governing."""

    start: int
    end: int
    how: str


def group_start(tags: str, verb: int, low: int) -> int:
    """Where the verb group of a verb begins: auxiliaries, negation and adverbs before it («has also»)."""
    i = verb
    while i > low:
        if tags[i - 1] in "mbhDax":
            i -= 1
        elif tags[i - 1] == "g" and tags[verb] in "eP" and i == verb and i - 2 > low and tags[i - 2] == "b":
            i -= 2  # «is being told»
        elif tags[i - 1] == "T" and i - 2 > low and tags[i - 2] == "j" and tags[i - 3] in "hb":
            i -= 2  # «had last month charged»
        else:
            break
    return i


def clause_low(tags: str, at: int, low: int) -> int:
    """The first word that can belong to the clause of the verb at ``at``."""
    find = tags.rfind
    start = 1 + max(
        low - 1,
        find(".", low, at),
        find(";", low, at),
        find(":", low, at),
        find("5", low, at),
        find("6", low, at),
        find("7", low, at),
    )
    if low < start < at and tags[start] == "," and tags[start - 1] in "67":  # «the ad, titled “Who?”, said»
        return clause_low(tags, start - 1, low)
    opened = tags.rfind("(", start, at)
    if opened >= 0 and tags.rfind(")", start, at) < opened:
        return opened + 1  # «(X, who …, once said: “…”)»
    return start


def subject(tags: str, group: int, sentence: int) -> Subject | None:
    """The subject that ends where the verb group begins."""
    low = clause_low(tags, group, sentence)
    if group <= low:
        return None
    timed = _before_time(tags, group, low)
    before = tags[timed - 1] if timed > low else tags[group - 1]
    if before in "Wyt" and timed > low:
        return Subject(timed - 1, timed, "relative") if timed - 1 > low else None
    before = tags[group - 1]
    if before == "," or (before == "5" and group - 2 > low and tags[group - 2] in "udnN'iePgf"):
        return _with_apposition(tags, group, low)
    if timed < group and timed - 1 > low and tags[timed - 1] == ",":  # «X, who …, on Friday said»
        return _with_apposition(tags, timed, low)
    if before == "-":
        return _between_dashes(tags, group, low)
    end = timed
    start = phrase_back(tags, end, low)
    relative = _relative_back(tags, start, low)
    if relative < start and (start < end or tags[end - 1] in "ePgvBa"):
        return Subject(relative, end, "plain")
    reduced = _reduced(tags, start, low, start < end)
    if reduced < start:
        reduced = _before_age(tags, reduced, low)
        return Subject(reduced, group if end == group or tags[end - 1] in "ePg" else end, "plain")
    if start >= end or (start > low and tags[start - 1] in "i2" and tags[group] != "v" and _opens(tags, start, low)):
        return None
    if start - 2 > low and tags[start - 1] == "i" and tags[start - 2] in "Wy":  # «who in part was asked»
        return Subject(start - 2, start - 1, "relative")
    if tags[group + 1 : group + 2] != ",":
        start = _place(tags, start, low)
    return Subject(start, _without_circumstance(tags, start, end), "plain")


def _before_age(tags: str, start: int, low: int) -> int:
    """«Mara Fell, 68, a docker living in Orle said»: the name before the age."""
    return phrase_back(tags, start - 3, low) if start - 3 > low and tags[start - 4 : start] == "N,#," else start


def _opens(tags: str, start: int, low: int) -> bool:
    """Whether the prepositional phrase of the noun phrase at ``start`` opens the clause («In a video posted …»)."""
    return start - 1 == low or tags[start - 2] in ",.;:-"


def _place(tags: str, start: int, low: int) -> int:
    """«X of Columbia, South Carolina says»: the state belongs to the place."""
    if start - 2 > low and tags[start - 1] == "," and tags[start - 2] == "N" and tags[start] == "N":
        town = base_back(tags, start - 1, low)
        if town > low and tags[town - 1] in "fi":
            whole = phrase_back(tags, start - 1, low)
            if whole == low or tags[whole - 1] in ",;:tqsc":
                return whole
    return start


def _without_circumstance(tags: str, start: int, end: int) -> int:
    """«X in his speech said»: what follows a bare name says where he spoke, not who he is."""
    i = start
    while i < end and tags[i] == "N":
        i += 1
    return i if start < i < end - 1 and tags[i] == "i" and tags[i + 1] in "rd" else end


def _relative_back(tags: str, at: int, low: int) -> int:
    """Where a noun phrase with a relative clause begins that the phrase at ``at`` ends: «people who live on X»."""
    if at <= low or tags[at - 1] not in "iu2vePBgf":
        return at
    for i in range(at - 1, low, -1):
        if tags[i] in ",;:.-567":
            return at
        if tags[i] in "Wy" or (tags[i] == "t" and tags[i - 1] in "nS"):
            start = phrase_back(tags, i, low)
            return start if start < i else at
    return at


def _reduced(tags: str, at: int, low: int, phrase: bool) -> int:
    """Where a noun phrase with a participle begins that ends before ``at``: «a poll conducted by …»."""
    i = at
    while i > low and tags[i - 1] in "i2T":
        i -= 1
        if i > low and tags[i - 1] not in "ePgi2T":
            before = base_back(tags, i, low)
            if before == i:
                return at
            i = before
    if i > low and tags[i - 1] in "ePg" and (i < at or (tags[i - 1] in "eP" and not phrase)):
        participle = i - 1
        while participle > low and tags[participle - 1] in "a":
            participle -= 1
        start = phrase_back(tags, participle, low)
        # «DARPA announced an initiative …» is a clause of its own, «Dockers interviewed by …» is not.
        finite = tags[participle] == "e" and tags[participle - 1] == "N" and tags[participle + 1] not in "if2"
        if start < participle and tags[start] not in "po" and not finite and not (at < len(tags) and tags[at] == "p"):
            return start
    return at


def _before_time(tags: str, end: int, low: int) -> int:
    """``end`` without a time phrase before it: «X on Tuesday said»."""
    i = end
    while i > low and tags[i - 1] in "T#jd" and "T" in tags[i - 1 : end]:
        i -= 1
    if i == end:
        return end
    if i > low and tags[i - 1] == "i":
        i -= 1
    while i > low + 1 and tags[i - 1] == "a" and tags[i - 2] in "NnSp":
        i -= 1
    return i


def _with_apposition(tags: str, group: int, low: int) -> Subject | None:
    """«X, the chairman of Y, said»: the first comma that follows a noun phrase which can be a subject."""
    close = group - 1
    comma = tags.find(",", low, close)
    while comma != -1:
        if comma > low and tags[comma - 1] in "W":
            return Subject(comma - 1, comma, "relative")  # «who, after the vote, said»
        start = _whole(tags, comma, low)
        timed = tags[start : start + 2] == "dT"  # «This week in Orle, X, who …, said»
        if start < comma and not timed and _can_begin(tags, start, low) and _is_aside(tags, comma + 1, close):
            aside = tags[comma + 1 : close]
            plain = not aside.strip("a") or (aside[0] in "iasug" and not _TITLED.match(aside))
            return Subject(start, comma if plain else close, "apposition")
        comma = tags.find(",", comma + 1, close)
    if close > low and tags[close - 1] == ")":  # «Mara Fell (Orle), said»
        start = phrase_back(tags, close, low)
        return Subject(start, close, "plain") if start == low else None
    return None


def _whole(tags: str, end: int, low: int) -> int:
    """The first word of the noun phrase that ends before ``end``, with its relative clause or participle."""
    start = phrase_back(tags, end, low)
    if start >= end or _can_begin(tags, start, low):
        return start
    relative = _relative_back(tags, start, low)
    return relative if relative < start else _reduced(tags, start, low, True)


def _can_begin(tags: str, start: int, low: int) -> bool:
    before = tags[start - 1] if start > low else "."
    return before in ".,;:-tqskcuaT)"


def _is_aside(tags: str, start: int, end: int) -> bool:
    if start >= end:
        return False
    aside = tags[start:end]
    if aside[0] in "Wysr" or "y" in aside or "W" in aside:
        return True
    finite = _FINITE.search(aside)
    if finite and (aside[0] in "ptck" or not _SUBORDINATE.search(aside, 0, finite.start())):
        return False
    return not _CLAUSE.search(aside)


def _between_dashes(tags: str, group: int, low: int) -> Subject | None:
    opened = tags.rfind("-", low, group - 1)
    if opened <= low:
        return None
    start = phrase_back(tags, opened, low)
    return Subject(start, group, "apposition") if start < opened else None


def inverted(tags: str, after: int, stop: int) -> Subject | None:
    """The subject after its verb: «said X, the chairman of Y, who …»."""
    if after >= stop or tags[after] == "p":
        return Subject(after, after + 1, "inverted") if after < stop else None
    end = phrase_forward(tags, after, stop, "fi")
    if end <= after:
        return None
    if end + 1 < stop and tags[end] in "eP" and tags[end + 1] in "i2f":
        end = phrase_forward(tags, end + 2, stop, "fi")
    if end < stop and tags[end] in "W":
        return Subject(after, _relative_end(tags, end, stop), "inverted")
    while end < stop and tags[end] == ",":
        closing = _aside_end(tags, end + 1, stop)
        if closing < 0:
            break
        end = closing
    return Subject(after, end, "inverted")


def _aside_end(tags: str, start: int, stop: int) -> int:
    """Where the apposition or relative clause at ``start`` ends; -1 when it is none."""
    if start >= stop:
        return -1
    if tags[start] in "Wy" or (tags[start] == "i" and tags[start + 1 : start + 2] == "y"):
        return _relative_end(tags, start, stop)
    if tags[start] not in "dnNSrj#":
        return -1
    end = phrase_forward(tags, start, stop, "fi2")
    if end <= start or (end < stop and tags[end] in "vemhbD"):
        return -1
    return _relative_end(tags, end, stop) if end < stop and tags[end] == "W" else end


def _relative_end(tags: str, start: int, stop: int) -> int:
    return next((i for i in range(start, stop) if tags[i] in ",-;:"), stop)


def governing(tags: str, at: int, low: int) -> Subject | None:
    """The subject of the sentence's main clause, for a participle or a second verb that stands without its own."""
    verb = _main_verb(tags, at, low)
    if verb < 0:
        return None
    group = group_start(tags, verb, low)
    found = subject(tags, group, low)
    return Subject(found.start, found.end, "governing") if found and found.how != "relative" else None


def _main_verb(tags: str, at: int, low: int) -> int:
    """The finite verb of the main clause before ``at``: the first one that is not in a relative clause."""
    for i in range(low, at):
        if tags[i] not in "vebmhD":
            continue
        group = group_start(tags, i, low)
        if group <= low:
            continue
        before = tags[group - 1]
        if before in "Wyt":
            continue
        start = phrase_back(tags, group, low)
        if start < group and (start == low or tags[start - 1] not in "tqsyWNnSi"):
            return i
        if before == "," and _with_apposition(tags, group, low):
            return i
    return -1
