"""``find_mentions``: who and what one text names, with the place of every mention."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from isnad.claim.entities.aliases import with_aliases
from isnad.claim.entities.found import Found, Range
from isnad.claim.entities.readers import first_pass
from isnad.claim.entities.roles import lone_role, role_after, role_before
from isnad.claim.entities.scene import Scene
from isnad.claim.entities.short import short_forms, speakers
from isnad.lang.outlets import OutletTable
from isnad.model import Statement, Text
from isnad.model.entity import Mention


def find_mentions(text: Text, statements: Sequence[Statement], outlets: OutletTable) -> tuple[Mention, ...]:
    """Every name of a person, organisation, place, agency, weapon or work in ``text``, in order, and offices that
    stand for a person («وزير الخارجية», "the admiral"), whose ``name`` is None.

    Precision goes first: what no title, first name, noun, table, statement or earlier full form gives away is not
    taken for a name.  Linear in the text: one look-up a word, work only around hits.
    """
    scene = Scene(text, outlets)
    if not scene.words:
        return ()
    found = first_pass(scene, outlets)
    spoken = speakers(scene, statements)
    found = merged(_lengthened(found, spoken), spoken)
    found = merged(found, short_forms(scene, statements, found))
    found = with_aliases(scene, _with_roles(scene, found))
    return tuple(_mentions(scene, found))


def _lengthened(found: list[Found], spoken: list[Found]) -> list[Found]:
    """The finds, where a speaker's name goes on behind one («المهندس سالم»، then «الوادي») to its end."""
    ends = {one.first: one.last for one in spoken if one.kind == "person"}
    return [
        replace(one, name=(one.name[0], ends[one.name[0]]), last=ends[one.name[0]])
        if one.kind == "person" and one.name and one.last == one.name[1] < ends.get(one.name[0], 0)
        else one
        for one in found
    ]


def merged(found: list[Found], more: list[Found]) -> list[Found]:
    """``found``, which is in order, and those of ``more`` that overlap none of them, in order."""
    starts = [one.first for one in found]
    kept: list[Found] = []
    for one in sorted(more, key=lambda f: f.first):
        before = bisect_right(starts, one.last) - 1
        free = before < 0 or found[before].last < one.first
        if free and not (kept and kept[-1].last >= one.first):
            kept.append(one)
    return sorted([*found, *kept], key=lambda f: f.first) if kept else found


def _with_roles(scene: Scene, found: list[Found]) -> list[Found]:
    """The finds with the offices beside people's names, and the offices that stand alone."""
    out = [one for one in found if one.kind != "person"]
    blocked: list[Range] = []
    people = [one for one in found if one.kind == "person"]
    floor = 0
    for i, one in enumerate(people):
        block = scene.block_of(one.first)
        ceiling = min(people[i + 1].first, block.end) if i + 1 < len(people) else block.end
        role = role_before(scene, block, one, max(floor, block.first)) or role_after(scene, block, one, ceiling)
        blocked.append((one.first, one.last))
        floor = one.last + 1
        if role is not None:
            blocked.append(role)
            floor = max(floor, role[1] + 1)
            one = replace(one, role=role, heads=(*one.heads, scene.words[role[0]].bare))
        out.append(one)
    return sorted([*out, *_lone_roles(scene, found, sorted(blocked))], key=lambda f: (f.first, f.last))


def _lone_roles(scene: Scene, found: list[Found], blocked: list[Range]) -> list[Found]:
    """Offices without a name, outside of ``blocked``. An organisation may stand inside one, a person may not."""
    lone: list[Found] = []
    starts = [one.first for one in found]
    nearest = free = 0
    for at in scene.offices():
        if at < free:
            continue
        while nearest < len(blocked) and blocked[nearest][1] < at:
            nearest += 1
        if nearest < len(blocked) and blocked[nearest][0] <= at:
            continue
        block = scene.block_of(at)
        ceiling = min(blocked[nearest][0], block.end) if nearest < len(blocked) else block.end
        role = lone_role(scene, block, at, ceiling)
        if role is None:
            continue
        before = bisect_right(starts, role.first) - 1
        # «مجلس الوزراء»: what is part of a body's or a place's name is no office.
        if before < 0 or found[before].last < role.first or found[before].kind == "person":
            lone.append(role)
            free = role.last + 1
    return lone


def _mentions(scene: Scene, found: list[Found]) -> Iterator[Mention]:
    """The mentions of finds, the places of all their parts found at once."""
    spans = iter(scene.spans([part for one in found for part in _parts(scene, one)]))
    key, starts, document = scene.key, scene.starts, scene.text.document
    blocks = iter(scene.blocks)
    block = next(blocks)
    for one in found:
        while one.first >= block.end:
            block = next(blocks)
        span = next(spans)
        whole = one.name == (one.first, one.last)
        yield Mention(
            document=document,
            span=span,
            kind=one.kind,
            name=span if whole else one.name and next(spans),
            language=block.language,
            script="latin" if key[starts[one.last]].isascii() else "arabic",
            title=one.title and next(spans),
            role=one.role and next(spans),
            alias=one.alias and next(spans),
            heads=one.heads if len(one.heads) < 2 else tuple(dict.fromkeys(one.heads)),
            gender=one.gender,
            place=one.place,
            outlet=one.outlet,
            evidence=one.evidence,
        )


def _parts(scene: Scene, one: Found) -> list[tuple[int, int, int]]:
    """The whole find, its name where it is less, its title, role and alias: tokens and the letters cut off them."""
    parts = [(one.first, one.last, one.cut)]
    if one.name is not None and one.name != (one.first, one.last):
        parts.append((*one.name, one.cut if one.name[0] == one.first else 0))
    others = [part for part in (one.title, one.role, one.alias) if part is not None]
    return parts + [(*part, one.cut if part[0] == one.first else scene.words[part[0]].cut) for part in others]
