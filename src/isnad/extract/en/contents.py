"""How far a content goes: the clause, infinitive or object after a cue."""

from __future__ import annotations

import re
from collections.abc import Callable

from isnad.extract.en.phrases import clause_starts, phrase_forward

_TRAILING = frozenset(".,;:-")
_DENIAL = re.compile("[hmbD]x")
# «…, but he sounded sad»: the reporter goes on.
_COUNTERS = re.compile("kpa?[vebhmD]")
_CLAUSAL = re.compile("[WytqsvbmhDeB2g]")
IsCue = Callable[[int], str]
IsContrast = Callable[[int], bool]


def trimmed_end(tags: str, start: int, end: int) -> int:
    """``end`` without the punctuation before it."""
    while end > start and tags[end - 1] in _TRAILING:
        end -= 1
    return end


def clause_end(
    tags: str,
    start: int,
    stop: int,
    cue_at: IsCue,
    contrasts: IsContrast,
    told_in: Callable[[int, int], bool],
    subordinate: bool = False,
    relative: bool = False,
) -> int:
    """The end of a reported clause: the sentence, unless a new attribution begins after a comma or «and».

    ``subordinate`` when the cue itself stands in a clause («While X said …, Y …») that the main clause follows."""
    for i in range(start if tags[start] == "5" else start + 1, stop - 1):
        tag = tags[i]
        if tag == ";" or (tag == "," and _new_attribution(tags, i + 1, stop, cue_at, contrasts, tags[start] == "t")):
            return trimmed_end(tags, start, i)
        if tag == "5" and (
            (tags[i + 1] == "g" and cue_at(i + 1))
            or (tags[i + 1] in "kc" and _new_attribution(tags, i + 1, stop, cue_at, contrasts))
        ):
            return i + 1
        if tag == "i" and tags[i - 1] in "5Q67" and told_in(i, stop):
            return i
        if tag == "-" and tags[i + 1] == "g" and cue_at(i + 1):
            return trimmed_end(tags, start, i)
        # «but did not say when», «but she did not say when»
        if (
            tag == "k"
            and (denied := i + 2 if tags[i + 1] in "pN" else i + 1) + 1 < stop
            and _DENIAL.match(tags, denied)
        ):
            return trimmed_end(tags, start, i)
        if tag in ",-" and (
            _comments(tags, i, stop) or (tag == "," and tags[start] != "t" and _COUNTERS.match(tags, i + 1))
        ):
            return trimmed_end(tags, start, i)
        if relative and tag == "," and tags[i + 1] in "vebhmaD":
            return trimmed_end(tags, start, i)
        if subordinate and tag == "," and clause_starts(tags, i + 1, stop):
            return trimmed_end(tags, start, i)
        if tag in "ck" and i > start + 2 and _goes_on_saying(tags, i + 1, cue_at(i + 1)):
            return trimmed_end(tags, start, i)
    return trimmed_end(tags, start, stop)


def _goes_on_saying(tags: str, i: int, kind: str) -> bool:
    """«… and added that», «… and praising her»: the source goes on with a cue of its own."""
    return (tags[i] in "ve" and "quote" in kind) or (tags[i] == "g" and bool(kind) and tags[i + 1] not in "if2")


def _comments(tags: str, i: int, stop: int) -> bool:
    """Whether the reporter's word on the whole clause follows («…, a claim that the mayor disputes»)."""
    if tags[i + 1] != "d" or tags[i - 1] in "N," or i + 3 >= stop:
        return False
    end = phrase_forward(tags, i + 1, stop, "")
    if not i + 2 < end < stop or tags[end - 1] != "n":
        return False
    related = tags[end] == "t" or clause_starts(tags, end, stop)
    return related and tags.find(",", end, stop) < 0


def _new_attribution(tags: str, i: int, stop: int, cue_at: IsCue, contrasts: IsContrast, plain: bool = False) -> bool:
    """``plain``: inside a clause with «that», which a contrasting clause goes on with."""
    tag = tags[i]
    kind = cue_at(i)
    if tag == "g" and kind:
        return True
    if "according" in kind:
        return True
    if tag == "a" and i + 1 < stop and tags[i + 1] == "g" and cue_at(i + 1):
        return True
    if tag in "ck" and i + 1 < stop:
        j = i + 1
        while j < stop - 1 and tags[j] in "ahb":
            j += 1
        if tags[j] in "veP" and cue_at(j):
            return True
        j = phrase_forward(tags, i + 1, stop, "fi")
        if j < stop - 2 and tags[j : j + 2] == ",W":  # «and one of them, who …, said»
            j = max(tags.find(",", j + 2, stop - 1) + 1, j)
        while j < stop - 1 and tags[j] in "ah":
            j += 1
        return j < stop and tags[j] in "ve" and bool(cue_at(j))
    return tag == "s" and not plain and i + 1 < stop and contrasts(i) and clause_starts(tags, i + 1, stop)


