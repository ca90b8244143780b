"""Names of organisations and of places headed by a noun, in Arabic and Persian: the noun and its tail.

Arabic: a bare head takes an iḍāfa that must end in something definite («هيئة مطارات باريس»), a definite head an
adjective («الجيش السوري»).  Persian: the head takes an ezāfe chain, which no letter shows, so it ends at the first
word that a list knows for something else.
"""

from __future__ import annotations

from isnad.claim.entities.common import is_ordinary
from isnad.claim.entities.found import Found
from isnad.claim.entities.listed import longest, names_from
from isnad.claim.entities.lookup import Word
from isnad.claim.entities.persons import read_name
from isnad.claim.entities.scene import Block, Scene
from isnad.claim.entities.words import common_words, marks
from isnad.model.entity import MentionKind

_LONGEST = 12
_NOUN_ENDS = ("ه", "ات", "ين", "ون", "ها", "هم")
_PREFIXES = "وبلكف"
"""Letters that are words of their own before an unknown word."""
_OPENING = frozenset('«"“(')


def read_body(scene: Scene, block: Block, i: int) -> Found | None:
    """The organisation or place that the noun at token ``i`` heads."""
    word = scene.words[i]
    head = word.head
    if head is None or i + 1 >= block.end:
        return None
    quoted = None if scene.glued[i] else _quoted(scene, block, i)
    if quoted is not None and head.kind != "place":
        kind: MentionKind = "work" if head.kind == "work" else "organisation"
        return Found(i, quoted[1], kind, quoted, "noun before quotation marks", word.cut, heads=(word.bare,))
    if head.kind == "work":
        return None
    if not scene.glued[i]:
        return None
    place = "place" in head.strengths or head.kind == "place"
    end = _persian_tail(scene, block, i) if block.language == "fa" else _arabic_tail(scene, block, i)
    if head.kind != "place" and end > i:
        return Found(i, end, "organisation", (i, end), "noun and its tail", word.cut, heads=(word.bare,))
    if place:
        end = _place_tail(scene, block, i)
        if end > i:
            return Found(i, end, "place", (i, end), "noun for a place", word.cut, heads=(word.bare,))
    return None


def _quoted(scene: Scene, block: Block, i: int) -> tuple[int, int] | None:
    """The tokens in quotation marks or brackets right behind token ``i``, at most five."""
    gap = scene.gap(i)
    if len(gap) not in (1, 2) or gap[-1] not in _OPENING:
        return None
    for last in range(i + 1, min(i + 6, block.end)):
        if scene.gap(last)[:1] in ("»", '"', "”", ")"):
            return i + 1, last
        if not scene.glued[last]:
            return None
    return None


def _arabic_tail(scene: Scene, block: Block, i: int) -> int:
    """The last token of the name that begins with the noun at ``i``; ``i`` itself when there is none."""
    return _definite_tail(scene, block, i) if scene.words[i].definite else _annexed_tail(scene, block, i)


def _definite_tail(scene: Scene, block: Block, i: int) -> int:
    head = scene.words[i].head
    if head is None or "adjective" not in head.strengths:
        return i
    strong = "strong" in head.strengths
    end, at = i, i + 1
    while at < min(block.end, i + _LONGEST) and scene.glued[at - 1]:
        if not (_adjective(scene, at, end > i, strong) or (end > i and _joined(scene, at, end))):
            break
        end, at = at, at + 1
    return end


def _adjective(scene: Scene, at: int, later: bool, strong: bool) -> bool:
    """Whether a definite word goes on a definite name: an adjective, then further words, or «ل» («للطيران»)."""
    word = scene.words[at]
    if not word.definite or word.cut > 2:
        return False
    if word.cut == 0:
        if word.stop in ("adjective", "end") or (strong and _nisba(word)):
            return True
        return later and word.plain and not word.given
    return later and word.cut == 2 and word.stop != "loose"


def _nisba(word: Word) -> bool:
    """A definite adjective of relation that no list holds («الإحصائي»)."""
    return word.plain and word.given is None and word.core.endswith(("ي", "يه"))


