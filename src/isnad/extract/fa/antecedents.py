"""Who a bare office is: «وزیر نیرو» is the person that the text names with that office, not whoever spoke last.

The shared resolution gives a description to the last speaker of its type; a Persian report names many offices without
names, and one office is not another.  Here a description is tied to the name that stands beside the same office, or
left to the last speaker where the style says so («نماینده مردم … افزود: …» in a report with one speaker), and is
otherwise a speaker of its own.
"""

from __future__ import annotations

import re
from itertools import islice

from msgspec.structs import replace

from isnad.extract.base import Candidate, Mention, Range
from isnad.extract.fa import lexicon as lx

_OFFICE_END = re.compile(r"[,:(«]| كه\b| نيز\b| هم\b| در(?! مجلس| امور)\b| روز\b")
_ORIGINS = ("agency", "outlet", "document")
Office = tuple[str, ...]


def tie(key: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates with the bare offices among their sources tied to names; ``found`` is in order of cues."""
    if not any(_is_bare(c.mention) for c in found):
        return found
    persons = [(c, name) for c in found if (name := _person(c))]
    named: dict[str, list[tuple[Office, Range]]] = {}
    for c, name in persons:
        if office := _named_office(key, c):
            named.setdefault(office[0], []).append((office, name))
    first = next((number for number, c in enumerate(found) if _person(c)), len(found))
    people = {key[slice(*name)].rsplit(" ", 1)[-1] for _, name in persons}
    out: list[Candidate] = []
    for number, candidate in enumerate(found):
        mention = candidate.mention
        bare = candidate.source if _is_bare(mention) else None
        if mention is None or bare is None or lx.DEMONSTRATIVE.match(key, *bare):
            out.append(candidate)
            continue
        office = _office(key, *bare)
        tied = _same_office(office, named)
        if tied is None and number <= first and (tied := _named_next(key, found, number)):
            named.setdefault(office[0], []).append((office, tied))
        if tied:
            mention = replace(mention, name=tied, refers="name")
        elif len(people) > 1 or candidate.kind != "direct" or candidate.cue_class != "speech":
            mention = replace(mention, refers="name")  # with no name: a speaker of its own
        else:
            mention = replace(mention, head="")
        out.append(replace(candidate, mention=mention))
    return out


def unnamed_goes_on(found: list[Candidate]) -> list[Candidate]:
    """«یک مقام ارشد گفت … وی افزود»: the pronoun behind an unnamed official is his, not the last named person's."""
    if not any(c.mention is not None and c.mention.type == "unnamed" for c in found):
        return found
    out: list[Candidate] = []
    unnamed, reach = False, 0
    for candidate in found:
        who = candidate.mention
        if who is not None and candidate.cue[0] >= reach and who.type not in _ORIGINS:
            reach = candidate.content[-1][1]
            if who.refers != "pronoun":
                unnamed = who.type == "unnamed" and who.plural is not True
            elif unnamed and who.plural is False:
                candidate = replace(candidate, mention=replace(who, type="unnamed", refers="unnamed"))
        out.append(candidate)
    return out


def _is_bare(mention: Mention | None) -> bool:
    """An office without a name and without «این»."""
    return (
        mention is not None
        and mention.type == "person"
        and mention.refers == "description"
        and mention.name is None
        and mention.head in lx.ROLES
    )


def _person(candidate: Candidate) -> Range | None:
    mention = candidate.mention
    return mention.name if mention and mention.type == "person" and mention.refers == "name" else None


def _office(key: str, start: int, end: int) -> Office:
    """The words of the office that begins at ``start``: its noun and what belongs to it."""
    stop = _OFFICE_END.search(key, start, end)
    return tuple(key[start : stop.start() if stop else end].split())


def _named_office(key: str, candidate: Candidate) -> Office:
    """The office that stands beside the name in a source: before it or after it, with or without a comma."""
    name = _person(candidate)
    if name is None or candidate.source is None:
        return ()
    start, end = candidate.source
    if lx.ROLE.match(key, start, end) and start < name[0]:
        return _office(key, start, name[0])
    at = name[1]
    while at < end and key[at] in " ,":
        at += 1
    return _office(key, at, end) if lx.ROLE.match(key, at, end) else ()


def _same_office(office: Office, named: dict[str, list[tuple[Office, Range]]]) -> Range | None:
    """The name beside the same office: one office is the beginning of the other («سخنگوی وزارت راه (دلتا)»); None
    when two people hold it."""
    beside = named.get(office[0], ()) if office else ()
    names = {name for known, name in beside if known[: len(office)] == office or office[: len(known)] == known}
    return names.pop() if len(names) == 1 else None


def _named_next(key: str, found: list[Candidate], number: int) -> Range | None:
    """The lead gives the office, the next statement the bare name: «وزیر نیرو گفت … نادر پارسا افزود …»."""
    for candidate in islice(found, number + 1, None):
        mention = candidate.mention
        if mention is None or mention.type in ("agency", "outlet") or _is_bare(mention):
            continue
        name = _person(candidate)
        return name if name and not _named_office(key, candidate) and " " in key[slice(*name)] else None
    return None