def object_end(
    tags: str,
    start: int,
    stop: int,
    cue_at: IsCue,
    contrasts: IsContrast,
    occasion: IsContrast | None = None,
    adds: IsContrast | None = None,
) -> int:
    """The end of a noun phrase content: the first comma that opens something new, or a conjoined verb."""
    for i in range(start + (tags[start] != "5"), stop - 1):
        tag = tags[i]
        if tag in ";-":
            return trimmed_end(tags, start, i)
        if tag == "," and tags[i + 1] in "ck" and clause_starts(tags, i + 2, stop):
            return trimmed_end(tags, start, i)
        if tag == "5" and (tags[i + 1] not in "nNSc" or clause_starts(tags, i + 1, stop)):
            return i + 1
        if tag == "," and (not _list_comma(tags, i, stop) or (tags[i + 1] == "g" and cue_at(i + 1))):
            if (adds is not None and adds(i + 1)) or _named_at_end(tags, i, stop):
                continue
            return trimmed_end(tags, start, i)
        if tag in "ck" and (tags[i + 1] in "vebmhD" or (tags[i + 1] == "g" and cue_at(i + 1))):
            return trimmed_end(tags, start, i)
        joined = tag == "c" and (tags[i + 1] == "p" or (tags[i + 1] in "Ndr" and _another_clause(tags, start, i, stop)))
        if (tag == "k" or joined) and clause_starts(tags, i + 1, stop):
            return trimmed_end(tags, start, i)
        if tag in "ck" and tags[i + 1] in "aT" and tags[i + 1 : i + 4].lstrip("aTjx")[:1] in tuple("vebmhD"):
            return trimmed_end(tags, start, i)
        if occasion is not None and tag == "u" and clause_starts(tags, i + 1, stop):
            return without_time(tags, start, i)
        if tag == "s" and tags[i - 1] == "," and contrasts(i):
            return trimmed_end(tags, start, i)
        if occasion is not None and tag in "iu" and tags[i - 1] not in "iuf2" and occasion(i):
            return without_time(tags, start, i)
    return trimmed_end(tags, start, stop)


def _another_clause(tags: str, start: int, i: int, stop: int) -> bool:
    """Whether «and» at word ``i`` joins a clause of its own to a plain object («asked for a photo and Fell told …»)."""
    if _CLAUSAL.search(tags, start, i):
        return False
    verb = phrase_forward(tags, i + 1, stop, "fi")
    while verb < stop - 1 and tags[verb] in "ax":
        verb += 1
    finite = tags[verb:stop]
    return finite[:1] in tuple("vmbhD") or (finite[:1] == "e" and finite[1:2] not in tuple("if2u,"))


def without_time(tags: str, start: int, end: int) -> int:
    """``end`` without a time phrase at the end («praised the plan on Tuesday»)."""
    i = end
    while i > start + 1 and tags[i - 1] in "T#jd" and "T" in tags[i - 1 : end]:
        i -= 1
    if i == end or tags[i - 1] in "fr'":
        return end
    return i - 1 if i > start + 1 and tags[i - 1] == "i" else i


def _named_at_end(tags: str, i: int, stop: int) -> bool:
    """Whether nothing but a name follows a description («praised her rival, Nora Quill»)."""
    return tags[i - 1] == "n" and i + 1 < stop and not tags[i + 1 : stop].strip("N")


def _list_comma(tags: str, i: int, stop: int) -> bool:
    """Whether a comma goes on with a list («guns, taxes and trade»)."""
    if tags[i + 1] == "N" and tags[i - 1] == "N" and (i + 2 >= stop or tags[i + 2] in ",|"):
        return True  # a place and its state
    if tags[i - 1] == "n" and tags[i + 1] == "n" and tags[i + 2 : i + 3] in tuple("nSN"):
        return True  # «the angry, loud debate»
    following = tags.find("c", i, min(stop, i + 26))
    if following < 0 or tags[i + 1] not in "nNSdr#jQAc2gB":
        return False
    return not any(tag in "vbmhDWyps" for tag in tags[i + 1 : following])
