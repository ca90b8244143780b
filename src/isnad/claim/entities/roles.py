"""Offices: the role beside a name («وزير الخارجية سامي الراوي», "Kamal al-Warraq, head of the union"), and roles that
stand for a person by themselves ("the admiral", «این سخنگو»)."""

from __future__ import annotations

from isnad.claim.entities.found import Found, Range
from isnad.claim.entities.lookup import Word, tables
from isnad.claim.entities.scene import Block, Scene
from isnad.claim.entities.words import marks

_REACH = 10
"""Words between a role and its name, or of a role."""
_PRONOUN = 3
_MODIFIERS = 3
"""Most nouns before an English office ("deputy transport minister")."""
_BREAKS = frozenset('().;:!?\n«»"|')


def role_before(scene: Scene, block: Block, found: Found, floor: int) -> Range | None:
    """The role that leads up to a name, not before token ``floor``."""
    last = found.first - 1
    if last < max(floor, block.first) or _broken(scene, last, comma=block.language == "en"):
        return None
    if block.language == "en" and "," in scene.gap(last) and scene.gap(found.last)[:1] != ",":
        return None  # "he saw the colonel on the platform, Tahhan said"
    if block.language == "ar" and scene.words[found.first].cut:
        return None  # «الوسيط في اللقاء الأول للحاج نادر»: somebody else's
    nearest = None
    for at in range(last, max(floor, block.first, last - _REACH) - 1, -1):
        word = scene.words[at]
        if at < last and _broken(scene, at, comma=False):
            break
        if word.role and not word.given:
            nearest = at
            # «مساعد مدير شؤون …»: the chain of roles belongs together.
            if at > block.first and scene.words[at - 1].role and scene.glued[at - 1]:
                continue
            break
        if word.stop == "verb" or (word.core in marks("role_end") and nearest is None):
            break
    if nearest is None or (block.language == "ar" and not _one_chain(scene, nearest, last)):
        return None
    return (_whole_office(scene, nearest, max(floor, block.first)) if block.language == "en" else nearest), last


def _whole_office(scene: Scene, first: int, floor: int) -> int:
    """The first word of an English office whose noun is at ``first``: "prime minister", "hospital director"."""
    at = first
    while at > floor and first - at < _MODIFIERS and scene.glued[at - 1]:
        word = scene.words[at - 1]
        noun = word.stop in ("", "adjective") and not (word.given or word.particle or word.digits or word.role)
        noun = noun and len(word.core) > 1 and not word.core.endswith("ed")  # "'s director", "grilled director"
        if not noun and word.core not in marks("office_rank"):
            break
        at -= 1
    return at


def _one_chain(scene: Scene, first: int, last: int) -> bool:
    """Whether an Arabic office goes on to its end: an indefinite word behind a definite one is another's name."""
    definite = False
    for at in range(first, last + 1):
        word = scene.words[at]
        if definite and word.cut == 0 and not word.definite and not (word.role or word.head or word.stop):
            return False
        definite = definite or word.definite
    return True


def role_after(scene: Scene, block: Block, found: Found, ceiling: int) -> Range | None:
    """The role behind a name (and a comma), before token ``ceiling``."""
    at = found.last + 1
    if at >= min(block.end, ceiling) or _broken(scene, found.last, comma=True):
        return None
    comma = "," in scene.gap(found.last)
    start = at
    while start < min(block.end, ceiling, at + 5) and not scene.words[start].role:
        word = scene.words[start]
        if (
            word.stop == "verb"
            or not comma
            or (block.language == "ar" and not _leads_to_role(word))
            or (start + 1 < block.end and _broken(scene, start, comma=False))
        ):
            return None
        start += 1
    # «استقبل محمد بن سالم وزير الدفاع»: without a comma the role may be another's; Persian would mark an object.
    if start >= min(block.end, ceiling, at + 5) or (not comma and block.language != "fa"):
        return None
    # «سليم الهدار، ورئيس النقابة كمال الوراق»: behind "and" or a preposition stands the next person's.
    if scene.words[start].cut:
        return None
    first = _whole_office(scene, start, at) if block.language == "en" else start
    return first, role_end(scene, block, start, ceiling)


def _leads_to_role(word: Word) -> bool:
    """Whether a word leads from a name to its office («، وهو رئيس …») and opens no clause («، متهماً صاحب …»)."""
    return word.cut > 0 and len(word.core) <= _PRONOUN


def role_end(scene: Scene, block: Block, start: int, ceiling: int) -> int:
    """The last token of the role that begins at ``start``."""
    end = start
    for at in range(start + 1, min(block.end, ceiling, start + _REACH)):
        word = scene.words[at]
        if _broken(scene, at - 1, comma=False):
            break
        if word.stop in ("verb", "time") or word.core in marks("role_end") or (word.given and word.given.sure):
            break
        end = at
    while end > start and scene.words[end].stop == "word":
        end -= 1
    return end


def _annexed_end(scene: Scene, i: int, end: int) -> int:
    """An Arabic office ends at its first definite noun and that noun's adjectives: «وزير الخارجية | القاعة»."""
    at = i + 1
    while at < end and not scene.words[at].definite:
        at += 1
    while at < end and scene.words[at + 1].cut == 0 and scene.words[at + 1].stop in ("adjective", "end"):
        at += 1
    return min(at, end)


def _broken(scene: Scene, at: int, comma: bool) -> bool:
    if scene.glued[at]:
        return False
    gap = scene.gap(at)
    return len(gap) > 3 or (not comma and "," in gap) or not _BREAKS.isdisjoint(gap)


def lone_role(scene: Scene, block: Block, i: int, ceiling: int) -> Found | None:
    """A definite role without a name at token ``i``: «المحافظ», «وزير الخارجية», «این سخنگو», "the admiral"."""
    word = scene.words[i]
    if not (word.role or word.title) or (word.stop and block.language == "ar"):
        return None
    before = scene.words[i - 1].core if i > block.first and scene.glued[i - 1] else ""
    pointing = before in marks("pointing", block.language)
    first = i - 1 if pointing and block.language == "fa" else i
    if block.language == "en":
        size = 2 if i + 1 < block.end and f"{word.core} {scene.words[i + 1].core}" in tables("en").roles else 1
        first = _whole_office(scene, i, block.first) - 1
        while first > block.first and scene.glued[first] and scene.words[first].core in marks("former", "en"):
            first -= 1
        if first < block.first or not scene.glued[first] or scene.words[first].core not in marks("pointing", "en"):
            return None
        if word.core in marks("former", "en"):
            return None  # "the former minister": the noun behind it is the office
        end = i + size - 1
    elif block.language == "ar" and word.definite:
        end = i
        if i + 2 < block.end and scene.glued[i] and scene.words[i + 1].core == "باسم":
            end = role_end(scene, block, i, min(ceiling, i + 6))
    else:
        if block.language == "ar" and (word.title and not word.role):
            return None
        end = role_end(scene, block, i, min(ceiling, i + 6))
        if end == i and not pointing:
            return None
        if block.language == "ar":
            end = _annexed_end(scene, i, end)
            if not scene.words[end].definite:
                return None
    gender = tables(block.language).roles.get(word.bare)
    return Found(
        first,
        end,
        "person",
        None,
        "office",
        word.cut if first == i else 0,
        role=(first, end),
        heads=(word.bare,),
        gender=gender,
    )