def _joined(scene: Scene, at: int, end: int) -> bool:
    """Whether token ``at`` is a definite noun behind an "and", or a place behind «ب» or a noun for places."""
    word = scene.words[at]
    letter = scene.key[scene.starts[at]]
    if word.cut == 1 and letter == "و":
        return word.definite and scene.words[end].definite and not (word.role or word.title or word.given)
    if word.cut == 1 and letter == "ب":
        return word.head is not None and word.head.kind == "place" and not word.definite
    return False


def _annexed_tail(scene: Scene, block: Block, i: int) -> int:
    head = scene.words[i].head
    assert head is not None
    if _common_noun(scene, i):
        return i
    end, at, definite, proper, bare = i, i + 1, False, False, 0
    while at < min(block.end, i + _LONGEST) and (at == i + 1 or scene.glued[at - 1]):
        word = scene.words[at]
        if (
            at == i + 1
            and word.core in marks("named_after")
            and word.cut == 0
            and at + 1 < block.end
            and scene.words[at + 1].given
        ):
            end, _ = read_name(scene, block, at + 1)
            at, definite, proper = end + 1, True, True
            continue
        if word.cut:
            tail = definite and (_joined(scene, at, end) or (word.cut == 2 and word.definite))
            if not tail or (
                scene.key[scene.starts[at]] == "و" and scene.words[i].bare not in marks("coordinating", "ar")
            ):
                break
        elif word.place is not None and is_place(scene, at) and not (definite and not proper and word.given):
            if definite and not word.definite and not scene.words[at - 1].head:
                break
            definite = proper = True
            at = _place_end(scene, block, at)
        elif word.definite:
            if word.stop in ("loose", "verb", "word", "time") or (
                at == i + 1 and (word.stop == "generic" or word.title)
            ):
                break
            if (word.role or word.title) and definite:
                break
            proper = proper or word.stop == "adjective"
            definite = True
        elif definite or word.given or word.stop or word.digits or word.particle or word.role:
            break
        else:
            bare += 1
            if bare > 2 or (at == i + 1 and word.core[0] == "ل"):  # «مكتب لتأجير السيارات»
                break
        end, at = at, at + 1
        if definite and proper and scene.words[end].stop == "adjective":
            break
    if not definite or scene.words[end].stop == "generic":
        return i
    return end if "strong" in head.strengths or proper else i


def _common_noun(scene: Scene, i: int) -> bool:
    """Whether a noun that may head a body is nothing but a noun here: what an interest is of, or who leads what."""
    noun, behind = scene.words[i].bare, scene.words[i + 1]
    if noun in marks("no_body", "ar"):
        return is_place(scene, i + 1)
    if noun in marks("led", "ar"):
        return i == 0 or not (scene.words[i - 1].role and scene.glued[i - 1])
    return noun in marks("leading", "ar") and not (behind.definite or behind.head or behind.place)


def is_place(scene: Scene, at: int) -> bool:
    """Whether the token begins a name of the place table that needs no context."""
    first = scene.words[at].place
    if first is None:
        return False
    return any(named.needs != "head" for _, named in names_from(first, scene.words, at, len(scene.words)))


def _place_end(scene: Scene, block: Block, at: int) -> int:
    """The last token of the place's name that begins at a token: «المملكة المتحدة» is one."""
    first = scene.words[at].place
    found = longest(first, scene, at, block.end) if first is not None else None
    return found[0] if found is not None and found[1].needs != "head" else at


def _persian_tail(scene: Scene, block: Block, i: int) -> int:
    head = scene.words[i].head
    assert head is not None
    end, at, proper = i, i + 1, False
    while at < min(block.end, i + 7) and (at == i + 1 or scene.glued[at - 1]):
        word = scene.words[at]
        place = word.place is not None and is_place(scene, at)
        if (word.stop in ("word", "time", "verb") and not place) or _verb_form(word):
            break
        if word.digits or word.role or (word.title and word.core not in marks("named_after")):
            break
        if word.given and not place and scene.words[at - 1].core not in marks("named_after") and end > i:
            break
        if word.stop == "generic" and at == i + 1:
            return i
        if end > i and scene.words[end].core in marks("closing", "fa") and not (place or word.stop == "adjective"):
            break
        body = word.head is not None and word.head.kind == "organisation" and "strong" in word.head.strengths
        proper = proper or place or body or word.stop == "adjective"
        end = _place_end(scene, block, at) if place else at
        at = end + 1
        if place and end > i + 1:
            break
    while end > i and scene.words[end].stop == "generic":
        end -= 1
    if end == i + 1 and not proper and _indefinite(scene.words[end]):
        return i
    if "strong" in head.strengths or proper:
        return end
    return i


