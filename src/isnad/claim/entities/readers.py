"""First pass over a text: at every word that may begin a name, each reader is asked, and the longest find is kept."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from isnad.claim.entities.bodies import read_body
from isnad.claim.entities.english import read_english
from isnad.claim.entities.found import Found
from isnad.claim.entities.lookup import BODY, PLACE, WEAPON
from isnad.claim.entities.persons import has_tanwin, read_person
from isnad.claim.entities.places import gazetteer, known_bodies
from isnad.claim.entities.scene import Block, Scene
from isnad.claim.entities.weapons import read_weapon
from isnad.claim.entities.words import fold_keys, marks
from isnad.lang.outlets import FOLLOWING, OutletTable, outlet_words
from isnad.model.entity import MentionKind

_OPENING = frozenset('«"“(')


def first_pass(scene: Scene, outlets: OutletTable) -> list[Found]:
    """Every name that its own words or its neighbours give away, in order, none overlapping."""
    found: list[Found] = []
    hits = _outlets(scene, outlets)
    for block in scene.blocks:
        read = _english if block.language == "en" else _arabic_script
        free = block.first
        inside = [i for i in hits if block.first <= i < block.end]
        for at in sorted({*scene.openings(block), *inside}):
            if at < free:
                continue
            best = _longer(hits.get(at), read(scene, block, at), hits)
            if best is not None:
                found.append(best)
                free = best.last + 1
    return found


def _longer(outlet: Found | None, read: Found | None, hits: dict[int, Found]) -> Found | None:
    """The outlet or what was read; a body that ends in an outlet's name is that outlet («وكالة ساحل»)."""
    if read is None:
        return outlet
    if outlet is not None and outlet.last >= read.last:
        return outlet
    if read.kind in ("organisation", "place", "work"):
        for at in range(read.first, read.last + 1):
            inner = hits.get(at)
            if inner is not None and inner.evidence == "outlet table" and _generic(read.heads):
                return replace(
                    read, last=inner.last, name=(read.first, inner.last), kind=inner.kind, outlet=inner.outlet
                )
            if (
                inner is not None
                and inner.evidence == "ambiguous outlet"
                and at <= read.first + 2
                and _generic(read.heads)
            ):
                return replace(
                    read, last=inner.last, name=(read.first, inner.last), kind=inner.kind, outlet=inner.outlet
                )
    return read


def _arabic_script(scene: Scene, block: Block, i: int) -> Found | None:
    word = scene.words[i]
    best: Found | None = None
    if word.head:
        best = read_body(scene, block, i)
    if word.given or word.title or word.particle or (word.plain and not word.listed):
        best = _better(best, read_person(scene, block, i))
    if word.listed & PLACE:
        best = _better(best, _listed_place(scene, block, i))
    if word.listed & BODY:
        best = _better(best, _listed_body(scene, block, i))
    if word.listed & WEAPON:
        best = _better(best, read_weapon(scene, block, i))
    return best


def _better(a: Found | None, b: Found | None) -> Found | None:
    """The longer find; of two as long the one that a table knows."""
    if a is None or b is None:
        return a or b
    return (
        b
        if (b.last, b.body is not None, b.place is not None) > (a.last, a.body is not None, a.place is not None)
        else a
    )


def _english(scene: Scene, block: Block, i: int) -> Found | None:
    return read_english(scene, block, i) or read_weapon(scene, block, i)


def _listed_body(scene: Scene, block: Block, i: int) -> Found | None:
    table = known_bodies(block.language)
    key = scene.cores(block, i, table.first.get(scene.words[i].core, 1))
    for size in range(len(key), 0, -1):
        row = table.names.get(key[:size])
        if row is not None:
            name = (i, i + size - 1)
            return Found(*name, "organisation", name, "well-known name", scene.words[i].cut, body=row)
    return None


def _listed_place(scene: Scene, block: Block, i: int) -> Found | None:
    table = gazetteer(block.language)
    if has_tanwin(scene, i):
        return None  # «فكر ملياً»
    key = scene.cores(block, i, table.first.get(scene.words[i].core, 1))
    for size in range(len(key), 0, -1):
        named = table.names.get(key[:size])
        if named is None:
            continue
        if named.needs == "head" or (named.needs == "in" and not _in_place(scene, block, i)):
            return None
        name = (i, i + size - 1)
        return Found(*name, "place", name, "place table", scene.words[i].cut, place=table.rows[named.row].id)
    return None


def _in_place(scene: Scene, block: Block, i: int) -> bool:
    """Whether a preposition of place stands before token ``i``, or is written to it («بدبي»)."""
    word = scene.words[i]
    if word.cut:
        return scene.key[scene.starts[i] + word.cut - 1] == "ب"
    if i == block.first or not scene.glued(i - 1):
        return False
    return scene.words[i - 1].core in marks("place_preposition", block.language)


@cache
def _generic_words() -> frozenset[str]:
    return frozenset(key.removeprefix("ال") for key in fold_keys(outlet_words("generic"))) | marks("outlet")


def _generic(heads: tuple[str, ...]) -> bool:
    return any(head in _generic_words() for head in heads)


def _outlets(scene: Scene, outlets: OutletTable) -> dict[int, Found]:
    """First token → outlet; an ambiguous name counts only behind a word for outlets (or in its quotation marks)."""
    found: dict[int, Found] = {}
    free = 0
    openings, key, ends = outlets.openings, scene.key, scene.ends
    for first in scene.outlets():
        following = openings[scene.tokens[first]]
        if following and key[ends[first] : ends[first] + FOLLOWING] not in following:
            continue
        hit = outlets.at(key, scene.starts[first]) if scene.starts[first] >= free else None
        last = scene.token_from(hit.end) - 1 if hit is not None else -1
        if hit is None or last < first:
            continue
        free = hit.end
        before = scene.words[first - 1] if first else None
        beside = before is not None and (before.bare in _generic_words() or before.core in _generic_words())
        near = beside and (scene.glued(first - 1) or scene.gap(first - 1)[-1:] in _OPENING)
        if hit.ambiguous and not (near or _set_apart(scene, first, last)):
            continue
        # «واس», «سبأ»: three letters alone are too often something else.
        if hit.end - hit.start < 4 and not near and not scene.cased[hit.start : hit.end].isupper():
            continue
        kind: MentionKind = "agency" if hit.outlet.is_agency else "organisation"
        evidence = "ambiguous outlet" if hit.ambiguous else "outlet table"
        found[first] = Found(first, last, kind, (first, last), evidence, outlet=hit.outlet.id)
    return found


def _set_apart(scene: Scene, first: int, last: int) -> bool:
    """Whether quotation marks stand around an ambiguous name («الشرق الأوسط»), or it opens a dateline («سبق-»)."""
    before = scene.gap(first - 1) if first else "\n"
    after = scene.gap(last)
    if before[-1:] in ("«", '"') and after[:1] in ("»", '"'):
        return True
    return "\n" in before and after.strip() == "-"
