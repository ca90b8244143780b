"""Designations of weapons («غراد», «شاهد ۱۳۶», "RPG-7") from `lang/weapons.tsv`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from isnad.claim.entities.found import Found
from isnad.claim.entities.words import fold_keys
from isnad.lang.tables import ROOT, read_table, words

if TYPE_CHECKING:
    from isnad.claim.entities.scene import Block, Scene


class Weapons(NamedTuple):
    """Nouns for weapons, designations that are names by themselves, and the words that these begin with."""

    nouns: frozenset[str]
    names: frozenset[tuple[str, ...]]
    doubtful: frozenset[str]
    first: frozenset[str]


@cache
def weapons(language: str) -> Weapons:
    """The table in one language."""
    nouns: set[str] = set()
    doubtful: set[str] = set()
    names: set[tuple[str, ...]] = set()
    for row in read_table(ROOT / "weapons.tsv", ("kind", "ar", "fa", "en")):
        keys = fold_keys(words(row[language]))
        if row["kind"] in ("names", "doubtful"):
            names.update(tuple(key.replace("-", " ").split()) for key in keys)
            doubtful.update(keys if row["kind"] == "doubtful" else ())
        else:
            nouns.update(keys)
    return Weapons(frozenset(nouns), frozenset(names), frozenset(doubtful), frozenset(name[0] for name in names))


def read_weapon(scene: Scene, block: Block, i: int) -> Found | None:
    """The designation at token ``i``; a doubtful one ("Patriot") counts beside a noun for weapons only."""
    table = weapons(block.language)
    if scene.words[i].core not in table.first:
        return None
    for size in (2, 1):
        key = tuple(word.core for word in scene.words[i : i + size])
        if key not in table.names or i + size > block.end:
            continue
        if block.language == "en" and not scene.cased[scene.starts[i]].isupper():
            return None
        last = i + size - 1
        near = any(scene.words[at].core in table.nouns for at in (i - 1, last + 1) if block.first <= at < block.end)
        if near or " ".join(key) not in table.doubtful:
            return Found(i, last, "weapon", (i, last), "designation", scene.words[i].cut)
    return None
