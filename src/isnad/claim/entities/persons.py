"""Names of people in Arabic and Persian: where one begins (a title, a first name, a kunya) and where it ends.

A name is read word by word.  What may follow a first name is another first name, a particle with its word (بن, آل,
عبد), a definite or unknown word that no list knows; it ends at punctuation, at a clitic, and at every word that the
lists know for something else.
"""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from isnad.claim.entities.common import is_ordinary, is_ordinary_definite, is_ordinary_persian
from isnad.claim.entities.forms import goes_on, has_tanwin, is_ali, is_nisba, is_verbal, nation_behind
from isnad.claim.entities.found import Found
from isnad.claim.entities.lookup import glued_kunya, look_up, tables
from isnad.claim.entities.places import is_known_place
from isnad.claim.entities.scene import Block, Scene
from isnad.claim.entities.words import family_titles, marks
from isnad.model.entity import Gender

_MOST_PARTS = 7
_MOST_UNKNOWN = {"ar": 2, "fa": 2}
_NOUN_STARTS = ("بت", "بم", "بان", "لت", "لم", "سي", "ست")
_NOUN_ENDS = ("ات", "ها", "هم", "نا")
_ROLE_REACH = 6


@cache
def _family_ends(language: str) -> tuple[str, ...]:
    return tuple(sorted(marks("family_end", language)))


def read_person(scene: Scene, block: Block, i: int) -> Found | None:
    """The person named at token ``i``, title included; None where the words do not make a name."""
    word = scene.words[i]
    if word.title:
        titled = _titled(scene, block, i)
        if titled is not None:
            return titled
    if word.particle == "father":
        return _kunya(scene, block, i)
    if word.given is None and glued_kunya(word.core) and word.plain:
        return Found(i, i, "person", (i, i), "kunya", word.cut, gender="m")
    if word.stop == "word" and word.core != "علي":
        return None
    if (word.given is None and word.particle != "servant") or (word.core == "علي" and scene.raw_end(i) == "ى"):
        return None
    end, parts = read_name(scene, block, i)
    sure = word.given is not None and word.given.sure
    if parts < 2 or (not sure and not _supported(scene, i, end, block.language == "fa")):
        return None
    gender = word.given.gender if word.given else None
    return Found(i, end, "person", (i, end), "first name", word.cut, gender=gender)


def _supported(scene: Scene, i: int, end: int, persian: bool) -> bool:
    """Whether a first name that is also an ordinary word has a second sure one after it, or a son-of."""
    after = scene.words[i + 1 : end + 1]
    if any((word.given is not None and word.given.sure) or word.particle in ("son", "family") for word in after):
        return True
    second = after[0]
    word = scene.words[i]
    if word.head or (word.role and (word.stop or not is_nisba(second))):
        return False
    if second.plain and (second.definite or persian) and second.core.endswith(_family_ends("fa" if persian else "ar")):
        return True
    return _beside_role(scene, i, end)


def _beside_role(scene: Scene, i: int, end: int) -> bool:
    """Whether a role stands right before the name, or right behind it and a comma («سام نیک‌پور، رئیس جمهوری …»)."""
    if end + 1 < len(scene.words) and scene.words[end + 1].role and scene.gap(end).strip() in ("", ","):
        return True
    at = i - 1
    while at >= 0 and i - at <= _ROLE_REACH and scene.glued[at]:
        word = scene.words[at]
        if word.role or word.title:
            return True
        if word.stop in ("verb", "word") or word.cut:
            return False
        at -= 1
    return False


def read_title(scene: Scene, block: Block, i: int) -> tuple[int, Gender | None, bool] | None:
    """Titles from token ``i`` on: the token after them, the gender they show, and whether a bare family name may
    follow."""
    known = tables(block.language)
    at, gender, family = i, None, False
    while at < block.end and scene.words[at].title and (at == i or scene.words[at].cut == 0):
        size = _title_size(scene, block, at)
        if not size:
            break
        key = " ".join(word.core for word in scene.words[at : at + size])
        gender = gender or known.titles[key]
        family = key in family_titles(block.language)
        at += size
        if at >= block.end or not (scene.glued[at - 1] or scene.gap(at - 1) in (". ", "/ ", " / ", ".")):
            return (at, gender, family) if at > i else None
    return (at, gender, family) if at > i else None


