"""First pass over a text: at every word that may begin a name, each reader is asked, and the longest find is kept."""

from __future__ import annotations

from functools import cache

from isnad.claim.entities.bodies import read_body
from isnad.claim.entities.english import read_english
from isnad.claim.entities.found import Found
from isnad.claim.entities.persons import read_person
from isnad.claim.entities.places import gazetteer, known_bodies
from isnad.claim.entities.scene import Block, Scene
from isnad.claim.entities.weapons import read_weapon
from isnad.claim.entities.words import fold_keys
from isnad.lang.outlets import OutletTable, outlet_words

_PREPOSITIONS = {
    "ar": frozenset(("في", "الي", "من", "نحو", "قرب", "جنوب", "شمال", "شرق", "غرب", "وسط", "داخل", "خارج", "باتجاه")),
    "fa": frozenset(("در", "به", "از", "سمت", "سوي", "نزديكي", "شمال", "جنوب", "شرق", "غرب", "مركز", "حومه", "راهي")),
}
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
                return read._replace(last=inner.last, name=(read.first, inner.last), kind=inner.kind, outlet=inner.outlet)
            if inner is not None and inner.evidence == "ambiguous outlet" and at <= read.first + 2 and _generic(read.heads):
                return read._replace(last=inner.last, name=(read.first, inner.last), kind=inner.kind, outlet=inner.outlet)
    return read


def _arabic_script(scene: Scene, block: Block, i: int) -> Found | None:
    found = [
        read
        for read in (
            _listed_body(scene, block, i),
            read_body(scene, block, i),
            read_person(scene, block, i),
            _listed_place(scene, block, i),
            read_weapon(scene, block, i),
        )
        if read is not None
    ]
    if not found:
        return None
    return max(found, key=lambda f: (f.last, f.body is not None, f.place is not None))


def _english(scene: Scene, block: Block, i: int) -> Found | None:
    return read_english(scene, block, i) or read_weapon(scene, block, i)


def _listed_body(scene: Scene, block: Block, i: int) -> Found | None:
    table = known_bodies(block.language)
    word = scene.words[i]
    longest = table.first.get(word.core)
    if longest is None:
        return None
    for size in range(min(longest, block.end - i), 0, -1):
        row = table.names.get(tuple(w.core for w in scene.words[i : i + size]))
        if row is not None and all(scene.glued(at) for at in range(i, i + size - 1)):
            last = i + size - 1
            return Found(i, last, "organisation", (i, last), "well-known name", word.cut, body=row)
    return None


def _listed_place(scene: Scene, block: Block, i: int) -> Found | None:
    table = gazetteer(block.language)
    word = scene.words[i]
    longest = table.first.get(word.core)
    if longest is None:
        return None
    for size in range(min(longest, block.end - i), 0, -1):
        named = table.names.get(tuple(w.core for w in scene.words[i : i + size]))
        if named is None or not all(scene.glued(at) for at in range(i, i + size - 1)):
            continue
        if named.needs == "head" or (named.needs == "in" and not _in_place(scene, block, i)):
            return None
        last = i + size - 1
        return Found(i, last, "place", (i, last), "place table", word.cut, place=table.rows[named.row].id)
    return None


def _in_place(scene: Scene, block: Block, i: int) -> bool:
    """Whether a preposition of place stands before token ``i``, or is written to it («بدبي»)."""
    word = scene.words[i]
    if word.cut:
        return scene.key[scene.starts[i] + word.cut - 1] == "ب"
    if i == block.first or not scene.glued(i - 1):
        return False
    return scene.words[i - 1].core in _PREPOSITIONS[block.language]


@cache
def _generic_words() -> frozenset[str]:
    return frozenset(key.removeprefix("ال") for key in fold_keys(outlet_words("generic"))) | frozenset(
        fold_keys(("وكالة", "صحيفة", "قناة", "شبكة", "موقع", "خبرگزاری", "روزنامه", "شبکه", "کانال", "تارنمای"))
    )


def _generic(heads: tuple[str, ...]) -> bool:
    return any(head in _generic_words() for head in heads)


def _outlets(scene: Scene, outlets: OutletTable) -> dict[int, Found]:
    """First token → outlet; an ambiguous name counts only behind a word for outlets (or in its quotation marks)."""
    found: dict[int, Found] = {}
    for hit in outlets.scan(scene.key):
        first = scene.token_from(hit.start)
        last = scene.token_from(hit.end) - 1
        if last < first or first >= len(scene.words) or scene.starts[first] != hit.start:
            continue
        word = scene.words[first]
        before = scene.words[first - 1] if first else None
        beside = before is not None and (before.bare in _generic_words() or before.core in _generic_words())
        near = beside and (scene.glued(first - 1) or scene.gap(first - 1)[-1:] in _OPENING)
        if hit.ambiguous and not (near or _set_apart(scene, first, last)):
            continue
        if hit.ambiguous is False and word.cut == 0 and len(scene.key[hit.start : hit.end]) < 4 and not near:
            if not scene.cased[hit.start : hit.end].isupper():
                continue  # «واس», «سبأ»: three letters alone are too often something else
        kind = "agency" if hit.outlet.is_agency else "organisation"
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
