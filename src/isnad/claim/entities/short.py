"""Second pass: what a document's statements and full names say of its other words.

A source that is a person's name is a name wherever it stands, and once a full name stands in a document, its family
name (and its kunya) is that person's name in the rest of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from isnad.claim.entities.common import is_ordinary_persian
from isnad.claim.entities.found import Found
from isnad.claim.entities.lookup import Word
from isnad.claim.entities.scene import Scene
from isnad.claim.entities.words import marks
from isnad.model import Statement

_MOST_WORDS = 5
_HALVES = frozenset({"الله", "الدين", "دين"})


def speakers(scene: Scene, statements: Sequence[Statement]) -> list[Found]:
    """Names that the sources of statements are: people by any name, outlets and agencies."""
    out: list[Found] = []
    named = {
        mention.start: (statement.speaker.type, mention)
        for statement in statements
        if (mention := statement.speaker.mention) is not None and statement.speaker.name is not None
    }
    found_at = scene.tokens_at([at for _, mention in named.values() for at in (mention.start, mention.end)])
    repeated = Counter(statement.speaker.name for statement in statements)
    for (kind, mention), (key, first), (_, end) in zip(named.values(), found_at[::2], found_at[1::2], strict=True):
        if kind != "person" or not 0 < end - first <= _MOST_WORDS:
            continue
        name = (first, end - 1)
        if scene.words[end - 1].core in marks("press"):
            out.append(Found(*name, "organisation", name, "source of a statement"))
        elif end - first == 1 and scene.block_of(first).language == "fa" and scene.words[first].role:
            # A bare noun is definite in Persian: «سخنگو گفت» is the spokesman.
            heads = (scene.words[first].bare,)
            out.append(Found(*name, "person", None, "office", role=name, heads=heads))
        elif _is_name(scene, first, end, repeated[mention.text] > 1):
            given = scene.words[first].given
            cut = max(0, key - scene.starts[first])  # clitics that the source phrase left out («لمحمد»)
            gender = given.gender if given else None
            out.append(Found(*name, "person", name, "source of a statement", cut, gender=gender))
    return out


def _is_name(scene: Scene, first: int, end: int, repeated: bool) -> bool:
    """Whether every word of a source can be part of a name: no noun, no number, in English all in capitals.
    ``repeated`` says that this source speaks more than once."""
    words = scene.words[first:end]
    block = scene.block_of(first)
    if block.language == "en":
        capitals = [scene.cased[scene.starts[at]].isupper() for at in range(first, end)]
        if not all(capital or word.particle for capital, word in zip(capitals, words, strict=True)):
            return False
        if any(w.stop or w.digits or w.head or w.role for w in words):
            return False
        return len(words) > 1 or (block.kind != "headline" and scene.words[first].core in scene.capitals)
    if block.language == "ar" and _given_and_family(words):
        return True
    given = [_named(scene, at) for at in range(first, end)]
    if not all(known or word.plain or word.particle for known, word in zip(given, words, strict=True)):
        return False
    if any(given):
        return not (block.language == "ar" and words[0].definite)
    if block.language == "fa":
        return len(words) > 1 or not is_ordinary_persian(words[0].core, sure=False)
    if len(words) == 1:
        return words[0].definite and words[0].core.endswith("ي")
    # «مديرو التعليم», «الإحصائي الخليجي» are none; a foreign name has no article and no Arabic ending.
    return repeated and len(words) < 4 and not any(w.definite or w.core.endswith(_ARABIC_ENDS) for w in words)


def _given_and_family(words: Sequence[Word]) -> bool:
    """Whether first names stand before one noun with the article: «كريم النجار» is a man's name and no carpenter's,
    since an office before or behind a name is no part of a speaker's own name."""
    *first, family = words
    names = [word for word in first if not word.particle]
    return bool(names) and all(_sure(word) for word in names) and family.definite and not family.digits


def _sure(word: Word) -> bool:
    """Whether a word is a first name whatever follows: «صاحب», «أمين» are roles too."""
    return word.given is not None and (word.given.sure or not (word.role or word.title))


def _named(scene: Scene, at: int) -> bool:
    """Whether a word is a first name here; «صاحب المحل», «أمين جدة» are a role and whose."""
    word = scene.words[at]
    if word.given is None or _sure(word) or at + 1 == len(scene.words):
        return word.given is not None
    after = scene.words[at + 1]
    return after.place is None and not (after.definite and not after.core.endswith("ي"))


_ARABIC_ENDS = ("ه", "ات", "ون", "ين", "ا", "ها", "هم", "يا")


def short_forms(scene: Scene, statements: Sequence[Statement], found: list[Found]) -> list[Found]:
    """Bare family names and kunyas of the people that the document names in full."""
    known = _families(scene, found)
    tails = _tails(scene, found)
    if not known and not tails:
        return []
    starts = [one.first for one in found]
    sources = _sources(scene, statements)
    out: list[Found] = []
    for at in scene.among(known.keys() | tails.keys()):
        word = scene.words[at]
        before = bisect_right(starts, at) - 1
        if before >= 0 and found[before].last >= at:
            continue
        if word.core in tails and word.stop == "":
            kind = tails[word.core].kind
            out.append(Found(at, at, kind, (at, at), "named in full elsewhere", word.cut))
            continue
        if word.core in known and _alone(scene, at, word, sources):
            full = known[word.core]
            first = _family_start(scene, at, full)
            cut = scene.words[first].cut
            out.append(Found(first, at, "person", (first, at), "family name of a full name", cut, gender=full.gender))
    return out


def _family_start(scene: Scene, at: int, full: Found) -> int:
    """Where a family name of several words begins («محمود دورغا بيلاني», then «دورغا بيلاني»)."""
    assert full.name is not None
    first, known = at, full.name[1]
    while known - 1 > full.name[0] and first and scene.glued[first - 1] and not scene.words[first].cut:
        first, known = first - 1, known - 1
        if scene.words[first].core != scene.words[known].core:
            return first + 1
    return first


def _tails(scene: Scene, found: list[Found]) -> dict[str, Found]:
    """What follows the noun of a place or a club and may stand without it («قرية الحبلة», then «الحبلة»)."""
    known: dict[str, Found] = {}
    for one in found:
        if one.kind not in ("place", "organisation") or one.last != one.first + 1 or not one.heads or one.place:
            continue
        word = scene.words[one.last]
        if not word.plain or word.given or len(word.core) <= 3:
            continue
        if not (one.kind == "place" or one.heads[0] in marks("club")):
            continue
        if scene.block_of(one.first).language != "en":
            known.setdefault(word.core, one)
    return known


def _families(scene: Scene, found: list[Found]) -> dict[str, Found]:
    """Family name (key) → a full name that ends in it. An Arabic name keeps its article: «حقول» is not al-Huqul."""
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
        if last > first and (scene.words[last - 1].particle == "servant" or word.core in _HALVES):
            continue  # «عبد المجيد», «عبد الله»: half a name
        if len(word.bare) < 3 or (first == last and word.given):
            continue
        known.setdefault(word.core, one)
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
    return (after and not scene.words[at + 1].stop) or (
        before and not (scene.words[at - 1].stop or scene.words[at - 1].title)
    )


def _sources(scene: Scene, statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Token ranges of the statements' sources, in order."""
    found = scene.tokens_at([at for s in statements if s.source is not None for at in (s.source.start, s.source.end)])
    return sorted((first, end) for (_, first), (_, end) in zip(found[::2], found[1::2], strict=True))
