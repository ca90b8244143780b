"""First pass over a text: at every word that may begin a name, each reader is asked, and the longest find is kept."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from isnad.claim.entities.bodies import read_body
from isnad.claim.entities.english import read_english
from isnad.claim.entities.forms import has_tanwin
from isnad.claim.entities.found import Found
from isnad.claim.entities.listed import Listed, longest
from isnad.claim.entities.persons import read_person
from isnad.claim.entities.places import Named, gazetteer
from isnad.claim.entities.scene import Block, Scene
from isnad.claim.entities.weapons import read_weapon
from isnad.claim.entities.words import fold_keys, marks
from isnad.lang.outlets import OutletTable, outlet_words
from isnad.model.entity import MentionKind

_OPENING = frozenset('«"“(')


def first_pass(scene: Scene, outlets: OutletTable) -> list[Found]:
    """Every name that its own words or its neighbours give away, in order, none overlapping."""
    found: list[Found] = []
    hits = _outlets(scene, outlets)
    free = number = 0
    block = scene.blocks[0]
    for at in sorted({*scene.openings, *hits}):
        if at < free:
            continue
        while at >= block.end:
            number += 1
            block = scene.blocks[number]
        best = _english(scene, block, at) if block.language == "en" else _arabic_script(scene, block, at)
        if hits:
            best = _longer(hits.get(at), best, hits)
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
    if read.kind in ("organisation", "place", "work") and not _generic_words().isdisjoint(read.heads):
        for at in range(read.first, read.last + 1):
            inner = hits.get(at)
            if inner is not None and (inner.evidence == "outlet table" or at <= read.first + 2):
                name = (read.first, inner.last)
                return replace(read, last=inner.last, name=name, kind=inner.kind, outlet=inner.outlet)
    return read


def _arabic_script(scene: Scene, block: Block, i: int) -> Found | None:
    word = scene.words[i]
    best = read_body(scene, block, i) if word.head else None
    if word.given or word.title or word.particle or (word.plain and not (word.place or word.body or word.weapon)):
        best = _better(best, read_person(scene, block, i))
    if word.place:
        best = _better(best, _listed_place(scene, block, i, word.place))
    if word.body:
        best = _better(best, _listed_body(scene, block, i, word.body))
    if word.weapon:
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
    found = read_english(scene, block, i)
    return read_weapon(scene, block, i) if found is None and scene.words[i].weapon else found


def _listed_body(scene: Scene, block: Block, i: int, first: Listed[int]) -> Found | None:
    found = longest(first, scene, i, block.end)
    if found is None:
        return None
    name = (i, found[0])
    return Found(*name, "organisation", name, "well-known name", scene.words[i].cut, body=found[1])


def _listed_place(scene: Scene, block: Block, i: int, first: Listed[Named]) -> Found | None:
    found = longest(first, scene, i, block.end)
    if found is None or found[1].needs == "head" or (found[1].needs == "in" and not _in_place(scene, block, i)):
        return None
    if has_tanwin(scene, i):
        return None  # «فكر ملياً»
    if i > block.first and scene.glued[i - 1] and _no_place(scene, i, block.language):
        return None
    name, row = (i, found[0]), gazetteer(block.language).rows[found[1].row].id
    return Found(*name, "place", name, "place table", scene.words[i].cut, place=row)


def _no_place(scene: Scene, i: int, language: str) -> bool:
    """Whether the word before says that a place's name is none here: «صلاة المغرب»; or a feminine adjective, which is
    what «السعودية» is behind a definite noun."""
    word, before = scene.words[i], scene.words[i - 1]
    noun = before.definite and before.stop in ("", "generic", "adjective", "end")
    adjective = word.stop == "adjective" and not word.cut and noun
    return before.core in marks("no_place", language) or (language == "ar" and adjective)


def _in_place(scene: Scene, block: Block, i: int) -> bool:
    """Whether a preposition of place stands before token ``i``, or is written to it («بدبي»)."""
    word = scene.words[i]
    if word.cut:
        return scene.key[scene.starts[i] + word.cut - 1] == "ب"
    if i == block.first or not scene.glued[i - 1]:
        return False
    return scene.words[i - 1].core in marks("place_preposition", block.language)


@cache
def _generic_words() -> frozenset[str]:
    return frozenset(key.removeprefix("ال") for key in fold_keys(outlet_words("generic"))) | marks("outlet")


def _outlets(scene: Scene, outlets: OutletTable) -> dict[int, Found]:
    """First token → outlet; an ambiguous name counts only behind a word for outlets (or in its quotation marks)."""
    found: dict[int, Found] = {}
    free = 0
    for first in scene.outlets():
        hit = outlets.at(scene.key, scene.starts[first]) if scene.starts[first] >= free else None
        last = scene.token_from(hit.end) - 1 if hit is not None else -1
        if hit is None or last < first:
            continue
        free = hit.end
        before = scene.words[first - 1] if first else None
        beside = before is not None and (before.bare in _generic_words() or before.core in _generic_words())
        near = beside and (scene.glued[first - 1] or scene.gap(first - 1)[-1:] in _OPENING)
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
    if first and scene.glued[first - 1]:
        return False
    before = scene.gap(first - 1) if first else "\n"
    after = scene.gap(last)
    if before[-1:] in ("«", '"') and after[:1] in ("»", '"'):
        return True
    return "\n" in before and after.strip() == "-"
