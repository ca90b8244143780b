"""Details: the facts of all reports about one aspect of one thing within one happening, side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from isnad.compare.carry import Carried
from isnad.compare.classes import Classes
from isnad.compare.echoes import echoes
from isnad.compare.facts import Fact
from isnad.compare.groups import concept_groups, concept_types, happening
from isnad.compare.happenings import Unit
from isnad.compare.intervals import relation
from isnad.compare.places import exclude
from isnad.compare.scopes import by_place, by_size
from isnad.model.finding import Aspect

_EVENT_ASPECTS = frozenset({"length", "date", "agent", "patient", "partner", "whether", "place"})
"""Aspects of a happening itself; the others are of a thing that is counted or paid for, within a story."""
_NAMED = frozenset({"thing", "place", "substance"})
_FIRM = frozenset({"named", "clause", "sentence", "question"})
_EXPLICIT = frozenset({"named", "clause"})
_TOLD_OF = frozenset({"named", "clause", "question"})
"""How a happening must be known for people to be counted at it rather than in the room that their clause names."""

TELLING = 10
"""A number from which two happenings with the same count of the same thing are taken for one."""

PLAIN = 3
"""Times as many reports as any other that must tell of an order for it to be the one meant by "the order"."""

Key = tuple[object, ...]


class Detail(NamedTuple):
    """The facts (numbers) of one detail. ``event`` is the unit class that they belong to, if one is known."""

    aspect: Aspect
    concept: str | None
    mood: str
    event: Unit | None
    facts: tuple[int, ...]
    whole: bool


def find_details(
    facts: Sequence[Fact],
    pairs: Sequence[Carried],
    units: Classes[Unit],
    told: Classes[int],
    raised: Sequence[tuple[int, int]] = (),
    akin: Callable[[int, int], bool] | None = None,
) -> list[Detail]:
    """The details of a case, in the order of their first facts.

    Facts are of one detail by their key (aspect, concept, mood, what each is for, happening), or because one was
    copied from the other and the key of one of the two is not known by itself. ``told`` are the stories of documents,
    ``raised`` pairs of which the one tells as done what the other has as planned, ``akin`` tells whether two documents
    have much in common.
    """
    found: Classes[int | Key] = Classes()
    keys = _presences(facts, _orders(facts, _keys(facts, units, told), told), units)
    for i, key in enumerate(keys):
        found.add(i)
        if key is not None:
            found.join(key, i)
    for pair in pairs:
        if facts[pair.a].mood == facts[pair.b].mood and _may_join(facts[pair.a], facts[pair.b], keys, pair):
            found.join(pair.a, pair.b)
    for a, b in (*raised, *(echoes(facts, keys, told, akin) if akin else ())):
        found.join(a, b)
    said: dict[Key, int] = {}
    for i, fact in enumerate(facts):
        again = _said(fact)
        if again is not None and (keys[i] is None or fact.event is None or fact.aspect == "whether"):
            found.join(said.setdefault(again, i), i)
        elif again is not None:
            said.setdefault(again, i)
    groups: dict[int | Key, list[int]] = defaultdict(list)
    for i in range(len(facts)):
        groups[found.top(i)].append(i)
    copied: dict[int, list[int]] = defaultdict(list)
    for pair in pairs:
        copied[pair.a].append(pair.b)
        copied[pair.b].append(pair.a)
    parts = (
        part
        for members in groups.values()
        for place in by_place(members, facts, copied)
        for part in by_size(place, facts, copied)
    )
    return [_detail(members, facts, units) for members in parts if _is_told(members, facts)]


def _may_join(a: Fact, b: Fact, keys: Sequence[Key | None], pair: Carried) -> bool:
    if a.whole != b.whole and a.concept:
        return False
    if keys[pair.a] is None or keys[pair.b] is None or a.concept is None or b.concept is None:
        return True
    return a.concept == b.concept or "named" not in (a.how, b.how)


def _keys(facts: Sequence[Fact], units: Classes[Unit], stories: Classes[int]) -> list[Key | None]:
    keys = [_key(fact, units, stories) for fact in facts]
    explicit = _explicit(facts, keys, units)
    out: list[Key | None] = []
    for fact, key in zip(facts, keys, strict=True):
        if key is None or fact.aspect in _EVENT_ASPECTS or key not in explicit:
            out.append(key)
        else:
            out.append((*key, _home(fact, explicit[key], units)))
    return out


def _orders(facts: Sequence[Fact], keys: Sequence[Key | None], told: Classes[int]) -> list[Key | None]:
    """The keys, with orders of which the clause does not say what was ordered ("the order came from …") given to the
    one thing that the story says was ordered, if it is one, or the one that by far the most reports tell of."""
    known: dict[int, dict[Key, set[int]]] = defaultdict(lambda: defaultdict(set))
    loose = [i for i, fact in enumerate(facts) if fact.aspect == "agent" and fact.event is None]
    for fact, key in zip(facts, keys, strict=True):
        if loose and fact.aspect == "agent" and fact.concept == "order" and key is not None:
            known[told.top(fact.document)][key].add(fact.document)
    out = list(keys)
    for i in loose:
        found = sorted(
            (len(documents), n, key) for n, (key, documents) in enumerate(known[told.top(facts[i].document)].items())
        )
        plain = found and (len(found) == 1 or found[-1][0] >= PLAIN * found[-2][0])
        out[i] = found[-1][2] if plain and facts[i].concept == "order" else None
    return out


def _presences(facts: Sequence[Fact], keys: Sequence[Key | None], units: Classes[Unit]) -> list[Key | None]:
    """The keys, with who was present at several happenings of a story told apart by the happening; what does not say
    at which he was is then left out."""
    at: dict[Key, set[Unit]] = defaultdict(set)
    for fact, key in zip(facts, keys, strict=True):
        if fact.aspect == "presence" and key is not None and fact.sharp and fact.event:
            at[key].add(units.top((fact.document, fact.event)))
    out = list(keys)
    for i, fact in enumerate(facts):
        key = keys[i]
        if key is not None and len(at.get(key, ())) > 1:
            out[i] = (*key, units.top((fact.document, fact.event))) if fact.sharp and fact.event else None
    return out


def _key(fact: Fact, units: Classes[Unit], stories: Classes[int]) -> Key | None:
    """What a fact is about, as far as it tells itself; None where only its copies tell."""
    if not fact.whole:
        return None
    if fact.aspect == "age" and fact.entity:
        return fact.aspect, fact.entity, fact.mood
    if fact.aspect == "presence":
        return fact.aspect, fact.entity, fact.within, stories.top(fact.document)
    if fact.concept is None:
        return None
    what: Key = (fact.aspect, fact.concept, fact.mood, fact.amount.dimension if fact.amount else None, _per(fact))
    if fact.aspect in _EVENT_ASPECTS or (fact.aspect == "count" and fact.concept in concept_groups().generic):
        if fact.within and fact.how not in _TOLD_OF:
            return *what, "within", fact.within, stories.top(fact.document)
        if fact.event is None or fact.how not in _FIRM:
            return None
        if fact.concept in ("found", "lead") and " en:" not in fact.event:
            return *what, fact.event, stories.top(fact.document)
        return (*what, units.top((fact.document, fact.event)))
    return (*what, stories.top(fact.document))


def _said(fact: Fact) -> Key | None:
    """What one speaker may say in two reports, so that he speaks of one thing even where no happening is named.

    It is one number of one thing, or the denial of one happening with the same things and places; a number of nothing
    that is known is such a thing too, a count of nothing is not.
    """
    if fact.chain is None or fact.chain.root_unnamed or not fact.whole:
        return None
    if fact.aspect == "whether" and fact.polarity == "negative":
        named = sorted(t.concept for t in fact.claim.topics if concept_types().get(t.concept) in _NAMED)
        return (fact.aspect, fact.concept, fact.chain.root, tuple(named)) if named else None
    if fact.amount is None:
        return None
    if fact.aspect == "count" and (fact.concept is None or fact.concept in concept_groups().generic):
        return None
    return fact.aspect, fact.concept, fact.mood, fact.chain.root, fact.amount.dimension, value_key(fact)


def _per(fact: Fact) -> str | None:
    """What each value is for; "each" and the thing itself are the same, ``all`` is the number that there is."""
    return fact.per if fact.per in (None, "all") else "each"


def _explicit(
    facts: Sequence[Fact], keys: Sequence[Key | None], units: Classes[Unit]
) -> dict[Key, tuple[Classes[Unit], Counter[Unit]]]:
    """For each key the happenings that its facts name in their own clause, joined where they give one number."""
    found: dict[Key, tuple[Classes[Unit], Counter[Unit]]] = {}
    by_value: dict[tuple[Key, object], Unit] = {}
    for fact, key in zip(facts, keys, strict=True):
        if key is None or not _names_its_happening(fact):
            continue
        unit = units.top((fact.document, fact.event or ""))
        classes, counts = found.setdefault(key, (Classes(), Counter()))
        counts[unit] += 1
        classes.add(unit)
        if fact.amount and fact.amount.low >= TELLING:
            classes.join(by_value.setdefault((key, value_key(fact)), unit), unit)
    return found


def _names_its_happening(fact: Fact) -> bool:
    """Whether the clause of a counted thing names a happening, other than the deed by which people are counted."""
    return bool(fact.event and fact.how in _EXPLICIT and fact.aspect not in _EVENT_ASPECTS and not _is_deed(fact))


def _is_deed(fact: Fact) -> bool:
    """Whether the happening is the deed itself ("buried", "killed"), which says nothing of where it belongs."""
    return any(
        fact.concept == group and any(fact.event in (deed, happening(deed)) for deed in deeds)
        for group, _, deeds in concept_groups().beside
    )


def _home(fact: Fact, homes: tuple[Classes[Unit], Counter[Unit]], units: Classes[Unit]) -> Unit:
    """The happening of a counted thing: the one that its clause names, else the one that is named most often."""
    classes, counts = homes
    if _names_its_happening(fact):
        return classes.top(units.top((fact.document, fact.event or "")))
    joined: Counter[Unit] = Counter()
    for unit, count in counts.items():
        joined[classes.top(unit)] += count
    return max(joined, key=lambda unit: (joined[unit], unit))


def _is_told(members: Sequence[int], facts: Sequence[Fact]) -> bool:
    """Whether a group is a detail: a part or a value without a thing only where a copy has it too."""
    if any(facts[i].concept and facts[i].whole for i in members):
        return True
    return facts[members[0]].aspect != "count" and len({facts[i].document for i in members}) > 1


def _detail(members: Sequence[int], facts: Sequence[Fact], units: Classes[Unit]) -> Detail:
    some = facts[members[0]]
    concepts = Counter(facts[i].concept for i in members if facts[i].concept)
    homes = Counter(
        units.top((facts[i].document, facts[i].event or ""))
        for i in members
        if facts[i].event and (facts[i].how in _FIRM or some.aspect == "presence")
    )
    return Detail(
        aspect=some.aspect,
        concept=_most(concepts),
        mood="actual" if any(facts[i].mood == "actual" for i in members) else some.mood,
        event=max(homes, key=lambda unit: (homes[unit], unit)) if homes else None,
        facts=tuple(members),
        whole=any(facts[i].whole for i in members),
    )


def _most(counted: Counter[str | None]) -> str | None:
    return max(counted, key=lambda one: (counted[one], one or "")) if counted else None


def apart(facts: Sequence[Fact], i: int, j: int) -> bool:
    """Whether two facts of one detail cannot both be true."""
    a, b = facts[i], facts[j]
    if a.amount and b.amount:
        return a.mood != b.mood or relation(a.amount, b.amount) == "apart"
    if a.aspect == "place":
        return exclude(a.entity, b.entity)
    if _is_office(a) != _is_office(b):
        return False  # "the minister" may well be the one whom the other names
    return a.entity != b.entity or a.polarity != b.polarity


def values_of(facts: Sequence[Fact], members: Iterable[int]) -> list[list[int]]:
    """The members by value, the value with most documents first."""
    groups: list[list[int]] = []
    by_value: dict[object, list[int]] = {}
    for i in members:
        key = value_key(facts[i])
        if key in by_value:
            by_value[key].append(i)
        else:
            by_value[key] = [i]
            groups.append(by_value[key])
    return sorted(groups, key=lambda group: (-len({facts[i].document for i in group}), group[0]))


def value_key(fact: Fact) -> tuple[object, ...]:
    """What two facts with one value share."""
    if fact.amount:
        return round(fact.amount.low, 6), round(fact.amount.high, 6), fact.mood
    return fact.entity, fact.polarity


def _is_office(fact: Fact) -> bool:
    return (fact.entity or "").startswith("means:")