def _indefinite(word: Word) -> bool:
    """A Persian noun with the -ی of "a, some" or an adjective that names nobody («مأموریتی», «قایق‌هایی», «منطقه‌ای»).

    «بهزیستی» is a noun of its own.
    """
    core = word.core.replace("\u200c", "")
    return len(core) > 4 and core.endswith(("تي", "هايي", "هاي", "هايش", "هايشان")) and not core.endswith("ستي")


def _verb_form(word: Word) -> bool:
    """A Persian verb that no list holds («نخواهیم», «می‌رساند»)."""
    return len(word.core) > 4 and word.core.startswith(("مي", "نمي", "نخواه", "خواه")) and word.plain


def _place_tail(scene: Scene, block: Block, i: int) -> int:
    """The last token of the place that the noun at ``i`` heads («قرية الحبلة القديمة», «بندر جبل علی»)."""
    at = i + 1
    word = scene.words[at]
    head = scene.words[i].head
    weak = head is not None and "weak" in head.strengths
    names = names_from(word.place, scene.words, at, block.end)
    known = any(not (weak and named.needs == "head") for _, named in names)
    if scene.words[i].definite and block.language == "ar":
        return i  # «المنطقة المطلة»: an adjective, no name
    if weak and not (known or word.definite):
        return i
    if word.core in marks("named_after") and at + 1 < block.end and scene.words[at + 1].given:
        return read_name(scene, block, at + 1)[0]
    if word.cut or word.digits or (word.stop and not known):
        return i
    if not known and not _proper(word, block.language, scene.words[i].bare in marks("nature")):
        return i
    end = at
    if names and names[-1][0] > at:
        return names[-1][0]
    if word.core in marks("place_opener") and at + 1 < block.end and scene.glued[at] and _may_name(scene.words[at + 1]):
        return at + 1  # «قرية تل زهرة»
    if block.language == "ar" and at + 1 < block.end and scene.glued[at]:
        after = scene.words[at + 1]
        if after.definite and not after.cut and after.plain and not after.given and word.definite:
            end = at + 1
        elif not known and _two_adjectives(word, after, head is not None and head.kind == "place"):
            return i
    return end


def _may_name(word: Word) -> bool:
    return not (word.cut or word.digits or word.role or word.title or word.stop in ("word", "verb", "time", "generic"))


def _two_adjectives(word: Word, after: Word, place: bool) -> bool:
    """Whether an unknown word behind an Arabic noun for places and the next look like adjectives («ملعب رملي واسع»).

    A noun that heads a ``place`` and nothing else leaves a word with a prefix to the sentence («قرية سنبا بجوار»).
    """
    if word.definite or after.definite or word.given or after.cut or not after.plain:
        return False
    return not (place and _with_prefix(after))


def _with_prefix(word: Word) -> bool:
    """Whether an unknown Arabic word is a common one behind a letter that is a word of its own («ومنفذ», «بجواره»)."""
    return word.core[0] in _PREFIXES and len(word.core) > 3 and is_ordinary(word.core[1:])


def _proper(word: Word, language: str, nature: bool) -> bool:
    """Whether an unknown word behind a noun for places is a name rather than an adjective or a common noun, which a
    mountain or an island may be named after («جبل قنديل»)."""
    if not word.plain or len(word.core) < 3 or any(map(str.isdigit, word.core)):
        return False
    if language == "fa":
        return not _verb_form(word) and not word.core.endswith(("ي", "هاي", "ها", "ان"))
    if word.definite:
        return True
    known = common_words("ar")
    relation = word.core.endswith("ي") and (word.core[:-1] in known or word.core[:-1] + "ه" in known)
    if not nature and (relation or word.core in known):
        return False  # «مدينة إنتاج الأفلام», «مخيم صيفي»
    return not word.core.endswith(_NOUN_ENDS) and not (word.core[0] == "و" and _with_prefix(word))
