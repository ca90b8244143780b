"""Findings: what the readings of a detail amount to, with a reason that a person can check."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from isnad.compare.answered import answered
from isnad.compare.carry import Carried
from isnad.compare.contested import quoted_for
from isnad.compare.details import Detail, apart, value_key, values_of
from isnad.compare.disputes import Kin, disputed, of_one_scene, of_one_thing, voice
from isnad.compare.facts import Fact
from isnad.compare.groups import concept_groups
from isnad.compare.reasons import Told, reason
from isnad.compare.roots import Grounds, Root, owners, roots_of
from isnad.compare.words import detail_words
from isnad.model import Analysis, DocumentSpan, Finding, Reading
from isnad.model.ids import tagged

ALIKE = 0.75
"""Share of the larger number that the smaller must be for two that can both be true to support each other."""
MOST_READINGS = 4
"""Readings of a detail in a conflict beyond which the reports rather speak of different things of one name."""
_OF_WHOM = frozenset({"age", "presence"})
"""Aspects of somebody rather than of something."""
_KEY = re.compile(r" [a-z]:\S+$")
"""Whose delegation it is, as no reader should see it."""
_ORDER = {"conflict": 0, "circular": 1, "agreement": 2, "single_root": 3}


class Case(NamedTuple):
    """What findings are made from: the analyses and facts, what was copied, by what roots are counted, the names of
    events (id and name by unit class) and of entities."""

    analyses: Sequence[Analysis]
    facts: Sequence[Fact]
    taken: Mapping[int, Sequence[Carried]]
    grounds: Grounds
    events: Mapping[tuple[int, str], tuple[str, str, bool]]
    related: frozenset[int]
    entities: Mapping[str, str]
    types: Mapping[str, str]
    kin: Kin


def detail_findings(details: Sequence[Detail], case: Case) -> tuple[Finding, ...]:
    """The findings over all details: conflicts first, the most roots and accounts first."""
    changed = {i: [pair for pair in pairs if not pair.same] for i, pairs in case.taken.items()}
    changed = {i: pairs for i, pairs in changed.items() if pairs}
    found = (_finding(detail, case, changed) for detail in details)
    return tuple(sorted((one for one in found if one is not None), key=ranking))


def ranking(finding: Finding) -> tuple[int, int, int, str]:
    """The order of findings: what is disputed, what turns in a circle, what is agreed, what hangs on one root."""
    return _ORDER[finding.kind], -finding.independent_roots, -finding.accounts, finding.id


def _finding(detail: Detail, case: Case, changed: Mapping[int, list[Carried]]) -> Finding | None:
    members: Sequence[int] = of_one_thing(detail.facts, case.kin)
    members = settled(without_headlines(members, case.facts), case.facts, changed)
    if detail.aspect == "whether":
        members = answered(members, case.facts, case.taken)
    if not members:
        return None
    groups = values_of(case.facts, members)
    conflict = disputed(groups, case.kin)
    if not conflict and len(groups) > 1 and any(apart(case.facts, a[0], b[0]) for a in groups for b in groups):
        return None
    if detail.aspect == "place" and not conflict:
        groups = groups[:1]  # places that do not exclude each other need not be one
        members = groups[0]
    documents = list(dict.fromkeys(case.facts[i].document for i in members))
    if not _worth(detail, groups, documents, conflict, case) or (conflict and _is_form(groups, case, changed)):
        return None
    roots = roots_of(members, case.grounds)
    owned = owners(roots, case.grounds) if not conflict else {}
    count = len(roots) - sum(len(labels) - 1 for labels in owned.values())
    if count > 1 and not conflict and (len(documents) == 1 or not _agree(groups, case)):
        return None  # what one report alone has is agreed by nobody, whomever it quotes
    readings = tuple(_reading(group, roots, case) for group in groups)
    event_id, event, _ = _event(detail, case)
    about = _about(detail, case)
    kind = "conflict" if conflict else "circular" if not roots else "agreement" if count > 1 else "single_root"
    within = set(members)
    taken = [pair for i in members for pair in case.taken.get(i, ()) if pair.a in within and pair.b in within]
    told = Told(members, roots, owned, count, documents, taken, [c for i in members for c in changed.get(i, ())])
    return Finding(
        id=tagged("fi", detail.aspect, *sorted(_sign(i, case) for i in members), digits=12),
        kind=kind,  # type: ignore[arg-type]
        event=event,
        detail=detail_words(
            "time" if _is_hour(detail, case) else detail.aspect,
            detail.concept if detail.aspect not in _OF_WHOM else case.entities.get(about or ""),
            detail.mood,
            detail.whole,
            _happening(detail, event),
        ),
        readings=readings,
        accounts=len(documents),
        independent_roots=count,
        common_link=roots[0].label if len(roots) == 1 and len(documents) > 1 else None,
        reason=reason(told, case.analyses, case.facts, groups),
        aspect=detail.aspect,
        concept=_happening(detail, event) if detail.aspect == "presence" else detail.concept,
        event_type=case.types.get(detail.concept or "") or case.types.get(detail.event[1] if detail.event else ""),
        event_id=event_id,
        about=about,
    )


def _agree(groups: Sequence[Sequence[int]], case: Case) -> bool:
    """Whether values that can all be true say about the same: "more than 200" and 214 do, "dozens" and 280 do not."""
    if case.facts[groups[0][0]].aspect == "place":
        return any(of_one_scene(i, j, case.kin) for i, j in combinations(groups[0], 2))
    amounts = [amount for group in groups if (amount := case.facts[group[0]].amount)]
    if not amounts or amounts[0].dimension in ("date", "clock"):
        return True
    bounds = [[end for end in (one.low, one.high) if math.isfinite(end)] for one in amounts]
    least, most = min(max(ends) for ends in bounds), max(min(ends) for ends in bounds)
    return least >= ALIKE * most


def _is_hour(detail: Detail, case: Case) -> bool:
    amount = case.facts[detail.facts[0]].amount
    return amount is not None and amount.dimension == "clock"


def _about(detail: Detail, case: Case) -> str | None:
    """The entity whose age or presence a detail is, where all its facts say so."""
    whose = {case.facts[i].entity for i in detail.facts} if detail.aspect in _OF_WHOM else set()
    return whose.pop() if len(whose) == 1 else None


def _happening(detail: Detail, event: str) -> str | None:
    """The happening that a deed belongs to, or the name of whom or what it was done to."""
    if detail.event is None:
        return None
    if " en:" in detail.event[1]:
        return event
    return _KEY.sub("", detail.event[1].removeprefix(f"{detail.concept} "))


def _sign(i: int, case: Case) -> str:
    fact = case.facts[i]
    return f"{case.analyses[fact.document].document.name}:{fact.span.start}-{fact.span.end}"


def _event(detail: Detail, case: Case) -> tuple[str | None, str, bool]:
    if detail.event is None or detail.event not in case.events:
        return None, detail.concept or "", False
    key, name, shared = case.events[detail.event]
    if detail.event[1].startswith(f"{detail.concept} "):
        name = _happening(detail, name) or detail.concept or ""  # what was founded or led is no word of a report
    return (key if shared else None), name, shared


def settled(members: Sequence[int], facts: Sequence[Fact], changed: Mapping[int, list[Carried]]) -> list[int]:
    """The facts of a detail that stand for their report.

    A report in which one voice gives several values speaks of several things, or of parts of one: only those of its
    values that another report gives too, or that a copy changed, can be set beside others.
    """
    voices: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i in members:
        voices[voice(facts[i])].append(i)
    tellers: dict[object, set[int]] = defaultdict(set)
    for i in members:
        tellers[value_key(facts[i])].add(facts[i].document)
    kept = []
    for (document, _), own in voices.items():
        several = list({value_key(facts[i]): i for i in own}.values())
        if facts[own[0]].amount and any(apart(facts, a, b) for a, b in combinations(several, 2)):
            backed = [i for i in own if i in changed or tellers[value_key(facts[i])] - {document}]
            own = quoted_for(own, members, facts) or backed or _most_often(own, facts)
        kept += own
    return sorted(kept)


def _most_often(members: Sequence[int], facts: Sequence[Fact]) -> list[int]:
    """The facts with the value that stands most often, if one does."""
    counts = Counter(value_key(facts[i]) for i in members).most_common(2)
    if counts[0][1] == counts[1][1]:
        return []
    return [i for i in members if value_key(facts[i]) == counts[0][0]]


def without_headlines(members: Sequence[int], facts: Sequence[Fact]) -> list[int]:
    """The facts without those that the same report gives again with a better source.

    A headline sums up what follows, and narration that repeats a quoted number is no word of the outlet's own.
    """
    body = {(facts[i].document, value_key(facts[i])) for i in members if not facts[i].headline}
    sourced = {(facts[i].document, value_key(facts[i])) for i in members if facts[i].chain and not facts[i].headline}

    def again(fact: Fact) -> bool:
        key = (fact.document, value_key(fact))
        return (fact.headline and key in body) or (fact.chain is None and key in sourced)

    told = {facts[i].document for i in members if not facts[i].headline}
    kept = [i for i in members if not again(facts[i])]
    # A number that only the headline has sums up others (125 of 100 and 25).
    return [i for i in kept if not (facts[i].headline and facts[i].amount and facts[i].document in told)]


def _worth(
    detail: Detail, groups: Sequence[Sequence[int]], documents: Sequence[int], disputed: bool, case: Case
) -> bool:
    """Whether a detail is one: told by several reports, or by one about a happening that others tell of too.

    That something happened is worth telling only where somebody says that it did not.
    """
    if detail.aspect == "presence" and not disputed:
        return False
    if detail.aspect == "whether" and not disputed:
        return len(documents) > 1 and all(case.facts[group[0]].polarity == "negative" for group in groups)
    if len(documents) == 1:
        if (
            disputed
            or detail.aspect == "place"
            or detail.aspect == "date"
            or detail.concept in concept_groups().generic
            or not detail.whole
        ):
            return False
        return detail.concept is not None and documents[0] in case.related
    if not disputed:
        return True
    alone = sum(len({case.facts[i].document for i in group}) == 1 for group in groups)
    return len(groups) <= MOST_READINGS or alone <= len(groups) / 2


def _is_form(groups: Sequence[Sequence[int]], case: Case, changed: Mapping[int, list[Carried]]) -> bool:
    """Whether the readings are those of a form that each report fills in for itself (the weather, the exchange): three
    or more, most in one report only, and all but one in the place of another in a copied passage."""
    alone = sum(len({case.facts[i].document for i in group}) == 1 for group in groups)
    filled = sum(any(i in changed for i in group) for group in groups)
    return len(groups) > 2 and 2 * alone > len(groups) and filled >= len(groups) - 1


def _reading(group: Sequence[int], roots: Sequence[Root], case: Case) -> Reading:
    facts = [case.facts[i] for i in group]
    some = min(facts, key=lambda fact: (fact.statement is None, fact.document, fact.span.start))
    own = set(group)
    return Reading(
        value=_value(some, case),
        documents=tuple(dict.fromkeys(case.analyses[fact.document].document.name for fact in facts)),
        roots=tuple(dict.fromkeys(root.label for root in roots if own & set(root.facts))),
        spans=tuple(_span(fact, case.analyses) for fact in facts),
        measure=some.value,
        entity=some.entity if some.entity in case.entities and not some.polarity else None,
        polarity=some.polarity,  # type: ignore[arg-type]
        modality="planned" if some.mood == "planned" else "actual",
        statements=tuple(dict.fromkeys(fact.statement.id for fact in facts if fact.statement)),
    )


def _value(fact: Fact, case: Case) -> str:
    if fact.polarity:
        return "yes" if fact.polarity == "positive" else "no"
    if fact.entity and not fact.amount:
        return case.entities.get(fact.entity, fact.span.text)
    return fact.span.text


def _span(fact: Fact, analyses: Sequence[Analysis]) -> DocumentSpan:
    name = analyses[fact.document].document.name
    return DocumentSpan(name, fact.span.start, fact.span.end, fact.span.text)
