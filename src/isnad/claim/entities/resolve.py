"""``resolve_entities``: from the mentions of all documents of a case to its people, organisations and places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from isnad.claim.entities.authority import Known
from isnad.claim.entities.groups import Groups
from isnad.claim.entities.match import same_name
from isnad.claim.entities.offices import join_offices
from isnad.claim.entities.others import join_others
from isnad.claim.entities.parts import parse
from isnad.claim.entities.people import People, gender_of_group, is_full
from isnad.claim.entities.places import find_place, place_rows
from isnad.claim.entities.sounds import skeleton
from isnad.lang.outlets import OutletTable
from isnad.model.entity import Entity, Gender, Join, Mention, Place, Suggestion
from isnad.model.ids import tagged
from isnad.text.fold import fold_key

Pair = tuple[int, int, float, str]


def resolve_entities(
    mentions_by_document: Mapping[str, Sequence[Mention]],
    authority: Sequence[Known] = (),
    outlets: OutletTable | None = None,
) -> tuple[tuple[Entity, ...], tuple[Suggestion, ...]]:
    """The entities of a case, in the order of their first mention, and pairs that a person should look at.

    Mentions are joined by rule only when that is sure, each with its reason and a score; what is merely likely is a
    ``Suggestion`` and changes nothing.  Offices that nobody in the case holds belong to no entity.
    """
    mentions = [mention for document in sorted(mentions_by_document) for mention in mentions_by_document[document]]
    people = People(mentions, [i for i, m in enumerate(mentions) if m.kind == "person" and m.name is not None])
    people.join()
    known = _join_known(people, authority)
    pairs: list[Pair] = list(people.suggestions)
    offices = [i for i, m in enumerate(mentions) if m.kind == "person" and m.name is None]
    pairs += join_offices(mentions, offices, people.groups)
    others = Groups()
    pairs += join_others(mentions, [i for i, m in enumerate(mentions) if m.kind != "person"], outlets, others)
    return _assembled(mentions, people.groups, others, pairs, known)


def _assembled(
    mentions: Sequence[Mention], people: Groups, others: Groups, pairs: list[Pair], known: dict[int, str]
) -> tuple[tuple[Entity, ...], tuple[Suggestion, ...]]:
    entities: dict[int, Entity] = {}
    owner: dict[int, str] = {}
    for groups in (people, others):
        for members in groups.all():
            ids = Counter(known[i] for i in members if i in known)
            authority = ids.most_common(1)[0][0] if len(ids) == 1 else None
            entity = _entity(mentions, members, groups, authority)
            entities[members[0]] = entity
            owner.update(dict.fromkeys(members, entity.id))
    return tuple(entities[i] for i in sorted(entities)), _suggestions(mentions, pairs, owner)


def _entity(mentions: Sequence[Mention], members: list[int], groups: Groups, authority: str | None) -> Entity:
    first = mentions[members[0]]
    joins = tuple(Join(mentions[i], *groups.reasons[i]) for i in members)
    names = _names([mentions[i] for i in members])
    gender = gender_of_group(mentions, members) if first.kind == "person" else None
    shown = names.get(first.language) or next(iter(names.values()))
    return Entity(
        id=tagged("en", first.kind, first.document, first.span.start, first.span.end, digits=12),
        kind=first.kind,
        name=shown,
        names=names,
        joins=joins,
        roles=_roles([mentions[i] for i in members]),
        gender=_gender(gender),
        place=_place([mentions[i] for i in members]) if first.kind == "place" else None,
        outlet=next((mentions[i].outlet for i in members if mentions[i].outlet), None),
        authority=authority,
    )


def _gender(value: str | None) -> Gender | None:
    return "m" if value == "m" else "f" if value == "f" else None


def _names(mentions: list[Mention]) -> dict[str, str]:
    """The fullest name in each language; of equally full ones the one with its article («الجيش», which «للجيش» hides),
    then the most frequent, then the first."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        if mention.name is not None:
            counted[mention.language][" ".join(mention.name.text.split())] += 1
    found = {}
    for language in sorted(counted):
        forms = counted[language]
        found[language] = max(
            forms, key=lambda form: (len(parse(form).parts), form.startswith("ال") and form[2:] in forms, forms[form])
        )
    return found


def _roles(mentions: list[Mention]) -> tuple[str, ...]:
    """The offices that the case gives, most frequent first."""
    counted = Counter(" ".join(m.role.text.split()) for m in mentions if m.role is not None and m.name is not None)
    return tuple(role for role, _ in counted.most_common())


def _place(mentions: list[Mention]) -> Place | None:
    for mention in mentions:
        if mention.place is not None:
            return place_rows().get(mention.place)
    name = mentions[0].name
    return find_place(name.text) if name else None


def _suggestions(mentions: Sequence[Mention], pairs: list[Pair], owner: dict[int, str]) -> tuple[Suggestion, ...]:
    """One suggestion for each two entities, the likeliest; an office that belongs to nobody yet has its own id."""
    best: dict[tuple[str, str], Suggestion] = {}
    for a, b, score, reason in sorted(pairs, key=lambda p: (-p[2], p[0], p[1])):
        left = owner.get(a) or tagged("en", "office", mentions[a].document, mentions[a].span.start, digits=12)
        right = owner.get(b)
        if right is None or left == right:
            continue
        key = (left, right) if left < right else (right, left)
        best.setdefault(key, Suggestion(left, right, score, reason, (mentions[a], mentions[b])))
    return tuple(best.values())


def _join_known(people: People, authority: Sequence[Known]) -> dict[int, str]:
    """Mention → authority id; groups that an authority file knows as one person are joined."""
    exact: dict[str, set[str]] = defaultdict(set)
    sounding: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in authority:
        if row.kind not in (None, "person"):
            continue
        for name in row.names:
            exact[fold_key(name)].add(row.id)
            parts = parse(name).parts
            if parts:
                sounding[skeleton(parts[-1])].append((name, row.id))
    found: dict[int, str] = {}
    if not exact:
        return found
    leaders: dict[str, int] = {}
    for members in people.groups.all():
        ids = set().union(*(_ids(people, i, exact, sounding) for i in members))
        if len(ids) == 1:
            key = ids.pop()
            leader = leaders.setdefault(key, members[0])
            if leader != members[0]:
                people.groups.merge(leader, members[0], f"both are {key} in the authority file", 0.95)
            found[members[0]] = key
    return found


def _ids(people: People, i: int, exact: dict[str, set[str]], sounding: dict[str, list[tuple[str, str]]]) -> set[str]:
    name = people.mentions[i].name
    parsed = people.names[i]
    if name is None:
        return set()
    if fold_key(name.text) in exact:
        return exact[fold_key(name.text)]
    if not is_full(parsed) or not parsed.parts:
        return set()
    near = sounding.get(skeleton(parsed.parts[-1]), ())
    return {key for other, key in near if same_name(name.text, other).level == "sure"}