def _title_size(scene: Scene, block: Block, at: int) -> int:
    known = tables(block.language)
    key, found = "", 0
    for size in range(1, min(known.longest_title, block.end - at) + 1):
        key = f"{key} {scene.words[at + size - 1].core}".strip()
        if key in known.titles:
            found = size
        if size < known.longest_title and not scene.glued[at + size - 1]:
            break
    return found


def _titled(scene: Scene, block: Block, i: int) -> Found | None:
    title = read_title(scene, block, i)
    if title is None or title[0] >= block.end:
        return None
    at, gender, family = title
    before = at
    while at < block.end - 1 and scene.words[at].stop == "adjective" and scene.glued[at]:
        at += 1
    if scene.gap(at - 1) not in (" ", ". ", "/ ", " / ", ".", " «", ' "', " ("):
        return None
    word = scene.words[at]
    if word.particle == "father":
        kunya = _kunya(scene, block, at, trusted=True)
        return kunya and replace(kunya, first=i, cut=scene.words[i].cut, title=(i, before - 1))
    if not _may_begin(scene, at, block.language, family):
        return None
    end, _ = read_name(scene, block, at)
    if end == at and word.given is None and word.definite and nation_behind(scene, at + 1):
        return None  # «القائد البحري الأردني»
    gender = gender or (word.given.gender if word.given else None)
    heads = (scene.words[i].bare,)
    return Found(i, end, "person", (at, end), "title", scene.words[i].cut, (i, before - 1), heads=heads, gender=gender)


def _may_begin(scene: Scene, at: int, language: str, family: bool) -> bool:
    """Whether token ``at`` can be a name behind a title."""
    word = scene.words[at]
    if word.cut:
        return False
    if (word.given and (word.given.sure or not word.stop)) or word.particle in ("servant", "family"):
        return True
    if scene.glued[at] and scene.words[at + 1].core == "الدين":
        return True  # «سید نظام الدین»
    if not word.plain or word.particle or len(word.core) < 3 or has_tanwin(scene, at):
        return False
    if language == "fa":
        return family and not is_verbal(word)
    if family:
        return not (is_ordinary_definite(word.core) if word.definite else is_ordinary(word.core))
    # Behind «المدرب» or «المواطن» any word may stand: a verb in -t or a feminine noun is no name.
    noun = word.definite or word.core.endswith(("ت", "ه")) or is_ordinary(word.core)
    return not noun and not is_verbal(word)


def _kunya(scene: Scene, block: Block, i: int, trusted: bool = False) -> Found | None:
    """«أبو ليث», «أم سامر»: the second word must be a first name, or what stands around must say that it is one."""
    word = scene.words[i]
    if i + 1 >= block.end or not scene.glued[i] or scene.words[i + 1].cut:
        return None
    after = scene.words[i + 1]
    known = after.given is not None or trusted
    if not known and (not after.plain or word.bare == "ام" or not _called(scene, i)):
        return None
    gender: Gender | None = "f" if word.bare == "ام" else "m"
    end = i + 1
    if scene.glued[end] and end + 1 < block.end:
        follows = scene.words[end + 1]
        if not follows.cut and (follows.given or (follows.definite and follows.plain)):
            end, _ = read_name(scene, block, end + 1)
        elif not follows.cut and follows.definite and (follows.role or follows.title) and _closes(scene, end + 1):
            end += 1  # «أبو ليث المهندس»: what he is called by
    return Found(i, end, "person", (i, end), "kunya", word.cut, gender=gender)


def _closes(scene: Scene, at: int) -> bool:
    """Whether nothing behind a word belongs to it: no name that it is the title of, nor an adjective."""
    if at + 1 >= len(scene.words) or not scene.glued[at]:
        return True
    after = scene.words[at + 1]
    return not (after.definite or after.given or after.head or after.particle)


def _called(scene: Scene, i: int) -> bool:
    """Whether a word for "known as" or a quotation mark stands before token ``i``."""
    before = scene.words[i - 1].core if i else ""
    return before.startswith(("المعروف", "الملقب", "المكني", "المدعو", "المسمي")) or (
        bool(i) and scene.gap(i - 1)[-1:] in "«\"'(“" and scene.gap(i - 1) != ""
    )


