"""Second pass: what a document's statements and full names say of its other words.

A source that is a person's name is a name wherever it stands, and once a full name stands in a document, its family
name (and its kunya) is that person's name in the rest of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from isnad.claim.entities.found import Found
from isnad.claim.entities.scene import Scene, Word
from isnad.model import Statement

_MOST_WORDS = 5
_PRESS = frozenset(("نيوز", "تايمز", "پست", "بوست", "برس", "پرس", "تلويزيون", "news", "times", "post", "press", "tv"))
"""Last words of outlets that no table holds."""


def speakers(scene: Scene, statements: Sequence[Statement], found: list[Found]) -> list[Found]:
    """Names that the sources of statements are: people by any name, outlets and agencies."""
    out: list[Found] = []
    seen: set[int] = set()
    for statement in statements:
        mention = statement.speaker.mention
        if mention is None or statement.speaker.name is None or mention.start in seen:
            continue
        seen.add(mention.start)
        first, end = scene.token_at(mention.start), scene.token_at(mention.end)
        if not 0 < end - first <= _MOST_WORDS:
            continue
        if statement.speaker.type == "person" and scene.words[end - 1].core in _PRESS:
            out.append(Found(first, end - 1, "organisation", (first, end - 1), "source of a statement"))
        elif statement.speaker.type == "person" and _is_name(scene, first, end):
            gender = scene.words[first].given
            out.append(
                Found(
                    first,
                    end - 1,
                    "person",
                    (first, end - 1),
                    "source of a statement",
                    _cut(scene, first, mention.start),
                    gender=gender.gender if gender else None,
                )
            )
    return out


def _cut(scene: Scene, first: int, start: int) -> int:
    """Clitics that the source phrase left out («لمحمد»)."""
    return max(0, scene.folded.to_key(start) - scene.starts[first])


def _is_name(scene: Scene, first: int, end: int) -> bool:
    """Whether every word of a source can be part of a name: no noun, no number, in English all in capitals."""
    words = scene.words[first:end]
    block = scene.block_of(first)
    if block.language == "en":
        capitals = [scene.cased[scene.starts[at]].isupper() for at in range(first, end)]
        if not all(capital or word.particle for capital, word in zip(capitals, words, strict=True)):
            return False
        return not any(w.stop or w.digits or w.head or w.role for w in words) and (
            len(words) > 1 or block.kind != "headline"
        )
    if not all(word.plain or word.given or word.particle for word in words):
        return False
    if len(words) == 1:
        return not words[0].definite or words[0].core.endswith("ي")
    # «الإحصائي الخليجي» is a body's short name, «حسن الطرف» a person's.
    return not (block.language == "ar" and words[0].definite)


def short_forms(scene: Scene, statements: Sequence[Statement], found: list[Found]) -> list[Found]:
    """Bare family names and kunyas of the people that the document names in full."""
    known = _families(scene, found)
    tails = _tails(scene, found)
    if not known and not tails:
        return []
    sources = _sources(scene, statements)
    taken = {at for one in found for at in range(one.first, one.last + 1)}
    out: list[Found] = []
    for at, word in enumerate(scene.words):
        if word.core in tails and at not in taken and word.stop == "":
            full = tails[word.core]
            out.append(Found(at, at, full.kind, (at, at), "named in full elsewhere", word.cut))
            continue
        key = word.bare if word.bare in known else word.core if word.core in known else ""
        if not key or at in taken or not _alone(scene, at, word, sources):
            continue
        full = known[key]
        gender = full.gender
        out.append(Found(at, at, "person", (at, at), "family name of a full name", word.cut, gender=gender))
    return out


def _tails(scene: Scene, found: list[Found]) -> dict[str, Found]:
    """What follows the noun of a place or a club and may stand without it («قرية الحبلة», then «الحبلة»)."""
    known: dict[str, Found] = {}
    for one in found:
        if one.kind not in ("place", "organisation") or one.last != one.first + 1 or not one.heads or one.place:
            continue
        word = scene.words[one.last]
        club = one.heads[0] in _CLUBS
        if (one.kind == "place" or club) and word.plain and not word.given and len(word.core) > 3:
            if scene.block_of(one.first).language != "en":
                known.setdefault(word.core, one)
    return known


_CLUBS = frozenset(("نادي", "ناد", "باشگاه"))


def _families(scene: Scene, found: list[Found]) -> dict[str, Found]:
    """Family name (key, without article) → a full name that ends in it."""
    known: dict[str, Found] = {}
    for one in found:
        if one.kind != "person" or one.name is None:
            continue
        first, last = one.name
        if first == last and one.title is None and one.evidence != "source of a statement":
            continue
        if last > first and scene.words[last - 1].particle == "son":
            continue  # «محمد بن نايف»: his father's name
        word = scene.words[last]
        if len(word.bare) < 3 or (first == last and word.given):
            continue
        known.setdefault(word.bare, one)
    return known


def _alone(scene: Scene, at: int, word: Word, sources: list[tuple[int, int]]) -> bool:
    """Whether a word that is somebody's family name stands for him here, not for what else it means."""
    language = scene.block_of(at).language
    if language == "en":
        return scene.cased[scene.starts[at]].isupper() and not _beside_capital(scene, at)
    if word.plain and not word.given:
        return True
    i = bisect_left(sources, (at + 1, 0)) - 1
    return i >= 0 and sources[i][0] <= at < sources[i][1]


def _beside_capital(scene: Scene, at: int) -> bool:
    """Whether the word belongs to a longer run of capitals, which then is something else."""
    after = at + 1 < len(scene.words) and scene.gap(at) == " " and scene.cased[scene.starts[at + 1]].isupper()
    before = at > 0 and scene.gap(at - 1) == " " and scene.cased[scene.starts[at - 1]].isupper()
    return (after and not scene.words[at + 1].stop) or (before and not (scene.words[at - 1].stop or scene.words[at - 1].title))


def _sources(scene: Scene, statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Token ranges of the statements' sources, in order."""
    return sorted(
        (scene.token_at(s.source.start), scene.token_at(s.source.end)) for s in statements if s.source is not None
    )