def read_name(scene: Scene, block: Block, i: int) -> tuple[int, int]:
    """The last token of the name that begins at ``i`` and how many parts it has (particles count for nothing)."""
    persian = block.language == "fa"
    end, parts, unknown, family = i, 0, 0, False
    if not scene.words[i].particle:
        parts = 1
        family = scene.words[i].definite and scene.words[i].given is None
        unknown = int(scene.words[i].given is None)
    at = i + 1
    if scene.words[i].particle:
        at = i
    while at < block.end and parts < _MOST_PARTS and (at == i or scene.glued[at - 1]):
        word = scene.words[at]
        if at > i and word.cut:
            break
        if word.particle in ("son", "family", "servant", "father", "middle"):
            if not _particle_holds(scene, block, at):
                break
            family = family or word.particle == "family"
            if scene.words[at + 1].particle in ("servant", "father"):  # «بن عبد العزيز»: the next turn reads it
                at += 1
                continue
            parts, end, at = parts + 1, at + 1, at + 2
            continue
        if word.core in ("الله", "الدين", "دين") and scene.words[at - 1].core != "حمد":  # «بحمد الله»
            end, at = at, at + 1
            continue
        if word.given is not None and (
            word.given.sure or (parts and not (word.role or word.stop or word.head)) or (parts and is_ali(scene, at))
        ):
            if family and not persian:
                break
        elif not (
            _persian_part(scene, at, parts, unknown) if persian else _arabic_part(scene, at, parts, unknown, family)
        ):
            break
        else:
            unknown += 1
            family = family or word.definite or persian
        parts, end, at = parts + 1, at, at + 1
    return end, parts


def _particle_holds(scene: Scene, block: Block, at: int) -> bool:
    """Whether a particle is followed by a word that can be the name it belongs to."""
    if at + 1 >= block.end or not scene.glued[at] or scene.words[at + 1].cut:
        return False
    if scene.words[at].particle == "middle" and scene.raw(at, 1) in "إأ":
        return False  # «السحيباني فإن الجهات» has the key of «فان»
    after = scene.words[at + 1]
    if after.given or after.particle in ("servant", "father") or after.core == "الله":
        return True
    return after.plain or (scene.words[at].particle in ("servant", "son") and after.stop not in ("verb", "word"))


def _arabic_part(scene: Scene, at: int, parts: int, unknown: int, family: bool) -> bool:
    """Whether a word that is no first name can be the next part of an Arabic name."""
    word = scene.words[at]
    if word.definite:
        if word.plain and is_ordinary_definite(word.core):
            return False
        if family:
            return word.plain and word.core.endswith("ي")
        if parts == 1 and word.stop == "adjective":
            return not goes_on(scene, at)
        return word.plain or (parts == 1 and (word.role or word.title) and not goes_on(scene, at))
    if family or unknown >= _MOST_UNKNOWN["ar"] or not word.plain or len(word.core) < 3:
        return False
    if word.core[0] in "فو" and look_up(word.core[1:], "ar").stop:
        return False  # «فبقي», «الرئيس برافي وكل العالم»
    if parts == 1 and is_known_place(word.core, "ar"):
        return False  # «زار الحاج نادر بغداد»
    if word.core.startswith(_NOUN_STARTS) and len(word.core) > 4:
        return False  # «بتراجع», «سيبقى»
    if word.core.endswith(_NOUN_ENDS) or (unknown and word.core.endswith("ه")):
        return False  # «تحفظات», «تراجع تكلفة»
    return not has_tanwin(scene, at) and not is_verbal(word) and not is_ordinary(word.core)


def _persian_part(scene: Scene, at: int, parts: int, unknown: int) -> bool:
    """Whether a word that is no first name can be the next part of a Persian name."""
    word = scene.words[at]
    if word.digits or word.head or word.particle or len(word.core) < 2:
        return False
    first = scene.words[at - 1].given
    if word.plain and is_ordinary_persian(word.core, parts > 1 or first is None or first.sure):
        return False
    if parts == 1:
        # «نادر روحانی», «سعید اسلامی»: the word right behind one first name is the family name, whatever else it is.
        return word.stop in ("", "end") or (word.stop == "" and (word.role or word.title))
    if word.stop or word.role or word.title or unknown >= _MOST_UNKNOWN["fa"]:
        return False
    return unknown == 0 or word.core.endswith(_family_ends("fa"))
